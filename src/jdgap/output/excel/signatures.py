"""The places at the foot of a sheet where employee and supervisor sign."""

from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress
from jdgap.text.language import translate as _

_LINE = Dress(across="center", upright="bottom", wrap=False)
_NAME = Dress(across="center", upright="bottom")


def add_signatures(
    page: Page,
    row: int,
    halves: tuple[tuple[int, int], tuple[int, int]],
    names: tuple[str, str] = ("", ""),
) -> int:
    """Write the places to sign and return their last row.

    Args:
        page: The page.
        row: The first row; it is left empty.
        halves: First and last column of the employee's part, and of the supervisor's.
        names: Who signs in each, "" where it is not known.
    """
    size = page.face.size
    page.grow(row, size * 1.5)
    roles = (_("Employee assessed"), _("Supervisor"))
    for columns, role, name in zip(halves, roles, names, strict=True):
        page.across(row + 1, columns, _("Signed") + " " + "." * 44, _LINE)
        page.across(row + 2, columns, f"( {name or '.' * 48} )", _NAME if name else _LINE)
        page.across(row + 3, columns, role, _LINE)
        page.across(row + 4, columns, _("Date") + " " + "." * 36, _LINE)
    page.grow(row + 1, size * 2.8)
    page.grow(row + 2, size * 2.2)
    page.grow(row + 4, size * 2)
    return row + 4
