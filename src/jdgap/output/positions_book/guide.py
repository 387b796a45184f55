"""The guide of the positions workbook: how it is filled in, in the language in use."""

from collections.abc import Iterator

from jdgap.assessments.positions_book import layout
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress, Typeface
from jdgap.text.language import translate as _

_TITLE = Dress(bold=True, scale=1.25)
_HEADING = Dress(bold=True, fill="EDEDED", lines="box", indent=1, upright="top")
_LINE = Dress(lines="box", indent=1)


def guide_page(face: Typeface, organisation: str) -> Page:
    """Return the page of the guide."""
    page = Page(face, (34, 96))
    page.across(1, (1, 2), _("How to fill in the positions workbook"), _TITLE)
    page.across(2, (1, 2), organisation, Dress())
    page.grow(3, 8)
    row = 3
    for heading, lines in _sections():
        first = row + 1
        for line in lines:
            row += 1
            page.put(row, 2, line, _LINE)
        page.down((first, row), 1, heading, _HEADING)
    page.print_on_a4(row, one_page=True, footer=(organisation, ""), landscape=True)
    return page


def _sections() -> Iterator[tuple[str, tuple[str, ...]]]:
    sheets = {each.key: each.title.text for each in layout.SHEETS}
    yield (
        _("What is where"),
        (
            _(
                "Each sheet is one list. Rows may be added, moved and deleted; columns may be"
                " moved."
            ),
            _("Keep the titles of the sheets and the headings of the columns."),
            _("The order of rows is the order in reports. Blank rows do not matter."),
            _("Columns “for looking only” are not read: the id before them counts."),
        ),
    )
    yield (
        _("What may stay blank"),
        (
            _("One of the two languages of a name; it is then shown in the other one."),
            _(
                "Department, whom a position reports to, and the titles of superiors outside"
                " the list."
            ),
            _("Required levels: blank means that the competency is not required."),
            _("Activities and expected results, and any sheet of texts but for its headings."),
        ),
    )
    yield (
        _("Ids"),
        (
            _("An id has small letters a to z, digits and hyphens, such as “officer-it”."),
            _("It joins the sheets, and one year with the next: once in use, do not change it."),
        ),
    )
    steps = (
        _("1. Add a row with a new id to the sheet “{sheet}”.").format(sheet=sheets["positions"]),
        _("2. Add a row with that id to “{sheet}”, and fill in its levels.").format(
            sheet=sheets["required"]
        ),
        _("3. Write its texts, a line to a row with the id in each, on “{sheets}”.").format(
            sheets="”, “".join(
                sheets[key] for key in ("texts", "responsibilities", "relationships")
            )
        ),
    )
    yield _("Adding a position"), steps
    yield (
        _("Adding a competency"),
        (
            _("1. Add a row with a new id and the id of its group to “{sheet}”.").format(
                sheet=sheets["competencies"]
            ),
            _("2. Head a new column of “{sheet}” with that id, and fill in the levels.").format(
                sheet=sheets["required"]
            ),
        ),
    )
    yield (
        _("Adding a level"),
        (_("Add a row to “{sheet}”; levels are whole numbers.").format(sheet=sheets["scale"]),),
    )
    yield (
        _("Responsibilities"),
        (
            _(
                "A row with a key responsibility begins one. Further activities and results stand"
                " in the rows below it, with the position's id and no responsibility."
            ),
        ),
    )
    yield (
        _("When it is filled in"),
        (
            "jdgap positions import FILE.xlsx -o positions.json",
            _("Everything that is wrong is listed with its sheet and cell."),
        ),
    )
