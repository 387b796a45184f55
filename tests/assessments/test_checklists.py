"""Checklists in a workbook: whose they are, and which items of the book they answer."""

import pickle

import pytest
from openpyxl import load_workbook

from builders import book, codes, plain_form, write_workbook
from checklists import HEADINGS, checklist, items, said_by
from jdgap.assessments.one_file import read_file
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.packing import packed, unpacked

OTHER = {"employee_id": "S-002", "name": "อีกคน หนึ่ง"}


@pytest.fixture
def read(tmp_path):
    """Read a workbook with these sheets."""

    def call(*sheets, change=None):
        path = write_workbook(tmp_path / "a.xlsx", *sheets)
        if change:
            workbook = load_workbook(path)
            change(workbook)
            workbook.save(path)
        return read_file(path, book())

    return call


def test_it_goes_with_the_only_assessment(read):
    """Before or after it; the levels are as they are without it."""
    listed = checklist("มี", "ต้องพัฒนา", "ไม่จำเป็น")
    (alone,) = read(plain_form()).assessments
    for sheets in ((plain_form(), listed), (listed, plain_form())):
        reading = read(*sheets)
        (found,) = reading.assessments
        assert codes(reading.problems) == []
        assert said_by(found) == [
            ("knowledge", items()[0], "have", "B2"),
            ("knowledge", items()[1], "need", "B3"),
            ("knowledge", items()[2], "not_needed", "B4"),
        ]
        assert [(each.self_level, each.place.cell) for each in found.ratings.values()] == [
            (each.self_level, each.place.cell) for each in alone.ratings.values()
        ]


def test_it_may_stand_on_the_sheet_of_the_form(read):
    """Then it is that form's, whatever other sheets there are."""
    reading = read([*plain_form(), *checklist("มี")], plain_form(**OTHER))
    assert codes(reading.problems) == []
    assert [len(each.knowledge) for each in reading.assessments] == [1, 0]
    assert [len(each.ratings) for each in reading.assessments] == [8, 8]


@pytest.mark.parametrize("label", [["รหัสพนักงาน", "s 002"], ["ชื่อ-สกุล", "อีกคน  หนึ่ง"]])
def test_of_several_people_the_label_above_it_tells_whose_it_is(read, label):
    reading = read(plain_form(), plain_form(**OTHER), [label, *checklist("มี")])
    assert codes(reading.problems) == []
    assert [len(each.knowledge) for each in reading.assessments] == [0, 1]


@pytest.mark.parametrize(
    "sheets",
    [
        (plain_form(), plain_form(**OTHER), checklist("มี")),
        (checklist("มี"),),
    ],
)
def test_one_of_nobody_is_told(read, sheets):
    reading = read(*sheets)
    assert [(each.code, each.place.sheet) for each in reading.problems] == [
        ("knowledge-of-nobody", f"S{len(sheets)}")
    ]
    assert not any(each.knowledge for each in reading.assessments)


@pytest.mark.parametrize(
    ("forms", "above"),
    [
        ((), ["รหัสพนักงาน", "S-3"]),
        ((), ["ชื่อ-สกุล", "คนอื่น ใจดี"]),
        ((plain_form(),), ["รหัสพนักงาน", "S-3"]),
        ((plain_form(), plain_form(**OTHER)), ["รหัสพนักงาน", "S-3"]),
        ((plain_form(), plain_form(**OTHER)), ["ชื่อ-สกุล", "คนอื่น ใจดี"]),
    ],
)
def test_one_of_somebody_without_levels_is_told(read, forms, above):
    """It is known whose it is; what is missing are the levels."""
    reading = read(*forms, [above, *checklist("มี")])
    (problem,) = reading.problems
    assert (problem.code, problem.place.sheet) == ("knowledge-without-levels", f"S{len(forms) + 1}")
    assert problem.facts == {"employee": above[1]}
    assert above[1] in problem.message()
    assert not any(each.knowledge for each in reading.assessments)


def test_a_blank_one_of_nobody_is_nothing(read):
    assert read(plain_form(), plain_form(**OTHER), checklist(None)).problems == []
    with pytest.raises(FileFaultError) as caught:
        read(checklist(None))
    assert caught.value.code == "no-assessment-found"


