import pickle

import pytest

from jdgap.assessments import NoLevel, Rating
from jdgap.assessments.people.row_ratings import NO_COLUMN, RatedColumns, RowRatings, code_of
from jdgap.problems import Place

COLUMNS = RatedColumns(Place("f.xlsx", "S"), ("unity", "trust"), (4, 5), (NO_COLUMN, 7))


def ratings(*said):
    return RowRatings(COLUMNS, 9, bytes(code_of(each) for each in said))


def test_each_competency_with_its_cell():
    """The supervisor's cell where there is a level, else the employee's."""
    found = ratings(3, NoLevel.UNUSABLE, NoLevel.BLANK, 5)
    assert dict(found) == {
        "unity": Rating(3, NoLevel.BLANK, Place("f.xlsx", "S", "E10"), "E10"),
        "trust": Rating(NoLevel.UNUSABLE, 5, Place("f.xlsx", "S", "H10"), "F10", "H10"),
    }


def test_a_blank_supervisor_leaves_the_employees_cell():
    """As in a form."""
    assert ratings(3, 4, NoLevel.BLANK, NoLevel.NOT_APPLICABLE)["trust"].place.cell == "F10"


def test_a_competency_that_has_no_column_is_not_there():
    """It is a mapping like any other."""
    found = ratings(3, 4, NoLevel.BLANK, NoLevel.BLANK)
    assert found.get("integrity") is None
    with pytest.raises(KeyError):
        found["integrity"]


def test_it_comes_out_of_a_worker_as_it_went_in():
    """Rows of one table still share their columns."""
    first, second = pickle.loads(  # noqa: S301 (our own)
        pickle.dumps([ratings(3, 4, 5, 1), ratings(1, 1, 1, 1)])
    )
    assert first == ratings(3, 4, 5, 1)
    assert first.columns is second.columns
