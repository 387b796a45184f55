"""The gap arithmetic, against a calculation of its own."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import COMPETENCIES, book
from jdgap.assessments import Assessment, Count, NoLevel, Rating
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings, code_of
from jdgap.gaps import (
    Status,
    actual_level,
    compare_person,
    observations,
    priorities,
)
from jdgap.problems import Place
from jdgap.text.language import use_language

BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE
EITHER, SELF, SUPERVISOR = Count.EITHER, Count.SELF, Count.SUPERVISOR
SHEET = Place("f.xlsx", "S")

a_word = st.one_of(st.integers(1, 5), st.sampled_from(NoLevel))
answers = st.dictionaries(st.sampled_from(COMPETENCIES), st.tuples(a_word, a_word))
positions = st.sampled_from(book().positions)


def person(said, position="officer-it", against=None, count=EITHER):
    ratings = {
        key: Rating(*pair, Place("f.xlsx", "S", f"B{place}"))
        for place, (key, pair) in enumerate(said.items(), start=7)
    }
    assessment = Assessment(SHEET, "S-1", "ก", position, "", "", "2569", ratings)
    return compare_person(assessment, book(), book().position_by_id[against or position], count)


@pytest.mark.parametrize(
    ("own", "other", "either", "supervisor"),
    [
        (3, 4, 4, 4),
        (3, BLANK, 3, BLANK),
        (3, UNUSABLE, 3, UNUSABLE),
        (3, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE),
        (BLANK, 4, 4, 4),
        (UNUSABLE, 4, 4, 4),
        (NOT_APPLICABLE, 4, 4, 4),
        (BLANK, BLANK, BLANK, BLANK),
        (UNUSABLE, BLANK, UNUSABLE, BLANK),
        (NOT_APPLICABLE, BLANK, NOT_APPLICABLE, BLANK),
    ],
)
def test_whose_level_counts(own, other, either, supervisor):
    """The supervisor's level where given, else the employee's; or one of the two alone."""
    assert actual_level(own, other, EITHER) == either
    assert actual_level(own, other, SUPERVISOR) == supervisor
    assert actual_level(own, other, SELF) == own


@pytest.mark.parametrize(
    ("level", "gap", "shortfall", "status"),
    [
        (1, -2, 2, Status.BELOW),
        (2, -1, 1, Status.BELOW),
        (3, 0, 0, Status.MET),
        (4, 1, 0, Status.EXCEEDED),
        (5, 2, 0, Status.EXCEEDED),
        (BLANK, None, None, Status.NOT_ASSESSED),
        (UNUSABLE, None, None, Status.NOT_ASSESSED),
        (NOT_APPLICABLE, None, None, Status.NOT_APPLICABLE),
    ],
)
def test_one_competency(level, gap, shortfall, status):
    """Required is 3: below is negative, and what was not rated has neither gap nor shortfall."""
    result = person({"unity": (level, BLANK)}).results[1]
    assert result.competency.id == "unity"
    assert (result.gap, result.shortfall, result.status) == (gap, shortfall, status)


def test_a_row_that_was_not_found():
    """A required competency without a row is not assessed, at its sheet."""
    found = person({})
    result = found.results[0]
    assert (result.actual_level, result.status) == (None, Status.NOT_ASSESSED)
    assert found.place_of(result) == SHEET


def test_totals_of_a_worked_example():
    """Two below, one met, one above, one not applicable, three blank."""
    found = person(
        {
            "service-mind": (1, BLANK),
            "unity": (5, 2),
            "integrity": (3, BLANK),
            "achievement": (5, BLANK),
            "flexibility": (NOT_APPLICABLE, BLANK),
        }
    ).totals
    assert (found.required, found.rated, found.met, found.shortfall) == (8, 4, 2, 3)
    assert found.fit_pct == 75  # (1 + 2 + 3 + 3) of 12
    assert found.met_pct == 50
    assert found.coverage_pct == 50


def test_nothing_rated():
    """Nothing rated is no percentage, never zero and never a hundred."""
    found = person({}).totals
    assert (found.fit_pct, found.met_pct, found.coverage_pct) == (None, None, 0)
    leadership = person({}).totals_by_group["leadership"]
    assert (leadership.required, leadership.coverage_pct) == (0, None)


def test_a_surplus_hides_no_shortfall():
    """Far above in seven and below in one is not a full fit."""
    said = dict.fromkeys(COMPETENCIES[:8], (5, BLANK)) | {"unity": (2, BLANK)}
    found = person(said).totals
    assert found.shortfall == 1
    assert found.fit_pct == pytest.approx(100 * 23 / 24)


def test_what_is_not_required():
    """Levels that the position does not require are kept apart and change no total."""
    said = {"unity": (3, 3), "trust": (1, 5), "coaching": (BLANK, BLANK)}
    found = person(said)
    assert [(each.competency.id, each.self_level) for each in found.not_required] == [("trust", 1)]
    assert found.totals == person({"unity": (3, 3)}).totals


def test_another_position():
    """The gaps are against the position asked for; the one held stays."""
    found = person({"unity": (3, BLANK)}, against="manager")
    assert (found.position.id, found.compared_with.id) == ("officer-it", "manager")
    assert found.results[1].gap == -2
    assert len(found.results) == 12


def test_observations():
    """Blank, far apart and not required are said, each with its cell; N/A and spoilt are not."""
    said = {
        "service-mind": (BLANK, BLANK),
        "unity": (1, 3),
        "integrity": (2, 3),
        "achievement": (NOT_APPLICABLE, BLANK),
        "professional-expertise": (UNUSABLE, BLANK),
        "analytical-thinking": (BLANK, 3),
        "process-accuracy": (5, 3),
        "trust": (3, 1),
    }
    found = sorted((each.code, each.place.cell) for each in observations(person(said)))
    assert found == [
        ("missing-level", ""),
        ("missing-level", "B7"),
        ("not-required", "B14"),
        ("rater-difference", "B13"),
        ("rater-difference", "B8"),
    ]


def observed(count, said, more=()):
    """Codes and cells of what is observed where only one rater counts."""
    ratings = {key: rating(*each, row) for row, (key, each) in enumerate(said.items(), start=7)}
    assessment = replace(person({}).assessment, ratings=ratings | dict(more))
    found = compare_person(assessment, book(), book().position_by_id["officer-it"], count)
    return [(each.code, each.place.cell) for each in observations(found, count)]


def rating(own, other, row):
    """Both levels with their cells, D and E."""
    place = Place("a.xlsx", "S", f"E{row}" if isinstance(other, int) else f"D{row}")
    return Rating(own, other, place, f"D{row}", f"E{row}")


@pytest.mark.parametrize(("count", "column"), [(Count.SELF, "D"), (Count.SUPERVISOR, "E")])
def test_a_level_missing_of_the_rater_who_counts(count, column):
    """It is told at that rater's cell, whatever the other one said; what is spoilt is told."""
    said = dict.fromkeys(COMPETENCIES[:8], (3, 3))
    for key, level in (("unity", BLANK), ("integrity", UNUSABLE), ("achievement", NOT_APPLICABLE)):
        said[key] = (level, 3) if count is Count.SELF else (3, level)
    row = 7 + list(said).index("unity")
    assert observed(count, said) == [("missing-level", f"{column}{row}")]
    assert observed(Count.EITHER, said) == []
    said["unity"] = (3, BLANK) if count is Count.SELF else (BLANK, 3)
    assert observed(count, said) == []


