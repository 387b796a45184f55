"""The sheet of departments: each then and now, and what changed the levels of those who stayed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jdgap.gaps import SEVERE_SHORTFALL
from jdgap.gaps.causes import CHANGE_RULE, Causes, causes_by_department, causes_of_people
from jdgap.gaps.changes import UnitChange
from jdgap.output.comparison.setting import (
    COUNT,
    COUNT_CHANGE,
    PERCENT_CHANGE,
    SMALL_TEXT,
    Compared,
    difference,
    remark_below,
)
from jdgap.output.comparison_words import cause_words
from jdgap.output.excel.gap_table import or_dash
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.report.list_sheet import (
    PERCENT,
    TEXT,
    HeadingGroup,
    ListColumn,
    ListSheet,
    title_with_round,
)
from jdgap.output.then_and_now import Pair, RequiredOnce, SeverePeople, levels_short, shares_of
from jdgap.text.language import mark
from jdgap.text.language import translate as _
from jdgap.text.names import name_key

_WHOLE: Final = "EDEDED"
_WIDTH: Final = 9.5
"""Of a column of numbers."""
_ORDER: Final = mark("In the newer round's order, then departments that are gone.")


def add_departments(compared: Compared) -> None:
    """Add the sheet with a row for each department, and one for all."""
    columns = _columns()
    listed = ListSheet(
        compared.setting,
        "departments",
        columns,
        title=title_with_round(compared.setting, "departments"),
        remarks=(
            _("Everybody counts where they were in the round; what changed, of those who stayed."),
            _(CHANGE_RULE),
            _(_ORDER),
        ),
        frozen_columns=1,
        groups=_groups(),
    )
    units = (*compared.comparison.departments, compared.comparison.whole)
    listed.fill(_rows(compared, units, columns), len(units))


def _columns() -> tuple[ListColumn, ...]:
    then, now, change = _("Then"), _("Now"), _("Change")
    counts = (ListColumn(then, _WIDTH, COUNT), ListColumn(now, _WIDTH, COUNT))
    percents = (
        ListColumn(then, _WIDTH, PERCENT),
        ListColumn(now, _WIDTH, PERCENT),
        ListColumn(change, 10, PERCENT_CHANGE),
    )
    return (
        ListColumn(_("Department"), 34, TEXT),
        *(*counts, ListColumn(_("In it both times"), 16, COUNT)),
        *(*percents, *percents, *percents),
        *(*counts, ListColumn(change, 10, COUNT_CHANGE)),
        *(*counts, ListColumn(change, 10, COUNT_CHANGE)),
        *percents,
        ListColumn(_("What changed the levels of those who stayed there"), 38, SMALL_TEXT),
    )


def _groups() -> list[HeadingGroup]:
    severe = _("People {levels} or more levels below").format(levels=SEVERE_SHORTFALL)
    headings = (
        *("", _("People"), _("Fit %"), _("Met %"), _("Coverage %")),
        *(
            remark_below(_("Levels short (fewer is better)")),
            severe,
            _("Fit %, only those who stayed"),
        ),
    )
    found = [HeadingGroup(headings[0], 0, 0)]
    for place, words in enumerate(headings[1:]):
        found.append(HeadingGroup(words, 1 + 3 * place, 3 + 3 * place))
    last = found[-1].last + 1
    return [*found, HeadingGroup("", last, last)]


def _rows(
    compared: Compared, units: Sequence[UnitChange], columns: Sequence[ListColumn]
) -> Iterator[tuple[Sequence[CellValue], Mapping[int, Dress]]]:
    comparison = compared.comparison
    people = comparison.people
    severe, once = SeverePeople(comparison), RequiredOnce(people)
    causes = causes_by_department(people)
    for unit in units[:-1]:
        key = name_key(unit.name)
        said = cause_words(causes.get(key, Causes()), once.departments[key])
        yield _row(unit, unit.name or _("No department"), severe.in_department(unit), said), {}
    bold = {
        place: replace(column.dress, bold=True, fill=_WHOLE) for place, column in enumerate(columns)
    }
    said = cause_words(causes_of_people(people), once.whole)
    yield _row(units[-1], _("The whole organisation"), severe.in_whole(), said), bold


def _row(unit: UnitChange, name: str, severe: Pair, causes: str) -> Sequence[CellValue]:
    then, now = unit.totals_then, unit.totals_now
    shares = zip(shares_of(then), shares_of(now), strict=True)
    return (
        *(name, unit.people_then, unit.people_now, unit.same_people),
        *(value for share in shares for value in _three(*share)),
        *_three(levels_short(then), levels_short(now)),
        *_three(*severe),
        *_three(shares_of(unit.same_then)[0], shares_of(unit.same_now)[0]),
        causes if unit.same_people else _("nobody was in it both times"),
    )


def _three(then: float | None, now: float | None) -> tuple[CellValue, CellValue, CellValue]:
    return or_dash(then), or_dash(now), difference(then, now)
