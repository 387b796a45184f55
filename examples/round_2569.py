"""The round of 2569: every layout, and everything that goes wrong in a real one."""

from datetime import datetime
from pathlib import Path
from typing import Final

import answers_2569 as said
from filled_forms import filled_form
from hand_made import behaviours_form, sheet_each
from office import Answer, Office, office
from open_document import write_sheet
from rounds import ROSTER, Round, Write, form_of, forms_of, path_of
from spoilt import write_lock_file, write_locked, write_scan
from stable import save
from staff_tables import write_long_table, write_old_csv, write_roster
from survey_exports import Submission, write_google, write_microsoft
from tick_forms import two_raters_form

from jdgap.positions import Book

_FORMS: Final = (
    *("S-101", "S-102", "S-103", "S-104", "S-107"),
    *(said.PARTLY_BLANK, said.WRONG_LEVELS, said.MOVED),
)
_BY_HAND: Final = "S-106"
_SHEETS: Final = ("S-109", "S-110", "S-111")
_TABLE: Final = ("S-115", "S-116", said.GAP_IN_TABLE)
_TICKS: Final = "S-124"
_OPEN_DOCUMENT: Final = "S-121"
_OLD_CSV: Final = ("S-128", "S-129")
_TWICE_THE_SAME: Final = "S-107"
_MICROSOFT: Final = {
    "S-113": datetime(2026, 9, 21, 10, 12, 40),  # noqa: DTZ001 (the zone is written apart)
    "S-112": datetime(2026, 9, 25, 15, 48, 9),  # noqa: DTZ001
}

SHEETS: Final = "ฝ่ายสำนักงาน/office-three-sheets.xlsx"
MICROSOFT: Final = "ฝ่ายเทคโนโลยีสารสนเทศ/microsoft-forms.xlsx"
TABLE: Final = "ฝ่ายการเงิน/finance-long-table.xlsx"
OLD_CSV: Final = "ฝ่ายสวัสดิการสมาชิก/welfare-cp874.csv"
GOOGLE: Final = "google-forms.csv"


def round_2569(book: Book) -> Round:
    """Return the round."""
    place = office(book, "2569")
    answers = said.answers_2569(place)
    return Round(
        office=place,
        files=_good(place, answers) | _together(place, answers) | _spoilt(place, answers),
        answers=answers,
        problems=_problems(place, answers),
        by_roster=frozenset({said.MISTITLED}),
        silent=frozenset({*said.SILENT, *said.LOST}),
        undecided=frozenset({said.UNDECIDED}),
    )


def _good(place: Office, answers: dict[str, Answer]) -> dict[str, Write]:
    """Return the files of one employee each."""
    book = place.book
    by_hand, ticks, open_document = (
        place.people[key] for key in (_BY_HAND, _TICKS, _OPEN_DOCUMENT)
    )
    return {
        **forms_of(place, (answers[key] for key in _FORMS)),
        path_of(by_hand): lambda path: save(behaviours_form(book, by_hand), path),
        path_of(ticks): lambda path: save(two_raters_form(book, ticks), path),
        path_of(open_document, ".ods"): lambda path: write_sheet(open_document, path),
    }


def _together(place: Office, answers: dict[str, Answer]) -> dict[str, Write]:
    """Return the roster and the files of many employees."""
    book = place.book
    microsoft = [Submission(sent, answers[key]) for key, sent in _MICROSOFT.items()]
    return {
        ROSTER: lambda path: write_roster(place, path),
        SHEETS: lambda path: save(sheet_each([place.people[key] for key in _SHEETS]), path),
        MICROSOFT: lambda path: write_microsoft(book, path, microsoft),
        TABLE: lambda path: write_long_table(
            path, [answers[key] for key in _TABLE], "ผลการประเมินสมรรถนะ ฝ่ายการเงิน"
        ),
        OLD_CSV: lambda path: write_old_csv(book, path, [answers[key] for key in _OLD_CSV]),
        GOOGLE: lambda path: write_google(book, path, _google(answers)),
    }


def _google(answers: dict[str, Answer]) -> list[Submission]:
    """Return the answers of the survey: one person thought again after lunch."""
    changed = answers[said.CHANGED_MIND]
    first = said.first_thought(changed)
    morning = datetime(2026, 9, 24, 9, 5, 40)  # noqa: DTZ001 (the zone is written apart)
    return [
        Submission(morning, first, "ขอแก้ไขภายหลังได้ไหมคะ"),
        Submission(morning.replace(minute=40), answers["S-125"]),
        Submission(morning.replace(hour=13, minute=15), changed, "แก้ไขแล้ว, ใช้ฉบับนี้\nขอบคุณค่ะ"),
        Submission(morning.replace(day=28, hour=12), answers[said.UNASKED], "=ไม่มี"),
    ]


def _spoilt(place: Office, answers: dict[str, Answer]) -> dict[str, Write]:
    """Return the files that cannot be used as they are, or not both."""
    locked, scanned = (place.people[key] for key in said.LOST)
    copied, undecided = answers[_TWICE_THE_SAME], place.answers[said.UNDECIDED]
    again = said.second_opinion(undecided)
    mistitled, outsider = answers[said.MISTITLED], answers[said.OUTSIDER]
    return {
        path_of(locked): write_locked,
        path_of(scanned): write_scan,
        _lock_of(path_of(copied.person)): write_lock_file,
        path_of(copied.person, _COPY): form_of(place, copied),
        path_of(undecided.person): form_of(place, undecided),
        path_of(undecided.person, _CORRECTED): form_of(place, again),
        path_of(mistitled.person): lambda path: _write_mistitled(place.book, mistitled, path),
        path_of(outsider.person): form_of(place, outsider),
    }


_COPY: Final = " - สำเนา.xlsx"
_CORRECTED: Final = "_แก้ไข.xlsx"


def _lock_of(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/~${name}"


def _write_mistitled(book: Book, answer: Answer, path: Path) -> None:
    """Write a form whose title is misspelt by its last letter."""
    person = answer.person
    workbook = filled_form(book, person, answer.own, answer.supervisor)
    for row in workbook.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == person.title:
                cell.value = person.title.replace("สมาชิก", "สมาชิค")
    save(workbook, path)


def _problems(place: Office, answers: dict[str, Answer]) -> dict[str, tuple[str, ...]]:
    """Return the codes of what is wrong or noteworthy in each file."""
    people = {key: each.person for key, each in answers.items()} | dict(place.people)
    locked, scanned = (path_of(people[key]) for key in said.LOST)
    copied, undecided = people[_TWICE_THE_SAME], people[said.UNDECIDED]
    return {
        locked: ("password-protected",),
        scanned: ("not-a-spreadsheet",),
        _lock_of(path_of(copied)): ("skipped-file",),
        path_of(copied): ("repeated-employee",),  # the copy comes first: a space before a dot
        path_of(undecided): ("duplicate-employee",),
        path_of(undecided, _CORRECTED): ("duplicate-employee",),
        path_of(people[said.MISTITLED]): ("position-from-roster",),
        path_of(people[said.OUTSIDER]): ("not-on-roster",),
        path_of(people[said.PARTLY_BLANK]): ("missing-level", "missing-level"),
        path_of(people[said.WRONG_LEVELS]): (
            *("level-not-a-number", "level-not-whole", "level-out-of-range"),
        ),
        path_of(people[said.MOVED]): ("position-differs-from-roster", "rater-difference"),
        TABLE: ("missing-level",),
        GOOGLE: ("not-required", "superseded-answer"),
    }
