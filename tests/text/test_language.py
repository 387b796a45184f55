"""Choosing the language, or two."""

import pytest

from jdgap.text.language import (
    LANGUAGE_CHOICES,
    current_language,
    language_choice,
    name_languages,
    speaking,
    translate,
    translate_count,
    use_language,
)


@pytest.mark.parametrize("choice", LANGUAGE_CHOICES)
def test_messages_are_in_the_first_and_names_in_all(choice):
    with speaking(choice):
        assert language_choice() == choice
        assert name_languages() == tuple(choice.split(","))
        assert current_language() == name_languages()[0]
        assert (translate("Stopped.") == "Stopped.") == choice.startswith("en")


@pytest.mark.parametrize(
    ("choice", "count", "said"),
    [
        ("en", 0, "{count} people"),
        ("en", 1, "{count} person"),
        ("en", 2, "{count} people"),
        ("en", 21, "{count} people"),
        ("th", 1, "{count} คน"),
        ("th", 2, "{count} คน"),
    ],
)
def test_what_is_said_of_one_and_of_many_is_the_language_s_own(choice, count, said):
    with speaking(choice):
        assert translate_count("{count} person", "{count} people", count) == said


def test_capitals_and_spaces_do_not_matter():
    with speaking(" TH, en "):
        assert language_choice() == "th,en"


@pytest.mark.parametrize("choice", ["", "xx", "th;en", "th,th", "th,en,th", ","])
def test_what_is_no_choice_is_refused_and_changes_nothing(choice):
    before = language_choice()
    with pytest.raises(ValueError, match=f"^{choice}$"):
        use_language(choice)
    assert language_choice() == before


def test_the_language_before_comes_back_even_after_an_error():
    before = language_choice()
    with pytest.raises(KeyError), speaking("en,th"):
        raise KeyError
    assert language_choice() == before
