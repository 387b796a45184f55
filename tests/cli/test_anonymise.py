"""`--anonymise` as a command: no name is in anything that comes out, and the numbers are as before."""

import csv
import html
import io
import json
import re
import shutil
import zipfile
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from builders import book, encrypted_look_alike, plain_form, thai, title, write_workbook
from jdgap.cli.app import run
from jdgap.problems import Place
from jdgap.text.language import DEFAULT_LANGUAGE, use_language
from jdgap.workflows.round import RoundRules, assess_round

pytestmark = pytest.mark.usefixtures("nothing_set")

NAMES = (
    *("สมชาย ใจดี", "อรทัย แสงทอง", "ธนพล ศรีสุวรรณ", "พิมพ์ชนก วงศ์ประเสริฐ", "กิตติศักดิ์ บุญมาก"),
    *("ณัฐวุฒิ ทองคำ", "ปิยะดา รักงาน", "สมศรี มีสุข", "มานะ อดทน", "มานพ ยิ่งยง", "สุดา เรืองศรี"),
    *("วราภรณ์ ตั้งเจริญชัย", "วิชัย มั่นคงยิ่ง", "จันทร์เพ็ญ พูลผล", "Somsak Brightwell", "สายสุนีย์ ว่องไว"),
)
WORDS = sorted({word for name in NAMES for word in name.split()} | {"kitti@", "coop.example"})
ACCOUNTING = title("officer-accounting")


def form(folder, file, levels=((2, None),) * 8, titles=(), **identity):
    return write_workbook(folder / file, plain_form(levels, **identity), titles=titles)


