"""A report read back is the round that it was made of, and one that was changed is found."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from answers import answer
from builders import book, without_looks, write_workbook
from hostile_text import HOSTILE, hostile_book
from jdgap.assessments import Count, NoLevel
from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.own_reports import report_titles
from jdgap.assessments.reports import reading
from jdgap.assessments.reports.reading import read_report
from jdgap.gaps.kept import kept_round
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.style import DEFAULT_FONT, SheetTitles, Typeface
from jdgap.output.records import GAP_COLUMNS
from jdgap.output.report import data
from jdgap.output.report.book import write_report
from jdgap.output.report.data import add_data
from jdgap.output.report.requirements import add_requirements
from jdgap.output.report.setting import Setting
from jdgap.text.language import LANGUAGES, use_language
from jdgap.text.names import id_key
from report_rounds import DAY, a_crowd, a_result, an_answer

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(autouse=True)
def _thai():
    yield
    use_language("th")


def report(path: Path, result, of=None) -> Path:
    """The two sheets of a report that are read back."""
    titles = report_titles()
    with Workbook(path) as workbook:
        looks = Looks(workbook, Typeface(DEFAULT_FONT))
        taken = SheetTitles(titles.values())
        setting = Setting(of or book(), result, workbook, looks, DAY, titles, taken)
        add_data(setting)
        add_requirements(setting)
    return path


def read(path: Path) -> reading.ReadReport:
    """The report as the worker reads it, in this process."""
    found = reading._read(None, path, limits.FILE_BYTES)
    assert found is not None
    return found


def said(kept):
    """A round without where it stands."""
    people = tuple(replace(each, place=None) for each in kept.people)
    order = [list(each.levels) for each in people], list(kept.competencies), list(kept.titles)
    return replace(kept, people=people, source="", made_on=""), order


def changed(path: Path, change) -> reading.ReadReport:
    """The report after `change` did something to its workbook."""
    workbook = without_looks(path)
    change(workbook)
    workbook.save(path)
    return read(path)


def cell_of(workbook, row: int, column: str):
    return workbook.worksheets[0].cell(row, GAP_COLUMNS.index(column) + 1)


def edits(found: reading.ReadReport):
    """The codes and cells of what does not fit, which is counted with the report as a whole."""
    whole, *told = found.problems
    assert (whole.code, whole.place.sheet, whole.place.cell) == ("edited-report", "เกณฑ์", "")
    assert whole.facts["count"] == len(told)
    return [(each.code, each.place.cell) for each in told]


def codes(found: reading.ReadReport):
    return [(each.code, each.place.sheet, each.place.cell) for each in found.problems]


@each_language
def test_a_whole_report_reads_back_whatever_the_language_in_use(tmp_path: Path, language: str):
    use_language(language)
    result = a_result(*a_crowd(20, departments=4))
    kept = kept_round(result, book(), "")
    path = tmp_path / "r.xlsx"
    write_report(path, book(), result, individual=True, printed_on=DAY)
    use_language("en" if language == "th" else "th")
    found = read_report(path)
    assert found.problems == ()
    assert said(found.round) == said(kept)
    assert (found.round.made_on, found.round.source) == ("2026-11-23", str(path))


def test_everybody_s_place_is_their_first_row(tmp_path: Path):
    path = report(tmp_path / "r.xlsx", a_result(an_answer("S-1"), an_answer("S-2", "head-it")))
    places = [each.place for each in read(path).round.people]
    assert [(each.file, each.sheet, each.cell) for each in places] == [
        (str(path), "ข้อมูล", "A2"),
        (str(path), "ข้อมูล", "A10"),
    ]


LEVELS = st.one_of(st.integers(1, 5), st.sampled_from(list(NoLevel)))
TEXTS = st.one_of(
    # A report of hardly more than one letter, 32,767 times, is taken for a bomb, as any file is.
    st.sampled_from([each for each in HOSTILE if len(each) < 3000]),
    st.text(max_size=12),
)


@st.composite
def rounds(draw):
    """A round of people with any names and levels, some of them without id or name."""
    people = []
    for number in range(draw(st.integers(0, 5))):
        position = draw(st.sampled_from(book().positions))
        rated = draw(
            st.dictionaries(st.sampled_from(list(position.required)), st.tuples(LEVELS, LEVELS))
        )
        text = draw(TEXTS)
        employee = draw(st.sampled_from([f"S-{number}", f"{number} {text[:80]}", ""]))
        name = f"{number} {text}" if draw(st.booleans()) else ""
        people.append(
            answer(
                employee,
                rated or {"unity": 3},
                name=name,
                position=position.id,
                department=draw(st.sampled_from(["", "บัญชี", draw(TEXTS)])),
                round_="",
                file=f"{number}.xlsx",
            )
        )
    keys = [id_key(each.employee_id) or each.name for each in people]
    people = [
        each for each, key in zip(people, keys, strict=True) if not key or keys.count(key) == 1
    ]
    count = draw(st.sampled_from(list(Count)))
    return a_result(*people, count=count, round_=draw(st.sampled_from(["2569", ""])))


@settings(max_examples=15)
@given(result=rounds(), language=st.sampled_from(LANGUAGES))
def test_any_round_reads_back_exactly(tmp_path_factory, result, language):
    use_language(language)
    path = report(tmp_path_factory.mktemp("any") / "r.xlsx", result)
    found = read(path)
    assert said(found.round) == said(kept_round(result, book(), ""))
    assert found.problems == ()


def test_a_book_with_hostile_names_reads_back_exactly(tmp_path: Path):
    texts = [each for each in HOSTILE if len(each) < 3000]
    of = hostile_book(*texts)
    people = [an_answer(f"S-{place}", name=text) for place, text in enumerate(texts)]
    result = a_result(*people, of=of)
    found = read(report(tmp_path / "r.xlsx", result, of))
    assert said(found.round) == said(kept_round(result, of, ""))
    assert found.problems == ()


def test_two_people_without_id_and_name_stay_two(tmp_path: Path):
    people = [an_answer("", name="", unity=3), an_answer("", name="", unity=1)]
    result = a_result(*people)
    found = read(report(tmp_path / "r.xlsx", result))
    assert said(found.round) == said(kept_round(result, book(), ""))
    assert len(found.round.people) == 2


def test_true_is_no_level_though_it_equals_1(tmp_path: Path):
    path = report(
        tmp_path / "r.xlsx", a_result(an_answer("S-1", unity=1), an_answer("S-2", unity=1))
    )

    def untrue(workbook):
        rows = [
            row for row in workbook.worksheets[0].iter_rows(min_row=2) if row[7].value == "unity"
        ]
        rows[1][GAP_COLUMNS.index("self_level")].value = True

    found = changed(path, untrue)
    assert edits(found) == [("edited-not-a-level", "K11")]
    assert found.round.people[1].levels["unity"].self_level is None


def test_data_on_several_sheets_is_read_together(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(data, "_MOST_ON_A_SHEET", 20)
    result = a_result(*a_crowd(9))
    found = read(report(tmp_path / "r.xlsx", result))
    assert said(found.round) == said(kept_round(result, book(), ""))
    assert found.problems == ()


def by_level(workbook):
    """Sort the rows as somebody does who looks for the largest gaps."""
    sheet = workbook.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    place = GAP_COLUMNS.index("gap")
    rows.sort(key=lambda row: (row[place] is None, row[place] or 0))
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def filtered(workbook):
    for row in range(3, 30):
        workbook.worksheets[0].row_dimensions[row].hidden = True


def with_a_title(workbook):
    workbook.worksheets[0].insert_rows(1, 2)


def with_blank_rows(workbook):
    workbook.worksheets[0].insert_rows(5, 2)


@pytest.mark.parametrize("change", [by_level, filtered, with_a_title, with_blank_rows])
def test_sorting_filtering_and_moving_the_rows_changes_nothing(tmp_path: Path, change):
    result = a_result(*a_crowd(12))
    found = changed(report(tmp_path / "r.xlsx", result), change)
    kept = kept_round(result, book(), "")
    assert found.problems == ()
    one, other = (
        {each.employee_id: (each, list(each.levels)) for each in said(read_round)[0].people}
        for read_round in (found.round, kept)
    )
    assert one == other


def setting_cell(row: int, column: str, value):
    def change(workbook):
        cell_of(workbook, row, column).value = value

    return change


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("gap", 2, ["N2"]),
        ("shortfall", 1, ["O2"]),
        ("status", "below", ["P2"]),
        ("actual_level", 4, ["M2"]),
        ("actual_level", None, ["M2"]),
        ("actual_level", "4", ["M2"]),
        ("supervisor_level", 2, ["M2", "N2", "O2", "P2"]),
        ("supervisor_level", 2.5, ["edited-not-a-level L2"]),
        ("self_level", True, ["edited-not-a-level K2"]),
        ("required_level", 2, ["N2", "P2", "edited-required-level J2"]),
        ("required_level", None, ["edited-required-level J2"]),
        ("competency_id", None, ["H2"]),
        ("competency_id", "unity", ["H3"]),
        ("competency_id", "flying", ["edited-required-level J2"]),
        ("round", "2560", ["A2"]),
        ("name", "อื่น", ["C3"]),
        ("department", "อื่น", ["F3"]),
    ],
)
def test_a_cell_that_does_not_fit_is_named(tmp_path: Path, column, value, told):
    """Everybody's levels are self levels that just meet the requirement."""
    required = book().position_by_id["officer-it"].required
    path = report(tmp_path / "r.xlsx", a_result(answer("S-1", required)))
    found = changed(path, setting_cell(2, column, value))
    cells = [f"{code} {cell}".removeprefix("edited-cell ") for code, cell in edits(found)]
    assert cells == told