def test_a_rater_without_a_column():
    """The cell of the other rater's level is the nearest there is."""
    said = {**dict.fromkeys(COMPETENCIES[1:8], (3, BLANK))}
    only = {COMPETENCIES[0]: Rating(BLANK, 3, Place("a.xlsx", "S", "E7"), "", "E7")}
    assert observed(Count.SELF, said, only.items()) == [("missing-level", "E7")]


@pytest.mark.parametrize(
    ("count", "said", "told"),
    [
        (Count.SUPERVISOR, (3, BLANK), True),
        (Count.SELF, (BLANK, 3), True),
        (Count.SELF, (3, BLANK), False),
        (Count.EITHER, (3, BLANK), False),
    ],
)
def test_a_rater_who_counts_and_gave_nothing(count, said, told):
    """Is told once, not for each competency; also where the levels stand in a row of a survey."""
    whole = dict.fromkeys(COMPETENCIES[:8], said)
    assert observed(count, whole) == ([("missing-rater", "")] if told else [])
    columns = RatedColumns(SHEET, tuple(whole), tuple(range(8)), tuple(range(8, 16)))
    codes = bytes(code_of(level) for rater in (0, 1) for level in [said[rater]] * 8)
    row = replace(person({}).assessment, ratings=RowRatings(columns, 1, codes))
    found = compare_person(row, book(), book().position_by_id["officer-it"], count)
    problems = list(observations(found, count))
    assert [each.code for each in problems] == ["missing-rater"] * told
    rater = "self level" if count is Count.SELF else "supervisor level"
    assert [(each.value, each.facts["rater"]) for each in problems] == [("S-1", rater)] * told


def test_nobody_gave_anything():
    """Then each level is missing, whoever counts."""
    blank = dict.fromkeys(COMPETENCIES[:8], (BLANK, BLANK))
    for count in Count:
        assert {code for code, _cell in observed(count, blank)} == {"missing-level"}


HEAD = dict(book().position_by_id["head-it"].required)


