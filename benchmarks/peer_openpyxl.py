"""The peer with individual sheets: what a user would write without jdgap, with openpyxl alone.

    python benchmarks/peer_openpyxl.py FORMS REQUIREMENTS.xlsx REPORT.xlsx

Reads every form in the folder and writes one workbook: a summary, all answers, and an A4 sheet
with a radar chart for each employee.
"""

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.chart import RadarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

COMPETENCY, OWN, SUPERVISOR = "สมรรถนะ", "ระดับตนเอง", "ผู้บังคับบัญชาประเมิน"
LABELS = ("รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย", "รอบการประเมิน")
LEVELS = (1, 2, 3, 4, 5)
HEADINGS = ("สมรรถนะ", "", "ต้องการ", "ตนเอง", "ผู้บังคับบัญชา", "จริง", "ส่วนต่าง", "สถานะ", "หมายเหตุ")
WORDS = {
    "below": "▼ ต่ำกว่า",
    "met": "● ตามเกณฑ์",
    "exceeded": "▲ สูงกว่า",
    "not_assessed": "— ไม่ได้ประเมิน",
}
COLUMNS = (
    *("round", "employee_id", "name", "position_id", "position", "department", "group"),
    *("competency_id", "competency", "required", "self", "supervisor", "actual", "gap"),
    *("shortfall", "status", "file"),
)
WIDTHS = (20, 25, 13, 11, 19, 12, 13, 20, 18)

FACE = "TH Sarabun New"
PLAIN, BOLD = Font(name=FACE, size=16), Font(name=FACE, size=16, bold=True)
TITLE, WHITE = (
    Font(name=FACE, size=20, bold=True),
    Font(name=FACE, size=16, bold=True, color="FFFFFF"),
)
SIDE = Side("thin", color="8C8C8C")
BOX = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)
DARK, GREY = PatternFill("solid", "1F3864"), PatternFill("solid", "EDEDED")
FILLS = {"below": PatternFill("solid", "FBE0CF"), "exceeded": PatternFill("solid", "D6E6F5")}
CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(vertical="center", indent=1, wrap_text=True)

Row = dict[str, Any]


def read_requirements(path: Path) -> dict[tuple[str, str], Row]:
    """Return what each position requires, by its title and the competency."""
    head, *rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    named = [dict(zip(head, row, strict=True)) for row in rows]
    return {(row["position"], row["competency"]): row for row in named}


def read_form(path: Path, required: dict[tuple[str, str], Row]) -> list[Row]:
    """Return a row for each competency of one form."""
    workbook = load_workbook(path, read_only=True, data_only=True)
    rows = list(workbook.worksheets[0].iter_rows(values_only=True))
    workbook.close()
    top = next(place for place, row in enumerate(rows) if COMPETENCY in row)
    said = {row[0]: row[1] for row in rows[:top] if row[0] in LABELS}
    keys = ("employee_id", "name", "position", "department", "round")
    who = dict(zip(keys, (said[label] for label in LABELS), strict=True))
    name, own, supervisor = (rows[top].index(each) for each in (COMPETENCY, OWN, SUPERVISOR))
    answers = []
    for row in rows[top + 1 :]:
        if not row[name]:
            break
        needed = required[who["position"], row[name]]
        answers.append(
            who | needed | gap(needed["required"], row[own], row[supervisor]) | {"file": path.name}
        )
    return answers


def gap(required: int, own: object, supervisor: object) -> Row:
    """Return the levels of one row and how far they are from what is required."""
    own, supervisor = (level if level in LEVELS else None for level in (own, supervisor))
    actual = supervisor or own
    row = {"self": own, "supervisor": supervisor, "actual": actual, "gap": None, "shortfall": None}
    if actual is None:
        return row | {"status": "not_assessed"}
    status = "below" if actual < required else "met" if actual == required else "exceeded"
    return row | {
        "gap": actual - required,
        "shortfall": max(0, required - actual),
        "status": status,
    }


def fit(rows: list[Row]) -> tuple[float | None, float | None, float]:
    """Return fit, share of the met, and coverage, in percent."""
    rated = [row for row in rows if row["actual"] is not None]
    coverage = round(100 * len(rated) / len(rows), 1)
    if not rated:
        return None, None, coverage
    reached = sum(min(row["actual"], row["required"]) for row in rated)
    met = sum(row["gap"] >= 0 for row in rated)
    whole = sum(row["required"] for row in rated)
    return round(100 * reached / whole, 1), round(100 * met / len(rated), 1), coverage


def put(  # noqa: PLR0913 - what a cell is made of
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | float | None,
    font: Font = PLAIN,
    *,
    alignment: Alignment = LEFT,
    fill: PatternFill | None = None,
) -> None:
    """Write one cell in a box."""
    cell = sheet.cell(row, column, value)
    cell.font, cell.border, cell.alignment = font, BOX, alignment
    if fill is not None:
        cell.fill = fill


def head(sheet: Worksheet, row: int, headings: tuple[str, ...], first: int = 1) -> None:
    """Write a row of headings."""
    for column, heading in enumerate(headings, start=first):
        put(sheet, row, column, heading, WHITE, alignment=CENTER, fill=DARK)