def whole_row_changed(workbook):
    for column, value in {
        "actual_level": 5,
        "self_level": 5,
        "gap": 2,
        "status": "exceeded",
    }.items():
        cell_of(workbook, 2, column).value = value


def name_changed(workbook):
    for row in range(2, 10):
        cell_of(workbook, row, "name").value = "อื่น"


def row_deleted(workbook):
    workbook.worksheets[0].delete_rows(3)


def checksum_deleted(workbook):
    sheet = workbook.worksheets[-1]
    row = next(
        each[0].row for each in sheet.iter_rows() if "รหัสตรวจสอบข้อมูลใน" in str(each[0].value)
    )
    sheet.delete_rows(row)


def round_changed(workbook):
    sheet = workbook.worksheets[-1]
    next(each for each in sheet.iter_rows() if each[0].value == "รอบการประเมิน")[1].value = "2560"
    for row in range(2, 10):
        cell_of(workbook, row, "round").value = "2560"


@pytest.mark.parametrize(
    "change", [whole_row_changed, name_changed, row_deleted, checksum_deleted, round_changed]
)
def test_what_fits_and_was_changed_all_the_same_is_found_by_the_checksum(tmp_path: Path, change):
    required = book().position_by_id["officer-it"].required
    path = report(tmp_path / "r.xlsx", a_result(answer("S-1", required)))
    assert codes(changed(path, change)) == [("edited-report", "เกณฑ์", "")]


