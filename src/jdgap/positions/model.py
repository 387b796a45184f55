"""What a position requires: frozen models that check their own shape when they are made.

The rules between them (`rules`) are checked where a book is read (`checking`).

The shape is that of `positions.json`. Nothing here knows a particular organisation: scale,
groups, competencies, departments and positions are all data.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from jdgap.text.language import name_languages

LONGEST_ID: Final = 64
HIGHEST_LEVEL: Final = 100
LONGEST_LINE: Final = 4000
"""Characters."""

ALL_GROUPS: Final = "all"
"""What the totals of all groups together are called, beside the id of each group."""

_BRACKETS: Final = frozenset("()[]")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=LONGEST_ID)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE)
]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Name(_Frozen):
    """A name in Thai, English or both; at least one is given."""

    th: Annotated[Line | None, Field(description="In Thai.")] = None
    en: Annotated[Line | None, Field(description="In English.")] = None

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

    level: Annotated[
        int,
        Field(ge=0, le=HIGHEST_LEVEL, strict=True, description="A whole number; higher is more."),
    ]
    name: Name
    meaning: Name


class Group(_Frozen):
    """A group of competencies, such as core, functional or leadership."""

    id: Id
    name: Name


class Competency(_Frozen):
    """Something a person is rated on; belongs to one group."""

    id: Id
    group: Annotated[Id, Field(description="Id of its group.")]
    name: Name


class Department(_Frozen):
    """A department that positions belong to."""

    id: Id
    name: Name


class Responsibility(_Frozen):
    """A key responsibility with its activities and the results expected of it."""

    duty: Annotated[Line, Field(description="The responsibility itself.")]
    activities: Annotated[
        tuple[Line, ...], Field(description="What is done for it, one line each.")
    ] = ()
    results: Annotated[tuple[Line, ...], Field(description="What is expected to come of it.")] = ()


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
    department: Annotated[
        Id | None, Field(description="Id of its department; left out above departments.")
    ] = None
    reports_to: Annotated[
        Id | None, Field(description="Id of the superior position, where it is in this file.")
    ] = None
    reports_to_title: Annotated[
        Name | None, Field(description="Title of a superior who is not in this file.")
    ] = None
    purpose: tuple[Line, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    education: tuple[Line, ...] = ()
    experience: tuple[Line, ...] = ()
    required: Annotated[
        dict[Id, Annotated[int, Field(strict=True)]],
        Field(description="Required level of the scale, by the id of the competency."),
    ]
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
