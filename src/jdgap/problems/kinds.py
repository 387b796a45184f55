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

    @property
    def rank(self) -> int:
        """0 for the worst, and more for the others."""
        return _RANKS[self]


_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One row of the table.

    Attributes:
        code: Stable name for programs.
        title: What kind of problem it is, in a few words. English, translated late.
        severity: The same for every problem of the kind.
        message: What is wrong; `{facts}` are filled in when it is shown. English, translated late.
        remedy: What to do about it. English, translated late.
        also: What is said behind the message, each where all of its facts are given.
    """

    code: str
    title: str
    severity: Severity
    message: str
    remedy: str
    also: tuple[str, ...] = ()


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_TABLE = (
    ProblemKind(
        "not-a-spreadsheet",
        _("Not a spreadsheet"),
        _ERROR,
        _("The file is not a spreadsheet ({reason})."),
        _("Send a workbook or a table: .xlsx, .xlsm, .xls, .ods, .csv or .tsv."),
    ),
    ProblemKind(
        "password-protected",
        _("Locked with a password"),
        _ERROR,
        _("The workbook is locked with a password."),
        _("Open it, remove the password, save it and try again."),
    ),
    ProblemKind(
        "too-large",
        _("Too large"),
        _ERROR,
        _("The file is too large ({reason})."),
        _(
            "Keep only the assessment in the file and save it anew, or allow more with"
            " --max-file-size."
        ),
    ),
    ProblemKind(
        "unreadable",
        _("Cannot be read"),
        _ERROR,
        _("The file could not be read ({reason})."),
        _("Open it in Excel or LibreOffice, save it as .xlsx and try again."),
    ),
    ProblemKind(
        "timed-out",
        _("Took too long"),
        _ERROR,
        _("Reading the file was stopped after {seconds} seconds."),
        _("Open it in Excel or LibreOffice, save it as .xlsx and try again."),
    ),
    ProblemKind(
        "unsafe-file",
        _("Built like a harmful file"),
        _ERROR,
        _("The file was not opened, because it is built like a harmful one ({reason})."),
        _("Ask the sender how it was made; a workbook saved by Excel is never built like this."),
    ),
    ProblemKind(
        "empty-workbook",
        _("Nothing in the cells"),
        _ERROR,
        _("The workbook has nothing in its cells ({reason})."),
        _("Check that the right file was sent, and that it was saved after it was filled in."),
    ),
    ProblemKind(
        "no-assessment-found",
        _("No assessment found"),
        _ERROR,
        _("No table with competencies and levels was found."),
        _("Use the form from `jdgap form`, or head the columns with the names in the guide."),
    ),
    ProblemKind(
        "skipped-file",
        _("Not an answer"),
        _INFO,
        _("The file was not read: {reason}."),
        _("Nothing needs to be done, unless it holds answers."),
    ),
    ProblemKind(
        "hidden-sheet",
        _("Hidden sheet"),
        _WARNING,
        _("A hidden sheet with an assessment was not counted."),
        _("Unhide the sheet if it should count, or delete it."),
    ),
    ProblemKind(
        "missing-employee",
        _("Whose answer is it"),
        _ERROR,
        _("Neither an employee id nor a name was found."),
        _("Fill in the employee id or the name."),
    ),
    ProblemKind(
        "several-values",
        _("Two values for one thing"),
        _ERROR,
        _("“{label}” is asked for twice, here and in {other}, and the values differ."),
        _("Leave only what is about the employee. Neither of the two was used."),
    ),
    ProblemKind(
        "blank-answer",
        _("Nothing filled in"),
        _WARNING,
        _("“{employee}” has filled in no level at all."),
        _("Ask for the answer again. It counts as not answered."),
    ),
    ProblemKind(
        "duplicate-employee",
        _("Two different answers"),
        _ERROR,
        _("“{employee}” is here and in {other}, with different answers."),
        _("Keep one of the two. Neither was counted."),
    ),
    ProblemKind(
        "one-id-two-people",
        _("One employee id, two people"),
        _ERROR,
        _("“{employee}” is the id of “{found}” and, in {other}, of “{wanted}”."),
        _("Correct the employee id of one of the two. Neither answer was counted."),
    ),
    ProblemKind(
        "raters-apart",
        _("Each rater on a form of its own"),
        _ERROR,
        _("The {rater}s of “{employee}” are not here but in {other}."),
        _("Put the levels of both raters on one form. Neither of the two was counted."),
    ),
    ProblemKind(
        "repeated-employee",
        _("The same answer again"),
        _WARNING,
        _("“{employee}” is here and in {other}, with the same answers."),
        _("Nothing needs to be done: the answers count once."),
    ),
    ProblemKind(
        "perhaps-one-employee",
        _("Perhaps one employee"),
        _WARNING,
        _("“{employee}” may be the same person as in {other}."),
        _("If so, give both the same employee id. They were counted as two people."),
    ),
    ProblemKind(
        "superseded-answer",
        _("Answered again later"),
        _WARNING,
        _("“{employee}” answered again later, in {other}. The later answer counts."),
        _("Nothing needs to be done, unless this answer is the right one."),
    ),
    ProblemKind(
        "other-round",
        _("Answer of another round"),
        _ERROR,
        _("The answer is of round {found}, and this is round {wanted}. It was not counted."),
        _("Ask for a form of this round, correct the round, or name it with --round."),
    ),
    ProblemKind(
        "no-roster-found",
        _("No list of staff found"),
        _ERROR,
        _("No list of staff with columns for employee id, name and position was found."),
        _("Head the columns “Employee ID”, “Name” and “Position”."),
    ),
    ProblemKind(
        "missing-employee-id",
        _("Roster: no employee id"),
        _ERROR,
        _("The row of the roster has no employee id."),
        _("Fill in the employee id. The row was left out."),
    ),
    ProblemKind(
        "missing-name",
        _("Roster: no name"),
        _ERROR,
        _("The row of the roster has no name."),
        _("Fill in the name. The row was left out."),
    ),
    ProblemKind(
        "repeated-on-roster",
        _("Roster: somebody twice"),
        _ERROR,
        _("“{employee}” stands on the roster twice, here and in {other}."),
        _("Keep one of the rows. Rows that differ were left out."),
    ),
    ProblemKind(
        "not-on-roster",
        _("Not on the roster"),
        _WARNING,
        _("“{employee}” answered and is not on the roster."),
        _("Add the employee to the roster, or fill in or correct the employee id."),
    ),
    ProblemKind(
        "several-on-roster",
        _("Several of one name on the roster"),
        _WARNING,
        _("“{employee}” gave no employee id, and several people on the roster have that name."),
        _("Fill in the employee id. The answer was counted, though for none of them."),
    ),
    ProblemKind(
        "name-differs-from-roster",
        _("Another name than on the roster"),
        _WARNING,
        _("“{employee}” is “{found}” here and “{wanted}” on the roster."),
        _("Check that the employee id is right."),
    ),
    ProblemKind(
        "position-differs-from-roster",
        _("Another position than on the roster"),
        _ERROR,
        _("“{employee}” answered for “{found}”, and is “{wanted}” on the roster."),
        _("Correct the form or the roster. The answer was counted as it is."),
    ),
    ProblemKind(
        "position-from-roster",
        _("Unknown position; the roster's was taken"),
        _ERROR,
        _("There is no position “{name}”. The answer counts for “{wanted}”, as on the roster."),
        _("Correct the position on the form, or the roster where it is out of date."),
    ),
    ProblemKind(
        "missing-position",
        _("Position missing"),
        _ERROR,
        _("The position is blank or was not found."),
        _("Fill in the position; `jdgap positions list` shows all of them."),
    ),
    ProblemKind(
        "unknown-position",
        _("Unknown position"),
        _ERROR,
        _("There is no position “{name}”. Did you mean: {suggestions}?"),
        _("Write the title as the book has it; `jdgap positions list` shows all of them."),
    ),
    ProblemKind(
        "unknown-competency",
        _("Unknown competency"),
        _ERROR,
        _("There is no competency “{name}”. Did you mean: {suggestions}?"),
        _("Write the name as the job-description book has it."),
    ),
    ProblemKind(
        "duplicate-competency",
        _("One competency, different levels"),
        _ERROR,
        _("“{competency}” is rated twice, here and in {other}, and the levels differ."),
        _("Keep one of the two rows. Neither was counted."),
    ),
    ProblemKind(
        "several-tables",
        _("Several tables on one sheet"),
        _ERROR,
        _("Another table with competencies begins here; the first one begins in {other}."),
        _("Put each of them on a sheet of its own. Nothing on this sheet was counted."),
    ),
    ProblemKind(
        "duplicate-header",
        _("Two columns of one kind"),
        _ERROR,
        _("Two columns are headed as the same, here and in {other}."),
        _("Keep one of the two columns. Neither was counted."),
    ),
    ProblemKind(
        "unknown-heading",
        _("Levels under an unknown heading"),
        _ERROR,
        _("Levels stand under “{name}”, which does not say whose they are."),
        _("Head the column “Self level” or “Supervisor level”. Its levels were not counted."),
    ),
    ProblemKind(
        "misplaced-levels",
        _("Levels in the wrong column"),
        _ERROR,
        _("Levels stand under “{name}”, and the column for levels is blank."),
        _("Move the levels under “Self level” or “Supervisor level”. They were not counted."),
    ),
    ProblemKind(
        "perhaps-misplaced-levels",
        _("Answers or other required levels"),
        _ERROR,
        _("Levels under “{name}” are not the book's, and the column for levels is blank."),
        _(
            "If they are answers, move them under “Self level” or “Supervisor level”. If the form"
            " is of another book, make it anew. They were not counted."
        ),
    ),
    ProblemKind(
        "required-level-differs",
        _("Another required level than the book's"),
        _WARNING,
        _("The sheet requires level {found} of “{competency}”, the book {wanted}."),
        _("Check that the form is this year's, and that no level stands in the wrong column."),
    ),
    ProblemKind(
        "same-as-required",
        _("Every level is the required one"),
        _WARNING,
        _("Every {rater} of “{employee}” is exactly the required one."),
        _("Ask whether the required levels were copied. The levels were counted."),
    ),
    ProblemKind(
        "level-without-competency",
        _("Level in a row of its own"),
        _ERROR,
        _("A level stands in a row of its own, below “{competency}”."),
        _("Give one level for each competency, in its own row. None of it was counted."),
    ),
    ProblemKind(
        "level-out-of-range",
        _("Level not on the scale"),
        _ERROR,
        _("{value} is not on the scale, which runs from {lowest} to {highest}."),
        _("Give a whole level from {lowest} to {highest}, or N/A."),
    ),
    ProblemKind(
        "level-not-whole",
        _("Level not whole"),
        _ERROR,
        _("{value} is not a whole level."),
        _("Give a whole level from {lowest} to {highest}, or N/A."),
    ),
    ProblemKind(
        "level-not-a-number",
        _("Not a level"),
        _ERROR,
        _("“{value}” is not a level."),
        _("Give a whole level from {lowest} to {highest}, or N/A."),
    ),
    ProblemKind(
        "level-error-value",
        _("Error or formula instead of a level"),
        _ERROR,
        _("The cell holds {reason} instead of a level."),
        _("Replace the formula by a whole level from {lowest} to {highest}, and save the file."),
    ),
    ProblemKind(
        "mark-not-understood",
        _("Number instead of a mark"),
        _ERROR,
        _(
            "“{value}” under level {level} is neither a mark nor that level"
            " (cells like it: {count})."
        ),
        _(
            "Put a mark such as ✓, or the level itself, into one cell of the row, and leave the"
            " others blank. Rows with such cells were not counted."
        ),
    ),
    ProblemKind(
        "several-marks",
        _("Several levels marked"),
        _ERROR,
        _("More than one level is marked in the row ({marks})."),
        _("Leave one mark in the row."),
    ),
    ProblemKind(
        "missing-level",
        _("Level missing"),
        _WARNING,
        _("“{competency}” has no level."),
        _("Fill in the level. Until then it counts as not assessed, never as zero."),
    ),
    ProblemKind(
        "missing-rater",
        _("The rater who counts gave no level"),
        _WARNING,
        _("“{employee}” has no {rater} at all, and only these levels count."),
        _("Fill in the levels, or leave out --count. Until then nothing of it is assessed."),
    ),
    ProblemKind(
        "hidden-level",
        _("Level missing in a hidden cell"),
        _WARNING,
        _("“{competency}” has no level, and the cell for it is hidden."),
        _("Unhide the rows and columns of the sheet, and fill in the level."),
    ),
    ProblemKind(
        "merged-level",
        _("One level for several competencies"),
        _WARNING,
        _("“{competency}” has no level of its own: its cell is merged with {other}."),
        _("Unmerge the cells, and give each competency a level of its own."),
    ),
    ProblemKind(
        "shared-level",
        _("One level for both raters"),
        _ERROR,
        _("“{competency}” has one level for both raters: their cells are merged."),
        _("Unmerge the cells, and fill in each rater's own level. Neither was counted."),
    ),
    ProblemKind(
        "hidden-cells",
        _("Levels in hidden cells"),
        _INFO,
        _("Levels in hidden rows or columns were counted, too ({count})."),
        _("Unhide the rows and columns of the sheet, and look whether all of them are meant."),
    ),
    ProblemKind(
        "not-required",
        _("Not required for the position"),
        _INFO,
        _("“{competency}” is rated but not required for “{position}”."),
        _("Nothing to do: it is shown apart and changes no total."),
    ),
    ProblemKind(
        "rater-difference",
        _("The raters are far apart"),
        _INFO,
        _("“{competency}”: the employee says {self_level}, the supervisor {supervisor_level}."),
        _("Talk about what each of the two saw, and agree on one level."),
    ),
    ProblemKind(
        "knowledge-of-nobody",
        _("Whose knowledge and skills are they"),
        _ERROR,
        _("It cannot be told whose knowledge and skills these are."),
        _(
            "Write the employee id of the assessment in this workbook above the list."
            " Its answers were not counted."
        ),
    ),
    ProblemKind(
        "knowledge-without-levels",
        _("Knowledge and skills without levels"),
        _ERROR,
        _(
            "The knowledge and skills are those of “{employee}”, who has no competency levels in"
            " this workbook."
        ),
        _(
            "Put the list into the workbook that has the employee's levels, or correct the employee"
            " id above it. Its answers were not counted."
        ),
    ),
    ProblemKind(
        "not-an-answer",
        _("Answer not understood"),
        _ERROR,
        _("“{value}” is not one of the answers for “{item}”."),
        _("Choose one of the three: have, need or not needed."),
    ),
    ProblemKind(
        "answer-without-item",
        _("Answer in a row of its own"),
        _ERROR,
        _("The answer “{value}” stands in a row that names no knowledge and no skill."),
        _("Move the answer into the row that it belongs to. It was not counted."),
    ),
    ProblemKind(
        "duplicate-knowledge",
        _("One item, different answers"),
        _ERROR,
        _("“{item}” is answered here and in {other}, and the answers differ."),
        _("Keep one of the two. Neither was counted."),
    ),
    ProblemKind(
        "unknown-knowledge",
        _("Not on the position's list"),
        _WARNING,
        _("“{item}” is not among the knowledge and skills that the book lists for the position."),
        _("Check the spelling and the position. The answer was counted as it is."),
    ),
    ProblemKind(
        "knowledge-left-blank",
        _("Knowledge and skills left blank"),
        _INFO,
        _("Items of knowledge and skills without an answer: {count}."),
        _("Nothing needs to be done, unless all should be answered."),
    ),
    ProblemKind(
        "not-a-report",
        _("Not a whole report of jdgap"),
        _ERROR,
        _("The file cannot be read back as a report of jdgap: {reason}."),
        _("Name a workbook as `jdgap report` wrote it, or make it anew from the answers."),
    ),
    ProblemKind(
        "edited-report",
        _("Report changed by hand"),
        _ERROR,
        _("The report was changed after it was made: {reason}. Cells that do not fit: {count}."),
        _("Make it anew from the answers. Its levels are taken as they stand now."),
    ),
    ProblemKind(
        "edited-cell",
        _("Cell of a report that does not fit"),
        _ERROR,
        _("It does not fit the rest of the report. Expected: “{wanted}”."),
        _("Make the report anew from the answers."),
    ),
    ProblemKind(
        "edited-required-level",
        _("Required level of a report that does not fit"),
        _ERROR,
        _("The required level of the position is “{wanted}” in {other}."),
        _("Make the report anew from the answers. What stands here was taken."),
    ),
    ProblemKind(
        "edited-not-a-level",
        _("No level where a report has one"),
        _ERROR,
        _("A whole level belongs here, or nothing."),
        _("Make the report anew from the answers. The cell was taken as blank."),
    ),
    ProblemKind(
        "same-input",
        _("One round given twice"),
        _ERROR,
        _("The older and the newer round are the same file or folder."),
        _("Name the older round first and the newer one after it."),
    ),
    ProblemKind(
        "rounds-swapped",
        _("The newer round given first"),
        _ERROR,
        _("The round given as the older one is {first}, and the newer one is {second}."),
        _("Name the older round first and the newer one after it. Nothing was compared."),
    ),
    ProblemKind(
        "nothing-in-common",
        _("Nothing to compare"),
        _ERROR,
        _("It has no employee or no competency in common with {other}."),
        _("Check that both are of one organisation, and that the employee ids are the same."),
    ),
    ProblemKind(
        "same-round",
        _("Both of one round"),
        _WARNING,
        _("It is of round {round}, and so is {other}."),
        _("Check that the two are the rounds that should be compared."),
    ),
    ProblemKind(
        "order-not-checked",
        _("Which round is older"),
        _WARNING,
        _("Nothing says whether {other} is the older round: {reason}."),
        _("Check that the older round is given first."),
    ),
    ProblemKind(
        "count-differs",
        _("Levels counted by another rule"),
        _WARNING,
        _("The older round counts the level of “{then}”, and the newer one of “{now}”."),
        _("Count both rounds by one rule (--count): a change may come from the rule alone."),
    ),
    ProblemKind(
        "other-book",
        _("Made with other positions"),
        _INFO,
        _("It was made with another positions file than {other}."),
        _("Nothing to do: what is required otherwise is listed, and counts as no one's change."),
    ),
    ProblemKind(
        "competency-renamed",
        _("Competency with another name"),
        _INFO,
        _("“{now}” was called “{then}” in the older round."),
        _("Nothing to do if both mean the same: they are compared as one competency."),
    ),
    ProblemKind(
        "competency-other-id",
        _("Competency with another id"),
        _WARNING,
        _("“{competency}” has the id {now}, and {then} in the older round."),
        _("Give it the same id in both positions files. It was compared as two competencies."),
    ),
    ProblemKind(
        "position-other-id",
        _("Position with another id"),
        _WARNING,
        _("“{position}” has the id {now}, and {then} in the older round."),
        _(
            "Give it the same id in both positions files. Who holds it did not move; what it"
            " requires otherwise is in the changes, not in the list of required levels."
        ),
    ),
    ProblemKind(
        "competency-removed",
        _("Competency not there any more"),
        _WARNING,
        _("“{competency}” is not in the newer round's positions file."),
        _("Nothing to do if it was removed on purpose: its levels cannot be compared."),
    ),
    ProblemKind(
        "competency-new",
        _("New competency"),
        _INFO,
        _("“{competency}” was not in the older round's positions file."),
        _("Nothing to do: its levels cannot be compared yet."),
    ),
    ProblemKind(
        "matched-by-name",
        _("Same person by name alone"),
        _INFO,
        _("“{employee}” has no employee id in one of the rounds, and was compared by name."),
        _("Check that it is one person, or fill in the employee id."),
    ),
    ProblemKind(
        "name-changed",
        _("One employee id, two names"),
        _WARNING,
        _("“{employee}” is “{now}” now, and was “{then}” in the older round."),
        _("Check that the id was not given to somebody else: the two were compared as one person."),
    ),
    ProblemKind(
        "perhaps-one-person",
        _("One name, two employee ids"),
        _WARNING,
        _("“{employee}” has the id {now}, and {then} in the older round."),
        _("If it is one person, correct the id. They were counted as two people."),
    ),
    ProblemKind(
        "numbered-people",
        _("People without names"),
        _WARNING,
        _("People called by numbers such as {value}, which each round gives anew: {count}."),
        _("Make both reports without --anonymise: these people were not compared."),
    ),
    ProblemKind(
        "no-activities-found",
        _("No list of activities found"),
        _ERROR,
        _("No list of activities with columns for competency and activity was found."),
        _("Head the columns “Competency”, “Level” and “Activity”."),
    ),
    ProblemKind(
        "activity-without-competency",
        _("Activities: no competency"),
        _ERROR,
        _("The row of the list of activities names no competency."),
        _("Write the competency into each row. The row was left out."),
    ),
    ProblemKind(
        "several-competencies",
        _("Activities: two competencies in a row"),
        _ERROR,
        _("The row of the list of activities names “{competency}” and “{other}”."),
        _("Name one competency in each row. The row was left out."),
    ),
    ProblemKind(
        "activity-without-text",
        _("Activities: no activity"),
        _WARNING,
        _("The row of the list of activities does not say what is to be done."),
        _("Write the activity or the course into its column, or delete the row."),
    ),
    ProblemKind(
        "not-a-level-range",
        _("Neither a level nor a range of levels"),
        _ERROR,
        _("“{value}” is neither a level of the scale nor a range of such levels."),
        _(
            "Write a level or a range from {lowest} to {highest} as text (Excel makes a date of"
            " 2-3), or leave the cell blank for any level. The row was left out."
        ),
    ),
    ProblemKind(
        "unknown-way",
        _("Activities: another way of learning"),
        _INFO,
        _("“{value}” is none of the ways of learning: by doing the work, from others, course."),
        _("Write one of the three, if it is one of them. It was kept as written."),
    ),
    ProblemKind(
        "no-positions-found",
        _("No positions workbook"),
        _ERROR,
        _("The file has not the sheets of a positions workbook."),
        _(
            "Begin with the workbook that `jdgap positions export` makes, and keep the"
            " titles of its sheets."
        ),
    ),
    ProblemKind(
        "positions-file-already",
        _("A positions file, not a workbook"),
        _ERROR,
        _("The file is a positions file already: JSON, and no workbook to be imported."),
        _("Use it as it is: `jdgap --positions {file} positions list` shows what is in it."),
    ),
    ProblemKind(
        "missing-sheet",
        _("Positions: sheet missing"),
        _ERROR,
        _("The sheet “{name}” is missing or was renamed."),
        _(
            "Give the sheet its title back; where nothing is to stand on it, leave only"
            " its headings."
        ),
    ),
    ProblemKind(
        "unread-sheet",
        _("Positions: sheet not read"),
        _WARNING,
        _("The sheet “{name}” is none of the sheets of a positions workbook, and was not read."),
        _(
            "Nothing needs to be done, unless it holds positions: then move them to the"
            " sheet for them."
        ),
    ),
    ProblemKind(
        "unread-column",
        _("Positions: column not read"),
        _WARNING,
        _("The column “{name}” is none of the columns of this sheet, and was not read."),
        _("Nothing needs to be done, unless the heading is misspelt: then correct it."),
    ),
    ProblemKind(
        "unread-row",
        _("Positions: row not read"),
        _WARNING,
        _("The row was not read: the organisation is named in the first row alone."),
        _("Delete the row, or write into the first one what the organisation is called."),
    ),
    ProblemKind(
        "missing-heading",
        _("Positions: column missing"),
        _ERROR,
        _("No column is headed “{name}”."),
        _(
            "Head the column “{name}”. A column for what is not known may be blank, but"
            " it has to be there."
        ),
    ),
    ProblemKind(
        "competency-without-column",
        _("Positions: competency without a column"),
        _ERROR,
        _("Competencies without a column of levels: {names}."),
        _("Head a column with the id of each. It may stay blank, but it has to be there."),
    ),
    ProblemKind(
        "merged-cells",
        _("Positions: merged cells"),
        _ERROR,
        _("{cells} are merged: what the other cells held is lost."),
        _("Unmerge them, and fill in each cell."),
    ),
    ProblemKind(
        "missing-id",
        _("Id missing"),
        _ERROR,
        _("The entry has no id."),
        _(
            "Give it an id that nothing else in the list has, such as “{wanted}”. Small"
            " letters, digits and hyphens; once in use, do not change it."
        ),
    ),
    ProblemKind(
        "wrong-id",
        _("Not an id"),
        _ERROR,
        _("“{value}” is not an id."),
        _(
            "Use small letters a to z, digits and single hyphens, up to 64 of them, such"
            " as “{wanted}”."
        ),
    ),
    ProblemKind(
        "duplicate-id",
        _("The same id or level twice"),
        _ERROR,
        _("“{value}” stands here and in {other}."),
        _("Give one of the two another id or level, or delete its row."),
    ),
    ProblemKind(
        "unknown-id",
        _("Id that is not on its list"),
        _ERROR,
        _("There is no {what} with the id “{value}”."),
        _("Correct the id, or add it to the list that it belongs to."),
        (
            _("It stands on the sheet {count} times."),
            _("Did you mean: {suggestions}?"),
        ),
    ),
    ProblemKind(
        "unknown-ids",
        _("Many ids that are not on their list"),
        _ERROR,
        _("{count} ids on this sheet stand for no {what} ({ids})."),
        _(
            "Add those that your organisation has to the sheet “{sheet}”. Take out the others,"
            " which may be left of the workbook as it was exported."
        ),
    ),
    ProblemKind(
        "missing-value",
        _("Something needed is missing"),
        _ERROR,
        _("“{name}” is needed and is not there."),
        _("Fill it in."),
    ),
    ProblemKind(
        "name-in-neither",
        _("Name missing"),
        _ERROR,
        _("The {what} is missing in both languages."),
        _("Fill it in in Thai, in English, or in both."),
    ),
    ProblemKind(
        "text-too-long",
        _("Text too long"),
        _ERROR,
        _("The text has {count} characters; the most there may be are {most}."),
        _("Shorten it, or make several lines of it."),
    ),
    ProblemKind(
        "too-few-entries",
        _("Too few entries"),
        _ERROR,
        _("The list has too few entries: {found}, and {count} or more are needed."),
        _("Add what is missing."),
    ),
    ProblemKind(
        "unknown-key",
        _("Key that is not known"),
        _ERROR,
        _("A positions file has no “{name}” here."),
        _("Correct the key; docs/positions-format.md lists all of them."),
        (_("Did you mean: {suggestions}?"),),
    ),
    ProblemKind(
        "wrong-kind-of-value",
        _("Another kind of value than is needed"),
        _ERROR,
        _("This has to be {kind}; it is {found_kind}."),
        _("See docs/positions-format.md, or `jdgap positions schema`, for what it is to be."),
    ),
    ProblemKind(
        "not-a-whole-level",
        _("Not a level for a scale"),
        _ERROR,
        _("“{value}” is not a whole number from 0 to 100."),
        _("Number the levels of the scale with whole numbers, such as 1 to 5."),
    ),
    ProblemKind(
        "level-off-scale",
        _("Required level not on the scale"),
        _ERROR,
        _("“{value}” is not a level of the scale."),
        _("Give one of its levels; leave the cell blank where the competency is not required."),
        (_("Its levels are {levels}."),),
    ),
    ProblemKind(
        "reserved-id",
        _("Id that means something else"),
        _ERROR,
        _("“{value}” cannot be the id of a group: the totals of all groups are called so."),
        _("Give the group another id."),
    ),
    ProblemKind(
        "reporting-loop",
        _("Reports to itself in the end"),
        _ERROR,
        _("The reporting line over “{value}” leads back to the position itself."),
        _("Correct whom one of the positions of the line reports to."),
    ),
    ProblemKind(
        "text-without-position",
        _("Positions: text of no position"),
        _ERROR,
        _("The row does not say which position it belongs to."),
        _("Write the id of the position into the row, or delete the row."),
    ),
    ProblemKind(
        "text-without-duty",
        _("Positions: activity or result of no responsibility"),
        _ERROR,
        _("There is no responsibility of this position above the activity or result."),
        _("Write the responsibility into the row, or move the row below it."),
    ),
    ProblemKind(
        "unknown-part",
        _("Positions: part not known"),
        _ERROR,
        _("“{value}” is none of the parts: {parts}."),
        _("Choose the part from the list in the cell."),
    ),
    ProblemKind(
        "spoilt-cell",
        _("Positions: error value in a cell"),
        _ERROR,
        _("The cell holds {reason} instead of what belongs there."),
        _("Replace the formula by what it should give, and save the file."),
    ),
    ProblemKind(
        "positions-not-read",
        _("Positions file cannot be read"),
        _ERROR,
        _("The positions file cannot be read: {fault}."),
        _("Check that it is the right file; a JSON editor shows where it is broken."),
    ),
    ProblemKind(
        "competency-not-required",
        _("Competency that nobody needs"),
        _WARNING,
        _("No position requires “{name}”."),
        _("Require it of a position, or take it out."),
    ),
    ProblemKind(
        "nothing-required",
        _("Position without required levels"),
        _WARNING,
        _("“{name}” requires no competency."),
        _("Fill in its required levels: until then nobody can be compared with it."),
    ),
    ProblemKind(
        "position-apart",
        _("Position outside the reporting lines"),
        _WARNING,
        _("“{name}” reports to nobody, and nobody reports to it."),
        _("Say whom it reports to, where that is known."),
    ),
    ProblemKind(
        "superior-requires-less",
        _("Superior with a lower required level"),
        _WARNING,
        _(
            "“{name}” requires level {found} of “{competency}”; “{other}”, who reports to"
            " it, requires {wanted}."
        ),
        _("Check that this is meant."),
    ),
    ProblemKind(
        "missing-translation",
        _("Name in one language only"),
        _WARNING,
        _("“{name}” has no name in one of the two languages."),
        _("Fill in the other name; until then it is shown as it is in both languages."),
    ),
    ProblemKind(
        "book-in-one-language",
        _("Nearly all names in one language"),
        _INFO,
        _("{count} of {whole} names are not given in {what}."),
        _("Nothing needs to be done where all read the other language: they are shown in it."),
    ),
    ProblemKind(
        "same-name",
        _("Two entries of one name"),
        _WARNING,
        _("“{name}” is the name of both {other} and {id}."),
        _("Give one of the two another name: who writes “{name}” is taken to mean {other}."),
    ),
    ProblemKind(
        "alike-names",
        _("Two names that are easily confused"),
        _WARNING,
        _("“{name}” and “{other}” are nearly the same name."),
        _("Give one of the two a name that tells them apart."),
    ),
    ProblemKind(
        "department-without-positions",
        _("Department without positions"),
        _WARNING,
        _("No position belongs to “{name}”."),
        _("Put a position into it, or take it out."),
    ),
    ProblemKind(
        "group-without-competencies",
        _("Group without competencies"),
        _WARNING,
        _("No competency belongs to “{name}”."),
        _("Put a competency into it, or take it out."),
    ),
    ProblemKind(
        "gap-in-scale",
        _("Levels missing in the scale"),
        _WARNING,
        _("The scale has no level between {lowest} and {highest}."),
        _("Check that this is meant: a gap is counted in levels."),
    ),
)

KINDS: Final[Mapping[str, ProblemKind]] = {kind.code: kind for kind in _TABLE}
"""All kinds of problem by their code, in the order of the documentation."""