def copied(said, position="head-it"):
    problems = observations(person(said, position))
    return [each for each in problems if each.code == "same-as-required"]


def test_levels_that_were_copied_from_the_required_ones():
    """Once for each rater, at the answer."""
    own = {key: (level, BLANK) for key, level in HEAD.items()}
    (problem,) = copied(own)
    assert (problem.place, problem.value) == (SHEET, "S-1")
    both = {key: (level, level) for key, level in HEAD.items()}
    assert [each.facts["rater"] for each in copied(both)] == ["self level", "supervisor level"]
    other = {key: (1, level) for key, level in HEAD.items()}
    assert [each.facts["rater"] for each in copied(other)] == ["supervisor level"]


@pytest.mark.parametrize("level", [BLANK, NOT_APPLICABLE, UNUSABLE, 1])
@pytest.mark.parametrize("key", ["service-mind", "trust"])
def test_levels_of_which_one_is_another(key, level):
    """Wherever it stands."""
    said = {each: (required, BLANK) for each, required in HEAD.items()}
    assert copied(said | {key: (level, BLANK)}) == []


def test_required_levels_that_are_all_alike():
    """Whoever meets them may well answer so."""
    officer = book().position_by_id["officer-it"].required
    assert len(set(officer.values())) == 1
    assert copied({key: (level, level) for key, level in officer.items()}, "officer-it") == []


def observed_of_few(required):
    """What is seen where a position requires only a few competencies, all answered as required."""
    few = book().position_by_id["head-it"].model_copy(update={"required": required})
    other = book().model_copy(
        update={"positions": tuple(few if each.id == few.id else each for each in book().positions)}
    )
    ratings = {key: Rating(level, BLANK, SHEET) for key, level in few.required.items()}
    assessment = Assessment(SHEET, "S-1", "ก", few.id, "", "", "2569", ratings)
    return [each.code for each in observations(compare_person(assessment, other, few))]


def test_a_few_required_levels():
    """Two that agree say nothing; three do."""
    two = {"service-mind": 4, "team-building": 3}
    assert observed_of_few(two) == []
    assert observed_of_few(two | {"unity": 4}) == ["same-as-required"]


@pytest.mark.parametrize(("language", "word"), [("th", "ระดับที่ประเมินตนเอง"), ("en", "self level")])
def test_the_rater_is_named_in_the_language_in_use(language, word):
    """The problem itself is the same."""
    (problem,) = copied({key: (level, BLANK) for key, level in HEAD.items()})
    use_language(language)
    try:
        assert word in problem.message()
    finally:
        use_language("th")


def test_priorities():
    """The largest shortfall comes first, ties in the book's order."""
    said = {"flexibility": (1, BLANK), "unity": (2, BLANK), "service-mind": (2, BLANK)}
    found = [each.competency.id for each in priorities(person(said).results)]
    assert found == ["flexibility", "service-mind", "unity"]


def by_hand(said, position, count):
    """The same numbers, the long way round: one competency after the other, in fractions."""
    rated = met = short = reached = asked = 0
    for key, required in position.required.items():
        own, other = said.get(key, (BLANK, BLANK))
        candidates = {SELF: [own], SUPERVISOR: [other], EITHER: [other, own]}[count]
        level = None
        for word in candidates:
            if word is NOT_APPLICABLE:
                break
            if isinstance(word, int):
                level = word
                break
        if level is None:
            continue
        rated += 1
        asked += required
        if level < required:
            short += required - level
            reached += level
        else:
            met += 1
            reached += required
    fit = float(Fraction(100 * reached, asked)) if rated else None
    return rated, met, short, fit


@given(answers, positions, st.sampled_from(Count))
def test_any_answers(said, position, count):
    """For any answers, position and rule, the totals are those counted by hand."""
    found = person(said, position.id, count=count).totals
    rated, met, short, fit = by_hand(said, position, count)
    assert (found.required, found.rated, found.met) == (len(position.required), rated, met)
    assert found.shortfall == short
    assert found.fit_pct == (None if fit is None else pytest.approx(fit))


@given(answers, positions)
def test_what_always_holds(said, position):
    """Groups add up to the whole; a full fit means no shortfall; order changes nothing."""
    found = person(said, position.id)
    for key in ("required", "rated", "met", "shortfall"):
        parts = [getattr(each, key) for each in found.totals_by_group.values()]
        assert sum(parts) == getattr(found.totals, key)
    if found.totals.fit_pct is not None:
        assert 0 < found.totals.fit_pct <= 100
        assert (found.totals.fit_pct == 100) == (found.totals.shortfall == 0)
        assert (found.totals.met_pct == 100) == (found.totals.shortfall == 0)
    other_way = person(dict(reversed(said.items())), position.id)
    assert other_way.totals == found.totals
