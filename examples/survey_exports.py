"""What Google Forms and Microsoft Forms give HR to download."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from office import Answer
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from pen import new_workbook
from stable import save

from jdgap.positions import Book

_QUESTION: Final = "โปรดประเมินระดับสมรรถนะของท่าน"
_ZONE: Final = "GMT+7"
_STAMP_FORMAT: Final = "m/d/yy h:mm:ss"


@dataclass(frozen=True, slots=True)
class Submission:
    """One answer of the survey.

    Attributes:
        sent: When.
        answer: Who answered what.
        remark: What they wrote below.
    """

    sent: datetime
    answer: Answer
    remark: str = ""


def write_google(
    book: Book, path: Path, submissions: Iterable[Submission], *, mark: bool = False
) -> None:
    """Write the .csv of a Google form with a grid question.

    Args:
        book: The job-description book.
        path: The file.
        submissions: In the order in which they came in.
        mark: Begin with a byte order mark, as Excel does when it saves the file again.
    """
    grid = [f"{_QUESTION} [{each.name.th}]" for each in book.competencies]
    identity = ("ที่อยู่อีเมล", "รหัสพนักงาน", "ชื่อ-นามสกุล", "ตำแหน่ง", "ฝ่าย")
    rows: list[Sequence[object]] = [("ประทับเวลา", *identity, *grid, "ข้อเสนอแนะเพิ่มเติม")]
    rows += [_google_row(book, each) for each in submissions]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig" if mark else "utf-8"))


def _google_row(book: Book, submission: Submission) -> list[object]:
    person, own = submission.answer.person, submission.answer.own
    names = {step.level: f"{step.level} - {step.name.th}" for step in book.scale}
    levels = (own.get(each.id) for each in book.competencies)
    return [
        google_stamp(submission.sent),
        f"{person.employee_id.lower()}@example.com",
        person.employee_id,
        person.name,
        person.title,
        person.department,
        *(names[level] if isinstance(level, int) else "" for level in levels),
        submission.remark,
    ]


def google_stamp(sent: datetime) -> str:
    """Return a time as Google writes it: `2026/09/24 1:15:03 PM GMT+7`."""
    hour = sent.hour % 12 or 12
    half = "AM" if sent.hour < 12 else "PM"
    return f"{sent:%Y/%m/%d} {hour}:{sent:%M:%S} {half} {_ZONE}"


def write_microsoft(book: Book, path: Path, submissions: Sequence[Submission]) -> None:
    """Write the .xlsx of a Microsoft form that asks nobody to sign in."""
    workbook = new_workbook()
    sheet = workbook.create_sheet("Sheet1")
    theirs = ("ID", "Start time", "Completion time", "Email", "Name")
    ours = ("รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย")
    sheet.append([*theirs, *ours, *(each.name.th for each in book.competencies)])
    for number, submission in enumerate(submissions, start=1):
        sheet.append(_microsoft_row(book, number, submission))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(cell.column)].width = 18
    for row in sheet.iter_rows(min_row=2, min_col=2, max_col=3):
        for cell in row:
            cell.number_format = _STAMP_FORMAT
    save(workbook, path)


def _microsoft_row(book: Book, number: int, submission: Submission) -> list[object]:
    person, own = submission.answer.person, submission.answer.own
    started = submission.sent - timedelta(minutes=9, seconds=20)
    return [
        *(number, started, submission.sent, "anonymous", None),
        *(person.employee_id, person.name, person.title, person.department),
        *(own.get(each.id) for each in book.competencies),
    ]
