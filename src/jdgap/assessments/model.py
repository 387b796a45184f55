"""What one employee's sheet says: who, which position, and a rating for each competency."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum

from jdgap.problems import Place, Problem


class Count(StrEnum):
    """Whose level is the actual level."""

    EITHER = "either"
    """The supervisor's where given, else the employee's own."""
    SELF = "self"
    SUPERVISOR = "supervisor"


class NoLevel(Enum):
    """Why a rater gave no level."""

    BLANK = "blank"
    UNUSABLE = "unusable"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Rating:
    """What the two raters said of one competency.

    Attributes:
        self_level: The employee's own level, or why there is none.
        supervisor_level: The supervisor's level, or why there is none.
        place: The cell of the supervisor's level where one is given, else of the self level.
        self_cell: The cell of the self level, on the sheet of `place`; "" where there is none.
        supervisor_cell: The same for the supervisor's level.
    """

    self_level: int | NoLevel
    supervisor_level: int | NoLevel
    place: Place
    self_cell: str = ""
    supervisor_cell: str = ""

    @property
    def levels(self) -> tuple[int | NoLevel, int | NoLevel]:
        """What the employee said, and what the supervisor said."""
        return self.self_level, self.supervisor_level

    @property
    def is_blank(self) -> bool:
        """Nobody gave a level, nor anything else in its place."""
        return self.self_level is NoLevel.BLANK and self.supervisor_level is NoLevel.BLANK

    @property
    def says_something(self) -> bool:
        """Somebody gave a level, or said that it does not apply."""
        return any(isinstance(each, int) or each is NoLevel.NOT_APPLICABLE for each in self.levels)

    def __reduce__(self) -> tuple[object, ...]:
        """Come out of a worker quickly: 10,000 forms have 100,000 ratings."""
        said = (self.self_level, self.supervisor_level, self.place)
        return Rating, (*said, self.self_cell, self.supervisor_cell)


class KnowledgeKind(StrEnum):
    """What a position lists besides competencies, without levels."""

    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    OTHER = "other"
    """Neither the sheet nor the position's list says which of the two."""


class Need(StrEnum):
    """What a checklist says of one item."""

    HAVE = "have"
    NEED = "need"
    """It is there to be learnt or practised."""
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class KnowledgeAnswer:
    """What a checklist says of one item of knowledge, or of one skill. It changes no total.

    Attributes:
        kind: Which of the two.
        item: As the position's list has it; as written where it does not.
        answer: None where it is blank or cannot be used.
        place: The cell of the answer.
    """

    kind: KnowledgeKind
    item: str
    answer: Need | None
    place: Place

    def __reduce__(self) -> tuple[object, ...]:
        """Come out of a worker quickly: 10,000 forms have 100,000 answers."""
        return KnowledgeAnswer, (self.kind, self.item, self.answer, self.place)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One employee's assessment, as read; nothing is computed yet.

    Attributes:
        place: File and sheet it was read from; where the sheet holds a table of many people, the
            first cell of this one's row.
        employee_id: As written, "" where not given.
        name: As written, "" where not given.
        position_id: The position it is for; None where missing or unknown.
        position_written: The position as written, "" where not given.
        department: As written, "" where not given.
        round: A Buddhist-era year or a part of one (`text.rounds`); "" where not given.
        ratings: By competency id; a competency whose row was not found is absent.
        submitted: When the answer was given, where a time stamp says so.
        knowledge: The checklist of knowledge and skills, in its order; empty where there is none.
    """

    place: Place
    employee_id: str
    name: str
    position_id: str | None
    position_written: str
    department: str
    round: str
    ratings: Mapping[str, Rating]
    submitted: datetime | None = None
    knowledge: tuple[KnowledgeAnswer, ...] = ()


@dataclass(slots=True)
class Reading:
    """What files say: the assessments in the order of files and sheets, and what is wrong."""

    assessments: list[Assessment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
