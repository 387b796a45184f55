"""How many people something is about, in words."""

import pytest

from jdgap.output.people_words import people_in_words
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
