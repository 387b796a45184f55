"""What the cells of a development plan say, in the report and on the sheet to sign."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from jdgap.assessments.activities.model import Activity, How
from jdgap.output.excel.page import LONGEST_LIST
from jdgap.text.dates import long_date
from jdgap.text.language import mark
from jdgap.text.language import translate as _

HOW: Final[Mapping[How, str]] = {
    How.DOING: mark("By doing the work"),
    How.OTHERS: mark("From others"),
    How.COURSE: mark("Course"),
}
"""The three ways of learning, in English."""

STATES: Final = (mark("Planned"), mark("Under way"), mark("Done"))
"""How far the work on a line is, in English."""

BLANK_FILL: Final = "FFF9DF"
"""The ground of what is still to be filled in: light enough to be printed and written on."""

_MONTHS_AHEAD: Final = 15


def how_in_words(how: How | str) -> str:
    """Return a way of learning in the language in use; one that is not known as it was written."""
    return _(HOW[how]) if isinstance(how, How) else how


def activities_in_words(activities: Sequence[Activity]) -> str:
    """Return what may be done: one activity as it is, several numbered.

    The cell beside it says how the first is learnt; another way stands after the activity.
    """
    if len(activities) <= 1:
        return "".join(each.text for each in activities)
    first = activities[0].how
    return " ".join(
        f"{number}) {each.text}"
        + (f" ({how_in_words(each.how)})" if each.how and each.how != first else "")
        for number, each in enumerate(activities, start=1)
    )


def when_in_words(when: date | str) -> str:
    """Return by when, or how long; a date in the language in use."""
    return long_date(when) if isinstance(when, date) else when


def months_from(day: date) -> list[str]:
    """Return the months from `day` on in the language in use, as many as a list may hold."""
    months: list[str] = []
    for count in range(_MONTHS_AHEAD):
        years, month = divmod(day.month - 1 + count, 12)
        first = date(day.year + years, month + 1, 1)
        months.append(long_date(first).split(" ", 1)[1])
    while len(",".join(months)) > LONGEST_LIST:
        months.pop()
    return months