def add_person(workbook: Workbook, rows: list[Row]) -> None:
    """Add the sheet of one employee, to print and sign."""
    sheet = workbook.create_sheet(rows[0]["employee_id"])
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, text in ((1, "ใบแสดงส่วนต่างสมรรถนะ"), (2, "ส่วนต่าง = ระดับจริง - ระดับที่ต้องการ")):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=9)
        sheet.cell(row, 1, text).font = TITLE if row == 1 else PLAIN
        sheet.cell(row, 1).alignment = CENTER
    keys = ("employee_id", "name", "position", "department", "round")
    for row, (label, key) in enumerate(zip(LABELS, keys, strict=True), start=3):
        put(sheet, row, 1, label, BOLD, fill=GREY)
        put(sheet, row, 2, rows[0][key])
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=9)
    last = add_table(sheet, rows, 9)
    add_totals(sheet, rows, last + 2)
    add_radar(sheet, 9, last)
    add_signatures(sheet, last + 24)
    print_on_a4(sheet, last + 28)


def add_table(sheet: Worksheet, rows: list[Row], top: int) -> int:
    """Write the table of competencies and return its last row."""
    head(sheet, top, HEADINGS)
    sheet.merge_cells(start_row=top, end_row=top, start_column=1, end_column=2)
    for number, row in enumerate(rows, start=top + 1):
        put(sheet, number, 1, row["competency"])
        put(sheet, number, 2, None)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
        for column, key in enumerate(("required", "self", "supervisor", "actual"), start=3):
            put(sheet, number, column, row[key], alignment=CENTER)
        fill = FILLS.get(row["status"])
        put(sheet, number, 7, row["gap"], BOLD, alignment=CENTER, fill=fill)
        put(sheet, number, 8, WORDS[row["status"]], fill=fill)
        apart = (
            abs((row["self"] or 0) - (row["supervisor"] or 0))
            if row["self"] and row["supervisor"]
            else 0
        )
        put(sheet, number, 9, f"ต่างกัน {apart} ระดับ" if apart > 1 else None)
        sheet.row_dimensions[number].height = 34
    return top + len(rows)


def add_totals(sheet: Worksheet, rows: list[Row], row: int) -> None:
    """Write fit, met and coverage by group, and what to work on first."""
    head(sheet, row, ("ผลรวม", "", "สอดคล้อง", "ผ่าน", "ครอบคลุม"), 5)
    groups = defaultdict(list)
    for each in rows:
        groups[each["group"]].append(each)
    for title, members in [*groups.items(), ("ทุกกลุ่ม", rows)]:
        row += 1
        for column, value in enumerate((title, None, *fit(members)), start=5):
            put(sheet, row, column, value, alignment=CENTER if column > 5 else LEFT)
    sheet.cell(row + 2, 5, "ควรพัฒนาก่อน").font = BOLD
    short = sorted(
        (each for each in rows if each["shortfall"]), key=lambda each: -each["shortfall"]
    )
    for place, each in enumerate(short[:5], start=1):
        text = f"{place}. {each['competency']}: จากระดับ {each['actual']} เป็น {each['required']}"
        sheet.cell(row + 2 + place, 5, text).font = PLAIN


def add_radar(sheet: Worksheet, top: int, last: int) -> None:
    """Draw required and actual levels."""
    chart = RadarChart()
    chart.type = "marker"
    for column in (3, 6):
        chart.add_data(
            Reference(sheet, min_col=column, min_row=top, max_row=last), titles_from_data=True
        )
    chart.set_categories(Reference(sheet, min_col=1, min_row=top + 1, max_row=last))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, LEVELS[-1]
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"
    chart.width, chart.height = 13, 11
    sheet.add_chart(chart, f"A{last + 2}")


def add_signatures(sheet: Worksheet, row: int) -> None:
    """Write the places to sign."""
    for column, role in ((1, "ผู้รับการประเมิน"), (6, "ผู้บังคับบัญชา")):
        for place, text in enumerate(("ลงชื่อ " + "." * 40, role, "วันที่ " + "." * 36)):
            sheet.cell(row + place, column, text).font = PLAIN


def print_on_a4(sheet: Worksheet, last_row: int) -> None:
    """Fit the sheet on one A4 page, with the page number in the footer."""
    sheet.page_setup.paperSize = 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_area = f"A1:I{last_row}"
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.oddFooter.center.text = "&P / &N"


def add_lists(workbook: Workbook, people: list[list[Row]]) -> None:
    """Write the summary, one row an employee, and all answers."""
    summary, data = workbook.worksheets[0], workbook.create_sheet("ข้อมูล")
    summary.title = "สรุป"
    head(summary, 1, (*LABELS, "ส่วนขาด", "สอดคล้อง", "ผ่าน", "ครอบคลุม"))
    for number, rows in enumerate(people, start=2):
        who = (rows[0][key] for key in ("employee_id", "name", "position", "department", "round"))
        short = sum(row["shortfall"] or 0 for row in rows)
        for column, value in enumerate((*who, short, *fit(rows)), start=1):
            put(summary, number, column, value)
    data.append(COLUMNS)
    for rows in people:
        for row in rows:
            data.append([row[column] for column in COLUMNS])
    for sheet in (summary, data):
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions


def main(folder: Path, requirements: Path, report: Path) -> None:
    required = read_requirements(requirements)
    people = [read_form(path, required) for path in sorted(folder.glob("*.xlsx"))]
    workbook = Workbook()
    add_lists(workbook, people)
    for rows in people:
        add_person(workbook, rows)
    workbook.save(report)
    print(len(people), "people")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
