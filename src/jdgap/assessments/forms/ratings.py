"""The rows of a table into ratings, one for each competency, with a problem for what is wrong."""

from dataclasses import dataclass, field

from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.cells.labels import ends_table, is_hint, is_summary
from jdgap.assessments.cells.levels import LevelFault
from jdgap.assessments.forms.table_model import RaterColumns, Table
from jdgap.assessments.model import NoLevel, Rating
from jdgap.assessments.opening.grid import Sheet, Value
from jdgap.positions import Competency, Names
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened

_MARKS = frozenset("/✓✔√xX×●•☑☒✗✘*Pþü")
"""What people tick with; P, þ and ü are ticks in the fonts Wingdings 2 and Wingdings."""


_UNMARKED = frozenset("☐□")
"""Empty boxes, drawn to be ticked."""


@dataclass(slots=True)
class Ratings:
    """What was read so far.

    Attributes:
        by_competency: The ratings by competency id.
        problems: What is wrong, each with its cell.
    """

    by_competency: dict[str, Rating] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_ratings(sheet: Sheet, table: Table, names: Names) -> Ratings:
    """Return the ratings of every row of `table` and of the tables that continue it."""
    ratings = Ratings()
    part: Table | None = table
    while part is not None:
        ratings.problems += part.problems
        _read_part(sheet, part, names, ratings)
        part = part.continued
    return ratings


def _read_part(sheet: Sheet, table: Table, names: Names, ratings: Ratings) -> None:
    reader = _RowReader(sheet, table, names.book.levels)
    latest: Competency | None = None
    for row in table.rows:
        text = sheet.text(row, table.column)
        competency = names.competency(text) if text else None
        if competency is not None:
            latest = competency
            _add(ratings, competency, reader.rating(row, ratings.problems))
        elif not reader.holds_level(row) or _is_no_rating(sheet, row, text, names):
            continue
        elif text:
            facts = {"name": text, "suggestions": names.competency_suggestions(text)}
            place = sheet.place_of(row, table.column)
            ratings.problems.append(Problem("unknown-competency", place, shortened(text), facts))
        elif latest is not None:
            rating = reader.rating(row, [])
            facts = {"competency": latest.name.text}
            ratings.problems.append(Problem("level-without-competency", rating.place, facts=facts))
            unusable = Rating(NoLevel.UNUSABLE, NoLevel.UNUSABLE, rating.place)
            ratings.by_competency[latest.id] = unusable


def _is_no_rating(sheet: Sheet, row: int, text: str, names: Names) -> bool:
    """Return whether a row with numbers sums up, heads, numbers or signs, and rates nothing."""
    words = (sheet.text(row, column) for column in range(len(sheet.rows[row])))
    first = next((word for word in words if word), "")
    known = any(is_summary(word) or ends_table(word) or names.group(word) for word in (text, first))
    return known or bool(text and is_hint(text))


def _add(ratings: Ratings, competency: Competency, rating: Rating) -> None:
    """Add a rating; a second one of the same competency counts only if it says the same."""
    first = ratings.by_competency.get(competency.id)
    if first is None:
        ratings.by_competency[competency.id] = rating
        return
    if _is_blank(rating):
        return  # the name stands again without levels, as in a merged heading
    if _is_blank(first):
        ratings.by_competency[competency.id] = rating
        return
    if (first.self_level, first.supervisor_level) != (rating.self_level, rating.supervisor_level):
        ratings.problems.append(
            Problem(
                "duplicate-competency",
                rating.place,
                facts={"competency": competency.name.text, "other": first.place.cell},
            )
        )
        unusable = Rating(NoLevel.UNUSABLE, NoLevel.UNUSABLE, first.place)
        ratings.by_competency[competency.id] = unusable


def _is_blank(rating: Rating) -> bool:
    return rating.self_level is NoLevel.BLANK and rating.supervisor_level is NoLevel.BLANK


class _RowReader:
    """Reads the levels of one row after another."""

    def __init__(self, sheet: Sheet, table: Table, scale: tuple[int, ...]) -> None:
        self.sheet = sheet
        self.table = table
        self.cells = LevelCells(sheet, scale)

    def rating(self, row: int, problems: list[Problem]) -> Rating:
        self_level, self_place = self._rater(row, self.table.self_columns, problems)
        level, place = self._rater(row, self.table.supervisor_columns, problems)
        shown = place if isinstance(level, int) or self_place is None else self_place
        return Rating(self_level, level, shown or self.sheet.place)

    def holds_level(self, row: int) -> bool:
        """Return whether a row that names no competency holds a level all the same."""
        raters = (self.table.self_columns, self.table.supervisor_columns)
        return any(
            isinstance(self._rater(row, rater, [])[0], int) for rater in raters if rater is not None
        )

    def _rater(
        self, row: int, rater: RaterColumns | None, problems: list[Problem]
    ) -> tuple[int | NoLevel, Place | None]:
        if rater is None:
            return NoLevel.BLANK, None
        if rater.levels:
            return self._ticked(row, rater, problems)
        column = rater.columns[0]
        place = self.sheet.place_of(row, column)
        return self.cells.level(self.sheet.value(row, column), place, problems), place

    def _ticked(
        self, row: int, rater: RaterColumns, problems: list[Problem]
    ) -> tuple[int | NoLevel, Place]:
        marked: list[tuple[int, Place]] = []
        unusable = not_applicable = False
        for column, level in zip(rater.columns, rater.levels, strict=True):
            place = self.sheet.place_of(row, column)
            said = self._mark(self.sheet.value(row, column), level, place, problems)
            if said is NoLevel.UNUSABLE:
                unusable = True
            elif said is NoLevel.NOT_APPLICABLE:
                not_applicable = True  # unless another column is marked: `-` fills the rest
            elif isinstance(said, int):
                marked.append((said, place))
        first = self.sheet.place_of(row, rater.columns[0])
        if len(marked) > 1:
            marks = [str(level) for level, _place in marked]
            problems.append(
                Problem("several-marks", marked[1][1], ", ".join(marks), {"marks": marks})
            )
            return NoLevel.UNUSABLE, marked[0][1]
        if marked and not unusable:
            return marked[0]
        if unusable:
            return NoLevel.UNUSABLE, first
        return (NoLevel.NOT_APPLICABLE if not_applicable else NoLevel.BLANK), first

    def _mark(
        self, value: Value, level: int, place: Place, problems: list[Problem]
    ) -> int | NoLevel:
        """Return `level` where the cell marks it: a tick, or the level's own number."""
        if isinstance(value, str) and value.strip() and set(value.strip()) <= _MARKS:
            return level
        if value is True:
            return level  # a ticked checkbox
        if value is False or (isinstance(value, str) and value.strip() in _UNMARKED):
            return NoLevel.BLANK
        read = self.cells.level(value, place, problems)
        if isinstance(read, int) and read != level:
            problems.append(self.cells.problem(LevelFault("level-not-a-number", str(read)), place))
            return NoLevel.UNUSABLE
        return read
