"""However positions are damaged: no exception, and where there is no book there is a reason."""

from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import book
from documents import put_at
from jdgap.assessments.opening.workbooks import open_sheets
from jdgap.assessments.positions_book.reading import positions_of
from jdgap.output.positions_book.book import export_positions
from jdgap.positions import Book
from jdgap.positions.checking import checked_book
from jdgap.positions.consequences import causes
from jdgap.problems import Severity

SOUND = book().model_dump(mode="json", exclude_none=True)
ROWS = 30
CELLS = ["", "x", 3, 9, 2.5, True, date(2026, 1, 1), "unity", "id", "title", "all", "-", "manger"]
VALUES = [None, True, 3, 101, -1, 1.5, "", "x", "2", [], {}, [1], {"a": 1}]


def paths(part, above=()):
    """Every place of the document, of lists the first entries alone."""
    steps = part.items() if isinstance(part, dict) else enumerate(part[:3])
    for step, inside in steps:
        yield (*above, step)
        if isinstance(inside, (dict, list)):
            yield from paths(inside, (*above, step))


def damage(document, path, value):
    """Put a value there, or take it away where it is `...`; nothing where there is no such place."""
    with suppress(KeyError, IndexError, TypeError):
        put_at(document, path, value)


PATHS = list(paths(SOUND))
DAMAGES = st.lists(
    st.tuples(st.sampled_from(PATHS), st.sampled_from([..., *VALUES])), min_size=1, max_size=3
)


@settings(max_examples=80)
@given(damages=DAMAGES)
def test_a_damaged_document_is_a_book_or_has_a_fault_that_is_told(damages):
    document = deepcopy(SOUND)
    for path, value in damages:
        damage(document, path, deepcopy(value))
    found = checked_book(document)
    assert isinstance(found, Book) or causes(found, document)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    export_positions(path, book())
    opened = open_sheets(path, "a.xlsx")
    return [replace(each, rows=each.rows[:ROWS]) for each in opened]


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cell", "row", "column", "rest", "sheet"]),
        st.integers(0, 11),
        st.integers(0, ROWS),
        st.integers(0, 14),
        st.sampled_from(CELLS),
    ),
    max_size=4,
)


def edited(sheets, edits):
    sheets = [replace(each, rows=[list(row) for row in each.rows]) for each in sheets]
    for what, sheet, row, column, value in edits:
        rows = sheets[sheet % len(sheets)].rows
        if what == "sheet":
            sheets.pop(sheet % len(sheets))
        elif what == "rest":
            del rows[row:]
        elif what == "row":
            del rows[row : row + 1]
        elif what == "column":
            for each in rows:
                del each[column : column + 1]
        elif row < len(rows) and column < len(rows[row]):
            rows[row][column] = value
    return sheets


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(edits=EDITS)
def test_an_edited_workbook_is_a_book_or_has_an_error_that_is_told(sheets, edits):
    reading = positions_of(edited(sheets, edits))
    errors = [each for each in reading.problems if each.severity is Severity.ERROR]
    assert (reading.book is None) == bool(errors)
    for each in reading.problems:
        assert "{" not in each.message() + each.remedy()
