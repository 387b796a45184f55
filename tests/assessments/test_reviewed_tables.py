"""Tables as offices really have them, each of which was once misread."""

from datetime import datetime

import pytest

from builders import codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.cells.stamps import StampReader
from jdgap.assessments.duplicates import without_duplicates
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.text_files import read_text
from jdgap.assessments.people.column_headings import heading_reader
from jdgap.assessments.people.people_table import is_staff_list
from jdgap.assessments.sheets import read_sheet

SERVICE, UNITY, TRUST = thai("service-mind"), thai("unity"), thai("trust")
ACCOUNTANT = title("officer-accounting")
WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
A, B = ["S-1", "สมชาย ใจดี", ACCOUNTANT], ["S-2", "สมหญิง รักงาน", ACCOUNTANT]
HEADER = [*WHO, SERVICE, UNITY]
NOBODY = [None, None, None]
TWO = [("S-1", [(3, None), (4, None)]), ("S-2", [(5, None), (2, None)])]
BOTH = [("S-1", [(3, 1), (4, 2)]), ("S-2", [(5, 3), (2, 4)])]
BOTH_ROWS = [[*A, 3, 1, 4, 2], [*B, 5, 3, 2, 4]]
ROWS = [[*A, 3, 4], [*B, 5, 2]]


def read(*rows):
    """Each person's id and levels in the book's order (None: blank, 0: unusable), and problems."""
    reading = read_sheet(sheet_of(rows), names())
    said = {NoLevel.BLANK: None, NoLevel.UNUSABLE: 0}
    people = [
        (
            each.employee_id,
            [
                (said.get(rating.self_level, rating.self_level), said.get(rating.supervisor_level, rating.supervisor_level))
                for rating in each.ratings.values()
            ],
        )
        for each in reading.assessments
    ]  # fmt: skip
    return people, codes(reading.problems)


def at(*parts):
    return datetime(*parts)  # noqa: DTZ001 (stamps have no zone)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [[*WHO, f"4. {SERVICE} คำอธิบาย: มีน้ำใจ", f"{UNITY} (ตัวอย่าง: ช่วยเพื่อน)"], *ROWS],
            id="words of explanation after a label that heads other columns",
        ),
        pytest.param(
            [[*WHO, f"{SERVICE} (คาดหวัง 4)", f"{UNITY} ระดับที่คาดหวัง 3"], *ROWS],
            id="the required level in the heading of the levels reached",
        ),
        pytest.param([HEADER, [1, 2, 3, 4, 5], *ROWS], id="a row that numbers the columns"),
        pytest.param(
            [HEADER, ["(1)", "(2)", "(3)", "(4)", "(5)"], *ROWS], id="the same in brackets"
        ),
        pytest.param([HEADER, ["ระดับที่คาดหวัง", None, None, 4, 3], *ROWS], id="a row of what is required"),
        pytest.param([HEADER, [None, None, "คะแนนเต็ม", 5, 5], *ROWS], id="a row of full marks"),
        pytest.param(
            [
                ["ฝ่าย", *HEADER],
                ["บัญชี", *ROWS[0]],
                ["บัญชี ผลรวม", *NOBODY, 3, 4],
                ["การเงิน", *ROWS[1]],
                ["การเงิน ค่าเฉลี่ย", *NOBODY, 5, 2],
                ["ผลรวมทั้งหมด", *NOBODY, 4, 3],
            ],
            id="subtotals of Excel",
        ),
        pytest.param(
            [HEADER, *ROWS, ["S.D.", None, None, 1.4, 1.4], [None, "รวมทั้งสิ้น 2 คน", None, 8, 6]],
            id="more names of sums",
        ),
    ],
)  # fmt: skip
def test_every_level_is_the_employees_own(rows):
    """Nobody is added, nothing is lost, and there is no problem."""
    assert read(*rows) == (TWO, [])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [[*WHO, SERVICE, None, UNITY], [*NOBODY, "ตน", "ผบ.", "ตน", "ผบ."], *BOTH_ROWS],
            id="abbreviated raters",
        ),
        pytest.param(
            [
                [*WHO, "ประเภทการประเมิน", SERVICE, UNITY],
                [*A, "ประเมินตนเอง", 3, 4],
                [*A, "หัวหน้าประเมิน", 1, 2],
                [*B, "ประเมินตนเอง", 5, 2],
                [*B, "หัวหน้าประเมิน", 3, 4],
            ],
            id="raters under a heading that does not say so",
        ),
        pytest.param(
            [
                [*WHO, "รายการ", SERVICE, UNITY],
                [*A, "คาดหวัง", 5, 5],
                [*NOBODY, "ตนเอง", 3, 4],
                [*NOBODY, "หัวหน้า", 1, 2],
                [*B, "คาดหวัง", 5, 5],
                [*NOBODY, "ตนเอง", 5, 2],
                [*NOBODY, "หัวหน้า", 3, 4],
            ],
            id="a merged person whose first row does not count",
        ),
    ],
)
def test_the_levels_of_both_raters(rows):
    """Each level is its rater's, and each row its person's."""
    assert read(*rows) == (BOTH, [])


