"""The sheet of requirements: the rules and the required levels that the report was made with.

`jdgap.assessments.reports` reads it back, by the words of its first column.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from typing import Final

from jdgap.assessments import Count
from jdgap.assessments.reports.checksum import checksum
from jdgap.assessments.reports.model import KeptRound
from jdgap.gaps import NOTABLE_DIFFERENCE, SIGN_RULE, Status
from jdgap.gaps.kept import fingerprint, kept_frame, kept_people
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress
from jdgap.output.excel.xlsxwriter_page import PageSheet
from jdgap.output.report.heat import NOT_REQUIRED_FILL
from jdgap.output.report.list_sheet import (
    GROUP_HEADING,
    HEADING,
    LINK,
    NUMBER,
    TEXT,
    TITLE,
    TURNED_HEADING,
    HeadingGroup,
    heading_groups,
    lead_to,
    place_in,
    turned_height,
    under_heading,
)
from jdgap.output.report.setting import Setting, group_names
from jdgap.positions import Book
from jdgap.text.dates import long_date
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_WIDTHS: Final = (28, 52, 24)
"""Of position id, position and department; a column for each competency follows."""
_LEVEL_WIDTH = 7.5
_FIRST_LEVEL = len(_WIDTHS) + 1
_LINK_ROW = 2

_PART: Final = Dress(bold=True, lines="bottom", upright="bottom")
_LABEL: Final = Dress(bold=True, lines="box", fill="EDEDED", indent=1)
_ID: Final = Dress(lines="box", fill="EDEDED", colour="404040", across="center", scale=0.75)
_LEADING_ID: Final = replace(_ID, across="left", indent=1)
_TURNED_ID: Final = replace(_ID, rotation=90)
_NOT_REQUIRED: Final = replace(NUMBER, fill=NOT_REQUIRED_FILL)

COUNTED: Final = {
    Count.EITHER: mark("the supervisor's level where one is given, else the employee's own"),
    Count.SELF: mark("the employee's own level only"),
    Count.SUPERVISOR: mark("the supervisor's level only"),
}
"""Whose level counts, in words."""
_STATUSES: Final = {
    Status.BELOW: mark("gap below 0"),
    Status.MET: mark("gap 0"),
    Status.EXCEEDED: mark("gap above 0"),
    Status.NOT_ASSESSED: mark("blank, or not to be used"),
    Status.NOT_APPLICABLE: mark("so the rater said"),
}
"""What each says, which stands on the sheet of the data as programs call it."""


def add_requirements(setting: Setting) -> None:
    """Add the sheet with the rules, the scale and the required levels of all positions."""
    book, count = setting.book, setting.result.count
    page = Page(setting.face, (*_WIDTHS, *_level_widths(book)))
    page.across(1, (1, len(page.widths)), setting.titles["requirements"], TITLE)
    page.put(_LINK_ROW, 1, _("Back to the contents"), LINK)
    frame = kept_frame(setting.result, book)
    row = _add_facts(page, _LINK_ROW + 1, setting, frame)
    row = _add_rules(page, row + 1, count)
    row = _add_scale(page, row + 1, book)
    row = _add_groups(page, row + 1, book)
    row = _add_absentees(page, row, frame)
    first = row + 1
    row = _add_levels(page, first, book)
    footer = (setting.round_in_words, long_date(setting.day))
    page.print_on_a4(row, one_page=False, footer=footer, landscape=True)
    title = setting.titles["requirements"]
    sheet = setting.workbook.add_worksheet(title, worksheet_class=PageSheet)
    sheet.draw(page, setting.looks)
    sheet.set_h_pagebreaks([first - 1])
    lead_to(sheet, _LINK_ROW - 1, 0, place_in(setting.titles["summary"]))


def _add_facts(page: Page, row: int, setting: Setting, frame: KeptRound) -> int:
    """Write what the report is about and how it was made, and return the last row."""
    row = _add_part(page, row, _("About this report"))
    count, attendance = setting.result.count, setting.result.attendance
    facts = (
        (_("Organisation"), setting.book.organisation.text),
        (_("Round"), setting.result.round or "—"),
        (_("Made on"), f"{setting.day.isoformat()} ({long_date(setting.day)})"),
        (_("Made with"), f"jdgap {version('jdgap')}"),
        (_("Whose level counts"), f"{count.value} ({_(COUNTED[count])})"),
        (_("Fingerprint of the positions"), fingerprint(setting.book)),
        (_("Checksum of the data"), _checksum(setting, frame)),
        (_("People on the list of staff"), f"{attendance.whole.expected}" if attendance else "—"),
    )
    for label, value in facts:
        row += 1
        page.put(row, 1, label, _LABEL)
        page.across(row, (2, len(page.widths)), value, TEXT)
    return row


def _checksum(setting: Setting, frame: KeptRound) -> str:
    """Return the number by which a report that was changed is found."""
    return checksum(frame, kept_people(setting.result, setting.book))


def _add_rules(page: Page, row: int, count: Count) -> int:
    row = _add_part(page, row, _("Rules"))
    for label, rule in _rules(count):
        row += 1
        page.put(row, 1, label, _LABEL)
        page.across(row, (2, len(page.widths)), rule, TEXT)
    return row


def _rules(count: Count) -> Iterator[tuple[str, str]]:
    """Yield each number and the rule by which it was made."""
    yield _("Actual level"), _(COUNTED[count])
    yield _("Gap"), _(SIGN_RULE)
    yield _("Shortfall"), _("required level - actual level where that is above 0, else 0")
    yield (
        _("Fit %"),
        _(
            "100 × sum of min(actual, required) / sum of required, over the required competencies"
            " that were rated. A surplus in one never hides a shortfall in another."
        ),
    )
    yield _("Met %"), _("100 × those with a gap of 0 or more / those rated")
    yield _("Coverage %"), _("100 × those rated / those required")
    yield (
        _("Blanks"),
        _("A blank is never a zero and never silently met: it counts as not assessed."),
    )
    yield (
        _("Not required"),
        _("Levels for competencies that the position does not require change no number."),
    )
    yield (
        _("Rater difference"),
        _("Self and supervisor level that differ by {levels} or more are reported.").format(
            levels=NOTABLE_DIFFERENCE
        ),
    )
    codes = (f"{status.value} = {_(words)}" for status, words in _STATUSES.items())
    yield _("Status"), ", ".join(codes)
    yield _("Rounding"), _("Percentages are rounded only where they are shown, to one decimal.")


def _add_scale(page: Page, row: int, book: Book) -> int:
    row = _add_part(page, row, _("Scale"))
    last = len(page.widths)
    row += 1
    page.put(row, 1, _("Level"), HEADING)
    page.put(row, 2, _("Level name"), HEADING)
    page.across(row, (3, last), _("Meaning"), HEADING)
    for step in sorted(book.scale, key=lambda each: each.level):
        row += 1
        page.put(row, 1, step.level, NUMBER)
        page.put(row, 2, step.name.text, TEXT)
        page.across(row, (3, last), step.meaning.text, TEXT)
    return row


def _add_groups(page: Page, row: int, book: Book) -> int:
    row = _add_part(page, row, _("Groups of competencies"))
    last = len(page.widths)
    row += 1
    page.put(row, 1, _("Group ID"), HEADING)
    page.put(row, 2, _("Group"), HEADING)
    page.across(row, (3, last), _("Competency IDs"), HEADING)
    for group in book.groups:
        row += 1
        members = (each.id for each in book.competencies if each.group == group.id)
        page.put(row, 1, group.id, _LEADING_ID)
        page.put(row, 2, group.name.text, TEXT)
        page.across(row, (3, last), ", ".join(members), TEXT)
    return row


def _add_absentees(page: Page, row: int, frame: KeptRound) -> int:
    """Write who has no result, so that a later round does not take them for people who left.

    Each row begins with a label: nothing that somebody is called can be taken for another part.
    """
    if not frame.absentees:
        return row
    row = _add_part(page, row + 1, _("People without a result in this round"))
    last = len(page.widths)
    row += 1
    for column, words in enumerate(("", _("Employee ID")), start=1):
        page.put(row, column, words, HEADING)
    page.across(row, (3, last), _("Name, where there is no id"), HEADING)
    for each in frame.absentees:
        row += 1
        page.put(row, 1, _("Without a result"), _LABEL)
        page.put(row, 2, each.employee_id or "—", TEXT)
        page.across(row, (3, last), each.name, TEXT)
    return row


def _add_part(page: Page, row: int, words: str) -> int:
    """Leave `row` free, write a heading below it, and return the heading's row."""
    page.grow(row, page.face.size * 0.7)
    page.across(row + 1, (1, len(page.widths)), words, _PART)
    return row + 1


