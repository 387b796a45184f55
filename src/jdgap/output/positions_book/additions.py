"""What people add to the positions workbook looks like what is there already.

A column says how its cells look when something is typed into them. Lines and grounds appear as
soon as a row, or a column for a competency, holds something: no cell is written for that, so
nothing more is printed or read back.
"""

from collections.abc import Sequence
from typing import Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.output.excel.openpyxl_page import box_border, dress_column
from jdgap.output.excel.style import Dress, Typeface

ROWS_TO_ADD: Final = 500
"""So many more rows below the last one offer the same choices, and look the same."""
COLUMNS_TO_ADD: Final = 20
"""The same of columns for competencies."""


def dress_rows(sheet: Worksheet, face: Typeface, dresses: Sequence[Dress], last: int) -> None:
    """Let rows that are added below a list look like the others.

    Args:
        sheet: The list.
        face: The typeface of the workbook.
        dresses: How each column looks, from the first on.
        last: The last row of the list.
    """
    first, end = last + 1, last + ROWS_TO_ADD
    filled = _is_filled(len(dresses), first)
    for column, dress in enumerate(dresses, start=1):
        dress_column(sheet, column, face, dress)
        letter = get_column_letter(column)
        _show(sheet, f"{letter}{first}:{letter}{end}", filled, dress)


def dress_competencies(
    sheet: Worksheet,
    face: Typeface,
    dresses: tuple[Dress, Dress, Dress],
    corner: tuple[int, int],
    last: int,
) -> None:
    """Let columns that are added right of the required levels look like the others.

    Args:
        sheet: The sheet of required levels.
        face: The typeface of the workbook.
        dresses: How name, heading and level of a competency look.
        corner: The row of the headings, and the first column that may be added.
        last: The last row of the list.
    """
    head, first = corner
    letter, end = get_column_letter(first), get_column_letter(first + COLUMNS_TO_ADD - 1)
    width = sheet.column_dimensions[get_column_letter(first - 1)].width
    named = f'{letter}${head}<>""'
    name, heading, level = dresses
    for column in range(first, first + COLUMNS_TO_ADD):
        dress_column(sheet, column, face, level)
        sheet.column_dimensions[get_column_letter(column)].width = width
    _show(sheet, f"{letter}{head - 1}:{end}{head - 1}", named, name)
    _show(sheet, f"{letter}{head}:{end}{head}", named, heading)
    filled = f"AND({named},{_is_filled(first - 1, head + 1)})"
    _show(sheet, f"{letter}{head + 1}:{end}{last + ROWS_TO_ADD}", filled, level)


def _is_filled(columns: int, row: int) -> str:
    return f"COUNTA($A{row}:${get_column_letter(columns)}{row})>0"


def _show(sheet: Worksheet, area: str, condition: str, dress: Dress) -> None:
    """Show lines, ground and colour of `dress` in `area` where the condition holds."""
    looks = DifferentialStyle(
        font=Font(bold=dress.bold or None, color=dress.colour),
        fill=PatternFill(bgColor=dress.fill) if dress.fill else None,
        border=box_border(),
    )
    rule = Rule("expression", dxf=looks, formula=[condition])
    sheet.conditional_formatting.add(area, rule)