@pytest.mark.parametrize("heading", ["ระดับพนักงาน", "ประเภท"])
def test_ranks_are_no_raters(heading):
    """A column of ranks, though these are words for raters, leaves all levels the employee's."""
    people, problems = read(
        [*WHO, heading, SERVICE, UNITY], [*A, "พนักงาน", 3, 4], [*B, "หัวหน้า", 5, 2]
    )
    assert (people, problems) == (TWO, [])


@pytest.mark.parametrize(
    ("above", "of_supervisor"),
    [
        ("ผู้บังคับบัญชาประเมิน", True),
        ("ผลการประเมินโดยหัวหน้า", True),
        ("แบบประเมินสมรรถนะโดยผู้บังคับบัญชา", True),
        ("เสร็จแล้วโปรดส่งให้หัวหน้าประเมิน", False),
        ("แบบประเมินตนเองและผู้บังคับบัญชาประเมิน", False),
        ("ผลการประเมินของหัวหน้าฝ่าย", False),
        ("ผู้บังคับบัญชา", False),
    ],
)
def test_a_title_that_says_who_rates(above, of_supervisor):
    """It counts where no heading says it; an instruction or a label is no title."""
    people, problems = read([above], HEADER, *ROWS)
    pairs = [pair[::-1] if of_supervisor else pair for pair in TWO[0][1]]
    assert (people[0], problems) == (("S-1", pairs), [])
    long, _ = read([above], [*WHO, "สมรรถนะ", "ระดับ"], [*A, SERVICE, 3], [*B, SERVICE, 5])
    assert long[0] == ("S-1", pairs[:1])


def test_a_heading_that_is_no_title():
    """A rater over what stands right of the levels says nothing of them."""
    people, problems = read(
        [*NOBODY, None, None, "หัวหน้าประเมิน"],
        [],
        [],
        [*HEADER, "ความคิดเห็น"],
        [*ROWS[0], "ดี"],
        [*ROWS[1], "ดี"],
    )
    assert (people, problems) == (TWO, [])


def test_a_rater_in_words_of_explanation():
    """They may speak of the levels or not: a doubt, and so a problem."""
    heading = f"{SERVICE} หมายถึง: มีน้ำใจ - หัวหน้า"
    people, problems = read([*WHO, heading, UNITY], *ROWS)
    assert people[0] == ("S-1", [(4, None)])
    assert problems == [("unknown-heading", "D1")]


def test_rows_that_only_look_like_numbers_of_columns():
    """Where there is no name, only brackets tell the numbers from somebody's levels."""
    header = ["ตำแหน่ง", "รหัสพนักงาน", SERVICE, UNITY]
    people, _ = read(header, ["(1)", "(2)", "(3)", "(4)"], [ACCOUNTANT, 3, 4, 5])
    assert people == [("3", [(4, None), (5, None)])]
    people, _ = read(header[1:], [1, 2, 3], [2, 3, 4])
    assert [each for each, _levels in people] == ["1", "2"]


def test_levels_without_a_heading():
    """They are somebody's, so they are a problem; blank columns and remarks are none."""
    people, problems = read(
        [*WHO, SERVICE, None, UNITY, None, None], [*A, 3, 1, 4, "ดี", 5], [*B, 5, 3, 2, None, 4]
    )
    assert people == TWO
    assert problems == [("unknown-heading", "E1")]


def test_tables_whose_columns_stand_elsewhere():
    """Each has the columns of its own header, also where the second is of one competency."""
    people, problems = read(
        HEADER,
        *ROWS,
        [],
        [*WHO, TRUST],
        [*A, 1],
        [],
        ["รหัสพนักงาน", "ตำแหน่ง", UNITY, SERVICE],
        ["S-3", ACCOUNTANT, 1, 2],
    )
    assert problems == []
    assert people == [*TWO, ("S-1", [(1, None)]), ("S-3", [(2, None), (1, None)])]


def test_one_id_of_two_people():
    """A long table keeps them apart, and nobody's answers count for the other."""
    header = [*WHO, "สมรรถนะ", "ระดับ"]
    other = ["S-1", "กานดา มีสุข", ACCOUNTANT]
    again = ["S-1", "นายสมชาย  ใจดี", ACCOUNTANT]
    people, _ = read(header, [*A, SERVICE, 3], [*other, UNITY, 5], [*again, UNITY, 4])
    assert people == [("S-1", [(3, None), (4, None)]), ("S-1", [(5, None)])]


