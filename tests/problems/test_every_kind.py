"""Each kind of problem, raised by the smallest input that has it: files on disk, all the way through."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import (
    OFFICER_COMPETENCIES,
    bare_parts,
    book,
    encrypted_look_alike,
    identity_rows,
    plain_form,
    thai,
    title,
    write_bare,
    write_workbook,
    write_zip,
)
from checklists import checklist
from jdgap.assessments import Count
from jdgap.assessments.opening import limits
from jdgap.problems import KINDS, Place, Severity
from jdgap.workflows.round import RoundRules, assess_round
from wrong_books import OF_ACTIVITIES, OF_POSITIONS

OFFICER = title("officer-accounting")
FILE = "a.xlsx"
STAFF = "staff.xlsx"
STAFF_HEADING = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
STAFF_ROW = ["S-001", "ตัวอย่าง ใจดี", OFFICER]
LEVELS = [(3, None), (4, None)] * 4


@dataclass(frozen=True, slots=True)
class Raised:
    """How a kind of problem is raised, and where it is told.

    Attributes:
        make: Writes files into a folder; one called `staff.xlsx` is the list of staff.
        sheet: The sheet of the problem, "" for the whole file.
        cell: Its cell, "" for the whole sheet.
        file: Its file.
        count: Whose level counts.
    """

    make: Callable[[Path], object]
    sheet: str = ""
    cell: str = ""
    file: str = FILE
    count: Count = Count.EITHER


def holding(content: bytes):
    return lambda folder: (folder / FILE).write_bytes(content)


def parts(**changed: str):
    """A workbook of one number in which parts hold something else."""
    content = bare_parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    return lambda folder: write_zip(folder / FILE, content | changed)


def rows(*sheet):
    return lambda folder: write_bare(folder / FILE, sheet)


def form(*first, more=(), **identity):
    """A form whose first levels are `first`; with more rows below."""
    levels = [*((each if isinstance(each, tuple) else (each, None)) for each in first)]
    return rows(*plain_form([*levels, *LEVELS[len(levels) :]], **identity), *more)


def headed(*headings, levels):
    """A form with other headings beside the competencies; `levels` is each row's."""
    who = identity_rows()
    table = [[thai(key), *levels] for key in OFFICER_COMPETENCIES]
    return rows(*who, [], ["สมรรถนะ", *headings], *table)


def as_required(folder):
    """The form of a head of department, who says what the position requires."""
    required = book().position_by_id["head-accounting"].required
    who = identity_rows(position=title("head-accounting"))
    table = [[thai(key), level] for key, level in required.items()]
    write_bare(folder / FILE, [*who, [], ["สมรรถนะ", "ประเมินตนเอง"], *table])


def wide(*people, more=()):
    """A table of `people`: id, position, whatever `more` heads, then a level for all."""
    names = [thai(key) for key in OFFICER_COMPETENCIES]
    heading = ["รหัสพนักงาน", "ตำแหน่ง", *more, *names]
    lines = [[who, OFFICER, *said, *[level] * len(names)] for who, *said, level in people]
    return rows(heading, *lines)


def files(**named):
    """Several files: what is given by keyword is the form of an employee with those words."""

    def make(folder):
        for name, identity in named.items():
            levels = identity.pop("levels", LEVELS)
            write_bare(folder / f"{name}.xlsx", plain_form(levels, **identity))

    return make


def staff(*people, heading=STAFF_HEADING):
    """A form, and a list of staff of `people`."""

    def make(folder):
        form()(folder)
        write_bare(folder / STAFF, [heading, *people])

    return make


def namesakes(folder):
    """A form without an id, and a list of staff with two people of that name."""
    staff(STAFF_ROW, ["S-002", *STAFF_ROW[1:]])(folder)
    form(employee_id="")(folder)


def strange_position(folder):
    """A form with a position that nobody knows, of somebody on the list of staff."""
    staff(STAFF_ROW)(folder)
    form(position="นักบิน")(folder)


