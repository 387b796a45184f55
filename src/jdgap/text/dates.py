"""Buddhist-era years and Thai dates (พ.ศ. = ค.ศ. + 543)."""

from datetime import date, datetime
from typing import Final

from jdgap.text.language import current_language

BUDDHIST_OFFSET: Final = 543
BUDDHIST_FROM: Final = 2400
"""From here on a year of four digits is one of the Buddhist era."""

_THAI_MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)


def today() -> date:
    """Return which day it is where the computer stands."""
    return datetime.now().astimezone().date()


def long_date(day: date) -> str:
    """Return `day` as people write it: `23 พฤศจิกายน 2569`, or `23 November 2026`."""
    if current_language() == "th":
        return f"{day.day} {_THAI_MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"
    return f"{day.day} {day:%B} {day.year}"
