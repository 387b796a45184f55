"""One heading of a table of many people into what its column holds."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from jdgap.assessments.cells.labels import (
    COMPETENCY_HEADINGS,
    Column,
    Field,
    Use,
    bracketed,
    column_of,
    field_of,
    is_hint,
    use_of,
    without_brackets,
)
from jdgap.assessments.cells.raters import NAMED, UNNAMED, Whose, together, whose
from jdgap.positions import Names
from jdgap.text.names import name_key, without_leading_number


class Holds(StrEnum):
    """What a column of a table of many people holds."""

    EMPLOYEE_ID = "employee id"
    NAME = "name"
    SURNAME = "surname"
    PREFIX = "prefix"
    POSITION = "position"
    POSITION_ID = "position id"
    DEPARTMENT = "department"
    ROUND = "round"
    EMAIL = "e-mail address"
    ACCOUNT_NAME = "name of the account that answered"
    STARTED = "time of beginning"
    SUBMITTED = "time of sending"
    RATER = "who rates"
    COMPETENCY = "the name of a competency"
    COMPETENCY_ID = "the id of a competency"
    LEVEL = "the level of the competency that the row names"
    RATED = "the levels of one competency"
    NO_COMPETENCY = "the levels of a competency that is not known"
    NOTHING_NEEDED = "nothing that is needed"
    UNKNOWN = "something that is not known"


WHO: Final = frozenset({Holds.EMPLOYEE_ID, Holds.NAME, Holds.EMAIL})
LEVELS: Final = frozenset({Holds.RATED, Holds.LEVEL, Holds.NO_COMPETENCY})
"""Below these stand levels."""
NAMING: Final = frozenset({Holds.COMPETENCY, Holds.COMPETENCY_ID})
"""These say which competency a row of a long table is about."""
_RATING: Final = frozenset({Holds.LEVEL, Holds.RATER})
"""One of these is in every long table."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one heading says.

    Attributes:
        holds: What stands below it.
        whose: Whose levels these are, if any.
        competency: The id of the competency of a `RATED` column.
        name: The name that is no competency, of a `NO_COMPETENCY` or `UNKNOWN` column.
    """

    holds: Holds
    whose: Whose = Whose.NOBODY
    competency: str = ""
    name: str = ""


_OF_FIELDS: Final = {
    Field.EMPLOYEE_ID: Holds.EMPLOYEE_ID,
    Field.NAME: Holds.NAME,
    Field.SURNAME: Holds.SURNAME,
    Field.POSITION: Holds.POSITION,
    Field.DEPARTMENT: Holds.DEPARTMENT,
    Field.ROUND: Holds.ROUND,
    Field.OTHER: Holds.NOTHING_NEEDED,
}
_OF_USES: Final = {
    Use.PREFIX: Holds.PREFIX,
    Use.POSITION_ID: Holds.POSITION_ID,
    Use.EMAIL: Holds.EMAIL,
    Use.STARTED: Holds.STARTED,
    Use.SUBMITTED: Holds.SUBMITTED,
    Use.RATER: Holds.RATER,
    Use.COMPETENCY_ID: Holds.COMPETENCY_ID,
    Use.OTHER: Holds.NOTHING_NEEDED,
}
_RANK: Final = {
    Whose.SELF: 0,
    Whose.SUPERVISOR: 0,
    Whose.NOT_A_LEVEL: 0,
    Whose.NOBODY: 0,
    Whose.POINTS: 0,
    Whose.UNCLEAR: 1,
    Whose.EXPLAINED: 2,
}
"""Of two ways to part a heading the one counts that leaves fewer words unexplained."""
_NO_LEVELS: Final = frozenset({Column.GROUP, Column.REQUIRED, Column.OTHER})
_OF_EMPLOYEE: Final = UNNAMED | {Whose.SELF, Whose.NOT_A_LEVEL}
_MOST_REMEMBERED: Final = 4096
_LONGEST_PARTED: Final = 400
_MOST_PARTS: Final = 40
"""A heading that is longer, or has more words, is a text and not parted."""

_EXPLANATION: Final = re.compile(
    r"(?<=\S)[\s(]+(?:คำอธิบาย|อธิบาย|คำนิยาม|นิยาม|คำจำกัดความ|ความหมาย|หมายถึง|ตัวอย่าง|หมายเหตุ"
    r"|definition|description|examples?|note)\s*[:：]\s*\S.*",
    re.IGNORECASE,
)
_REQUIRED_IS: Final = re.compile(
    r"(?<=\S)[\s(\[]+(?:ระดับ)?(?:ที่|ความ)?(?:คาดหวัง|ต้องการ|กำหนด|เกณฑ์|required|expected|target)"
    r"\s*(?:ระดับ|level)?\s*[:=]?\s*[0-9๐-๙]{1,2}\s*[)\]]?$",
    re.IGNORECASE,
)
"""The required level as part of the heading: the column holds another one, the level reached."""
_GRID: Final = re.compile(r"(?P<question>.*)\[(?P<row>[^\[\]]+)\]\s*\*?")
_OF_A_QUIZ: Final = re.compile(r"(?:points|feedback|คะแนน|ข้อเสนอแนะ)\s+[-–—]\s.+", re.IGNORECASE)
_PART: Final = re.compile(r"\s*[-–—−:|/\\()\[\]{}_,;]+\s*|\s+")
_NUMBERED: Final = re.compile(
    r"(?:ข้อ(?:ที่)?|คำถามที่|ลำดับ(?:ที่)?|ที่|question|no|q)[\s.]*[0-9๐-๙]+[\s.:)]*", re.IGNORECASE
)
_REPEATED: Final = re.compile(r"(?<=[^\s\d.])\.?[0-9]{1,2}$")
_POLITE: Final = re.compile(
    "(?:กรุณา|โปรด)?(?:ระบุ|กรอก|ใส่|เลือก)?"
    "(?:please)?(?:enter|fillin|select|choose|whatis)?(?:your|the)?"
    "(?P<asked>.+?)"
    "(?:ของ)?(?:ท่าน|คุณ|พนักงาน|เจ้าหน้าที่|ผู้รับการประเมิน|ผู้ถูกประเมิน"
    "|ผู้(?:ตอบ|กรอก)(?:แบบสอบถาม|แบบประเมิน|แบบฟอร์ม)?)?"
)


class HeadingReader:
    """Reads headings, each text once: forms by the thousand have the same ones.

    Args:
        names: The names of the book.
    """

    def __init__(self, names: Names) -> None:
        self.names = names
        spellings = {
            name_key(spelling)
            for each in names.book.competencies
            for spelling in (each.id, *each.name.spellings())
        }
        self._any_competency = _any_of(spellings)
        self._about_competencies = _any_of(spellings | COMPETENCY_HEADINGS)
        self._remembered = lru_cache(_MOST_REMEMBERED)(self._meaning)
        self._perhaps = lru_cache(_MOST_REMEMBERED)(self._may_name_competency)

    def meaning(self, text: str) -> Meaning:
        """Return what a cleaned heading says."""
        return self._remembered(text)

    def may_name_competency(self, text: str) -> bool:
        """Return whether a heading may name a competency, or stand over such names.

        It is soon told of the name of a person, whose meaning takes long to find: it has none.
        """
        return self._perhaps(text)

    def _may_name_competency(self, text: str) -> bool:
        if len(text) > _LONGEST_PARTED:
            return True
        keys = (name_key(text), name_key(without_brackets(text)))
        return any(map(self._about_competencies.search, keys))

    def _meaning(self, text: str) -> Meaning:
        found = self._rated(text) or _of_person(text)
        if found is None and (once := _REPEATED.sub("", text)) != text:
            # Microsoft Forms numbers a heading that stands again: `การบริการด้วยใจ2`.
            found = self._rated(once) or _of_person(once)
        return found or _of_unknown_row(text) or _of_table(text) or _unknown(text)

    def _rated(self, text: str) -> Meaning | None:
        """Return the meaning of a heading that names a competency, perhaps with other words."""
        if not self._names_one(text):
            return None
        explained = _EXPLANATION.search(text) or _REQUIRED_IS.search(text)
        if explained:
            short = self._rated(text[: explained.start()])
            return _with_words(short, explained[0]) if short else None
        grid = _GRID.fullmatch(text)
        competency = self.names.competency(grid["row"]) if grid else None
        if grid and competency is not None:
            said: tuple[str, Whose] | None = (competency.id, whose(grid["question"]))
        else:
            said = self._parted(_NUMBERED.sub("", text, count=1), depth=2)
        if said is None:
            return None
        if said[1] is Whose.NOT_A_LEVEL:
            return Meaning(Holds.NOTHING_NEEDED)
        return Meaning(Holds.RATED, said[1], said[0])

    def names_competency(self, text: str) -> bool:
        """Return whether a heading names a competency, whatever its column holds."""
        return self.names.competency(text) is not None or self._rated(text) is not None

    def _names_one(self, text: str) -> bool:
        return len(text) <= _LONGEST_PARTED and bool(self._any_competency.search(name_key(text)))

    def _parted(self, text: str, depth: int) -> tuple[str, Whose] | None:
        """Return the competency in `text`, and whose level the words before or after it say."""
        competency = self.names.competency(text)
        if competency is not None:
            return competency.id, Whose.NOBODY
        parts = list(_PART.finditer(text)) if depth else []
        best: tuple[str, Whose] | None = None
        for part in parts if len(parts) <= _MOST_PARTS else ():
            before, after = text[: part.start()], text[part.end() :]
            for name, words in ((before, after), (after, before)):
                inner = self._parted(name, depth - 1) if self._names_one(name) else None
                if inner is None:
                    continue
                said = inner[0], together(inner[1], whose(words))
                if best is None or _RANK[said[1]] < _RANK[best[1]]:
                    best = said
        return best


def _any_of(keys: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of `keys` that is not blank."""
    return re.compile("|".join(map(re.escape, filter(None, keys))) or r"(?!)")


