"""`jdgap check` as a command: exit codes, streams, JSON."""

import csv
import io
import json
import subprocess
import sys

import pytest

from builders import (
    book,
    calamine_abort,
    encrypted_look_alike,
    plain_form,
    run_environment,
    write_bare,
    write_workbook,
    write_zip,
)
from commands import before_console
from jdgap.assessments import Count
from jdgap.cli.app import run
from jdgap.output.records import GAP_COLUMNS, check_document
from jdgap.workflows import check_files

pytestmark = pytest.mark.usefixtures("nothing_set")

MET = [(3, None)] * 8
SHORT = [(2, None)] * 8
WRONG = [(9, None)] + [(3, None)] * 7


@pytest.fixture
def check(capfdbinary):
    """Run `jdgap check` in this process; return exit code, standard output and error."""

    def call(*arguments):
        code = run(["check", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode("utf-8-sig"), err.decode()

    return call


@pytest.fixture
def form(tmp_path):
    """Write a form with these levels; return its path."""

    def write(levels, name="a.xlsx", **identity):
        return write_workbook(tmp_path / name, plain_form(levels, **identity))

    return write


def test_all_was_used(check, form):
    """All input was used: exit code 0, shortfalls or not."""
    assert check(form(MET), "--format", "json")[0] == 0
    assert check(form(SHORT), "--format", "json")[0] == 0


def test_some_input_had_an_error(check, form):
    """One wrong cell is exit code 1, and the results are there."""
    code, out, _ = check(form(WRONG), "--format", "json")
    assert code == 1
    document = json.loads(out)
    assert document["assessments"][0]["totals"]["all"]["rated"] == 7
    assert [each["code"] for each in document["problems"]] == ["level-out-of-range"]


@pytest.mark.workers
def test_one_bad_file_among_good_ones(check, form, tmp_path):
    """A file that kills its reader costs only itself."""
    bad = write_zip(tmp_path / "bad.xlsx", calamine_abort())
    code, out, _ = check(
        form(MET), bad, form(MET, "b.xlsx", employee_id="S-002"), "--format", "json"
    )
    document = json.loads(out)
    assert (code, len(document["assessments"])) == (1, 2)
    assert [(each["code"], each["file"]) for each in document["problems"]] == [
        ("unreadable", str(bad))
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-file.xlsx"],
        ["{form}", "--no-such-option"],
        ["{form}", "--count", "both"],
        ["{form}", "--format", "xml"],
        ["{form}", "--position", "ผู้ช่วยผู้จัดการ"],
        ["{form}", "--against", "no-such-position"],
        [],
    ],
)
def test_wrong_usage(check, form, arguments):
    """What was asked wrongly is exit code 2, said on standard error only."""
    path = str(form(MET))
    code, out, err = check(*(each.replace("{form}", path) for each in arguments))
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err


def test_a_near_title_is_offered(check, form):
    """A title that does not exist is refused with titles that do."""
    _, _, err = check(form(MET), "--position", "จนท.บัญชี")
    assert "เจ้าหน้าที่สหกรณ์ (ฝ่ายบัญชี)" in err


@pytest.mark.parametrize("content", [b"", b"text", encrypted_look_alike(), b"PK\x03\x04"])
def test_nothing_could_be_assessed(check, tmp_path, content):
    """Without a single result the exit code is 3, and the problem is told."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    code, out, _ = check(path, "--format", "json")
    document = json.loads(out)
    assert (code, document["assessments"]) == (3, [])
    assert len(document["problems"]) == 1


def test_an_employee_who_is_not_there(check, form):
    """Asking for nobody in the files is exit code 3."""
    assert check(form(MET), "--employee", "S-999", "--format", "json")[0] == 3


def test_a_positions_file_that_is_none(check, form, tmp_path):
    """A broken positions file stops the run with exit code 3."""
    path = tmp_path / "p.json"
    path.write_text("{")
    assert run(["--positions", str(path), "check", str(form(MET))]) == 3


@pytest.mark.parametrize(
    ("levels", "code"), [(MET, 0), (SHORT, 4), (WRONG, 1), ([(None, None)] * 8, 0)]
)
def test_fail_on_gap(check, form, levels, code):
    """With --fail-on-gap a shortfall is exit code 4; an error in the input comes first."""
    assert check(form(levels), "--fail-on-gap", "--format", "json")[0] == code


@pytest.mark.parametrize("count", list(Count))
def test_json_is_the_answer_of_the_library(check, form, tmp_path, count):
    """What the command prints is what the call gives."""
    paths = [
        form([(5, 1), ("N/A", 3), (None, None), ("ดี", 2), *[(3, 3)] * 4]),
        form(MET, "b.xlsx", employee_id="S-002", position="ไม่มี"),
        write_zip(tmp_path / "c.xlsx", {"xl/workbook.xml": "<"}),
    ]
    _, out, _ = check(*paths, "--format", "json", "--count", count.value)
    checked = check_files(paths, book(), count=count)
    wanted = check_document(book(), checked.people, checked.problems)
    assert json.loads(out) == json.loads(json.dumps(wanted))


def test_the_shape_of_the_json(check, form):
    """The keys that other programs rely on are there, and none of them moved."""
    (found,) = json.loads(check(form(MET), "--format", "json")[1])["assessments"]
    assert list(found) == [
        *("file", "sheet", "employee_id", "name", "position_id", "position", "department"),
        *("round", "compared_with", "results", "not_required", "totals"),
    ]
    assert list(found["results"][0]) == [
        *("competency_id", "competency", "group", "required_level", "self_level"),
        *("supervisor_level", "actual_level", "gap", "shortfall", "status", "cell"),
    ]
    assert list(found["totals"]) == ["core", "functional", "leadership", "all"]
    assert list(found["totals"]["all"]) == [
        *("required", "rated", "met", "shortfall", "fit_pct", "met_pct", "coverage_pct"),
    ]


def test_against_another_position(check, form):
    """--against changes what is compared with, --position what is held."""
    path = form(MET, position="ไม่มี")
    code, out, _ = check(
        *(path, "--position", "officer-it", "--against", "ผู้จัดการ", "--format", "json")
    )
    (found,) = json.loads(out)["assessments"]
    assert (code, found["position_id"], found["compared_with"]) == (0, "officer-it", "manager")
    assert found["totals"]["all"]["shortfall"] == 16


def test_csv(check, tmp_path):
    """CSV has one row a required competency, and what looks like a formula is none."""
    path = write_bare(tmp_path / "a.xlsx", plain_form(SHORT, name="=1+1"))
    code, out, _ = check(path, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert tuple(rows[0]) == GAP_COLUMNS
    assert {(row["name"], row["gap"], row["status"]) for row in rows} == {("'=1+1", "-1", "below")}
    assert len(rows) == 8


def test_an_existing_output_is_kept(check, form, tmp_path):
    """Without --force nothing is overwritten, and the run stops before any work."""
    target = tmp_path / "out.xlsx"
    target.write_bytes(b"mine")
    code, out, _ = check(form(MET), "-o", target)
    assert (code, out, target.read_bytes()) == (3, "", b"mine")


@pytest.mark.parametrize("encoding", ["cp874", "ascii"])
def test_any_console(form, encoding):
    """JSON is UTF-8 on every console, and no console brings a traceback."""
    path = form(WRONG)
    arguments = ["check", path, "--format", "json"]
    found = before_console(*arguments, encoding=encoding)
    assert found.returncode == 1
    assert json.loads(found.stdout.decode("utf-8"))["assessments"]
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("language", "position"),
    [("en", "Cooperative Officer (Accounting)"), ("th", "เจ้าหน้าที่สหกรณ์ (ฝ่ายบัญชี)")],
)
def test_the_language_of_the_command(form, language, position):
    """--lang goes before the command and reaches names that are data.

    Thai and spaces in a file's name come back as they were given.
    """
    path = form(MET, "แบบประเมิน ๒๕๖๙ (ฉบับจริง).xlsx")
    found = before_console("--lang", language, "check", path, "--format", "json")
    assert found.returncode == 0
    (person,) = json.loads(found.stdout)["assessments"]
    assert (person["position"], person["file"]) == (position, str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "ascii"])
@pytest.mark.parametrize("arguments", [["--explain"], ["--plain"]])
def test_a_table_on_any_console(form, encoding, arguments):
    """What a console cannot show is replaced, never a traceback; explanations come after it."""
    found = before_console("check", form(WRONG), *arguments, encoding=encoding)
    assert found.returncode == 1
    assert found.stdout
    assert "--explain" not in arguments or b"(" in found.stdout
    assert b"B7" in found.stderr
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize("output_format", ["table", "json"])
def test_a_reader_that_goes_away_is_no_fault(form, output_format):
    """`jdgap check … | head` ends with the code of the check, and without a word."""
    command = [sys.executable, "-m", "jdgap", "check", str(form(MET)), "--format", output_format]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=run_environment()
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_explanations_as_data(check, form):
    """--explain adds why to each assessment of the JSON."""
    paths = (form(SHORT), form(MET, "b.xlsx", employee_id="S-002"))
    code, out, _ = check(*paths, "--format", "json", "--explain")
    found = json.loads(out)["assessments"]
    assert code == 0
    assert [each["employee_id"] for each in found] == ["S-001", "S-002"]
    for each in found:
        (fit,) = [
            part["value"]
            for part in each["explanations"]
            if (part["number"], part["group"]) == ("fit_pct", "all")
        ]
        assert fit == each["totals"]["all"]["fit_pct"]


@pytest.mark.parametrize(("count", "gap"), [("either", "1 - 3 = -2"), ("self", "3 - 3 = 0")])
def test_explanations_come_after_the_usual_screen(check, form, count, gap):
    """The table comes first and is the same; then why, by the rule that was asked for."""
    path = form([(3, 1)] * 8)
    usual = check(path, "--count", count)[1]
    code, out, _ = check(path, "--count", count, "--explain")
    assert (code, out[: len(usual)]) == (0, usual)
    assert "C7" in out[len(usual) :]
    assert gap in out[len(usual) :]


def test_explanations_of_everybody(check, form):
    """A file of many people explains each of them, and --employee only the one."""
    paths = (form(SHORT), form([(1, None)] * 8, "b.xlsx", employee_id="S-002"))
    out = check(*paths, "--explain")[1]
    assert "2 - 3 = -1" in out
    assert "1 - 3 = -2" in out
    only = check(*paths, "--explain", "--employee", "S-002")[1]
    assert "2 - 3 = -1" not in only
    assert "1 - 3 = -2" in only


def test_sentences_do_not_fit_in_csv(check, form):
    """--explain with --format csv is refused before any work, instead of being lost."""
    code, out, err = check(form(MET), "--explain", "--format", "csv")
    assert (code, out) == (2, "")
    assert "--explain" in err


def test_without_explain_nothing_is_loaded_for_it(form):
    """Who does not ask for explanations does not wait for them."""
    program = (
        "import sys; from jdgap.cli.app import run; run(sys.argv[1:]);"
        "print([name for name in sys.modules if 'explanation' in name])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, "check", str(form(MET)), "--format", "json"],
        capture_output=True,
        check=True,
        timeout=60,
        env=run_environment(),
    )
    assert found.stdout.decode().splitlines()[-1] == "[]"
