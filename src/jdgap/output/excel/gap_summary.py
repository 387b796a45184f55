"""What stands below the table of a gap sheet: totals, what is severe beside them, remarks."""

from collections.abc import Sequence
from dataclasses import replace

from jdgap.gaps import SEVERE_SHORTFALL, PersonGaps, Totals, UnrequiredRating
from jdgap.output.excel.gap_table import HEADING, NAME, NUMBER, or_dash
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress, in_lines
from jdgap.positions import Book
from jdgap.problems import Problem, in_order, worst_first
from jdgap.text.cleaning import shortened
from jdgap.text.language import translate as _

_MOST_REMARKS = 4
_MOST_UNREQUIRED = 12
_LONGEST_REMARK = 150
_PERCENT = replace(NUMBER, pattern='0.0"%"')
_OF_ALL = (
    replace(NAME, bold=True, fill="EDEDED"),
    replace(_PERCENT, bold=True, fill="EDEDED"),
)
_PART_HEADING = Dress(bold=True, lines="bottom", upright="bottom")
_LINE = Dress(indent=1)
_SEVERE = Dress(bold=True, lines="box", indent=1, fill="B4450B", colour="FFFFFF")
_SHOWN_IN_TABLE = frozenset({"not-required", "rater-difference"})


def add_totals(page: Page, row: int, book: Book, person: PersonGaps) -> int:
    """Write fit, met and coverage of each group and of all, and return the last row.

    What is severely short is said below them: good shares do not make up for it.
    """
    page.across(row, (5, 6), _("Totals"), HEADING)
    for column, heading in enumerate((_("Fit"), _("Met"), _("Coverage")), start=7):
        page.put(row, column, heading, HEADING)
    by_group = person.totals_by_group
    for group in book.groups:
        sums = by_group.get(group.id)
        if sums is not None and sums.required:
            row += 1
            _add_sums(page, row, in_lines(group.name), sums, (NAME, _PERCENT))
    row += 1
    _add_sums(page, row, _("All"), person.totals, _OF_ALL)
    severe = sum(each.is_severe for each in person.results)
    if severe:
        row += 1
        words = _("▼▼ {levels} levels or more below the requirement: {count}")
        page.across(row, (5, 9), words.format(levels=SEVERE_SHORTFALL, count=severe), _SEVERE)
    return row


def _add_sums(page: Page, row: int, name: str, sums: Totals, looks: tuple[Dress, Dress]) -> None:
    page.across(row, (5, 6), name, looks[0])
    shares = (sums.fit_pct, sums.met_pct, sums.coverage_pct)
    for column, share in enumerate(shares, start=7):
        page.put(row, column, or_dash(share), looks[1])


def add_remarks(page: Page, row: int, person: PersonGaps, problems: Sequence[Problem]) -> int:
    """Write ratings that do not count and problems of the input, and return the last row."""
    if person.not_required:
        page.across(row + 1, (1, 9), _("Rated, but not required (not counted)"), _PART_HEADING)
        page.across(row + 2, (1, 9), _unrequired_in_words(person.not_required), _LINE)
        row += 2
    ordered = worst_first(in_order(problems))
    listed = [each for each in ordered if each.code not in _SHOWN_IN_TABLE]
    if listed:
        row += 1
        page.across(row, (1, 9), _("Problems in the answers"), _PART_HEADING)
    for each in listed[:_MOST_REMARKS]:
        row += 1
        place = f"{each.place.cell}: " if each.place.cell else ""
        page.across(row, (1, 9), f"• {place}{shortened(each.message(), _LONGEST_REMARK)}", _LINE)
    if len(listed) > _MOST_REMARKS:
        row += 1
        more = _("and {count} more").format(count=len(listed) - _MOST_REMARKS)
        page.across(row, (1, 9), more, _LINE)
    return row


def _unrequired_in_words(ratings: Sequence[UnrequiredRating]) -> str:
    parts = [
        _("{competency} (self {self_level}, supervisor {supervisor_level})").format(
            competency=each.competency.name.text,
            self_level=or_dash(each.self_level),
            supervisor_level=or_dash(each.supervisor_level),
        )
        for each in ratings[:_MOST_UNREQUIRED]
    ]
    if len(ratings) > _MOST_UNREQUIRED:
        parts.append(_("and {count} more").format(count=len(ratings) - _MOST_UNREQUIRED))
    return "; ".join(parts)
