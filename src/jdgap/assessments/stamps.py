"""Time stamps as survey services and people write them.

A stamp is only compared with others of its kind, to tell which answer came later. So an offset
such as `GMT+7` is left out, and every stamp is without a time zone.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from jdgap.assessments.grid import Value
from jdgap.text.dates import BUDDHIST_OFFSET

_BUDDHIST_FROM: Final = 2400
_THAI_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_DAY = r"([0-9]{4}|[0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{1,2})"
_TIME = (
    r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"\s*(am|pm|a\.m\.|p\.m\.|ก่อนเที่ยง|หลังเที่ยง)?\s*(?:น\.?)?"
)
_ZONE = r"(?:z|(?:utc|gmt)?\s*[+-][0-9]{1,2}(?::?[0-9]{2})?|utc|gmt)?"
_STAMP: Final = re.compile(rf"{_DAY}(?:(?:,?\s+|t){_TIME}\s*{_ZONE})?")
_NOON: Final = frozenset({"pm", "p.m.", "หลังเที่ยง"})
_MONTHS: Final = 12
_HALF_A_DAY: Final = 12
_SERIAL_FROM: Final = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet knows no time zone)
_SERIALS: Final = range(36_526, 73_051)
"""Days since then: the years 2000 to 2099."""
_CENTURY: Final = 100
_FIRST_YEAR: Final = 1900
_DECIDING_ROWS: Final = 5_000


class StampReader:
    """Reads the stamps of one column.

    `8/9/2023` may be the 8th of September or the 9th of August. One stamp of the column with a
    number above 12 decides for all of it, and so does a year of the Buddhist era: who writes it
    writes the day first. Otherwise the month comes first, as in Google's own exports.

    Args:
        values: What stands in the column.
    """

    def __init__(self, values: Iterable[Value]) -> None:
        self._day_first = _day_first(values)

    def stamp(self, value: Value) -> datetime | None:
        """Return the time in a cell; None where there is none, or where it cannot be read."""
        if isinstance(value, datetime):
            return _in_common_era(value.replace(tzinfo=None))
        if isinstance(value, str):
            return self._from_text(value) if value else None
        if isinstance(value, bool):
            return None
        if isinstance(value, (int, float)):
            return _SERIAL_FROM + timedelta(days=value) if _whole(value) in _SERIALS else None
        if isinstance(value, date):
            return _in_common_era(datetime.combine(value, time()))
        return None

    def _from_text(self, text: str) -> datetime | None:
        found = _matched(text)
        if found is None:
            return None
        first, _mark, second, third, hours, minutes, seconds, half = found.groups("")
        if len(first) > 2:
            year, month, day = first, second, third
        elif self._day_first:
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
        text = text.translate(_THAI_DIGITS)
    return _STAMP.fullmatch(text.strip().lower())


def _day_first(values: Iterable[Value]) -> bool:
    """Return whether the column has the day before the month, by its first telling stamp."""
    for value in islice(values, _DECIDING_ROWS):
        found = _matched(value) if isinstance(value, str) else None
        if found is None or len(found[1]) > 2:
            continue
        if int(found[1]) > _MONTHS or int(found[4]) >= _BUDDHIST_FROM:
            return True
        if int(found[3]) > _MONTHS:
            return False
    return False


def _in_common_era(stamp: datetime) -> datetime | None:
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
        year += 2000 if year < BUDDHIST_OFFSET % _CENTURY else 2500
    if year >= _BUDDHIST_FROM:
        year -= BUDDHIST_OFFSET
    if year < _FIRST_YEAR:
        raise ValueError(year)
    return year