@pytest.mark.parametrize(
    ("name", "levels", "code", "kept"),
    [
        ("กานดา มีสุข", (3, 4), "one-id-two-people", 0),
        ("กานดา มีสุข", (5, 5), "one-id-two-people", 0),
        ("นายสมชาย ใจดี", (5, 5), "superseded-answer", 1),
        ("สมชาย ใจดึ", (3, 4), "repeated-employee", 1),
    ],
)
def test_one_id_of_two_answers(name, levels, code, kept):
    """Another person's name beside the id is a mistake in the id, whatever the time stamps say."""
    sheet = sheet_of(
        [
            ["ประทับเวลา", *HEADER],
            ["30/8/2569 9:00", *A, 3, 4],
            ["31/8/2569 9:00", "S-1", name, ACCOUNTANT, *levels],
        ]
    )
    counted, problems = without_duplicates(read_sheet(sheet, names()).assessments)
    assert ({each.code for each in problems}, len(counted)) == ({code}, kept)


def test_the_same_answer_without_the_position():
    """A second sheet may leave it out; the answer that says it counts."""
    people = read_sheet(sheet_of([HEADER, [*A[:2], None, 3, 4], ROWS[0]]), names()).assessments
    counted, problems = without_duplicates(people)
    assert [each.position_id for each in counted] == ["officer-accounting"]
    assert [each.code for each in problems] == ["repeated-employee"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("น.ส.กานดา มีสุข", "นางกานดา มีสุข", True),
        ("กานดา มีสุข", "กานดา มีสุก", True),
        ("กานดา", "กานดา มีสุข", True),
        ("", "กานดา มีสุข", True),
        ("กานดา มีสุข", "สมชาย มีสุข", False),
        ("นายสมชาย ใจดี", "นายสมหมาย รักงาน", False),
    ],
)
def test_names_beside_one_id(one, other, same):
    """Prefixes, typing faults and parts left out make no other person."""
    assert may_be_one_person(one, other) == may_be_one_person(other, one) == same


@pytest.mark.parametrize(
    ("column", "stamps"),
    [
        (["9/8/69 8:00", "10/8/69 8:00"], [at(2026, 8, 9, 8), at(2026, 8, 10, 8)]),
        (["9/27/2569 15:00"], [at(2026, 9, 27, 15)]),
        (["27 ก.ย. 2569 15:00"], [at(2026, 9, 27, 15)]),
        (["๒๗ กันยายน พ.ศ. ๒๕๖๙ เวลา ๑๕.๓๐ น."], [at(2026, 9, 27, 15, 30)]),
        (["27 Sep 2026, 3:00 PM", "27 ก.อ. 2569 15:00"], [at(2026, 9, 27, 15), None]),
        (["46292.625", "99999"], [at(2026, 9, 27, 15), None]),
        (["8/31/2026 9:00", at(2026, 9, 8)], [at(2026, 8, 31, 9), None]),
        (["8/31/2026 9:00", at(2026, 9, 8), at(2026, 9, 30)], [at(2026, 8, 31, 9), at(2026, 9, 8), at(2026, 9, 30)]),
        (["2026-09-27T15:00", at(2026, 9, 8)], [at(2026, 9, 27, 15), at(2026, 9, 8)]),
    ],
)  # fmt: skip
def test_stamps(column, stamps):
    """Years in short, months in words, serials in text, and dates that a spreadsheet turned round."""
    reader = StampReader(column)
    assert [reader.stamp(value) for value in column] == stamps


def test_a_quotation_mark_that_swallows_a_line():
    """It ends at the next one, in another person's row: the file is a problem, not the levels."""
    text = 'id,name,a\n1,"ก,3\n2,"ข",4\n3,ค,5\n'
    with pytest.raises(FileFaultError) as caught:
        read_text(text.encode(), "f.csv")
    assert caught.value.code == "unreadable"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('"a", "b", "c, d"\n"1", "2", "3"\n', [["a", "b", "c, d"], ["1", "2", "3"]]),
        ('a,b\n"1" x,2\n', [["a", "b"], ["1 x", "2"]]),
        ('a,b\n"1\n""2""",3\n', [["a", "b"], ['1\n"2"', "3"]]),
    ],
)
def test_quotation_marks_that_do_no_harm(text, rows):
    """Spaces before them, words after them, and line breaks between them."""
    assert read_text(text.encode(), "f.csv").rows == rows


def test_a_table_of_answers_is_no_list_of_staff():
    """Though all its competencies stand beside other words, it is not passed over."""
    sheet = sheet_of([[*WHO, f"{SERVICE} (เกณฑ์)", f"{UNITY} (เกณฑ์)"], *ROWS])
    assert not is_staff_list(sheet, heading_reader(names()))
