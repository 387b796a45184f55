"""Time stamps as survey services and people write them.

A stamp is only compared with others of its kind, to tell which answer came later. So an offset
such as `GMT+7` is left out, and every stamp is without a time zone.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from jdgap.assessments.opening.grid import Value
from jdgap.text.dates import BUDDHIST_FROM, BUDDHIST_OFFSET
from jdgap.text.names import THAI_DIGITS, name_key

_DAY = r"([0-9]{4}|[0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{1,2})"
_TIME = (
    r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"\s*(am|pm|a\.m\.|p\.m\.|ก่อนเที่ยง|หลังเที่ยง)?\s*(?:น\.?)?"
)
_ZONE = r"(?:z|(?:utc|gmt)?\s*[+-][0-9]{1,2}(?::?[0-9]{2})?|utc|gmt)?"
_STAMP: Final = re.compile(rf"{_DAY}(?:(?:,?\s+|t){_TIME}\s*{_ZONE})?")
_WITH_A_NAME: Final = re.compile(
    r"([0-9]{1,2})[\s-]*([^\W\d][^\d,]*?)[\s-]*(?:พ\.ศ\.\s*)?([0-9]{4}|[0-9]{2}),?\s+(?:เวลา\s*)?(.+)"
)
_NAMES_OF_MONTHS: Final = {
    name_key(name): month
    for month, line in enumerate(
        (
            *("มกราคม|ม.ค.|january|jan", "กุมภาพันธ์|ก.พ.|february|feb", "มีนาคม|มี.ค.|march|mar"),
            *("เมษายน|เม.ย.|april|apr", "พฤษภาคม|พ.ค.|may", "มิถุนายน|มิ.ย.|june|jun"),
            *("กรกฎาคม|ก.ค.|july|jul", "สิงหาคม|ส.ค.|august|aug", "กันยายน|ก.ย.|september|sep"),
            *("ตุลาคม|ต.ค.|october|oct", "พฤศจิกายน|พ.ย.|november|nov", "ธันวาคม|ธ.ค.|december|dec"),
        ),
        start=1,
    )
    for name in line.split("|")
}
_SERIAL: Final = re.compile(r"[0-9]{5}(?:\.[0-9]{1,15})?")
_NOON: Final = frozenset({"pm", "p.m.", "หลังเที่ยง"})
_MONTHS: Final = 12
_HALF_A_DAY: Final = 12
_SERIAL_FROM: Final = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet knows no time zone)
_SERIALS: Final = range(36_526, 73_051)
"""Days since then: the years 2000 to 2099."""
_CENTURY: Final = 100
_BUDDHIST_IN_SHORT: Final = BUDDHIST_OFFSET % _CENTURY
"""From here on a year of two digits is one of the Buddhist era."""
_FIRST_YEAR: Final = 1900
_DECIDING_ROWS: Final = 5_000


class StampReader:
    """Reads the stamps of one column.

    `8/9/2023` may be the 8th of September or the 9th of August. One stamp of the column with a
    number above 12 decides for all of it, and so does a year of the Buddhist era: who writes it
    writes the day first. Otherwise the month comes first, as in Google's own exports.

    A spreadsheet of another country takes `8/9/2023` for a date, with day and month the other way
    round, and leaves `8/31/2023` a text. So beside such texts no date with a day up to 12 counts.

    Args:
        values: What stands in the column.
    """

    def __init__(self, values: Iterable[Value]) -> None:
        deciding = list(islice(values, _DECIDING_ROWS))
        order = _day_first(deciding)
        self._day_first = bool(order)
        self._half_taken = order is not None and _all_days_may_be_months(deciding)

    def stamp(self, value: Value) -> datetime | None:
        """Return the time in a cell; None where there is none, or where it cannot be read."""
        if isinstance(value, date):
            return None if self._half_taken else _of_date(value)
        if isinstance(value, str):
            return self._from_text(value) if value else None
        if isinstance(value, bool):
            return None
        if isinstance(value, (int, float)):
            return _SERIAL_FROM + timedelta(days=value) if _whole(value) in _SERIALS else None
        return None

    def _from_text(self, text: str) -> datetime | None:
        found = _matched(text)
        if found is None:
            return self._in_other_words(text)
        return _time_of(found, day_first=self._day_first)

    def _in_other_words(self, text: str) -> datetime | None:
        """Return the time that a text says with the name of the month, or as a bare number."""
        plain = text.translate(THAI_DIGITS).strip().lower()
        if _SERIAL.fullmatch(plain):
            return self.stamp(float(plain))
        found = _WITH_A_NAME.fullmatch(plain)
        month = _NAMES_OF_MONTHS.get(name_key(found[2])) if found else None
        if found is None or month is None:
            return None
        numbers = _matched(f"{found[1]}/{month}/{found[3]} {found[4]}")
        return None if numbers is None else _time_of(numbers, day_first=True)


def _time_of(found: re.Match[str], *, day_first: bool) -> datetime | None:
    """Return the time in a matched stamp, None where there is no such time."""
    first, _mark, second, third, hours, minutes, seconds, half = found.groups("")
    if len(first) > 2:
        year, month, day = first, second, third
    elif day_first:
        day, month, year = first, second, third
    else:
        month, day, year = first, second, third
    if len(year) == 1:
        return None
    hour = int(hours or 0)
    if half:
        if not 1 <= hour <= _HALF_A_DAY:
            return None
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if half in _NOON else 0)
    clock = hour, int(minutes or 0), int(seconds or 0)
    try:
        return datetime(_year(int(year)), int(month), int(day), *clock)  # noqa: DTZ001
    except ValueError:
        return None


def _whole(number: float) -> int:
    """Return the whole part of a number; -1 where it has none (NaN, infinity)."""
    try:
        return int(number)
    except (ValueError, OverflowError):
        return -1


def _matched(text: str) -> re.Match[str] | None:
    if not text.isascii():
        text = text.translate(THAI_DIGITS)
    return _STAMP.fullmatch(text.strip().lower())


def _day_first(values: Iterable[Value]) -> bool | None:
    """Return whether the column has the day before the month, by its first telling stamp.

    None where no stamp tells.
    """
    for value in values:
        found = _matched(value) if isinstance(value, str) else None
        if found is None or len(found[1]) > 2:
            continue
        if int(found[1]) > _MONTHS:
            return True
        if int(found[3]) > _MONTHS:
            return False
        if _is_buddhist(int(found[4])):
            return True
    return None


def _is_buddhist(year: int) -> bool:
    return year >= BUDDHIST_FROM or _BUDDHIST_IN_SHORT <= year < _CENTURY


def _all_days_may_be_months(values: Iterable[Value]) -> bool:
    """Return whether every date, as far as there are any, has a day that a month may have."""
    return all(value.day <= _MONTHS for value in values if isinstance(value, date))


def _of_date(value: date) -> datetime | None:
    if isinstance(value, datetime):
        return _in_common_era(value if value.tzinfo is None else value.replace(tzinfo=None))
    return _in_common_era(datetime.combine(value, time()))


def _in_common_era(stamp: datetime) -> datetime | None:
    if _FIRST_YEAR <= stamp.year < BUDDHIST_FROM:
        return stamp
    try:
        return stamp.replace(year=_year(stamp.year))
    except ValueError:  # the 29th of February of a year that has none
        return None


def _year(year: int) -> int:
    """Return a year of the common era; `23` is 2023, and `66` is 2566 of the Buddhist era.

    Raises:
        ValueError: Nobody who answers writes of such a year.
    """
    if year < _CENTURY:
        year += 2000 if year < _BUDDHIST_IN_SHORT else 2500
    if year >= BUDDHIST_FROM:
        year -= BUDDHIST_OFFSET
    if year < _FIRST_YEAR:
        raise ValueError(year)
    return year