def changed(change, *first):
    """A form that is saved by openpyxl after `change` did something to its sheet."""

    def make(folder):
        path = write_workbook(folder / FILE, plain_form([*first, *LEVELS[len(first) :]]))
        workbook = load_workbook(path)
        change(workbook.worksheets[0])
        workbook.save(path)

    return make


def hide(sheet):
    sheet.sheet_state = "hidden"
    sheet.parent.create_sheet("แผ่นอื่น")["A1"] = "ว่าง"


def hide_row(sheet):
    sheet.row_dimensions[8].hidden = True


def merge(sheet):
    sheet.merge_cells("B7:B8")


def lock(folder):
    (folder / "~$a.xlsx").write_bytes(b"\2HR")
    form()(folder)


def two_forms(folder):
    other = plain_form([(5, None), *LEVELS[1:]], employee_id="S-002", name="อีกคน หนึ่ง")
    write_bare(folder / FILE, [*plain_form(LEVELS), [], [], *other])


def listing(answers, who="S-001", more=()):
    """A form, and a checklist of knowledge and skills with these answers on a sheet of its own."""
    listed = [["รหัสพนักงาน", who], *checklist(*answers), *more]
    return lambda folder: write_workbook(folder / FILE, plain_form(LEVELS), listed)


def nobodys_listing(folder):
    """A checklist without a name beside the forms of two people."""
    forms = [plain_form(LEVELS, employee_id=each) for each in ("S-001", "S-002")]
    write_workbook(folder / FILE, *forms, checklist("มี"))


def ticks(folder):
    table = [[thai(key), None, "✓", None, None, None] for key in OFFICER_COMPETENCIES]
    table[0][1] = "✓"
    write_bare(folder / FILE, [*identity_rows(), [], ["สมรรถนะ", 5, 4, 3, 2, 1], *table])


def numbers(folder):
    """A tick form with a 1 for the mark under level 4."""
    table = [[thai(key), None, 1, None, None, None] for key in OFFICER_COMPETENCIES]
    write_bare(folder / FILE, [*identity_rows(), [], ["สมรรถนะ", 5, 4, 3, 2, 1], *table])


def share(sheet):
    sheet.merge_cells("B7:C7")


def renamed(row: int, name: str):
    """A form in which the competency of a row (counted from 1) is called otherwise."""
    table = plain_form(LEVELS)
    table[row - 1][0] = name
    return rows(*table)


WRONG_TYPE = '<c t="b"><v>1</v></c>'
ERROR = '<c t="e"><v>#REF!</v></c>'
STAMPS = ["ประทับเวลา"]
ONE_SHEET = '<sheet name="S1" sheetId="1" r:id="rId1"/>'

