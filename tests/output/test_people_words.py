"""People in words."""

import pytest

from jdgap.output.people_words import id_and_name, people_in_words
from jdgap.text.language import speaking


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("en", 0, "0 people"),
        ("en", 1, "1 person"),
        ("en", 1200, "1,200 people"),
        ("th", 1, "1 คน"),
        ("th", 1200, "1,200 คน"),
    ],
)
def test_a_number_of_people_stands_beside_the_noun_that_goes_with_it(language, count, words):
    with speaking(language):
        assert people_in_words(count) == words


@pytest.mark.parametrize(
    ("employee", "name", "who"),
    [
        ("S-1", "ก ข", "S-1 ก ข"),
        ("S-1", "S-1", "S-1"),
        ("S-1", "", "S-1"),
        ("", "ก ข", "ก ข"),
        ("", "", ""),
    ],
)
def test_a_label_in_the_place_of_a_name_is_not_said_twice(employee, name, who):
    assert id_and_name(employee, name) == who
