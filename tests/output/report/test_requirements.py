"""The sheet of requirements: the levels and rules of the report, to be read back exactly."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders import book
from jdgap.assessments import Count
from jdgap.gaps.kept import fingerprint
from jdgap.gaps.model import Status
from jdgap.output.report.requirements import add_requirements
from jdgap.positions import Book
from jdgap.text.language import use_language
from report_rounds import a_result, an_answer, with_a_group_of_one, written


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def sheet_of(path: Path, of: Book | None = None, count: Count = Count.EITHER) -> Worksheet:
    result = a_result(an_answer(unity=3), count=count)
    return written(path / "r.xlsx", result, add_requirements, of=of).worksheets[0]


def facts(sheet: Worksheet) -> dict:
    """What stands beside each label."""
    return {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}


def heading_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, 60) if sheet.cell(row, 1).value == "Position ID")


def levels(sheet: Worksheet) -> dict[str, dict[str, int]]:
    """The required levels as the sheet has them, by position id and competency id."""
    ids = heading_row(sheet) + 2
    competencies = {
        cell.column: cell.value for cell in sheet[ids] if cell.column > 3 and cell.value
    }
    return {
        sheet.cell(row, 1).value: {
            competency: sheet.cell(row, column).value
            for column, competency in competencies.items()
            if sheet.cell(row, column).value is not None
        }
        for row in range(ids + 1, sheet.max_row + 1)
    }


def changed(**position: object) -> Book:
    """A book of one position, with changes."""
    own = book().position_by_id["officer-it"].model_dump() | {"reports_to": None} | position
    return Book.model_validate(book().model_dump() | {"positions": [own]})


def test_the_required_levels_can_be_read_back_exactly(tmp_path: Path):
    sheet = sheet_of(tmp_path)
    assert levels(sheet) == {each.id: each.required for each in book().positions}


def test_positions_and_competencies_carry_their_names_in_the_book_s_order(tmp_path: Path):
    sheet = sheet_of(tmp_path)
    row = heading_row(sheet)
    names = [sheet.cell(row + 1, column).value for column in range(4, 16)]
    assert names == [each.name.en for each in book().competencies]
    titles = [sheet.cell(place, 2).value for place in range(row + 3, sheet.max_row + 1)]
    assert titles == [each.title.en for each in book().positions]
    assert sheet.cell(row, 4).value == "Core competencies"
    assert f"D{row}:H{row}" in {str(each) for each in sheet.merged_cells.ranges}


def test_what_is_not_required_is_blank_and_grey(tmp_path: Path):
    sheet = sheet_of(tmp_path)
    row = next(row for row in range(1, 80) if sheet.cell(row, 1).value == "officer-it")
    assert [sheet.cell(row, column).value for column in (11, 12)] == [3, None]
    assert sheet.cell(row, 12).fill.fgColor.rgb == "FFE4E4E4"


def test_it_says_what_the_report_is_about(tmp_path: Path):
    said = facts(sheet_of(tmp_path))
    assert said["Organisation"] == book().organisation.en
    assert said["Round"] == "2569"
    assert said["Made on"] == "2026-11-23 (23 November 2026)"
    assert said["Made with"].startswith("jdgap ")
    assert said["Fingerprint of the positions"] == fingerprint(book())


def test_the_date_is_of_both_eras_in_thai(tmp_path: Path):
    use_language("th")
    assert facts(sheet_of(tmp_path))["จัดทำเมื่อ"] == "2026-11-23 (23 พฤศจิกายน 2569)"


@pytest.mark.parametrize("count", list(Count))
def test_it_says_whose_level_counted(tmp_path: Path, count: Count):
    said = facts(sheet_of(tmp_path, count=count))
    assert said["Whose level counts"].split(" ")[0] == count.value
    assert said["Whose level counts"].endswith(f"({said['Actual level']})")


def test_the_sign_rule_stands_there(tmp_path: Path):
    assert "Negative: below" in facts(sheet_of(tmp_path))["Gap"]


def test_each_step_of_the_scale_has_its_name_and_meaning(tmp_path: Path):
    sheet = sheet_of(tmp_path)
    steps = [row[:3] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert steps == [(each.level, each.name.en, each.meaning.en) for each in book().scale]


def test_the_status_codes_of_the_data_are_explained(tmp_path: Path):
    said = facts(sheet_of(tmp_path))["Status"]
    assert {each.partition(" = ")[0] for each in said.replace("blank, ", "").split(", ")} == {
        *Status
    }
    assert "below = gap below 0" in said


def test_a_group_of_one_competency_has_room_for_its_name(tmp_path: Path):
    """Its words stay whole: the column below it is wider than the others."""
    of = with_a_group_of_one()
    sheet = written(tmp_path / "r.xlsx", a_result(of=of), add_requirements, of=of).worksheets[0]
    (heading,) = (cell for cell in sheet[heading_row(sheet)] if cell.value == "Leading others")
    assert sheet.column_dimensions[heading.column_letter].width > 9
    assert sheet.column_dimensions["D"].width < 9


def test_the_fingerprint_is_of_the_content_and_of_no_language():
    same = Book.model_validate_json(book().model_dump_json())
    english = fingerprint(same)
    use_language("th")
    assert fingerprint(book()) == english
    required = changed().positions[0].required
    assert fingerprint(changed()) != fingerprint(changed(required=required | {"unity": 4}))


def test_another_organisation_s_book(tmp_path: Path):
    small = changed(required={"trust": 0}, title={"en": "=1+1"}, department=None)
    small = Book.model_validate(
        small.model_dump()
        | {
            "scale": [
                {"level": 0, "name": {"en": "None"}, "meaning": {"en": "-"}},
                {"level": 1, "name": {"en": "Some"}, "meaning": {"en": "<r>x</r>"}},
            ]
        }
    )
    result = a_result(of=small)
    sheet = written(tmp_path / "r.xlsx", result, add_requirements, of=small).worksheets[0]
    assert levels(sheet) == {"officer-it": {"trust": 0}}
    title = sheet.cell(sheet.max_row, 2)
    assert (title.value, title.data_type, title.quotePrefix) == ("=1+1", "s", True)


def test_the_levels_begin_on_a_page_and_repeat_their_headings(tmp_path: Path):
    sheet = sheet_of(tmp_path)
    row = heading_row(sheet)
    assert sheet.print_title_rows == f"${row}:${row + 2}"
    (page_break,) = sheet.row_breaks.brk
    assert sheet.cell(page_break.id + 2, 1).value == "Required levels"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0


def test_the_top_leads_back_to_the_contents(tmp_path: Path):
    assert sheet_of(tmp_path)["A2"].hyperlink.location == "'Summary'!A1"


def test_each_group_has_its_id_and_those_of_its_competencies(tmp_path: Path):
    sheet = sheet_of(tmp_path)
    first = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "Group ID")
    groups = [
        [sheet.cell(first + place, column).value for column in (1, 2, 3)] for place in (1, 2, 3)
    ]
    assert groups == [
        [
            group.id,
            group.name.en,
            ", ".join(each.id for each in book().competencies if each.group == group.id),
        ]
        for group in book().groups
    ]


def test_the_checksum_is_of_everybody_s_levels(tmp_path: Path):
    one, other = (
        written(tmp_path / "r.xlsx", a_result(an_answer(unity=level)), add_requirements).worksheets[
            0
        ]
        for level in (3, 4)
    )
    said = [facts(each)["Checksum of the data"] for each in (one, other)]
    assert all(len(each) == 16 for each in said)
    assert said[0] != said[1]
