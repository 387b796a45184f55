"""The words of a plan's cells."""

from datetime import date

import pytest

from jdgap.assessments.activities.model import Activity, How
from jdgap.output.excel.plan_cells import (
    activities_in_words,
    how_in_words,
    months_from,
    when_in_words,
)
from jdgap.problems import Place
from jdgap.text.language import use_language


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def activity(text: str, how: How | str = "") -> Activity:
    return Activity(Place("a.xlsx"), "unity", None, how, text)


def test_one_activity_stands_as_it_is():
    assert activities_in_words([activity("Course A", How.COURSE)]) == "Course A"
    assert activities_in_words([]) == ""


def test_several_are_numbered():
    """The way is said where it is not the one of the first, which has its own column."""
    listed = [
        activity("A", How.COURSE),
        activity("B", How.COURSE),
        activity("C", How.OTHERS),
        activity("D"),
        activity("E", "walking"),
    ]
    words = "1) A 2) B 3) C (From others) 4) D 5) E (walking)"
    assert activities_in_words(listed) == words


def test_ways_and_days_are_said_in_the_language_in_use():
    assert (how_in_words(How.DOING), how_in_words("เดินป่า")) == ("By doing the work", "เดินป่า")
    assert (when_in_words(date(2027, 3, 31)), when_in_words("Q2")) == ("31 March 2027", "Q2")
    use_language("th")
    assert how_in_words(How.COURSE) == "อบรม"
    assert when_in_words(date(2027, 3, 31)) == "31 มีนาคม 2570"


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("month", [1, 2, 12])
def test_months_from_a_day_on(language: str, month: int):
    """Over the year's end, and within what Excel takes of a list."""
    use_language(language)
    months = months_from(date(2026, month, 28))
    assert len(set(months)) == len(months) >= 12
    assert len(",".join(months)) <= 255
    assert months[12 - month].endswith({"th": "2569", "en": "2026"}[language])
    assert months[13 - month].endswith({"th": "2570", "en": "2027"}[language])
