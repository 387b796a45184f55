"""The first sheet: a line for each file, the ones to send back first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from jdgap.assessments import Assessment
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.people_words import people_in_words
from jdgap.output.problem_book.owners import Owners
from jdgap.output.problem_words import about_missing, counted
from jdgap.output.report.list_sheet import (
    NUMBER,
    TEXT,
    ListColumn,
    ListSheet,
    lead_to,
    place_in,
    title_with_round,
)
from jdgap.output.report.problem_parts import SEVERITY_LOOKS, SEVERITY_SIGNS, give_paths_room
from jdgap.output.report.setting import Setting
from jdgap.problems import Problem, Severity
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_STATES: Final = {
    Severity.ERROR: mark("to be mended"),
    Severity.WARNING: mark("to be looked at"),
    Severity.INFO: mark("only notes"),
}
_WELL: Final = (mark("all is well"), "✓", replace(TEXT, fill="E2EFDA", colour="1E4620"))
_LINK: Final = replace(TEXT, colour="0B5394")
_FILE_COLUMN, _ID_COLUMN, _LINK_COLUMN = 1, 2, 8
_MOST_LINKS: Final = 65_000
"""Below Excel's limit for one sheet."""

_ORDER: Final[Mapping[Severity | None, int]] = {
    severity: place for place, severity in enumerate([*Severity, None])
}
"""The worst first, and what is well last."""

_Row = tuple[Sequence[CellValue], Mapping[int, Dress]]


@dataclass(slots=True)
class _File:
    """One file.

    Attributes:
        name: As the user gave it.
        answers: Those that were read in it.
        left_out: One of them does not count, which may be said in the place of another file.
        counts: How many problems it has of each severity.
        worst: The first of the worst of them; None where there is none.
        worst_at: Where that stands in the list of problems, counted from 0.
    """

    name: str
    answers: Sequence[Assessment]
    left_out: bool = False
    counts: Counter[Severity] = field(default_factory=Counter)
    worst: Problem | None = None
    worst_at: int = 0

    @property
    def severity(self) -> Severity | None:
        """How bad the worst problem is; None where there is none."""
        if self.worst is None:
            return Severity.WARNING if self.left_out else None
        return self.worst.severity

    @property
    def first_look(self) -> str:
        """What to look at first, in the language in use."""
        if self.worst is None:
            return _("An answer was not counted") if self.left_out else ""
        return _(self.worst.kind.title)

    def add(self, problem: Problem, place: int) -> None:
        """Count a problem that stands at `place` in the list."""
        self.counts[problem.severity] += 1
        if self.worst is None or _ORDER[problem.severity] < _ORDER[self.worst.severity]:
            self.worst, self.worst_at = problem, place


class FilesSheet:
    """The sheet of files; it is filled when the sheet of problems is there.

    Files that are all right are listed, too: somebody will ask whether theirs has come.

    Args:
        setting: The workbook.
        owners: Whose answers stand in which file.
    """

    def __init__(self, setting: Setting, owners: Owners) -> None:
        self._files = _files(setting.result.problems, owners)
        self._listed = ListSheet(
            setting,
            "files",
            _columns(),
            title=title_with_round(setting, "files"),
            remarks=_remarks(setting),
        )
        give_paths_room(self._listed, _FILE_COLUMN)
        target = place_in(setting.titles["problems"])
        self._listed.write_link(self._listed.legend_row - 1, target, _("Go to the problems"))

    def fill(self, first_problem: int) -> None:
        """Let each file have its line, which leads to its first problem, an error if it has any.

        Args:
            first_problem: The row of the first problem on its sheet, counted from 0.
        """
        listed, files = self._listed, self._files
        if not files:
            listed.fill_with_words(_("There is no file to read."))
            return
        title = listed.setting.titles["problems"]
        for row, file in enumerate(files[:_MOST_LINKS], start=listed.heading_row + 1):
            if file.worst:
                target = place_in(title, f"A{first_problem + file.worst_at + 1}")
                lead_to(listed.sheet, row, _LINK_COLUMN, target)
        ids = listed.range_of(_ID_COLUMN, len(files))
        listed.sheet.ignore_errors({"number_stored_as_text": ids})
        listed.fill(_rows(files), len(files))


def _files(problems: Sequence[Problem], owners: Owners) -> list[_File]:
    """Return the files, worst first, each kind by name."""
    files = {
        name: _File(name, answers, any(each.place not in owners.counted for each in answers))
        for name, answers in owners.by_file.items()
    }
    for place, problem in enumerate(problems):
        name = problem.place.file
        files.setdefault(name, _File(name, ())).add(problem, place)
    return sorted(files.values(), key=lambda each: (_ORDER[each.severity], each.name))


def _remarks(setting: Setting) -> tuple[str, ...]:
    result = setting.result
    read = _("Files read: {files}, people who count: {people}")
    return (
        read.format(files=result.files, people=len(result.people)),
        counted(result.problems),
        about_missing(result.attendance),
    )


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("State"), 21, TEXT),
        ListColumn(_("File"), 49, TEXT),
        ListColumn(_("Employee ID"), 16, TEXT),
        ListColumn(_("Name"), 26, TEXT),
        ListColumn(_("Department"), 26, TEXT),
        ListColumn(_("Errors"), 10, NUMBER),
        ListColumn(_("Warnings"), 10, NUMBER),
        ListColumn(_("Notes"), 12, NUMBER),
        ListColumn(_("Look first at"), 32, _LINK),
    )


def _rows(files: Sequence[_File]) -> Iterator[_Row]:
    word, sign, look = _WELL
    states: dict[Severity | None, str] = {None: f"{sign} {_(word)}"}
    looks: dict[Severity | None, dict[int, Dress]] = {None: {0: look}}
    for severity, state in _STATES.items():
        states[severity] = f"{SEVERITY_SIGNS[severity]} {_(state)}"
        looks[severity] = {0: SEVERITY_LOOKS[severity]}
    for file in files:
        values = (
            states[file.severity],
            file.name,
            *_whose(file.answers),
            *(file.counts[severity] or None for severity in Severity),
            file.first_look or None,
        )
        yield values, looks[file.severity]


def _whose(answers: Sequence[Assessment]) -> tuple[str, str, str]:
    """Return id, name and department of the only person in a file, or how many there are."""
    if len(answers) == 1:
        return answers[0].employee_id, answers[0].name, answers[0].department
    departments = {each.department for each in answers}
    people = people_in_words(len(answers)) if answers else ""
    return "", people, departments.pop() if len(departments) == 1 else ""
