"""A recognised table: where its rows and its raters' levels stand."""

from dataclasses import dataclass, field

from jdgap.problems import Problem


@dataclass(frozen=True, slots=True)
class RaterColumns:
    """Where one rater's level stands in a row.

    Attributes:
        columns: One column that holds the level, or the columns of the tick form.
        levels: The level that each of `columns` stands for; empty where the column holds it.
    """

    columns: tuple[int, ...]
    levels: tuple[int, ...] = ()


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
        continued: The table goes on below a header that stands again, perhaps in another order.
    """

    header_row: int
    rows: range
    column: int
    self_columns: RaterColumns | None
    supervisor_columns: RaterColumns | None
    problems: list[Problem] = field(default_factory=list)
    continued: "Table | None" = None
