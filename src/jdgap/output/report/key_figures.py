"""The key figures of a round: large numbers, each with what it stands on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from jdgap.gaps import SEVERE_SHORTFALL
from jdgap.gaps.round import RoundResult
from jdgap.output.excel.gap_table import DASH, or_dash
from jdgap.output.excel.style import Dress
from jdgap.output.report.board import Board
from jdgap.problems import Severity
from jdgap.text.language import translate as _
from jdgap.text.language import translate_count

_LABEL: Final = Dress(bold=True, lines="box", fill="D9E2F0", colour="1F3864", across="center")
_VALUE: Final = Dress(
    bold=True, scale=1.9, lines="box", across="center", pattern="#,##0", wrap=False
)
_REMARK: Final = Dress(scale=0.8, lines="box", across="center", colour="404040")
_SMALL_LABEL: Final = replace(_LABEL, scale=0.85)
_BESIDE: Final = 4
_PERCENT: Final = '0.0"%"'
_ALARM: Final[Mapping[str, Any]] = {"fill": "A63E0A", "colour": "FFFFFF"}


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number.

    Attributes:
        label: What it is.
        value: None where it is not known.
        remark: What it stands on.
        pattern: Its number format.
        leads_to: The sheet that tells more, by its key.
        alarming: It asks for action.
    """

    label: str
    value: float | None
    remark: str
    pattern: str = "#,##0"
    leads_to: str = ""
    alarming: bool = False


def add_key_figures(board: Board, row: int) -> int:
    """Write the key figures from `row` on, four beside each other; return the row below them."""
    figures = list(key_figures(board.setting.result))
    width = board.columns // _BESIDE
    for place, figure in enumerate(figures):
        line, across = divmod(place, _BESIDE)
        span = (across * width, across * width + width - 1)
        _add(board, row + 3 * line, span, figure)
    return row + 3 * -(-len(figures) // _BESIDE)


def _add(board: Board, row: int, span: tuple[int, int], figure: KeyFigure) -> None:
    dress = replace(_VALUE, pattern=figure.pattern, **(_ALARM if figure.alarming else {}))
    board.put(row, span, figure.label, _SMALL_LABEL)
    board.put(row + 1, span, or_dash(figure.value), dress)
    if figure.leads_to:
        board.link(row + 2, span, figure.leads_to, figure.remark, replace(_REMARK, colour="0B5394"))
    else:
        board.put(row + 2, span, figure.remark, _REMARK)


def key_figures(result: RoundResult) -> Iterator[KeyFigure]:
    """Yield who answered, how the organisation stands, and what has to be looked at."""
    yield from _answers(result)
    yield _errors(result)
    yield from _shares(result)
    yield _severe_shortfalls(result)


def _answers(result: RoundResult) -> Iterator[KeyFigure]:
    everybody = result.attendance.whole if result.attendance else None
    if everybody is None:
        yield KeyFigure(_("Files read"), result.files, _("no list of staff was given"))
        named = sum(bool(unit.name) for unit in result.organisation.departments)
        yield KeyFigure(_("Departments"), named, _("among those counted"))
    else:
        missing = everybody.expected - everybody.answered
        people = translate_count("person", "people", everybody.expected)
        yield KeyFigure(_("On the list of staff"), everybody.expected, people)
        share = everybody.answered_pct
        remark = _("{share} of the list, {missing} not yet").format(
            share=DASH if share is None else f"{share:.1f}%", missing=f"{missing:,}"
        )
        leads_to = "problems" if missing else ""
        yield KeyFigure(_("Answered"), everybody.answered, remark, leads_to=leads_to)
    others = len(result.people) - everybody.counted if everybody else 0
    remark = _("{count} of them not on the list").format(count=f"{others:,}")
    if not others:
        remark = translate_count("person", "people", len(result.people))
    yield KeyFigure(_("Counted here"), len(result.people), remark)


def _shares(result: RoundResult) -> Iterator[KeyFigure]:
    sums = result.organisation.whole.totals
    counts = {"rated": f"{sums.rated:,}", "required": f"{sums.required:,}"}
    fit = _("of required levels, {rated} rated")
    met = _("of {rated} rated reach the level")
    coverage = _("{rated} of {required} rated")
    yield KeyFigure(_("Fit"), sums.fit_pct, fit.format(**counts), _PERCENT)
    yield KeyFigure(_("Met"), sums.met_pct, met.format(**counts), _PERCENT)
    yield KeyFigure(_("Coverage"), sums.coverage_pct, coverage.format(**counts), _PERCENT)


def _severe_shortfalls(result: RoundResult) -> KeyFigure:
    whole = result.organisation.whole
    people, sums = whole.people_severe, whole.totals
    label = _("People {levels} or more levels below").format(levels=SEVERE_SHORTFALL)
    if not sums.rated:
        return KeyFigure(label, None, _("nobody was rated"))
    remark = _("ratings below in all: {count}").format(count=f"{sums.rated - sums.met:,}")
    return KeyFigure(label, people, remark, leads_to="needs", alarming=people > 0)


def _errors(result: RoundResult) -> KeyFigure:
    counts = Counter(problem.severity for problem in result.problems)
    errors = counts[Severity.ERROR]
    remark = _("warnings: {warnings}; look here").format(warnings=counts[Severity.WARNING])
    return KeyFigure(
        _("Errors in the input"), errors, remark, leads_to="problems", alarming=errors > 0
    )