@pytest.fixture
def folder(answers, tmp_path):
    """A copy of the answers, to which a test may add."""
    return shutil.copytree(answers, tmp_path / answers.name)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Answers with names wherever people write them."""
    folder = tmp_path_factory.mktemp("answers") / "จากคุณสมชาย ใจดี"
    folder.mkdir()
    wrong = [("รอถามสมชาย", None), (9, None), ("somsak brightwell", None), *[(2, None)] * 5]
    named = {"employee_id": "S-001", "name": "นายสมชาย ใจดี"}
    form(folder, "007 สมชาย ใจดี.xlsx", wrong, ["สมชาย"], **named)
    orathai = {"employee_id": "S-002", "name": "อรทัย แสงทอง"}
    form(folder, "อรทัย.xlsx", **orathai)
    form(folder, "อรทัย แก้แล้ว.xlsx", ((3, None),) * 8, ["อรทัย › แสงทอง"], **orathai)
    form(folder, "ธนพล.xlsx", employee_id="S-003", name="ธนพล ศรีสุวรรณ")
    form(folder, "ก.xlsx", employee_id="kitti@coop.example", name="กิตติศักดิ์ บุญมาก")
    form(folder, "ข.xlsx", employee_id="", name="ณัฐวุฒิ ทองคำ")
    form(folder, "ค.xlsx", employee_id="ปิยะดา รักงาน", name="ปิยะดา รักงาน")
    form(folder, "ง.xlsx", employee_id="S-006", name="มานพ ยิ่งยง", position="หัวหน้ามานพ")
    form(folder, "จ.xlsx", employee_id="S-007", name="Somsak Brightwell", round_=2560)
    form(folder, "ช.xlsx", employee_id="", name="สายสุนีย์ ว่องไว")
    form(folder, "ฉ.xlsx", employee_id="S-010", name="จันทร์เพ็ญ พูลผล")
    sheets = [
        plain_form(((level, None),) * 8, employee_id=employee, name=name)
        for level, employee, name in ((3, "S-004", "สมศรี มีสุข"), (4, "S-005", "มานะ อดทน"))
    ]
    sheets[1].insert(3, ["ฝ่าย", "ทีมสมชาย"])
    write_workbook(folder / "หลายคน.xlsx", *sheets, titles=["สมศรี", "มานะ"])
    (folder / "ลับ สุดา เรืองศรี.xlsx").write_bytes(encrypted_look_alike())
    (folder / "~$007 สมชาย ใจดี.xlsx").write_bytes(b"x")
    return folder


@pytest.fixture
def roster(tmp_path):
    rows = [["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย", "ผู้บังคับบัญชา"]]
    rows += [
        [f"S-{number:03}", name, position, "ทีมวิชัย", "วิชัย มั่นคงยิ่ง"]
        for number, name, position in (
            (1, "นายสมชาย ใจดี", ACCOUNTING),
            (2, "อรทัย แสงทอง", ACCOUNTING),
            (3, "พิมพ์ชนก วงศ์ประเสริฐ", ACCOUNTING),
            (4, "สมศรี มีสุข", title("officer-it")),
            (5, "มานะ อดทน", ACCOUNTING),
            (6, "มานพ ยิ่งยง", "ผู้ช่วยมานพ"),
            (8, "สุดา เรืองศรี", ACCOUNTING),
            (11, "สายสุนีย์ ว่องไว", ACCOUNTING),
            (9, "วราภรณ์ ตั้งเจริญชัย", ACCOUNTING),
        )
    ]
    return write_workbook(tmp_path / "รายชื่อของวิชัย.xlsx", rows, titles=["วิชัย"])


@pytest.fixture
def speaking():
    """Choose the language, until the test is over."""
    yield use_language
    use_language(DEFAULT_LANGUAGE)


@pytest.fixture
def jdgap(capfdbinary):
    """Run jdgap in this process; return exit code and everything that was printed, in two texts."""

    def call(*arguments):
        code = run([*map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode("utf-8-sig"), err.decode()

    return call


def inside(path):
    """All text in all parts of a workbook, with the names of the parts."""
    with zipfile.ZipFile(path) as archive:
        parts = [f"{name}\n{archive.read(name).decode()}" for name in archive.namelist()]
    written = html.unescape(unquote("\n".join(parts)))
    # Text in several styles stands in pieces.
    return written + re.sub(r"<[^>]*>", "", written)


def told(text):
    """Which of the names a text tells."""
    lowered = text.casefold()
    return [word for word in WORDS if word.casefold() in lowered]


def numbers(document):
    """A document without what names people or places."""
    if isinstance(document, dict):
        hidden = ("file", "sheet", "name", "employee_id", "employee_ids", "department")
        hidden += ("value", "message")
        return {key: numbers(each) for key, each in document.items() if key not in hidden}
    return [numbers(each) for each in document] if isinstance(document, list) else document


def test_the_plain_run_tells_the_names(jdgap, folder, roster, tmp_path):
    """The names are there to be found, or the tests below would test nothing."""
    target = tmp_path / "r.xlsx"
    _, out, _ = jdgap("report", folder, "-o", target, "--roster", roster, "--format", "json")
    never_shown = {"ยิ่งยง"}  # of an answer without position
    in_plans_only = {"มั่นคงยิ่ง"}  # of a supervisor, who sees to the plan
    assert set(told(inside(target))) == set(WORDS) - never_shown
    assert set(told(out)) == set(WORDS) - never_shown - in_plans_only


@pytest.mark.parametrize(
    ("language", "printed"),
    [("th", "table"), ("en", "table"), ("th", "json"), ("en", "json"), ("th", "csv")],
)
def test_no_name_is_in_a_report(jdgap, speaking, folder, roster, language, printed):  # noqa: PLR0917
    """Neither printed nor in any part of the workbook, sheets to sign included; the ids are."""
    speaking(language)
    target = roster.parent / "r.xlsx"
    code, out, err = jdgap(
        *("report", folder, "-o", target, "--roster", roster),
        *("--individual", "always", "--anonymise", "--format", printed),
    )
    assert code == 1
    written = inside(target)
    assert (told(out), told(err), told(written)) == ([], [], [])
    assert ("Training needs" in written) == (language == "en")
    for label in ("S-001", "S-009", "P-001", "P-003", "file-001", "roster.xlsx"):
        assert label in written


def test_the_numbers_of_a_report_stay(jdgap, folder, roster, tmp_path):
    """Codes, cells, levels and sums are those of the plain run."""
    call = ("report", folder, "--roster", roster, "--format", "json", "-o")
    plain = json.loads(jdgap(*call, tmp_path / "a.xlsx")[1])
    hidden = json.loads(jdgap(*call, tmp_path / "b.xlsx", "--anonymise")[1])
    assert numbers(hidden) == numbers(plain)
    ids = [each["employee_id"] for each in plain["people"]]
    assert {"S-001", "S-003", "kitti@coop.example", None} <= set(ids)
    shown = [
        "P-" if each is None or not each.startswith("S-") else each
        for each in (person["employee_id"] for person in plain["people"])
    ]
    labels = [each["employee_id"] for each in hidden["people"]]
    assert [label if label.startswith("S-") else "P-" for label in labels] == shown
    assert len(set(labels)) == len(labels)
    missing = [each["employee_id"] for each in hidden["missing"]]
    assert missing == ["S-008", "S-009"] == [each["name"] for each in hidden["missing"]]


def test_files_and_sheets_say_whose_they_are(folder, roster):
    """A file of one person goes by the person, and in one of several each sheet does."""
    result = assess_round([folder], book(), RoundRules(anonymise=True), roster=roster)
    places = {person.assessment.employee_id: person.assessment.place for person in result.people}
    assert places["S-001"] == Place("file-001 S-001.xlsx", "sheet-1")
    assert places["S-005"] == Place("file-012.xlsx", "sheet-2 S-005")
    assert places["S-011"].file == "file-009 S-011.xlsx"  # the roster knows the id


@pytest.mark.parametrize("form_of_output", ["table", "json", "csv"])
def test_no_name_is_in_a_check(jdgap, folder, tmp_path, form_of_output):
    """Nor in what `check` prints and in its sheets to sign."""
    target = tmp_path / "r.xlsx"
    files = sorted(folder.iterdir())
    code, out, err = jdgap(
        *("check", *files, "-o", target, "--anonymise", "--format", form_of_output),
    )
    written = inside(target)
    assert (code, told(out), told(err), told(written)) == (1, [], [], [])
    assert "S-001" in out
    assert "S-001" in written


def test_one_employee_of_a_check(jdgap, folder, tmp_path):
    """Who is meant is said by the name; what comes out says the id."""
    target = tmp_path / "r.xlsx"
    files = sorted(folder.iterdir())
    call = ("check", *files, "--employee", "มานะ อดทน", "--anonymise", "-o", target, "--format")
    _, out, err = jdgap(*call, "json")
    (person,) = json.loads(out)["assessments"]
    assert (person["employee_id"], person["name"], person["sheet"]) == (
        *["S-005"] * 2,
        "sheet-2 S-005",
    )
    assert load_workbook(target).sheetnames == ["S-005"]
    assert (told(out), told(err), told(inside(target))) == ([], [], [])


def test_a_survey_of_many(jdgap, tmp_path):
    """A table of many people, with addresses for ids in it."""
    rows = [["อีเมล", "ชื่อ-สกุล", "ตำแหน่ง", thai("unity"), thai("integrity")]]
    rows += [["kitti@coop.example", name, ACCOUNTING, 3, "มาก"] for name in NAMES]
    path = tmp_path / "สมชาย.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    target = tmp_path / "r.xlsx"
    code, out, err = jdgap("report", path, "-o", target, "--anonymise", "--format", "csv")
    assert (code, told(out), told(err), told(inside(target))) == (1, [], [], [])
    labels = [row["employee_id"] for row in csv.DictReader(io.StringIO(out))]
    assert len(set(labels)) == len(NAMES)


def test_what_was_typed_may_be_said(jdgap, folder, tmp_path):
    """Only the person who typed the name reads it again."""
    file = form(folder, "a.xlsx", **dict(zip(("employee_id", "name"), ("S-1", "ก ข"), strict=True)))
    code, out, err = jdgap("check", file, "--employee", "สมชาย", "--anonymise")
    assert (code, out, told(err)) == (3, "", ["สมชาย"])
