"""What a position requires: frozen models that check themselves when they are made.

The shape is that of `positions.json`. Nothing here knows a particular organisation: scale,
groups, competencies, departments and positions are all data.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from jdgap.text.language import name_languages

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=64)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]

ALL: Final = "all"
"""What the totals of all groups together are called, beside the id of each group."""


_BRACKETS: Final = frozenset("()[]")


class InvalidBookError(ValueError):
    """A rule between parts of the book is broken.

    Attributes:
        path: Where, as keys and list places from the top of the file.
    """

    def __init__(self, path: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Name(_Frozen):
    """A name in Thai, English or both; at least one is given."""

    th: Line | None = None
    en: Line | None = None

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if self.th is None and self.en is None:
            raise ValueError("a name needs th or en")
        return self

    @property
    def text(self) -> str:
        """The name in the language in use, or in the other one where that is missing.

        Where names are shown in both: `การบริการด้วยใจ (Service Mind)`, and `หัวหน้า (บัญชี) – Head
        (Accounting)` where there are brackets already.
        """
        first, second = self._shown
        if not second:
            return first
        if _BRACKETS.isdisjoint(first + second):
            return f"{first} ({second})"
        return f"{first} – {second}"

    @property
    def stacked(self) -> str:
        """The same with both languages on a line each, for cells and headings."""
        return "\n".join(filter(None, self._shown))

    @property
    def short(self) -> str:
        """The name in one language, for where there is no room for both, as in a chart."""
        return self._shown[0]

    @property
    def _shown(self) -> tuple[str, str]:
        """The name in the languages it is shown in; "" for a second one that says no more."""
        languages = name_languages()
        first, second = (self.th, self.en) if languages[0] == "th" else (self.en, self.th)
        if len(languages) == 1 or first is None or second is None or first == second:
            return first or second or "", ""
        return first, second

    def spellings(self) -> Iterator[str]:
        """Yield each way the name may be written: either language, or both one after the other."""
        if self.th:
            yield self.th
        if self.en:
            yield self.en
        if self.th and self.en:
            yield f"{self.th} {self.en}"
            yield f"{self.en} {self.th}"


class Level(_Frozen):
    """One step of the scale, with its name and a one-line meaning."""

    level: Annotated[int, Field(ge=0, le=100, strict=True)]
    name: Name
    meaning: Name


class Group(_Frozen):
    """A group of competencies, such as core, functional or leadership."""

    id: Id
    name: Name


class Competency(_Frozen):
    """Something a person is rated on; belongs to one group."""

    id: Id
    group: Id
    name: Name


class Department(_Frozen):
    """A department that positions belong to."""

    id: Id
    name: Name


class Responsibility(_Frozen):
    """A key responsibility with its activities and the results expected of it."""

    duty: Line
    activities: tuple[Line, ...] = ()
    results: tuple[Line, ...] = ()


class Relationship(_Frozen):
    """Working with others: with whom, about what, how often."""

    with_whom: Line
    about: Line
    frequency: Line


class Position(_Frozen):
    """One sheet of the job-description book.

    Attributes:
        department: Id of the department; None where the position stands above departments.
        reports_to: Id of the superior position; None where the superior is outside the book.
        reports_to_title: The superior's title where it is not a position of the book.
        required: Required level of each competency, by competency id.
    """

    id: Id
    title: Name
    department: Id | None = None
    reports_to: Id | None = None
    reports_to_title: Name | None = None
    purpose: tuple[Line, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    education: tuple[Line, ...] = ()
    experience: tuple[Line, ...] = ()
    required: dict[Id, Annotated[int, Field(strict=True)]]
    knowledge: tuple[Line, ...] = ()
    skills: tuple[Line, ...] = ()


class Book(_Frozen):
    """A whole organisation: scale, groups, competencies, departments and positions, in order."""

    organisation: Name
    scale: Annotated[tuple[Level, ...], Field(min_length=2)]
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    competencies: Annotated[tuple[Competency, ...], Field(min_length=1)]
    departments: tuple[Department, ...] = ()
    positions: Annotated[tuple[Position, ...], Field(min_length=1)]

    @cached_property
    def position_by_id(self) -> dict[str, Position]:
        """The positions by id."""
        return {position.id: position for position in self.positions}

    @cached_property
    def competency_by_id(self) -> dict[str, Competency]:
        """The competencies by id."""
        return {competency.id: competency for competency in self.competencies}

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """The levels of the scale, lowest first."""
        return tuple(sorted(step.level for step in self.scale))

    def required_competencies(self, position: Position) -> list[Competency]:
        """Return what `position` requires, in the book's order."""
        return [each for each in self.competencies if each.id in position.required]

    def department_name(self, position: Position) -> str | None:
        """Return the name of the position's department in the language in use, if it has one."""
        for department in self.departments:
            if department.id == position.department:
                return department.name.text
        return None

    def superior_title(self, position: Position) -> str | None:
        """Return the title of whom `position` reports to, in the language in use."""
        if position.reports_to is not None:
            return self.position_by_id[position.reports_to].title.text
        return position.reports_to_title.text if position.reports_to_title else None

    def broken_rules(self) -> Iterator[InvalidBookError]:
        """Yield every rule between the parts that does not hold."""
        for rule in _RULES:
            yield from rule(self)


