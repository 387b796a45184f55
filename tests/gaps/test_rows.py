"""A row of a survey gives the numbers that the same levels on a form give."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from answers import answer
from builders import COMPETENCIES, book
from jdgap.assessments import NoLevel, Rating
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings, code_of
from jdgap.gaps import Comparison
from jdgap.problems import Place

SHEET = Place("a.xlsx", "S")
a_word = st.one_of(st.integers(1, 5), st.sampled_from(NoLevel))


@given(
    st.lists(st.sampled_from(COMPETENCIES), unique=True),
    st.lists(st.tuples(a_word, a_word), min_size=12, max_size=12),
    st.sampled_from(book().positions),
)
def test_a_row_is_compared_like_a_form(competencies, said, position):
    """Whatever columns there are, and whatever stands in them."""
    pairs = said[: len(competencies)]
    columns = RatedColumns(
        SHEET,
        tuple(competencies),
        tuple(range(len(competencies))),
        tuple(range(20, 20 + len(competencies))),
    )
    codes = [code_of(own) for own, _ in pairs] + [code_of(other) for _, other in pairs]
    row = RowRatings(columns, 4, bytes(codes))
    form = {key: Rating(*row_pair(row, key), row[key].place) for key in competencies}
    comparison = Comparison(book())
    start = answer(position=position.id)
    of_row = comparison.person(replace(start, ratings=row), position)
    of_form = comparison.person(replace(start, ratings=form), position)
    assert of_row.results == of_form.results
    assert of_row.not_required == of_form.not_required
    assert of_row.totals == of_form.totals


def row_pair(row, key):
    return row[key].self_level, row[key].supervisor_level
