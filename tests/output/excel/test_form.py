"""The self-assessment form, cell by cell."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from jdgap.output.excel.form import FormDetails, write_form
from jdgap.positions import Book, load_book
from jdgap.text.language import use_language


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def odd_book(levels: range = range(8), competencies: int = 30) -> Book:
    return Book.model_validate(
        {
            "organisation": {"en": "=Org & Sons"},
            "scale": [
                {"level": n, "name": {"en": f"L{n} " + "x" * 80}, "meaning": {"en": "m" * 400}}
                for n in levels
            ],
            "groups": [{"id": f"g{n}", "name": {"en": f"Group {n}"}} for n in range(4)],
            "competencies": [
                {"id": f"c{n}", "group": f"g{n % 4}", "name": {"en": f"-Skill {n}"}}
                for n in range(competencies)
            ],
            "positions": [
                {
                    "id": "p",
                    "title": {"en": "Chief [of] everything / and a title much longer than 31"},
                    "required": {f"c{n}": levels[-1] for n in range(competencies)},
                }
            ],
        }
    )


def written(path: Path, book: Book, position: str, *args, **options):
    write_form(path, book, book.position_by_id[position], *args, **options)
    return load_workbook(path)


def heading_row(sheet) -> int:
    return next(row for row in range(1, 40) if sheet.cell(row, 2).value == "Competency")


def headings(sheet) -> list[str]:
    return [cell.value for cell in sheet[heading_row(sheet)]]


def column(sheet, heading: str) -> list:
    number = headings(sheet).index(heading) + 1
    rows = range(heading_row(sheet) + 1, sheet.max_row + 1)
    cells = [sheet.cell(row, number) for row in rows]
    names = [sheet.cell(row, 2) for row in rows]
    return [
        c for c, name in zip(cells, names, strict=True) if name.value and name.border.left.style
    ]


@pytest.mark.parametrize("position", ["officer-it", "manager"])
def test_each_required_competency_has_a_row_with_its_level(tmp_path: Path, position: str):
    book = load_book()
    sheet = written(tmp_path / "f.xlsx", book, position).worksheets[0]
    required = book.position_by_id[position].required
    expected = book.required_competencies(book.position_by_id[position])
    assert [cell.value for cell in column(sheet, "Competency")] == [
        each.name.text for each in expected
    ]
    assert [cell.value for cell in column(sheet, "Required level")] == [
        required[each.id] for each in expected
    ]


def test_the_identity_block_is_prefilled_right_of_its_labels(tmp_path: Path):
    details = FormDetails("00012", "=Somchai", None, "2569")
    sheet = written(tmp_path / "f.xlsx", load_book(), "officer-it", details).worksheets[0]
    block = {sheet.cell(row, 1).value: sheet.cell(row, 2) for row in range(1, heading_row(sheet))}
    assert block["Employee ID"].value == "00012"
    assert (block["Name"].value, block["Name"].data_type) == ("=Somchai", "s")
    assert block["Position"].value == "Cooperative Officer, Information Technology"
    assert block["Department"].value == "Information Technology"
    assert block["Round"].value == "2569"  # as it is read back
    assert "Round 2569 (2026)" in sheet.oddFooter.right.text
    labels = ("Employee ID", "Name", "Position", "Department", "Round")
    assert all(block[label].number_format == "@" for label in labels)
    assert not any(block[label].protection.locked for label in labels)


def test_a_given_department_wins_over_the_position_s_own(tmp_path: Path):
    details = FormDetails(department="")
    sheet = written(tmp_path / "f.xlsx", load_book(), "officer-it", details).worksheets[0]
    block = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(1, 12)}
    assert block["Department"] is None


def test_hide_required_leaves_the_column_out(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "f.xlsx", book, "officer-it", hide_required=True).worksheets[0]
    assert "Required level" not in headings(sheet)
    levels = [
        cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int)
    ]
    assert levels == []


def test_only_input_cells_are_unlocked_and_they_are_coloured(tmp_path: Path):
    sheet = written(tmp_path / "f.xlsx", load_book(), "officer-it").worksheets[0]
    inputs = {
        cell.coordinate
        for heading in ("Self level", "Supervisor level", "Evidence/examples of behaviour")
        for cell in column(sheet, heading)
    }
    unlocked = {
        cell.coordinate
        for row in sheet.iter_rows(min_row=heading_row(sheet))
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked == inputs
    assert all(sheet[each].fill.fill_type == "solid" for each in inputs)


def test_sheets_are_protected_without_a_password(tmp_path: Path):
    workbook = written(tmp_path / "f.xlsx", load_book(), "officer-it")
    for sheet in workbook.worksheets:
        protection = sheet.protection
        assert protection.sheet
        assert protection.password is None
        forbidden = (
            protection.selectLockedCells,
            protection.selectUnlockedCells,
            protection.formatColumns,
            protection.formatRows,
        )
        assert not any(forbidden)


@pytest.mark.parametrize(("levels", "count"), [(range(8), 30), (range(1, 4), 2), (range(20), 5)])
def test_any_scale_is_offered_from_a_hidden_sheet(tmp_path: Path, levels: range, count: int):
    workbook = written(tmp_path / "f.xlsx", odd_book(levels, count), "p")
    shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    assert len(shown) == 2
    hidden = next(sheet for sheet in workbook.worksheets if sheet.sheet_state == "hidden")
    assert [cell.value for cell in hidden["A"]] == [*levels, "N/A"]
    choices = shown[0].data_validations.dataValidation
    covered = {str(cell) for choice in choices for cell in choice.cells}
    first = heading_row(shown[0]) + 1
    assert covered == {f"{letter}{first}:{letter}{first + count - 1}" for letter in "DE"}
    for choice in choices:
        assert choice.formula1 == f"'{hidden.title}'!$A$1:$A${len(levels) + 1}"
        assert len(choice.promptTitle) <= 32
        assert len(choice.errorTitle) <= 32
        assert len(choice.prompt) <= 255
        assert len(choice.error) <= 225


def test_another_organisation_s_competencies_are_grouped(tmp_path: Path):
    sheet = written(tmp_path / "f.xlsx", odd_book(), "p").worksheets[0]
    names = [cell.value for cell in column(sheet, "Competency")]
    assert sorted(names) == sorted(f"-Skill {n}" for n in range(30))
    groups = [cell.value for cell in column(sheet, "Group") if cell.value]
    assert groups == ["Group 0", "Group 1", "Group 2", "Group 3"]
    assert all(len(title) <= 31 for title in sheet.parent.sheetnames)


def test_it_prints_on_a4_one_page_wide_with_its_heading_repeated(tmp_path: Path):
    sheet = written(tmp_path / "f.xlsx", load_book(), "manager").worksheets[0]
    row = heading_row(sheet)
    assert sheet.print_title_rows == f"${row}:${row}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_area
    assert "&P" in sheet.oddFooter.center.text


def test_the_level_sheet_explains_each_level(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "f.xlsx", book, "manager")["Levels"]
    rows = {row[0].value: (row[1].value, row[2].value) for row in sheet.iter_rows(min_row=4)}
    for step in book.scale:
        assert rows[step.level] == (step.name.text, step.meaning.text)
    assert "N/A" in rows


def test_the_font_is_used_throughout(tmp_path: Path):
    sheet = written(tmp_path / "f.xlsx", load_book(), "manager", font="Tahoma").worksheets[0]
    used = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert used == {"Tahoma"}


def test_an_existing_form_is_refused_unless_forced(tmp_path: Path):
    book, path = load_book(), tmp_path / "f.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_form(path, book, book.positions[0])
    assert path.read_bytes() == b"old"
    write_form(path, book, book.positions[0], force=True)
    assert load_workbook(path).sheetnames