def test_two_people_s_levels_exchanged_are_found(tmp_path: Path):
    path = report(
        tmp_path / "r.xlsx", a_result(an_answer("S-1", unity=1), an_answer("S-2", unity=5))
    )

    def exchange(workbook):
        sheet = workbook.worksheets[0]
        rows = [row for row in sheet.iter_rows(min_row=2) if row[7].value == "unity"]
        for one, other in zip(rows[0][9:16], rows[1][9:16], strict=True):
            one.value, other.value = other.value, one.value

    assert codes(changed(path, exchange)) == [("edited-report", "เกณฑ์", "")]


def test_a_required_level_that_was_changed_is_found_where_it_is_used(tmp_path: Path):
    path = report(tmp_path / "r.xlsx", a_result(an_answer("S-1", unity=3)))

    def require_more(workbook):
        sheet = workbook.worksheets[-1]
        row = next(each for each in sheet.iter_rows() if each[0].value == "officer-it")
        row[3].value = 5

    found = changed(path, require_more)
    assert edits(found) == [("edited-required-level", "J2")]
    assert found.problems[1].place.sheet == "ข้อมูล"
    assert found.problems[1].facts["wanted"] == "5"
    assert found.problems[1].facts["other"].startswith("เกณฑ์ › D")


def test_a_required_level_that_is_none_is_found(tmp_path: Path):
    path = report(tmp_path / "r.xlsx", a_result(an_answer("S-1", unity=3)))

    def spoil(workbook):
        sheet = workbook.worksheets[-1]
        next(each for each in sheet.iter_rows() if each[0].value == "manager")[3].value = "5"

    whole, told = changed(path, spoil).problems
    assert (whole.code, whole.facts["count"]) == ("edited-report", 1)
    assert (told.code, told.place.sheet, told.place.cell[0]) == (
        *("edited-not-a-level", "เกณฑ์", "D"),
    )