RAISED = {
    "not-a-spreadsheet": Raised(holding(b"%PDF-1.7")),
    "password-protected": Raised(holding(encrypted_look_alike())),
    "too-large": Raised(holding(b"1," * limits.COLUMNS + b"1\n")),
    "unreadable": Raised(holding(b"PK\3\4")),
    "timed-out": Raised(form()),
    "unsafe-file": Raised(parts(**{"../a": ""})),
    "empty-workbook": Raised(lambda folder: write_bare(folder / FILE, [])),
    "no-assessment-found": Raised(rows(["เรียน ท่านผู้จัดการ"])),
    "skipped-file": Raised(lock, file="~$a.xlsx"),
    "hidden-sheet": Raised(changed(hide), "S1"),
    "missing-employee": Raised(form(employee_id="", name=""), "S1"),
    "several-values": Raised(rows(["รหัสพนักงาน", "S-002"], *plain_form(LEVELS)), "S1", "B2"),
    "blank-answer": Raised(form(*[None] * 8), "S1"),
    "duplicate-employee": Raised(files(a={"levels": [(5, None)] * 8}, b={}), "S1", file="b.xlsx"),
    "one-id-two-people": Raised(files(a={"name": "อีกคน หนึ่ง"}, b={}), "S1", file="b.xlsx"),
    "raters-apart": Raised(files(a={"levels": [(None, 4)] * 8}, b={}), "S1"),
    "repeated-employee": Raised(files(a={}, b={}), "S1", file="b.xlsx"),
    "perhaps-one-employee": Raised(files(a={"employee_id": ""}, b={}), "S1"),
    "superseded-answer": Raised(
        wide(("S-1", "2026-01-05 09:00", 3), ("S-1", "2026-01-06 09:00", 4), more=STAMPS),
        *("S1", "A2"),
    ),
    "other-round": Raised(
        files(
            a={"round_": 2568},
            b={"employee_id": "S-2", "round_": 2569},
            c={"employee_id": "S-3", "round_": 2569},
        ),
        "S1",
    ),
    "no-roster-found": Raised(staff(heading=["เรียน ท่านผู้จัดการ"]), file=STAFF),
    "missing-employee-id": Raised(
        staff(STAFF_ROW, [None, "อีกคน หนึ่ง", OFFICER]), "S1", "A3", file=STAFF
    ),
    "missing-name": Raised(staff(STAFF_ROW, ["S-002", None, OFFICER]), "S1", "B3", file=STAFF),
    "repeated-on-roster": Raised(staff(STAFF_ROW, STAFF_ROW), "S1", "A3", file=STAFF),
    "not-on-roster": Raised(staff(["S-009", "อีกคน หนึ่ง", OFFICER]), "S1"),
    "several-on-roster": Raised(namesakes, "S1"),
    "name-differs-from-roster": Raised(staff(["S-001", "อีกคน หนึ่ง", OFFICER]), "S1"),
    "position-differs-from-roster": Raised(
        staff(["S-001", "ตัวอย่าง ใจดี", title("officer-it")]), "S1"
    ),
    "position-from-roster": Raised(strange_position, "S1", "B3"),
    "missing-position": Raised(form(position=""), "S1", "A3"),
    "unknown-position": Raised(form(position="นักบิน"), "S1", "B3"),
    "unknown-competency": Raised(renamed(8, "การบินด้วยใจ"), "S1", "A8"),
    "duplicate-competency": Raised(renamed(8, thai("service-mind")), "S1", "B8"),
    "several-tables": Raised(two_forms, "S1", "A22"),
    "duplicate-header": Raised(
        headed("ประเมินตนเอง", "ระดับตนเอง", levels=(3, 4)), "S1", "C6"
    ),
    "unknown-heading": Raised(headed("ผลสอบ", levels=(3,)), "S1", "B6"),
    "misplaced-levels": Raised(
        headed("ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน", "หมายเหตุ", levels=(None, None, 3)),
        *("S1", "D7"),
    ),
    "perhaps-misplaced-levels": Raised(
        headed("ระดับที่คาดหวัง", "ประเมินตนเอง", levels=(5, None)), "S1", "B7"
    ),
    "required-level-differs": Raised(
        headed("ระดับที่คาดหวัง", "ประเมินตนเอง", levels=(5, 3)), "S1", "B7"
    ),
    "same-as-required": Raised(as_required, "S1"),
    "level-without-competency": Raised(renamed(8, ""), "S1", "B8"),
    "level-out-of-range": Raised(form(9), "S1", "B7"),
    "level-not-whole": Raised(form(4.5), "S1", "B7"),
    "level-not-a-number": Raised(form(WRONG_TYPE), "S1", "B7"),
    "level-error-value": Raised(form(ERROR), "S1", "B7"),
    "mark-not-understood": Raised(numbers, "S1", "C7"),
    "several-marks": Raised(ticks, "S1", "C7"),
    "missing-level": Raised(form(None), "S1", "B7"),
    "missing-rater": Raised(form(), "S1", count=Count.SUPERVISOR),
    "hidden-level": Raised(changed(hide_row, (3, None), (None, None)), "S1", "B8"),
    "merged-level": Raised(changed(merge, (3, None), (None, None)), "S1", "B8"),
    "shared-level": Raised(changed(share), "S1", "B7"),
    "hidden-cells": Raised(changed(hide_row), "S1", "B8"),
    "not-required": Raised(form(more=[[thai("team-building"), 3]]), "S1", "B15"),
    "rater-difference": Raised(form((1, 4)), "S1", "C7"),
    "knowledge-of-nobody": Raised(nobodys_listing, "S3"),
    "knowledge-without-levels": Raised(listing(["มี"], who="S-009"), "S2"),
    "not-an-answer": Raised(listing(["อาจจะ"]), "S2", "B3"),
    "answer-without-item": Raised(listing(["มี"], more=[[None, "มี"]]), "S2", "B4"),
    "duplicate-knowledge": Raised(listing(["มี"], more=checklist("need")[1:]), "S2", "B4"),
    "unknown-knowledge": Raised(listing(["มี"], more=[["ขับรถ", "มี"]]), "S2", "B4"),
    "knowledge-left-blank": Raised(listing([None]), "S2"),
}  # fmt: skip
"""The smallest input of each kind."""

