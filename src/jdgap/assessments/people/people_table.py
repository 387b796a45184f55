"""A table of many people: where its header is, and what stands in each column.

A wide table has a row for each person and a column for each competency; a long one has a row for
each person and competency. Only the top of a sheet is looked at, and of what stands below the
header a sample: a survey has 100,000 rows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from jdgap.assessments.cells.labels import column_of, field_of, is_person
from jdgap.assessments.cells.raters import UNNAMED, Whose, titles_supervisor
from jdgap.assessments.opening.grid import Sheet, texts_of_row
from jdgap.assessments.people.column_headings import (
    LEVELS,
    NAMING,
    WHO,
    HeadingReader,
    Holds,
    Meaning,
    heads_long,
)
from jdgap.assessments.people.headed_columns import (
    HeadedColumn,
    Sample,
    is_weak,
    numbers_columns,
    resolved,
)
from jdgap.assessments.people.wide_header import WideHeader
from jdgap.text.cleaning import clean

_ROWS_SEARCHED: Final = 60
_FEWEST_HEADINGS: Final = 2
_TITLE_ROWS: Final = 6
_LIST_OF_COMPETENCIES: Final = 3
"""So many competencies below one another are the table of a form."""
_OF_STAFF: Final = frozenset({Holds.EMPLOYEE_ID, Holds.NAME, Holds.POSITION})
_TELLING: Final = NAMING | {Holds.RATED}


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A recognised table of many people.

    Attributes:
        header_row: The topmost row of its header, counted from 0.
        first_row: The first row below the header.
        columns: Those that have a heading, from left to right.
        is_long: It has a row for each person and competency.
    """

    header_row: int
    first_row: int
    columns: tuple[HeadedColumn, ...]
    is_long: bool

    def of(self, *holds: Holds) -> list[HeadedColumn]:
        """Return the columns that hold one of `holds`."""
        return [each for each in self.columns if each.meaning.holds in holds]

    @property
    def tells_who(self) -> bool:
        """Some column says whose row it is."""
        return bool(self.of(*WHO, Holds.ACCOUNT_NAME))


def find_people_table(sheet: Sheet, reader: HeadingReader) -> PeopleTable | None:
    """Return the first table of many people on a sheet, if there is one near its top."""
    found: dict[int, dict[int, str]] = {}
    for row, column, text in sheet.texts():
        if row >= _ROWS_SEARCHED:
            break
        found.setdefault(row, {})[column] = text
    tables = (_table_at(sheet, reader, row, texts) for row, texts in found.items())
    return next((table for table in tables if table is not None), None)


def people_table_at(sheet: Sheet, reader: HeadingReader, row: int) -> PeopleTable | None:
    """Return the table of many people whose competencies `row` (counted from 0) names."""
    return _table_at(sheet, reader, row, texts_of_row(sheet, row), again=True)


def _table_at(
    sheet: Sheet, reader: HeadingReader, row: int, texts: Mapping[int, str], *, again: bool = False
) -> PeopleTable | None:
    """Return the table whose header is `row`, if it is one.

    `again`: a table of people stands above, so that competencies beside a person's are a header.
    """
    if len(texts) < _FEWEST_HEADINGS or not any(map(reader.may_name_competency, texts.values())):
        return None
    meanings = {column: reader.meaning(text) for column, text in texts.items()}
    if not any(each.holds in _TELLING for each in meanings.values()):
        return None
    wide = partial(_wide_at, sheet, reader, row, meanings, again=again)
    long = partial(_long_at, sheet, reader, row, meanings)
    rated = {each.competency for each in meanings.values() if each.holds is Holds.RATED}
    # A column that one competency heads may have strayed into a long table.
    likely, other = (wide, long) if len(rated) > 1 else (long, wide)
    return likely() or other()


def _wide_at(
    sheet: Sheet, reader: HeadingReader, row: int, meanings: Mapping[int, Meaning], *, again: bool
) -> PeopleTable | None:
    """Return the wide table whose competencies are named in `row`, if they are."""
    rated = [column for column, each in meanings.items() if each.holds is Holds.RATED]
    several = len({meanings[column].competency for column in rated}) > 1
    who = [column for column, each in meanings.items() if each.holds in WHO]
    if not rated or not (several or who):
        return None
    layout = WideHeader(sheet, reader, row, meanings)
    sample = Sample(sheet, layout.first_row, reader.names.book.levels)
    columns = resolved(layout.columns(), sample)
    columns = _as_titled(sheet, layout.top, columns)
    table = PeopleTable(layout.top, layout.first_row, columns, is_long=False)
    if several and (table.tells_who or _may_be_nobodys(sheet, reader, table, sample)):
        return table
    if again and who:
        return table
    labels = any(_is_label(reader, text) for column in who for text in sample.texts(column))
    return None if several or labels or not any(map(sample.levels, rated)) else table