def _add_levels(page: Page, row: int, book: Book) -> int:
    """Write the required levels, positions down and competencies across; return the last row."""
    row = _add_part(page, row, _("Required levels"))
    row = _add_headings(page, row + 1, book)
    page.repeated_rows = (row - 2, row)
    for position in book.positions:
        row += 1
        page.put(row, 1, position.id, _LEADING_ID)
        page.put(row, 2, position.title.text, TEXT)
        page.put(row, 3, book.department_name(position) or "", TEXT)
        for column, competency in enumerate(book.competencies, start=_FIRST_LEVEL):
            level = position.required.get(competency.id)
            page.put(row, column, level, _NOT_REQUIRED if level is None else NUMBER)
    return row


def _groups(book: Book) -> list[HeadingGroup]:
    groups = (each.group for each in book.competencies)
    return heading_groups(groups, group_names(book), _FIRST_LEVEL)


def _level_widths(book: Book) -> Iterator[float]:
    for group in _groups(book):
        count = group.last - group.first + 1
        yield from under_heading(group.heading, [_LEVEL_WIDTH] * count)


def _add_headings(page: Page, row: int, book: Book) -> int:
    """Write groups, competencies and their ids in three rows, and return the last."""
    for above in _groups(book):
        page.across(row, (above.first, above.last), above.heading, GROUP_HEADING)
    for column, each in enumerate(book.competencies, start=_FIRST_LEVEL):
        for below, words, dress in (
            (1, each.name.text, TURNED_HEADING),
            (2, each.id, _TURNED_ID),
        ):
            page.put(row + below, column, words, dress)
            page.grow(row + below, turned_height(words, page.face, dress))
    for column, words in enumerate((_("Position ID"), _("Position"), _("Department")), start=1):
        page.down((row, row + 2), column, words, HEADING)
    return row + 2
