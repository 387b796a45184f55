import io
import re

import pytest
from rich.console import Console

from jdgap.assessments import Assessment, NoLevel, Rating
from jdgap.gaps import compare_person
from jdgap.output.console.gap_screen import show_people, show_person
from jdgap.output.console.position_screen import show_position, show_positions
from jdgap.output.console.problem_screen import show_problems
from jdgap.output.console.screen import make_console
from jdgap.positions import Book
from jdgap.problems import Place, Problem
from jdgap.text.language import speaking
from jdgap.text.wrapping import cells

FILE = "forms/2569/แบบประเมินสมรรถนะ-สมชาย-ใจดี-ฝ่ายเทคโนโลยีสารสนเทศ [/x].xlsx"
LONG = "การส่งเสริมความเชี่ยวชาญในงานอาชีพของเจ้าหน้าที่สหกรณ์ออมทรัพย์ทุกระดับ"


def name(thai, english=None):
    return {"th": thai, "en": english or thai}


BOOK = Book.model_validate(
    {
        "organisation": name("สหกรณ์"),
        "scale": [{"level": n, "name": name(f"ขั้น{n}"), "meaning": name("ก")} for n in range(8)],
        "groups": [{"id": g, "name": name(f"กลุ่ม {g}")} for g in ("alpha", "beta", "gamma")],
        "competencies": [
            {"id": "one", "group": "alpha", "name": name("หนึ่ง [/x]", "One [/x]")},
            {"id": "two", "group": "alpha", "name": name(LONG)},
            {"id": "three", "group": "beta", "name": name("สาม", "Three")},
            {"id": "four", "group": "beta", "name": name("สี่", "Four")},
            {"id": "five", "group": "gamma", "name": name("ห้า", "Five")},
        ],
        "departments": [{"id": "it", "name": name("เทคโนโลยีสารสนเทศ", "IT")}],
        "positions": [
            {
                "id": "head-of-a-department-with-a-very-long-id",
                "title": name("หัวหน้าฝ่าย", "Head"),
                "reports_to_title": name("ประธาน", "Chair"),
                "required": {"five": 7},
            },
            {
                "id": "officer",
                "title": name("เจ้าหน้าที่ [bold]", "Officer [bold]"),
                "department": "it",
                "reports_to": "head-of-a-department-with-a-very-long-id",
                "purpose": [LONG * 3],
                "responsibilities": [{"duty": LONG, "activities": [LONG * 2], "results": ["ผล"]}],
                "relationships": [
                    {"with_whom": LONG, "about": LONG * 2, "frequency": "ปีละ 1-2 ครั้ง"}
                ],
                "education": ["ปริญญาตรี"],
                "experience": ["3 ปี"],
                "required": {"one": 4, "two": 5, "three": 3, "four": 2},
                "knowledge": ["กฎหมาย"],
                "skills": ["คำนวณ"],
            },
        ],
    }
)
OFFICER = BOOK.position_by_id["officer"]
HEAD = BOOK.positions[0]


@pytest.fixture(autouse=True, params=["th", "en", "th,en"])
def _language(request):
    with speaking(request.param):
        yield


def person(against=OFFICER, title="สมชาย [/x] ใจดี", **levels):
    place = Place(FILE, "แบบประเมิน")
    ratings = {
        each: Rating(*(pair if isinstance(pair, tuple) else (pair, NoLevel.BLANK)), place)
        for each, pair in levels.items()
    }
    said = Assessment(place, "E001", title, "officer", "เจ้าหน้าที่", "", "2569", ratings)
    return compare_person(said, BOOK, against)


USUAL = {"one": (4, 2), "two": 6, "three": NoLevel.NOT_APPLICABLE, "five": 3}
PROBLEMS = [
    Problem("missing-level", Place(FILE, "ก", "E10"), "", {"competency": LONG}),
    Problem("level-out-of-range", Place(FILE, "ก", "D9"), "9 [/x]", {"lowest": 0, "highest": 7}),
    Problem("missing-level", Place(FILE, "ก", "E11"), "", {"competency": "[bold]"}),
    Problem("not-a-spreadsheet", Place("a.pdf"), "", {"reason": "PDF"}),
]
SCREENS = {
    "person": lambda console: show_person(console, BOOK, person(**USUAL)),
    "against another": lambda console: show_person(console, BOOK, person(HEAD, **USUAL)),
    "nothing rated": lambda console: show_person(console, BOOK, person()),
    "people": lambda console: show_people(console, [person(**USUAL), person(HEAD, title=LONG)]),
    "positions": lambda console: show_positions(console, BOOK, BOOK.positions),
    "position": lambda console: show_position(console, BOOK, OFFICER),
    "head": lambda console: show_position(console, BOOK, HEAD),
    "problems": lambda console: show_problems(console, PROBLEMS),
}


def shown(screen, **options):
    to = io.StringIO()
    show = SCREENS[screen] if isinstance(screen, str) else screen
    show(make_console(to, **options))
    return to.getvalue()


def misaligned(text, cross, rule):
    """Return the lines of each table that lack a rule below a crossing of its header."""
    places, wrong = [], []
    for line in text.splitlines():
        drawn = [cells(line[: found.start()]) for found in re.finditer(cross, line)]
        if drawn:
            places = drawn
        elif f" {rule} " not in line:
            places = []
        elif places and not {
            cells(line[: m.start()]) for m in re.finditer(re.escape(rule), line)
        }.issuperset(places):
            wrong.append(line)
    return wrong


