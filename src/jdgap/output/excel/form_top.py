"""What stands above the table of each sheet of a form: titles, whose form it is, what to do."""

from collections.abc import Iterable
from typing import Final

from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress

EMPLOYEE_TINT: Final = "FFF4CC"
"""The ground of what the employee fills in."""
VALUE: Final = Dress(lines="box", fill=EMPLOYEE_TINT, indent=1, editable=True, pattern="@")
HEADING: Final = Dress(bold=True, lines="box", fill="1F3864", colour="FFFFFF", across="center")
BODY: Final = Dress(lines="box", indent=1)
GROUP: Final = Dress(lines="box", bold=True, fill="F7F7F7", indent=1)
_TITLE: Final = Dress(bold=True, scale=1.25, across="center")
_ORGANISATION: Final = Dress(bold=True, across="center")
_LABEL: Final = Dress(bold=True, lines="box", fill="EDEDED", indent=1)
_AIR: Final = 8
"""Points between the parts."""


def add_form_top(
    page: Page,
    titles: tuple[str, str],
    identity: Iterable[tuple[str, str]],
    instructions: Iterable[str],
) -> int:
    """Write the top of a sheet, and return its last row.

    Args:
        page: The sheet.
        titles: The organisation, and what the sheet is.
        identity: Labels and what is known already: a printed page says whose it is.
        instructions: How it is filled in, line by line.
    """
    last = len(page.widths)
    page.across(1, (1, last), titles[0], _ORGANISATION)
    page.across(2, (1, last), titles[1], _TITLE)
    page.grow(3, _AIR)
    row = 3
    for label, value in identity:
        row += 1
        page.put(row, 1, label, _LABEL)
        page.across(row, (2, last), value, VALUE)
    row += 1
    page.grow(row, _AIR)
    for line in instructions:
        row += 1
        page.across(row, (1, last), line, Dress())
    row += 1
    page.grow(row, _AIR)
    return row