def _unique_ids(book: Book) -> Iterator[InvalidBookError]:
    parts: dict[str, Iterable[Group | Competency | Department | Position]] = {
        "groups": book.groups,
        "competencies": book.competencies,
        "departments": book.departments,
        "positions": book.positions,
    }
    for key, entries in parts.items():
        seen: set[str] = set()
        for place, entry in enumerate(entries):
            if entry.id in seen:
                yield InvalidBookError((key, place, "id"), f"the id “{entry.id}” is used twice")
            seen.add(entry.id)


def _no_group_called_all(book: Book) -> Iterator[InvalidBookError]:
    for place, group in enumerate(book.groups):
        if group.id == ALL:
            message = f"“{ALL}” cannot be a group: the totals of all groups together are called so"
            yield InvalidBookError(("groups", place, "id"), message)


def _unique_levels(book: Book) -> Iterator[InvalidBookError]:
    seen: set[int] = set()
    for place, step in enumerate(book.scale):
        if step.level in seen:
            yield InvalidBookError(
                ("scale", place, "level"), f"the level {step.level} is on the scale twice"
            )
        seen.add(step.level)


def _known_groups(book: Book) -> Iterator[InvalidBookError]:
    groups = {group.id for group in book.groups}
    for place, competency in enumerate(book.competencies):
        if competency.group not in groups:
            yield InvalidBookError(
                ("competencies", place, "group"), f"there is no group “{competency.group}”"
            )


def _known_departments(book: Book) -> Iterator[InvalidBookError]:
    departments = {department.id for department in book.departments}
    for place, position in enumerate(book.positions):
        if position.department is not None and position.department not in departments:
            yield InvalidBookError(
                ("positions", place, "department"),
                f"there is no department “{position.department}”",
            )


def _levels_on_scale(book: Book) -> Iterator[InvalidBookError]:
    competencies = {competency.id for competency in book.competencies}
    levels = {step.level for step in book.scale}
    for place, position in enumerate(book.positions):
        for competency, level in position.required.items():
            where = ("positions", place, "required", competency)
            if competency not in competencies:
                yield InvalidBookError(where, f"there is no competency “{competency}”")
            elif level not in levels:
                yield InvalidBookError(where, f"the level {level} is not on the scale")


def _reporting_lines_lead_somewhere(book: Book) -> Iterator[InvalidBookError]:
    superior = {position.id: position.reports_to for position in book.positions}
    for place, position in enumerate(book.positions):
        where = ("positions", place, "reports_to")
        if position.reports_to is None:
            continue
        if position.reports_to not in superior:
            yield InvalidBookError(where, f"there is no position “{position.reports_to}”")
            continue
        passed = {position.id}
        step: str | None = position.reports_to
        while step is not None and step not in passed:
            passed.add(step)
            step = superior.get(step)
        if step == position.id:
            yield InvalidBookError(where, "the reporting line leads back to the position itself")


_RULES = (
    _unique_ids,
    _no_group_called_all,
    _unique_levels,
    _known_groups,
    _known_departments,
    _levels_on_scale,
    _reporting_lines_lead_somewhere,
)