def words(text):
    return "".join(re.sub(r"[│┼─]", " ", text).split())


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut(screen, plain, width):
    text = shown(screen, plain=plain, width=width)
    assert max(cells(line) for line in text.splitlines()) <= width
    assert "…" not in text


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("encoding", ["cp874", "ascii"])
@pytest.mark.parametrize("width", [80, None])
def test_a_narrow_encoding_never_raises_and_stays_aligned(screen, encoding, width):
    to = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", write_through=True)
    SCREENS[screen](make_console(to, width=width))
    text = to.buffer.getvalue().decode(encoding)
    assert misaligned(text, r"(?<=-)\+(?=-)", "|") == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("width", [80, None])
def test_vertical_rules_are_in_line(screen, width):
    assert misaligned(shown(screen, width=width), "┼", "│") == []


@pytest.mark.parametrize("screen", SCREENS)
def test_any_rich_console_will_do(screen):
    console = Console(file=io.StringIO(), width=80)
    SCREENS[screen](console)
    assert words(console.file.getvalue()) == words(shown(screen, width=80))


@pytest.mark.parametrize("screen", ["person", "people", "problems"])
def test_what_users_wrote_is_no_markup(screen):
    assert "[/x]" in shown(screen, width=80)
    assert "[bold]" in shown(screen, width=80)


def test_a_row_holds_its_numbers_and_its_bar():
    text = shown("person", width=80)
    assert re.search(r"4 │ +4 │ +2 │ +2 │ +▼ -2 │ ◄██│", text)
    assert re.search(r"5 │ +6 │ +– │ +6 │ +\+1 │    │█►", text)
    assert re.search(r"3 │ +– │ +– │ +– │ +– │ +│", text)


@pytest.mark.parametrize("plain", [False, True])
def test_a_terminal_too_narrow_for_the_table_gets_a_list(plain):
    """No name is lost: each has lines of its own, and its numbers below it by their names."""
    text = shown("person", width=40, plain=plain)
    assert max(cells(line) for line in text.splitlines()) <= 40
    for competency in BOOK.competencies[:4]:
        assert words(competency.name.text) in words(text)
    assert re.search(r"^ +(ต้องการ|Required) +4 *$", text, flags=re.MULTILINE)
    assert re.search(r"^ +(ส่วนต่าง|Gap) +▼ -2 *$", text, flags=re.MULTILINE)


def test_without_vertical_rules():
    assert "│ " not in shown("person", width=80, plain=True).replace("◄██│", "").replace("│█►", "")


def test_totals_stand_beside_each_other():
    text = shown("person", width=80)
    assert re.search(r"4 │ +2 │ +1 │ +2 │ +77\.8 │ +50\.0 │ +50\.0 │", text)
    assert re.search(r"0 │ +0 │ +0 │ +0 │ +– │ +– │ +– │", text)


def test_priorities_mark_the_large_ones():
    text = shown("person", width=80)
    assert re.search(r"▼ +2 → 4 +-2 ", text)
    assert "▼" not in shown(lambda console: show_person(console, BOOK, person(one=3)), width=80)


def test_another_position_is_named_in_the_header():
    assert HEAD.title.text in shown("against another")
    assert HEAD.title.text not in shown("person")


def test_levels_that_are_not_required_stand_apart():
    text = shown("person", width=80)
    assert re.search(r"^ +3 │ +– │ (ห้า|Five)", text, flags=re.MULTILINE)


def test_a_bar_never_outgrows_its_column():
    far = shown(lambda console: show_person(console, BOOK, person(HEAD, five=0)), width=80)
    assert "-7" in far
    assert "◄█████│" in far


def test_piped_rows_are_one_line_each():
    lines = shown("people").splitlines()
    assert sum("E001" in line for line in lines) == 2
    assert any(LONG in line and "E001" in line for line in lines)
    rows = [line for line in shown("positions").splitlines() if "officer" in line]
    assert len(rows) == 1
    assert OFFICER.title.text in rows[0]
    assert HEAD.title.text in rows[0]


def test_the_position_sheet_is_complete():
    text = words(shown("position", width=80))
    for entry in (LONG * 3, "•" + LONG * 2, "ปริญญาตรี", "3ปี", "กฎหมาย", "คำนวณ", "4ขั้น4"):
        assert words(entry) in text, entry
    line = text[-80:]
    assert words(HEAD.title.text) in line
    assert OFFICER.title.text.replace(" ", "") in line
    required, duties = text.index("4ขั้น4"), text.index("1." + LONG)
    assert required < duties


def test_problems_are_in_order_with_what_to_do():
    text = shown("problems", width=200)
    assert text.index("a.pdf") < text.index("D9") < text.index("E10") < text.index("E11")
    assert "9 [/x]" in text
    remedy = PROBLEMS[0].remedy()
    assert text.count(remedy) == 1
    assert text.index("E11") < text.index(remedy)
    assert PROBLEMS[1].remedy() in text
    assert not shown(lambda console: show_problems(console, []))