def heads_table(headings: Sequence[Holds]) -> bool:
    """Return whether a row with these headings begins a table of people, long or wide."""
    rated = headings.count(Holds.RATED)
    return heads_long(headings) or rated > 1 or (rated > 0 and not WHO.isdisjoint(headings))


def heads_long(headings: Collection[Holds]) -> bool:
    """Return whether a row with these headings begins a long table."""
    return not NAMING.isdisjoint(headings) and not _RATING.isdisjoint(headings)


def _with_words(rated: Meaning, words: str) -> Meaning:
    """Return the meaning of a heading that goes on with words of explanation.

    They say whose level it is at best by the way, so that a rater in them leaves a doubt.
    """
    if rated.holds is not Holds.RATED:
        return rated
    said = Whose.UNCLEAR if whose(words) in NAMED | {Whose.UNCLEAR} else Whose.EXPLAINED
    return Meaning(Holds.RATED, together(rated.whose, said), rated.competency)


def _of_person(text: str) -> Meaning | None:
    """Return the meaning of a heading over what is known of a person or an answer."""
    if any(whose(inner) not in _OF_EMPLOYEE for inner in bracketed(text)):
        return Meaning(Holds.NOTHING_NEEDED)  # `ชื่อ (ผู้ประเมิน)`
    for words in _wordings(text):
        use, field = use_of(words), field_of(words)
        if use is not None:
            return Meaning(_OF_USES[use])
        if field is Field.OTHER and column_of(words) is not None:
            return None  # `ผู้บังคับบัญชา` may head the levels of a long table
        if field is not None:
            return Meaning(_OF_FIELDS[field])
    return None