def test_levels_of_an_edited_report_are_computed_anew(tmp_path: Path):
    """The gap column is never believed."""
    path = report(tmp_path / "r.xlsx", a_result(an_answer("S-1", service_mind=3)))

    def lie(workbook):
        cell_of(workbook, 2, "gap").value = 2
        cell_of(workbook, 2, "status").value = "exceeded"

    found = changed(path, lie)
    levels = found.round.people[0].levels["service-mind"]
    assert (levels.gap, levels.status) == (0, "met")
    assert edits(found) == [("edited-cell", "N2"), ("edited-cell", "P2")]


def test_a_competency_that_only_the_data_has_is_kept(tmp_path: Path):
    path = report(tmp_path / "r.xlsx", a_result(an_answer("S-1", service_mind=3)))
    found = changed(path, setting_cell(2, "competency_id", "flying"))
    assert "flying" in found.round.people[0].levels
    assert found.round.competencies["flying"].name == "flying"


def without(*titles):
    def change(workbook):
        for title in titles:
            del workbook[title]

    return change


def renamed(title):
    def change(workbook):
        workbook[title].title = "อื่น"

    return change


def heading_deleted(workbook):
    workbook["ข้อมูล"]["M1"] = None


def levels_deleted(workbook):
    workbook["เกณฑ์"].delete_rows(20, 100)


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    """A report with all its sheets."""
    path = tmp_path_factory.mktemp("whole") / "r.xlsx"
    write_report(path, book(), a_result(an_answer()), individual=False)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without("ข้อมูล"), "(Data)"),
        (renamed("ข้อมูล"), "(Data)"),
        (without("เกณฑ์"), "(Requirements) is missing"),
        (renamed("เกณฑ์"), "(Requirements) is missing"),
        (without("เกณฑ์", "สรุป", "ฝ่าย", "รายบุคคล"), "(Requirements) is missing"),
        (heading_deleted, "headings"),
        (levels_deleted, "not complete"),
    ],
)
def test_what_is_missing_is_said(whole: bytes, tmp_path: Path, change, reason):
    path = tmp_path / "r.xlsx"
    path.write_bytes(whole)
    with pytest.raises(FileFaultError) as raised:
        changed(path, change)
    assert raised.value.code == "not-a-report"
    assert reason in raised.value.facts["reason"]


def test_sheets_that_are_not_read_may_be_deleted(whole: bytes, tmp_path: Path):
    path = tmp_path / "r.xlsx"
    path.write_bytes(whole)
    titles = ("สรุป", "รายบุคคล", "ฝ่าย", "ความต้องการพัฒนา", "แผนพัฒนา", "ปัญหา")
    assert changed(path, without(*titles)).problems == ()


def test_what_is_no_report_is_none(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", [["รหัสพนักงาน", "สมรรถนะ"]], titles=["ข้อมูล"])
    assert reading._read(None, path, limits.FILE_BYTES) is None
    (tmp_path / "a.csv").write_text("a,b\n", encoding="utf-8")
    assert reading._read(None, tmp_path / "a.csv", limits.FILE_BYTES) is None
    with pytest.raises(FileFaultError) as raised:
        read_report(path)
    assert raised.value.code == "not-a-report"


def test_a_damaged_file_is_a_fault_of_that_file(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\3\4")
    with pytest.raises(FileFaultError) as raised:
        read_report(tmp_path / "a.xlsx")
    assert raised.value.code == "unreadable"


def test_more_rows_than_answers_may_have_are_read(tmp_path: Path, monkeypatch):
    """The data of 10,000 people are 120,000 rows."""
    path = report(tmp_path / "r.xlsx", a_result(*a_crowd(30)))
    monkeypatch.setattr(limits, "ROWS", 100)
    assert len(read(path).round.people) == 30