OF_TWO_ROUNDS = frozenset(
    [
        "not-a-report",
        "edited-report",
        "edited-cell",
        "edited-required-level",
        "edited-not-a-level",
        "same-input",
        "rounds-swapped",
        "nothing-in-common",
        "same-round",
        "order-not-checked",
        "count-differs",
        "other-book",
        "competency-renamed",
        "competency-other-id",
        "position-other-id",
        "competency-removed",
        "competency-new",
        "matched-by-name",
        "name-changed",
        "perhaps-one-person",
        "numbered-people",
    ]
)
"""What is found where one round is compared with another, and tested there."""


_OF_WORKERS = {"timed-out", "unreadable"}


def test_every_kind_is_raised_by_some_input():
    """A kind that nothing raises is no kind; a new one needs its input here."""
    raised = [*RAISED, *OF_TWO_ROUNDS, *OF_POSITIONS, *OF_ACTIVITIES]
    assert sorted(raised) == sorted(KINDS)


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(each, marks=pytest.mark.workers) if each in _OF_WORKERS else each
        for each in RAISED
    ],
)
def test_the_smallest_input_of_a_kind(tmp_path, monkeypatch, code):
    """It is told in its file, sheet and cell, with all its facts, and no other error beside it."""
    if code == "timed-out":
        monkeypatch.setattr(limits, "SECONDS", 0.001)
    raised = RAISED[code]
    raised.make(tmp_path)
    listed = tmp_path / STAFF
    roster = listed if listed.exists() else None
    result = assess_round([tmp_path], book(), RoundRules(count=raised.count), roster=roster)
    wanted = Place(str(tmp_path / raised.file), raised.sheet, raised.cell)
    told = [each for each in result.problems if each.code == code]
    assert wanted in [each.place for each in told], [each.place for each in told]
    assert all("{" not in each.message() + each.remedy() for each in told)
    errors = [each for each in result.problems if each.severity is Severity.ERROR]
    assert {each.code for each in errors if each.place == wanted} <= {code}


@pytest.mark.parametrize("code", [*OF_POSITIONS, *OF_ACTIVITIES])
def test_the_smallest_book_of_a_kind(tmp_path, code):
    """Nothing else is wrong with it or doubtful."""
    wrong = (OF_POSITIONS | OF_ACTIVITIES)[code]
    (told,) = wrong.problems(tmp_path)
    assert (told.code, told.place.sheet, told.place.cell) == (code, wrong.sheet, wrong.cell)
    assert "{" not in told.message() + told.remedy()