def _may_be_nobodys(
    sheet: Sheet, reader: HeadingReader, table: PeopleTable, sample: Sample
) -> bool:
    """Return whether a table that has no column for a person is one of answers all the same.

    Otherwise it sums up a form, which has its competencies below one another, or it explains
    the levels.
    """
    rated = table.of(Holds.RATED)
    for each in rated:
        below = (reader.names.competency(clean(text)) for text in sample.texts(each.column))
        if any(other and other.id != each.meaning.competency for other in below):
            return False
    counts: Counter[int] = Counter()
    for row in range(min(len(sheet.rows), _ROWS_SEARCHED)):
        for column, text in texts_of_row(sheet, row).items():
            counts[column] += reader.names.competency(text) is not None
    if max(counts.values(), default=0) >= _LIST_OF_COMPETENCIES:
        return False
    return any(sample.levels(each.column) for each in rated)


def _is_label(reader: HeadingReader, text: str) -> bool:
    """Return whether a text heads or names something, and is nobody's id or name."""
    label = field_of(text) is not None or column_of(text) is not None
    return label or reader.names.competency(text) is not None


def _long_at(
    sheet: Sheet, reader: HeadingReader, row: int, meanings: Mapping[int, Meaning]
) -> PeopleTable | None:
    """Return the long table whose header is `row`, if it is one."""
    kinds = {each.holds for each in meanings.values()}
    if not heads_long(kinds):
        return None
    # `พนักงาน` may be over people's names as well as over their levels.
    persons = (column for column, each in meanings.items() if each.holds is Holds.LEVEL)
    if not kinds & WHO and not any(is_person(sheet.text(row, column)) for column in persons):
        return None
    first_row = row + 1 + numbers_columns(sheet, row + 1, meanings)
    sample = Sample(sheet, first_row, reader.names.book.levels)
    headed = (
        HeadedColumn(column, row, sheet.text(row, column), meaning)
        for column, meaning in sorted(meanings.items())
    )
    columns = _as_titled(sheet, row, resolved(headed, sample, long=True))
    table = PeopleTable(row, first_row, columns, is_long=True)
    who = [each for each in table.of(*WHO) if sample.values(each.column)]
    named = _competencies(reader, table, sample)
    if not who or not named or not table.of(Holds.LEVEL):
        return None
    certain = any(not is_weak(each.text) and not is_person(each.text) for each in who)
    return table if certain or _are_people(who, named, sample) else None


def _competencies(reader: HeadingReader, table: PeopleTable, sample: Sample) -> list[str]:
    """Return the ids of the competencies that the sample of a long table names."""
    texts = (text for each in table.of(*NAMING) for text in sample.texts(each.column))
    found = (reader.names.competency(clean(text)) for text in texts)
    return [each.id for each in found if each is not None]


def _are_people(who: Iterable[HeadedColumn], named: Sequence[str], sample: Sample) -> bool:
    """Return whether `รหัส` or `พนักงาน` is over people, and not over codes or levels of a form.

    A form has each competency once, and in each row another code. Here one comes again, or all
    rows are of one person.
    """
    again = len(set(named)) < len(named)
    return again or any(
        len(set(sample.values(each.column))) == 1 < len(sample.rows) for each in who
    )


def _as_titled(
    sheet: Sheet, top: int, columns: tuple[HeadedColumn, ...]
) -> tuple[HeadedColumn, ...]:
    """Return the columns; where none says whose its levels are, a title above may."""
    of_levels = {each.meaning.whose for each in columns if each.meaning.holds in LEVELS}
    raters = any(each.meaning.holds is Holds.RATER for each in columns)
    if raters or not of_levels <= UNNAMED:
        return columns
    first = min((each.column for each in columns if each.meaning.holds in LEVELS), default=0)
    texts = (
        text
        for row in range(max(0, top - _TITLE_ROWS), top)
        for column, text in texts_of_row(sheet, row).items()
        if column < first  # right of it a text may be over remarks, or over sums
    )
    if not any(map(titles_supervisor, (sheet.place.sheet, *texts))):
        return columns
    return tuple(
        replace(each, meaning=replace(each.meaning, whose=Whose.SUPERVISOR))
        if each.meaning.holds in LEVELS and each.meaning.whose is not Whose.POINTS
        else each
        for each in columns
    )


def is_staff_list(sheet: Sheet, reader: HeadingReader) -> bool:
    """Return whether a sheet lists staff: people with id, name or position, and no competency."""
    rows = [texts_of_row(sheet, row) for row in range(min(len(sheet.rows), _ROWS_SEARCHED))]
    if any(reader.names_competency(text) for texts in rows for text in texts.values()):
        return False
    return any(_heads_staff(sheet, reader, row, texts) for row, texts in enumerate(rows))


def _heads_staff(sheet: Sheet, reader: HeadingReader, row: int, texts: Mapping[int, str]) -> bool:
    """Return whether a row heads two or more parts of who people are, with values below it."""
    headed = {
        column: holds
        for column, text in texts.items()
        if (holds := reader.meaning(text).holds) in _OF_STAFF
    }
    below = {column: sheet.text(row + 1, column) for column in headed}
    filled = {column for column, text in below.items() if text and field_of(text) is None}
    # On a form each label has its value beside it.
    values = (texts.get(column + 1, "") for column in headed)
    labels = all(text and reader.meaning(text).holds is Holds.UNKNOWN for text in values)
    return len({headed[column] for column in filled}) > 1 and not labels
