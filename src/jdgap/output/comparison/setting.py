"""What the sheets of a comparison share with those of a report, so that they look alike."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from jdgap.assessments.reports.model import KeptCompetency
from jdgap.gaps import SEVERE_SHORTFALL
from jdgap.gaps.changes import RoundComparison
from jdgap.gaps.organisation import organisation_gaps
from jdgap.gaps.round import RoundResult
from jdgap.output.comparison_words import rounds_in_words
from jdgap.output.excel.gap_table import DASH
from jdgap.output.excel.style import InLines
from jdgap.output.report.list_sheet import GAP, NUMBER, TEXT, HeadingGroup, heading_groups
from jdgap.output.report.setting import Setting, group_names
from jdgap.positions import Book
from jdgap.text.language import translate as _

COUNT: Final = replace(NUMBER, pattern="#,##0")
COUNT_CHANGE: Final = replace(GAP, pattern="+#,##0;-#,##0;0", bold=True)
PERCENT_CHANGE: Final = replace(GAP, pattern="+0.0;-0.0;0.0", bold=True)
SMALL_TEXT: Final = replace(TEXT, scale=0.9)
SEVERE_GAP: Final = replace(GAP, pattern='+0;"▼▼"-0;0', bold=True)
"""A gap so far below that no average outweighs it."""


@dataclass(frozen=True)
class Compared:
    """Two rounds, and the workbook that they are written into.

    Attributes:
        comparison: What changed.
        setting: The workbook.
    """

    comparison: RoundComparison
    setting: Setting

    @cached_property
    def competencies(self) -> tuple[KeptCompetency, ...]:
        """Those that somebody's position requires in either round, those of a group together."""
        known = [each.competency for each in self.comparison.competencies]
        groups = list(dict.fromkeys(each.group for each in known))
        return tuple(sorted(known, key=lambda each: groups.index(each.group)))

    @cached_property
    def groups(self) -> dict[str, str]:
        """The names of the groups of competencies by their ids."""
        return group_names(self.setting.book)

    def heading_groups(self, first: int) -> list[HeadingGroup]:
        """Return a heading for each run of competencies of one group, from column `first` on."""
        return heading_groups((each.group for each in self.competencies), self.groups, first)


def frame_of(comparison: RoundComparison, book: Book) -> RoundResult:
    """Return what the sheets of a report take from its round: the name, here of both rounds."""
    return RoundResult(
        round=rounds_in_words(comparison),
        count=comparison.new.count,
        files=0,
        people=(),
        organisation=organisation_gaps((), book),
        attendance=None,
        problems=comparison.problems,
    )


def meaning_of_mark() -> str:
    """Return what the mark of severe shortfalls means."""
    message = _("▼▼ {levels} levels or more below the requirement")
    return message.format(levels=SEVERE_SHORTFALL)


def remark_below(heading: str) -> InLines:
    """Return a heading with what stands in brackets on a line of its own."""
    return InLines(heading.replace(" (", "\n("))


def difference(then: float | None, now: float | None) -> float | str:
    """Return now - then; the dash where one of them is not known."""
    return DASH if then is None or now is None else now - then
