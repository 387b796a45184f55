"""Problems and assessments of any content: shown in every language, and sent between processes."""

import pickle
import string
import unicodedata
from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from builders import COMPETENCIES
from jdgap.assessments import Assessment, NoLevel, Rating, Reading
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.packing import packed, unpacked
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings, code_of
from jdgap.problems import KINDS, Place, Problem, in_order
from jdgap.text.cleaning import clean
from jdgap.text.language import LANGUAGES, current_language, use_language

any_text = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["{", "{}", "{value}", "%s", "\x1b[0m", "\ud800", "a" * 400]),
)
a_fact = st.one_of(
    any_text, st.integers(), st.floats(), st.none(), st.lists(any_text, max_size=3), st.booleans()
)
places = st.builds(
    Place, any_text, any_text, st.from_regex(r"([A-Z]{1,3}[1-9][0-9]{0,6})?", fullmatch=True)
)
a_level = st.one_of(st.integers(0, 100), st.sampled_from(NoLevel))


@cache
def facts_of(code: str) -> set[str]:
    """Return what the words of a kind ask for."""
    kind = KINDS[code]
    parsed = (string.Formatter().parse(words) for words in (kind.message, kind.remedy))
    return {name for parts in parsed for _, name, _, _ in parts if name} - {"value"}


@st.composite
def problems(draw):
    """A problem of any kind, with any facts for what its words ask."""
    code = draw(st.sampled_from(sorted(KINDS)))
    facts = {name: draw(any_text if name == "reason" else a_fact) for name in facts_of(code)}
    return Problem(code, draw(places), clean(draw(any_text)), facts)


@st.composite
def ratings(draw):
    """What somebody said on a form, or in a row of a table."""
    keys = draw(st.lists(st.sampled_from(COMPETENCIES), unique=True, max_size=4))
    if draw(st.booleans()):
        return {key: Rating(draw(a_level), draw(a_level), draw(places)) for key in keys}
    columns = draw(st.permutations(range(-1, 2 * len(keys))))[: 2 * len(keys)]
    half = len(keys)
    rated = RatedColumns(draw(places), tuple(keys), tuple(columns[:half]), tuple(columns[half:]))
    codes = bytes(code_of(draw(a_level)) for _ in range(2 * half))
    return RowRatings(rated, draw(st.integers(0, 100_000)), codes)


assessments = st.builds(
    Assessment,
    *(places, any_text, any_text, st.none() | any_text, any_text, any_text, any_text, ratings()),
    submitted=st.none() | st.datetimes(),
)


@given(problems())
def test_any_problem_is_shown_in_every_language(problem):
    """Whatever its facts are, and without characters that act on a screen."""
    before = current_language()
    for language in LANGUAGES:
        use_language(language)
        try:
            words = [problem.message(), problem.remedy()]
        finally:
            use_language(before)
        assert all(words)
        assert not {unicodedata.category(each) for text in words for each in text} & {"Cc", "Cs"}


@given(st.lists(problems(), max_size=4), st.randoms(use_true_random=False))
def test_problems_have_one_order(found, random):
    """However they come in, the places stand in the same order."""
    shuffled = random.sample(found, len(found))
    assert [each.place for each in in_order(shuffled)] == [each.place for each in in_order(found)]


@given(st.lists(assessments, max_size=3), st.lists(problems(), max_size=2))
def test_a_reading_survives_being_sent(found, problems):
    """What comes out of a worker is what went in."""
    reading = Reading(found, problems)
    sent = unpacked(pickle.loads(pickle.dumps(packed(reading))))  # noqa: S301 (its own)
    assert sent.assessments == reading.assessments
    assert repr(sent.problems) == repr(reading.problems)  # NaN is not NaN


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.sampled_from("ab"), any_text))
@example("timed-out", {"seconds": 15})
def test_a_fault_survives_being_sent(code, facts):
    """A whole file that cannot be used comes out of a worker with its facts."""
    sent = pickle.loads(pickle.dumps(FileFaultError(code, **facts)))  # noqa: S301 (its own)
    assert (sent.code, sent.facts) == (code, facts)
