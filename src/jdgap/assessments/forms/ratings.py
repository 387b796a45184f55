"""The rows of a table into ratings, one for each competency, with a problem for what is wrong."""

from dataclasses import dataclass, field, replace

from jdgap.assessments.cells.labels import ends_table, is_hint, is_summary
from jdgap.assessments.forms.row_levels import RowLevel, RowReader
from jdgap.assessments.forms.table_model import Table
from jdgap.assessments.model import NoLevel, Rating
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Competency, Names
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened


@dataclass(frozen=True, slots=True)
class RatedRow:
    """A row, or the rows over which a name is merged, that name a competency.

    Attributes:
        row: The row of the name, counted from 0.
        column: The column of the name.
        competency: The competency.
        own: What the employee says.
        other: What the supervisor says.
        rating: What both say.
    """

    row: int
    column: int
    competency: Competency
    own: RowLevel
    other: RowLevel
    rating: Rating


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A row with a level that names something else than a competency.

    Attributes:
        place: Of the level.
        nearest: The id of the competency whose name is nearest.
        above: The id of the last competency above, None without one.
    """

    place: Place
    nearest: str
    above: str | None


@dataclass(slots=True)
class Ratings:
    """What was read of one part of a table.

    Attributes:
        table: The part.
        by_competency: The ratings by competency id.
        problems: What is wrong, each with its cell.
        rows: The rows that name a competency, as they were read.
        unknown: The rows with levels that name something else.
    """

    table: Table
    by_competency: dict[str, Rating] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rows: list[RatedRow] = field(default_factory=list)
    unknown: list[UnknownRow] = field(default_factory=list)

    def add(self, competency: Competency, rating: Rating) -> None:
        """Add a rating; a second one of the same competency counts only if it says the same."""
        first = self.by_competency.get(competency.id)
        if first is None or first.is_blank:
            self.by_competency[competency.id] = rating
        elif rating.is_blank:
            return  # the name stands again without levels, as in a merged heading
        elif first.levels != rating.levels:
            facts = {"competency": competency.name.text, "other": first.place.cell}
            self.problems.append(Problem("duplicate-competency", rating.place, facts=facts))
            self.by_competency[competency.id] = unusable(first)


def unusable(rating: Rating) -> Rating:
    """Return the rating of a competency of which two levels are said, one of them by `rating`."""
    return replace(rating, self_level=NoLevel.UNUSABLE, supervisor_level=NoLevel.UNUSABLE)


class PartReader:
    """Reads the rows of one part of a table.

    Args:
        sheet: The sheet.
        table: The part.
        names: The names of the book.
    """

    def __init__(self, sheet: Sheet, table: Table, names: Names) -> None:
        self._sheet = sheet
        self._table = table
        self._names = names
        self._reader = RowReader(sheet, table, names.book.levels)
        levels = [column for rater in table.raters for column in rater.columns]
        self._before_levels = range(table.span.start, min(levels, default=table.column))
        self._ratings = Ratings(table, problems=list(table.problems))

    def read(self) -> Ratings:
        """Return what the rows of the part say."""
        latest: RatedRow | None = None
        below = self._table.rows.start
        for row in self._table.rows:
            if row < below:
                continue
            found = self._named(row)
            if found is not None:
                column, competency = found
                rows = self._rows_of_name(row, column)
                latest = self._add(rows, column, competency)
                below = rows.stop
            elif self._reader.holds_level(row):
                self._add_unnamed(row, latest)
        return self._ratings

    def _named(self, row: int) -> tuple[int, Competency] | None:
        """Return the competency that a row names, and the column of its name.

        Where the table's own column says nothing, it may be another one left of the levels.
        """
        text = self._sheet.text(row, self._table.column)
        competency = self._names.competency(text) if text else None
        if competency is not None:
            return self._table.column, competency
        if text and not is_hint(text) and not self._names.group(text):
            return None
        found: dict[str, tuple[int, Competency]] = {}
        for column in self._before_levels:
            words = self._sheet.text(row, column)
            competency = self._names.competency(words) if words else None
            if competency is not None:
                found[competency.id] = (column, competency)
        return next(iter(found.values())) if len(found) == 1 else None

    def _rows_of_name(self, row: int, column: int) -> range:
        """Return the rows over which the name in a cell is merged, mostly its own alone."""
        stop = row + 1
        while self._sheet.layout.merged.get((stop, column)) == (row, column):
            stop += 1
        return range(row, min(stop, self._table.rows.stop))

    def _add(self, rows: range, column: int, competency: Competency) -> RatedRow:
        own, other = self._levels(rows, competency)
        rating = self._reader.rating(own, other)
        for level in (own, other):
            if level.differing is not None and level.column is not None:
                place = self._sheet.place_of(level.differing, level.column)
                self._ratings.problems.append(_without_competency(place, competency))
                rating = unusable(rating)
        rated = RatedRow(rows.start, column, competency, own, other, rating)
        self._ratings.rows.append(rated)
        self._ratings.add(competency, rating)
        return rated

    def _levels(self, rows: range, competency: Competency) -> tuple[RowLevel, RowLevel]:
        """Return what both raters say; of one cell for both nobody knows whose level it is."""
        shared = self._reader.shared(rows)
        if shared is None or shared.column is None:
            return self._reader.both(rows, self._ratings.problems)
        place = self._sheet.place_of(shared.row, shared.column)
        value = shortened(self._sheet.text(shared.row, shared.column))
        facts = {"competency": competency.name.text}
        self._ratings.problems.append(Problem("shared-level", place, value, facts))
        return shared, shared

    def _add_unnamed(self, row: int, latest: RatedRow | None) -> None:
        """Add the problem that a level stands in a row that names no competency."""
        column = self._table.column
        text = self._sheet.text(row, column)
        if self._is_no_rating(row, text):
            return
        rating = self._reader.rating(*self._reader.both((row,), []))
        if text and not _is_dashes(text):
            suggestions = self._names.competency_suggestions(text)
            facts = {"name": text, "suggestions": suggestions}
            place = self._sheet.place_of(row, column)
            problem = Problem("unknown-competency", place, shortened(text), facts)
            self._ratings.problems.append(problem)
            nearest = self._names.competency(suggestions[0])
            above = None if latest is None else latest.competency.id
            if nearest is not None:
                self._ratings.unknown.append(UnknownRow(rating.place, nearest.id, above))
        elif latest is not None:
            self._ratings.problems.append(_without_competency(rating.place, latest.competency))
            self._ratings.by_competency[latest.competency.id] = unusable(rating)

    def _is_no_rating(self, row: int, text: str) -> bool:
        """Return whether a row with numbers sums up, heads, numbers or signs, and rates nothing.

        A group to the left of a name heads the rows from this one on; it says nothing of the row.
        """
        first = next(filter(None, self._sheet.line(row)), "")
        known = any(is_summary(word) or ends_table(word) for word in (text, first))
        known = known or self._names.group(text or first) is not None
        return known or bool(text and is_hint(text) and not _is_dashes(text))


def _is_dashes(text: str) -> bool:
    """Return whether a text only says that nothing stands there."""
    return not any(each.isalnum() for each in text)


def _without_competency(place: Place, above: Competency) -> Problem:
    facts = {"competency": above.name.text}
    return Problem("level-without-competency", place, facts=facts)
