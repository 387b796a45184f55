"""The sheet of required levels that the book changed between the rounds."""

from collections.abc import Iterator, Mapping, Sequence

from jdgap.gaps.changes import RequirementChange
from jdgap.output.comparison.setting import COUNT, COUNT_CHANGE, SMALL_TEXT, Compared, difference
from jdgap.output.excel.gap_table import DASH, or_dash
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.report.list_sheet import TEXT, ListColumn, ListSheet, title_with_round
from jdgap.text.language import translate as _


def add_requirements(compared: Compared) -> None:
    """Add the sheet with a row for each required level that is another one now."""
    changed = compared.comparison.requirements
    listed = ListSheet(
        compared.setting,
        "requirements",
        _columns(),
        title=title_with_round(compared.setting, "requirements"),
        remarks=(_("What is required otherwise counts as no one's change. {sign} not required")
                 .format(sign=DASH),),
    )  # fmt: skip
    if not changed:
        listed.fill_with_words(_("Required levels: the same in both rounds"))
        return
    listed.fill(_rows(changed, _people(compared)), len(changed))


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Position ID"), 28, SMALL_TEXT),
        ListColumn(_("Position"), 42, TEXT),
        ListColumn(_("Competency"), 36, TEXT),
        ListColumn(_("Required then"), 17, COUNT),
        ListColumn(_("Required now"), 17, COUNT),
        ListColumn(_("Change"), 12, COUNT_CHANGE),
        ListColumn(_("People in this position now"), 16, COUNT),
    )


def _people(compared: Compared) -> dict[str, int]:
    """Return how many people of the newer round hold each position."""
    found: dict[str, int] = {}
    for person in compared.comparison.new.people:
        found[person.position_id] = found.get(person.position_id, 0) + 1
    return found


def _rows(
    changed: Sequence[RequirementChange], people: Mapping[str, int]
) -> Iterator[tuple[Sequence[CellValue], Mapping[int, Dress]]]:
    for each in changed:
        levels = map(or_dash, (each.then, each.now))
        yield (
            (
                *(each.position_id, each.position, each.competency.name, *levels),
                difference(each.then, each.now),
                people.get(each.position_id, 0),
            ),
            {},
        )