def _wordings(text: str) -> Iterator[str]:
    """Yield a heading with less and less of what only explains or asks politely."""
    plain = without_leading_number(
        _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
    )
    bare = without_brackets(plain)
    yield text
    yield plain
    yield bare
    for words in (plain, bare):
        asked = _POLITE.fullmatch(name_key(words))
        if asked:
            yield asked["asked"]


def _of_table(text: str) -> Meaning | None:
    """Return the meaning of a heading of the table itself."""
    column = column_of(text)
    if column is None:
        return Meaning(Holds.NOTHING_NEEDED) if is_hint(text) or _OF_A_QUIZ.match(text) else None
    if column is Column.COMPETENCY:
        return Meaning(Holds.COMPETENCY)
    if column in _NO_LEVELS:
        return Meaning(Holds.NOTHING_NEEDED)
    return Meaning(Holds.LEVEL, whose(text))


def _of_unknown_row(text: str) -> Meaning | None:
    """Return the meaning of a grid question whose row is no competency: `คำถาม [แถว]`."""
    grid = _GRID.fullmatch(text)
    if grid is None or is_hint(grid["row"]):
        return None
    row = grid["row"].strip()
    known = (use_of(row), field_of(row), column_of(row))
    said = whose(grid["question"])
    if said is Whose.NOT_A_LEVEL or any(each is not None for each in known):
        return Meaning(Holds.NOTHING_NEEDED)
    return Meaning(Holds.NO_COMPETENCY, said, name=row)


def _unknown(text: str) -> Meaning:
    """Return the meaning of a heading that is not known, its name without a rater's."""
    for part in _PART.finditer(text):
        before, after = text[: part.start()], text[part.end() :]
        for name, words in ((before, after), (after, before)):
            said = _beside_a_name(words, apart=bool(part[0].strip()))
            if said is Whose.NOT_A_LEVEL:
                return Meaning(Holds.NOTHING_NEEDED)
            if said in NAMED and name:
                return Meaning(Holds.UNKNOWN, said, name=name)
    return Meaning(Holds.UNKNOWN, name=text)


def _beside_a_name(words: str, *, apart: bool) -> Whose:
    """Return whose level `words` say it is, where they are a label and not part of a name.

    `apart`: more than a space parts them from the name.
    """
    label = column_of(words) is not None or (apart and use_of(words) is Use.OTHER)
    return whose(words) if label else Whose.EXPLAINED


@lru_cache(maxsize=1)
def heading_reader(names: Names) -> HeadingReader:
    """Return the reader of headings that goes with the names of a book; one is kept."""
    return HeadingReader(names)
