"""Names of rounds: a Buddhist-era year, `2569`, or a part of one, `1/2569`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jdgap.text.dates import BUDDHIST_FROM, BUDDHIST_OFFSET
from jdgap.text.language import current_language
from jdgap.text.names import THAI_DIGITS, name_key

_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_PARTS: Final = frozenset("1234")
"""A year has up to four rounds; a higher number is a month, or the end of a span of years."""

_ORDINALS: Final = (
    ("1", r"ครึ่ง(?:ปี)?แรก|6\s*เดือนแรก|\b(?:first|1st)\b"),
    ("2", r"ครึ่ง(?:ปี)?หลัง|6\s*เดือนหลัง|\b(?:second|2nd)\b"),
    ("3", r"\b(?:third|3rd)\b"),
    ("4", r"\b(?:fourth|4th)\b"),
)
_ROUND_WORDS: Final = (
    r"รอบ(?:การ)?(?:ประเมิน)?(?:ที่)?|ครั้ง(?:ที่)?|งวด(?:ที่)?|ไตรมาส(?:ที่)?|ครึ่ง(?:ปี)?(?:ที่)?"
    r"|ภาค(?:เรียน)?(?:ที่)?|(?<![a-z])(?:rounds?|half|quarter|[hq])(?![a-z])"
)
_YEAR_WORDS: Final = (
    r"(?:ประจำ)?ปี(?:การ(?:ประเมิน|ศึกษา)|งบประมาณ|บัญชี)?|พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|การประเมิน|ของ"
    r"|(?<![a-z])(?:fiscal|assessment|year|fy|of|the|in|no)(?![a-z])"
)
_NUMBERED: Final = r"(?:รอบ(?:การ)?(?:ประเมิน)?|ครั้ง|งวด|ไตรมาส|ภาค(?:เรียน)?)\s*ที่\s*([1-4])(?![0-9])"
"""What names a part whatever else is said, such as from when to when it is."""
_READ: Final = re.compile(r"(?:[1-4]/)?(2[4-9][0-9]{2})")
"""A round as `round_of` returns it."""
_LIST_NUMBER: Final = re.compile(r"^\s*[0-9]+[.)]\s+")


@dataclass(frozen=True, slots=True)
class _Named:
    """What a text names: the Buddhist-era year and which round of it, "" where it does not."""

    year: str
    part: str


def round_of(text: str) -> str:
    """Return the round that `text` names; a year of the common era is converted.

    That is the year, or `1/2569` where a text says which round of the year: `1/2569`, `2569-1`,
    `ครั้งที่ 1 ปี 2569`, `2026 H1`. Of a date it is the year. Text without a four-digit year stays as
    it is written.
    """
    named = _named(text)
    return _written(named.year, named.part) if named.year else text


def round_in_words(round_: str) -> str:
    """Return a round as people read it: `1/2569`, or `1/2569 (2026)`, as English dates count.

    Args:
        round_: As it was read; any other name is returned as it is.
    """
    year = _READ.fullmatch(round_)
    if current_language() == "th" or not year:
        return round_
    return f"{round_} ({int(year[1]) - BUDDHIST_OFFSET})"


def joined_round(texts: Iterable[str]) -> str:
    """Return the round that several texts name together, such as `2569` and `ครั้งที่ 1`.

    The first year counts, with the first part that is said of it, or of no year. Without a year it
    is the first text.
    """
    said = [text for text in texts if text]
    named = [_named(text) for text in said]
    year = next((each.year for each in named if each.year), "")
    if not year:
        return said[0] if said else ""
    part = next((each.part for each in named if each.part and each.year in {year, ""}), "")
    return _written(year, part)


def may_be_one_round(one: str, other: str) -> bool:
    """Return whether two texts do not name two rounds."""
    first, second = _named(one), _named(other)
    if not first.year or not second.year:
        return True
    return first.year == second.year and ("" in {first.part, second.part} or first == second)


def names_part(text: str) -> bool:
    """Return whether a text names a year and which round of it."""
    named = _named(text)
    return bool(named.year and named.part)


def comes_after(one: str, other: str) -> bool:
    """Return whether a round is surely later than another one.

    Of a year and a part of it neither is.
    """
    first, second = _named(one), _named(other)
    if not first.year or not second.year:
        return False
    if first.year != second.year:
        return first.year > second.year
    return bool(second.part) and first.part > second.part


def round_order(round_: str) -> tuple[str, str, str]:
    """Return a key under which rounds go from the earliest to the latest, other texts first."""
    named = _named(round_)
    return named.year, named.part if named.year else "", round_


def _written(year: str, part: str) -> str:
    return f"{part}/{year}" if part else year


def _named(text: str) -> _Named:
    arabic = text.translate(THAI_DIGITS)
    found = _YEAR.search(arabic)
    if found is None:
        return _Named("", _part(arabic))
    year = int(found[0])
    year += 0 if year >= BUDDHIST_FROM else BUDDHIST_OFFSET
    return _Named(str(year), _part(f"{arabic[: found.start()]} {arabic[found.end() :]}"))


def _part(rest: str) -> str:
    """Return the number of a round in what stands beside the year, "" without one."""
    rest = _LIST_NUMBER.sub("", rest.casefold())
    if not rest or rest.isspace():
        return ""
    numbered = {found[1] for found in re.finditer(_NUMBERED, rest)}
    if len(numbered) == 1:
        return numbered.pop()
    for number, words in _ORDINALS:
        rest = re.sub(words, f" {number} ", rest)
    numbers = re.findall("[0-9]+", rest)
    if len(numbers) != 1 or numbers[0] not in _PARTS:
        return ""
    unknown = re.sub(f"{_ROUND_WORDS}|{_YEAR_WORDS}", " ", re.sub("[0-9]+", " ", rest))
    return "" if name_key(unknown) else numbers[0]
