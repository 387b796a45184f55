"""What the numbers themselves show, with the facts that are said of it."""

import pytest

from answers import answer
from builders import book, thai, title
from jdgap.assessments import NoLevel
from jdgap.gaps import compare_person, observations
from jdgap.text.language import LANGUAGES, current_language, use_language

BLANK = NoLevel.BLANK


def observed(**said):
    """Return the observation of an officer's only answer that is one, by its code."""
    levels = {key.replace("_", "-"): pair for key, pair in said.items()}
    everything = dict.fromkeys(book().position_by_id["officer-it"].required, (4, BLANK))
    person = answer("S-1", everything | levels, position="officer-it")
    found = observations(compare_person(person, book(), book().position_by_id["officer-it"]))
    (only,) = list(found)
    return only


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Run the test in each language."""
    before = current_language()
    use_language(request.param)
    yield request.param
    use_language(before)


def test_raters_who_are_far_apart():
    """Both levels are facts, and the value shows them."""
    found = observed(unity=(1, 4))
    assert (found.code, found.value) == ("rater-difference", "1 / 4")
    assert found.facts == {"competency": thai("unity"), "self_level": 1, "supervisor_level": 4}


def test_a_level_that_is_missing():
    """Its competency is the fact."""
    found = observed(unity=(BLANK, BLANK))
    assert (found.code, found.value) == ("missing-level", "")
    assert found.facts == {"competency": thai("unity")}


def test_a_level_that_nobody_requires():
    """Its competency and the position are the facts."""
    found = observed(trust=(3, BLANK))
    assert (found.code, found.value) == ("not-required", "")
    assert found.facts == {"competency": thai("trust"), "position": title("officer-it")}


@pytest.mark.parametrize(
    "said", [{"unity": (1, 4)}, {"unity": (BLANK, BLANK)}, {"trust": (3, BLANK)}]
)
def test_the_words_have_all_their_facts(said, language):
    """In each language; a fact that were missing would be an error."""
    found = observed(**said)
    assert book().competency_by_id[next(iter(said))].name.text in found.message()
    assert found.remedy()
