"""A recognised table: where its rows and its raters' levels stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jdgap.assessments.cells.labels import Column
from jdgap.assessments.forms.headings import Heading
from jdgap.problems import Problem


@dataclass(frozen=True, slots=True)
class RaterColumns:
    """Where one rater's level stands in a row.

    Attributes:
        columns: One column that holds the level, or the columns of the tick form.
        levels: The level that each of `columns` stands for; empty where the column holds it.
        not_applicable: The column of a tick form that says that it does not apply, if any.
    """

    columns: tuple[int, ...]
    levels: tuple[int, ...] = ()
    not_applicable: int | None = None

    @property
    def all(self) -> frozenset[int]:
        """All of its columns."""
        return frozenset(self.columns) | frozenset(
            () if self.not_applicable is None else (self.not_applicable,)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table.

    Attributes:
        header_row: The topmost row of its header, counted from 0.
        rows: The rows that may hold a competency.
        column: The column of the competencies.
        self_columns: Where the employee's level stands, if anywhere.
        supervisor_columns: Where the supervisor's level stands, if anywhere.
        problems: What is wrong with its headers.
        continued: The table goes on below a header that stands again, perhaps in another order, or
            beside it.
        first_cell: Where its header begins, as row and column.
        span: The columns that belong to it.
        headings: What heads the columns that are not a rater's.
        required_columns: Where the required level stands, if anywhere.
        doubtful: Columns that a problem of the header is about.
        refused: Those of them that may hold levels, by the rater; by None where it is not known
            whose the levels are.
        says_who_rates: A heading names a rater.
    """

    header_row: int
    rows: range
    column: int
    self_columns: RaterColumns | None
    supervisor_columns: RaterColumns | None
    problems: list[Problem] = field(default_factory=list)
    continued: "Table | None" = None
    first_cell: tuple[int, int] = (0, 0)
    span: range = range(0)
    headings: tuple[Heading, ...] = ()
    required_columns: RaterColumns | None = None
    doubtful: frozenset[int] = frozenset()
    refused: Mapping[Column | None, frozenset[int]] = field(default_factory=dict)
    says_who_rates: bool = True

    @property
    def raters(self) -> tuple[RaterColumns, ...]:
        """The columns of those who rate."""
        both = (self.self_columns, self.supervisor_columns)
        return tuple(each for each in both if each is not None)

    @property
    def claimed(self) -> frozenset[int]:
        """The columns of levels, and the competencies' own."""
        each = (*self.raters, *filter(None, (self.required_columns,)))
        return frozenset({self.column}).union(*(columns.all for columns in each))
