"""Every kind of problem: its stable code, how bad it is, what it means, what to do.

`docs/problems.md` is generated from this table (`python -m jdgap.problems.page`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jdgap.text.language import mark as _


class Severity(StrEnum):
    """How bad a problem is; only an error changes the exit code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One row of the table.

    Attributes:
        code: Stable name for programs.
        severity: The same for every problem of the kind.
        message: What is wrong; `{facts}` are filled in when it is shown. English, translated late.
        remedy: What to do about it. English, translated late.
    """

    code: str
    severity: Severity
    message: str
    remedy: str


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_TABLE = (
    ProblemKind(
        "not-a-spreadsheet",
        _ERROR,
        _("The file is not a spreadsheet ({reason})."),
        _("Send a workbook or a table: .xlsx, .xlsm, .xls, .ods, .csv or .tsv."),
    ),
    ProblemKind(
        "password-protected",
        _ERROR,
        _("The workbook is locked with a password."),
        _("Open it, remove the password, save it and try again."),
    ),
    ProblemKind(
        "too-large",
        _ERROR,
        _("The file is too large ({reason})."),
        _("Keep only the assessment in the file and save it anew."),
    ),
    ProblemKind(
        "unreadable",
        _ERROR,
        _("The file could not be read ({reason})."),
        _("Open it in Excel or LibreOffice, save it as .xlsx and try again."),
    ),
    ProblemKind(
        "timed-out",
        _ERROR,
        _("Reading the file was stopped after {seconds} seconds."),
        _("Open it in Excel or LibreOffice, save it as .xlsx and try again."),
    ),
    ProblemKind(
        "unsafe-file",
        _ERROR,
        _("The file was not opened, because it is built like a harmful one ({reason})."),
        _("Ask the sender how it was made; a workbook saved by Excel is never built like this."),
    ),
    ProblemKind(
        "empty-workbook",
        _ERROR,
        _("The workbook has nothing in its cells ({reason})."),
        _("Check that the right file was sent, and that it was saved after it was filled in."),
    ),
    ProblemKind(
        "no-assessment-found",
        _ERROR,
        _("No table with competencies and levels was found."),
        _("Use the form from `jdgap form`, or head the columns with the names in the guide."),
    ),
    ProblemKind(
        "skipped-file",
        _INFO,
        _("The file was not read: {reason}."),
        _("Nothing needs to be done, unless it holds answers."),
    ),
    ProblemKind(
        "hidden-sheet",
        _WARNING,
        _("A hidden sheet with an assessment was not counted."),
        _("Unhide the sheet if it should count, or delete it."),
    ),
    ProblemKind(
        "missing-employee",
        _ERROR,
        _("Neither an employee id nor a name was found."),
        _("Fill in the employee id or the name."),
    ),
    ProblemKind(
        "duplicate-employee",
        _ERROR,
        _("“{employee}” is here and in {other}, with different answers."),
        _("Keep one of the two. Neither was counted."),
    ),
    ProblemKind(
        "repeated-employee",
        _WARNING,
        _("“{employee}” is here and in {other}, with the same answers."),
        _("Nothing needs to be done: the answers count once."),
    ),
    ProblemKind(
        "superseded-answer",
        _WARNING,
        _("“{employee}” answered again later, in {other}. The later answer counts."),
        _("Nothing needs to be done, unless this answer is the right one."),
    ),
    ProblemKind(
        "other-round",
        _ERROR,
        _("The answer is of round {found}, and this is round {wanted}. It was not counted."),
        _("Ask for a form of this round, correct the round, or name it with --round."),
    ),
    ProblemKind(
        "no-roster-found",
        _ERROR,
        _("No list of staff with columns for employee id, name and position was found."),
        _("Head the columns “Employee ID”, “Name” and “Position”."),
    ),
    ProblemKind(
        "missing-employee-id",
        _ERROR,
        _("The row of the roster has no employee id."),
        _("Fill in the employee id. The row was left out."),
    ),
    ProblemKind(
        "missing-name",
        _ERROR,
        _("The row of the roster has no name."),
        _("Fill in the name. The row was left out."),
    ),
    ProblemKind(
        "repeated-on-roster",
        _ERROR,
        _("“{employee}” stands on the roster twice, here and in {other}."),
        _("Keep one of the rows. Rows that differ were left out."),
    ),
    ProblemKind(
        "not-on-roster",
        _WARNING,
        _("“{employee}” answered and is not on the roster."),
        _("Add the employee to the roster, or correct the employee id."),
    ),
    ProblemKind(
        "name-differs-from-roster",
        _WARNING,
        _("“{employee}” is “{found}” here and “{wanted}” on the roster."),
        _("Check that the employee id is right."),
    ),
    ProblemKind(
        "position-differs-from-roster",
        _ERROR,
        _("“{employee}” answered for “{found}”, and is “{wanted}” on the roster."),
        _("Correct the form or the roster. The answer was counted as it is."),
    ),
    ProblemKind(
        "missing-position",
        _ERROR,
        _("The position is blank or was not found."),
        _("Fill in the position; `jdgap positions list` shows all of them."),
    ),
    ProblemKind(
        "unknown-position",
        _ERROR,
        _("There is no position “{name}”. Did you mean: {suggestions}?"),
        _("Write the title as the book has it; `jdgap positions list` shows all of them."),
    ),
    ProblemKind(
        "unknown-competency",
        _ERROR,
        _("There is no competency “{name}”. Did you mean: {suggestions}?"),
        _("Write the name as the job-description book has it."),
    ),
    ProblemKind(
        "duplicate-competency",
        _ERROR,
        _("“{competency}” is rated twice, here and in {other}, and the levels differ."),
        _("Keep one of the two rows. Neither was counted."),
    ),
    ProblemKind(
        "duplicate-header",
        _ERROR,
        _("Two columns are headed as the same level, here and in {other}."),
        _("Keep one of the two columns. Neither was counted."),
    ),
    ProblemKind(
        "unknown-heading",
        _ERROR,
        _("Levels stand under “{name}”, which does not say whose they are."),
        _("Head the column “Self level” or “Supervisor level”. Its levels were not counted."),
    ),
    ProblemKind(
        "level-without-competency",
        _ERROR,
        _("A level stands in a row of its own, below “{competency}”."),
        _("Give one level for each competency, in its own row. None of it was counted."),
    ),
    ProblemKind(
        "level-out-of-range",
        _ERROR,
        _("{value} is not on the scale, which runs from {lowest} to {highest}."),
        _("Give a whole level from {lowest} to {highest}, or N/A."),
    ),
    ProblemKind(
        "level-not-whole",
        _ERROR,
        _("{value} is not a whole level."),
        _("Give a whole level from {lowest} to {highest}, or N/A."),
    ),
    ProblemKind(
        "level-not-a-number",
        _ERROR,
        _("“{value}” is not a level."),
        _("Give a whole level from {lowest} to {highest}, or N/A."),
    ),
    ProblemKind(
        "level-error-value",
        _ERROR,
        _("The cell holds {reason} instead of a level."),
        _("Replace the formula by a whole level from {lowest} to {highest}, and save the file."),
    ),
    ProblemKind(
        "several-marks",
        _ERROR,
        _("More than one level is marked in the row ({marks})."),
        _("Leave one mark in the row."),
    ),
    ProblemKind(
        "missing-level",
        _WARNING,
        _("“{competency}” has no level."),
        _("Fill in the level. Until then it counts as not assessed, never as zero."),
    ),
    ProblemKind(
        "not-required",
        _INFO,
        _("“{competency}” is rated but not required for “{position}”."),
        _("Nothing to do: it is shown apart and changes no total."),
    ),
    ProblemKind(
        "rater-difference",
        _INFO,
        _("“{competency}”: the employee says {self_level}, the supervisor {supervisor_level}."),
        _("Talk about what each of the two saw, and agree on one level."),
    ),
)

KINDS: Final[Mapping[str, ProblemKind]] = {kind.code: kind for kind in _TABLE}
"""All kinds of problem by their code, in the order of the documentation."""
