"""The parts of a table together: which of them count, and whether they are one table."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jdgap.assessments.cells.labels import Column
from jdgap.assessments.forms.marks import told_once
from jdgap.assessments.forms.ratings import PartReader, Ratings, unusable
from jdgap.assessments.forms.table_model import Table
from jdgap.assessments.model import NoLevel, Rating
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names
from jdgap.problems import Problem

_FEWEST_AGAIN = 2
"""So many competencies that are rated again may be another table."""


@dataclass(slots=True)
class FormRatings:
    """What the table of a form says.

    Attributes:
        by_competency: The ratings by competency id.
        problems: What is wrong, each with its cell.
        parts: The parts that count, as they were read.
        second: The header of a second table that rates again what the first one does, and of that.
    """

    by_competency: dict[str, Rating] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    parts: list[Ratings] = field(default_factory=list)
    second: tuple[Table, Table] | None = None

    def refuse(self, competency: str, rater: Column | None) -> None:
        """Say that a level stands in the sheet and does not count, where none does.

        Args:
            competency: The id of a competency that a row names.
            rater: Whose level it is; None where it is not known.
        """
        rating = self.by_competency[competency]
        if rater is None and rating.is_blank:
            self.by_competency[competency] = unusable(rating)
        elif rater is Column.SELF and rating.self_level is NoLevel.BLANK:
            self.by_competency[competency] = replace(rating, self_level=NoLevel.UNUSABLE)
        elif rater is Column.SUPERVISOR and rating.supervisor_level is NoLevel.BLANK:
            self.by_competency[competency] = replace(rating, supervisor_level=NoLevel.UNUSABLE)


def read_ratings(sheet: Sheet, table: Table, names: Names) -> FormRatings:
    """Return the ratings of every row of `table` and of the tables that continue it."""
    read = [PartReader(sheet, part, names).read() for part in _chain(table)]
    counted = [each for each in read if not _explains(each, read)]
    form = FormRatings()
    for part in counted:
        if _is_copy(part, form):
            continue
        before = _rating_again(form.parts, part)
        if before is not None and form.second is None:
            form.second = (before.table, part.table)
        _add_part(form, part)
    form.problems = told_once(form.problems)
    return form


def _chain(table: Table | None) -> Iterator[Table]:
    while table is not None:
        yield table
        table = table.continued


def _explains(part: Ratings, parts: list[Ratings]) -> bool:
    """Return whether a part says in words what others rate: what each level means."""
    if not part.problems or any(row.rating.says_something for row in part.rows):
        return False
    if {problem.code for problem in part.problems} != {"level-not-a-number"}:
        return False
    own = part.by_competency.keys()
    return any(own <= other.by_competency.keys() for other in parts if other is not part)


def _rating_again(parts: list[Ratings], part: Ratings) -> Ratings | None:
    """Return the part that has most of its levels once more in a later one, by the same rater."""
    for before in parts:
        if _complete_one_another(before.table, part.table):
            continue
        first = _with_levels(before)
        both = first & _with_levels(part)
        if len(both) >= _FEWEST_AGAIN and 2 * len(both) > len(first):
            return before
    return None


def _with_levels(part: Ratings) -> set[str]:
    return {row.competency.id for row in part.rows if row.rating.says_something}


def _complete_one_another(one: Table, other: Table) -> bool:
    """Return whether one table has only the employee's levels and the other the supervisor's."""
    first = (one.self_columns is None, one.supervisor_columns is None)
    second = (other.self_columns is None, other.supervisor_columns is None)
    return {first, second} == {(True, False), (False, True)}


def _is_copy(part: Ratings, form: FormRatings) -> bool:
    """Return whether a table shows levels again, as for a chart or a plan.

    It stands beside the others, or does not say whose its levels are though the others do.
    """
    if not form.parts:
        return False
    rated = [row for row in part.rows if row.rating.says_something]
    beside = all(each.table.span != part.table.span for each in form.parts)
    said = part.table.says_who_rates or not all(e.table.says_who_rates for e in form.parts)
    if not rated or (said and not beside):
        return False
    return all(_is_shown(row.rating, form.by_competency.get(row.competency.id)) for row in rated)


def _is_shown(rating: Rating, shown: Rating | None) -> bool:
    """Return whether one of the raters has said each level of a rating."""
    said = () if shown is None else shown.levels
    return all(each is NoLevel.BLANK or each in said for each in rating.levels)


def _add_part(form: FormRatings, part: Ratings) -> None:
    """Add what a part says; what two parts say of one competency must agree or be complete."""
    form.parts.append(part)
    form.problems += part.problems
    joined = Ratings(part.table, form.by_competency, form.problems)
    for row in part.rows:
        rating = part.by_competency[row.competency.id]
        first = form.by_competency.get(row.competency.id)
        completes = first is not None and any(
            _complete_one_another(each.table, part.table) for each in form.parts
        )
        if first is not None and completes:
            form.by_competency[row.competency.id] = _together(first, rating)
        elif first is None or first.is_blank or not rating.is_blank:
            joined.add(row.competency, rating)


def _together(first: Rating, second: Rating) -> Rating:
    """Return what the employee says in one table and the supervisor in another."""
    own = first if first.self_level is not NoLevel.BLANK else second
    other = first if first.supervisor_level is not NoLevel.BLANK else second
    return Rating(
        own.self_level,
        other.supervisor_level,
        second.place if isinstance(second.supervisor_level, int) else first.place,
        own.self_cell or first.self_cell,
        other.supervisor_cell or first.supervisor_cell,
    )
