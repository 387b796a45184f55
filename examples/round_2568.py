"""The round of 2568: nearly everybody sent something that can be read."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from hand_made import behaviours_form, sheet_each
from office import Answer, Office, office, rated_alone
from rounds import ROSTER, Round, Write, forms_of, path_of
from stable import save
from staff_tables import write_long_table, write_roster
from survey_exports import Submission, write_google
from tick_forms import two_raters_form

from jdgap.positions import Book

_FORMS: Final = (
    *("S-101", "S-102", "S-103", "S-104", "S-105", "S-107", "S-108", "S-112", "S-113"),
    *("S-120", "S-121", "S-122", "S-123", "S-125", "S-126"),
)
_BY_HAND: Final = "S-106"
_SHEETS: Final = ("S-109", "S-110", "S-111")
_TABLE: Final = ("S-115", "S-116", "S-117", "S-118", "S-119")
_TICKS: Final = "S-124"
_SURVEY: Final = {
    "S-127": datetime(2025, 9, 22, 8, 45, 12),  # noqa: DTZ001 (the zone is written apart)
    "S-129": datetime(2025, 9, 22, 13, 2, 55),  # noqa: DTZ001
    "S-128": datetime(2025, 9, 24, 16, 30, 1),  # noqa: DTZ001
}
_SILENT: Final = "S-114"
_HALF_A_LEVEL: Final = "S-122"

GOOGLE: Final = "ฝ่ายสวัสดิการสมาชิก/google-forms.csv"
SHEETS: Final = "ฝ่ายสำนักงาน/office-three-sheets.xlsx"
TABLE: Final = "ฝ่ายการเงิน/finance-long-table.xlsx"


def round_2568(book: Book) -> Round:
    """Return the round."""
    place = office(book, "2568")
    answers = _answers(place)
    return Round(
        office=place,
        files=_files(place, answers),
        answers=answers,
        problems={path_of(place.people[_HALF_A_LEVEL]): ("level-not-whole",)},
        silent=frozenset({_SILENT}),
    )


def _answers(place: Office) -> dict[str, Answer]:
    answers = {key: each for key, each in place.answers.items() if key != _SILENT}
    answers |= {key: rated_alone(answers[key]) for key in _SURVEY}
    half = answers[_HALF_A_LEVEL]
    answers[_HALF_A_LEVEL] = replace(
        half,
        own={**half.own, "achievement": 3.5},
        supervisor={**half.supervisor, "achievement": None},
    )
    return answers


def _files(place: Office, answers: dict[str, Answer]) -> dict[str, Write]:
    book, people = place.book, place.people
    by_hand, ticks = people[_BY_HAND], people[_TICKS]
    survey = [Submission(sent, answers[key]) for key, sent in _SURVEY.items()]
    return {
        ROSTER: lambda path: write_roster(place, path),
        **forms_of(place, (answers[key] for key in _FORMS)),
        path_of(by_hand): lambda path: save(behaviours_form(book, by_hand), path),
        path_of(ticks): lambda path: save(two_raters_form(book, ticks), path),
        SHEETS: lambda path: save(sheet_each([people[key] for key in _SHEETS]), path),
        TABLE: lambda path: write_long_table(
            path, [answers[key] for key in _TABLE], "ผลการประเมินสมรรถนะ ฝ่ายการเงิน"
        ),
        GOOGLE: lambda path: write_google(book, path, survey, mark=True),
    }
