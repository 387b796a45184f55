"""The rounds of 2025 and 2026 at Gullsound Ferries: their files, and the truth about them."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from ferry_crew import company
from ferry_files import (
    form_of,
    path_of,
    write_by_hand,
    write_google,
    write_long_table,
    write_roster,
    write_ticks,
    write_wide_table,
)
from office import Answer, Office, rated_alone, wrongly_rated
from rounds import ROSTER, Round, Write
from spoilt import write_scan
from survey_exports import Submission

GOOGLE: Final = "google-forms.csv"
TERMINALS: Final = "terminals.xlsx"

_SURVEYED: Final = ("GF-06", "GF-07")
_FORMS_2025: Final = ("GF-01", "GF-02", "GF-03", "GF-04", "GF-05", "GF-08", "GF-13")
_TABLE_2025: Final = ("GF-09", "GF-10", "GF-11")

_AS_REQUIRED: Final = "GF-08"
"""Whose supervisor gave exactly the required levels."""

_FORMS_2026: Final = ("GF-01", "GF-02", "GF-03", "GF-08", "GF-13")
_TABLE_2026: Final = ("GF-09", "GF-10")
_BY_HAND: Final = "GF-04"
_TICKS: Final = "GF-05"
_NEWCOMER: Final = "GF-12"
_PARTLY_BLANK: Final = "GF-03"
_WRONG_LEVELS: Final = "GF-13"
_UNREADABLE: Final = "GF-14"


def round_2025() -> Round:
    """Return the round of 2025: everybody answered."""
    place = company("2025")
    answers = dict(place.answers)
    answers |= {key: rated_alone(answers[key]) for key in _SURVEYED}
    return Round(
        office=place,
        files={
            ROSTER: lambda path: write_roster(place, path),
            **_forms(place, answers, _FORMS_2025),
            GOOGLE: lambda path: write_google(place.book, path, _sent(answers, 2025, _SURVEYED)),
            TERMINALS: lambda path: write_long_table(path, [answers[key] for key in _TABLE_2025]),
        },
        answers=answers,
        problems={path_of(answers[_AS_REQUIRED]): ("same-as-required",)},
    )


def round_2026() -> Round:
    """Return the round of 2026: levels that are none, blanks, and a file that is no spreadsheet."""
    place = company("2026")
    book = place.book
    surveyed = (*_SURVEYED, _NEWCOMER)
    answers = {key: each for key, each in place.answers.items() if key != _UNREADABLE}
    answers |= {key: rated_alone(answers[key]) for key in surveyed}
    answers[_PARTLY_BLANK] = _partly_blank(answers[_PARTLY_BLANK])
    answers[_WRONG_LEVELS] = wrongly_rated(
        answers[_WRONG_LEVELS], {"emergency-drill": 5, "clean-water": 0.5, "budgeting": "good"}
    )
    by_hand, ticks = answers[_BY_HAND], answers[_TICKS]
    unreadable = path_of(place.answers[_UNREADABLE])
    return Round(
        office=place,
        files={
            ROSTER: lambda path: write_roster(place, path),
            **_forms(place, answers, _FORMS_2026),
            path_of(by_hand): lambda path: write_by_hand(book, path, by_hand),
            path_of(ticks): lambda path: write_ticks(book, path, ticks),
            GOOGLE: lambda path: write_google(book, path, _sent(answers, 2026, surveyed)),
            TERMINALS: lambda path: write_wide_table(
                book, path, [answers[key] for key in _TABLE_2026]
            ),
            unreadable: write_scan,
        },
        answers=answers,
        problems={
            path_of(answers[_PARTLY_BLANK]): ("missing-level",),
            path_of(answers[_WRONG_LEVELS]): (
                *("level-not-a-number", "level-not-whole", "level-out-of-range"),
            ),
            unreadable: ("not-a-spreadsheet",),
        },
        silent=frozenset({_UNREADABLE}),
    )


def _forms(place: Office, answers: dict[str, Answer], keys: tuple[str, ...]) -> dict[str, Write]:
    return {path_of(answers[key]): form_of(place, answers[key]) for key in keys}


def _sent(answers: dict[str, Answer], year: int, keys: tuple[str, ...]) -> list[Submission]:
    """Return what the survey took in, one answer a day."""
    return [
        Submission(datetime(year, 11, 3 + day, 9 + 4 * day, 20, 5), answers[key])  # noqa: DTZ001
        for day, key in enumerate(keys)
    ]


def _partly_blank(answer: Answer) -> Answer:
    """Leave one competency blank and one not applicable; the supervisor says nothing of both."""
    own = {**answer.own, "mooring": None, "navigation": "N/A"}
    supervisor = {**answer.supervisor, "mooring": None, "navigation": None}
    return replace(answer, own=own, supervisor=supervisor)