def test_both_sheets_of_one_employee_have_it(read):
    """Which of the two counts is decided later."""
    reading = read(plain_form(), plain_form(), [["รหัสพนักงาน", "S-001"], *checklist("มี", "abc")])
    assert [len(each.knowledge) for each in reading.assessments] == [2, 2]
    assert codes(reading.problems) == [("not-an-answer", "B4")]


def test_blank_answers_are_one_note_for_the_sheet(read):
    reading = read(plain_form(), [*checklist("มี", None, None), ["ขอบคุณ"]])
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell) == ("knowledge-left-blank", "")
    assert problem.facts == {"count": 2}
    assert [each[2] for each in said_by(reading.assessments[0])] == ["have", None, None]


def test_an_item_is_known_however_it_is_typed(read):
    """A number before it, spaces in it; it is told in the book's words and with its kind."""
    typed = f"5. {items()[5].replace('ทักษะ', 'ทักษะ ')}"
    reading = read(plain_form(), [["ประเภท", *HEADINGS], ["ความรู้", typed, "มี"]])
    assert said_by(reading.assessments[0]) == [("skill", items()[5], "have", "C2")]
    assert reading.problems == []


def test_what_the_position_does_not_list_is_kept_and_told(read):
    """Another position's item keeps the book's words; a new one those it is written in."""
    elsewhere = next(each for each in items("officer-it") if each not in items())
    rows = [HEADINGS, [f"1) {elsewhere}", "มี"], ["ทักษะ"], ["ขับรถ", "ต้องพัฒนา"]]
    reading = read(plain_form(), rows)
    assert codes(reading.problems) == [("unknown-knowledge", "B2"), ("unknown-knowledge", "B4")]
    assert said_by(reading.assessments[0]) == [
        ("knowledge", elsewhere, "have", "B2"),
        ("skill", "ขับรถ", "need", "B4"),
    ]
    (other,) = read(plain_form(), [HEADINGS, ["ขับรถ", "มี"]]).assessments[0].knowledge
    assert other.kind.value == "other"


def test_without_a_position_the_whole_book_is_known(read):
    reading = read(plain_form(position=""), checklist("มี", position="officer-it"))
    assert codes(reading.problems) == [("missing-position", "A3")]
    assert len(reading.assessments[0].knowledge) == 1


def test_an_item_that_is_answered_twice(read):
    """The same answer counts once; different ones do not count, on whichever sheets they are."""
    first, second, third = items()[:3]
    here = [HEADINGS, [first, "มี"], [first, "need"], [second, "มี"], [second, "have"]]
    here += [[third, None]]
    reading = read(plain_form(), here, [HEADINGS, [second, "need"], [third, "need"]])
    assert [(each.code, each.place.sheet, each.place.cell) for each in reading.problems] == [
        ("duplicate-knowledge", "S2", "B3"),
        ("knowledge-left-blank", "S2", ""),
        ("duplicate-knowledge", "S3", "B2"),
    ]
    assert [each.facts["other"] for each in reading.problems[::2]] == ["B2", "S2 › B4"]
    assert [each[2] for each in said_by(reading.assessments[0])] == [None, None, "need"]


def test_a_hidden_one_is_not_counted(read):
    def hide(workbook):
        workbook.worksheets[1].sheet_state = "hidden"

    reading = read(plain_form(), checklist("มี"), change=hide)
    assert [(each.code, each.place.sheet) for each in reading.problems] == [("hidden-sheet", "S2")]
    assert reading.assessments[0].knowledge == ()
    assert read(plain_form(), checklist(None), change=hide).problems == []


def test_a_list_of_people_is_none_of_anybody(read):
    """It is left as it was: no checklist, no assessment, no problem."""
    people = [["รหัสพนักงาน", "ชื่อ-สกุล", "ความรู้และทักษะ", "สถานะ"], ["S-001", "ก", "ขับรถ", "มี"]]
    reading = read(plain_form(), people)
    assert (reading.problems, reading.assessments[0].knowledge) == ([], ())


def test_it_comes_out_of_the_worker_whole(read):
    reading = read(plain_form(), checklist("มี", "need", None))
    arrived = unpacked(pickle.loads(pickle.dumps(packed(reading))))  # noqa: S301 (our own)
    assert arrived.assessments[0].knowledge == reading.assessments[0].knowledge
