"""What the pages of help say beside the options: examples, and what exit codes mean there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jdgap.cli.exits import ExitCode
from jdgap.text.language import mark as _


@dataclass(frozen=True, slots=True)
class Example:
    """A command line and what it does, both English and translated late."""

    line: str
    does: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What helps with a command.

    Attributes:
        examples: One to three.
        codes: What exit codes mean there, where it is more than they mean everywhere.
    """

    examples: tuple[Example, ...]
    codes: tuple[tuple[ExitCode, str], ...] = ()


TASKS: Final = (
    (
        _("HR, once a year"),
        (
            Example(
                _("jdgap form --roster staff.xlsx -o forms --round 2569"),
                _("A form for everybody on the list of staff."),
            ),
            Example(
                _("jdgap report answers --roster staff.xlsx --round 2569 -o report.xlsx"),
                _("All that came back, in one workbook for the meeting."),
            ),
        ),
    ),
    (
        _("A supervisor"),
        (
            Example(_("jdgap check form.xlsx"), _("One employee's gaps, on the screen.")),
            Example(_("jdgap check form.xlsx -o sheet.xlsx"), _("The sheet to sign.")),
        ),
    ),
    (
        _("An analyst"),
        (
            Example(
                _("jdgap report answers -o report.xlsx --format json"),
                _("The same numbers for other programs; csv for spreadsheets."),
            ),
        ),
    ),
)
"""The page of the program begins with these."""

ADVICE: Final[Mapping[str, Advice]] = {
    "form": Advice(
        (
            Example(_("jdgap form officer-it -o form.xlsx"), _("A blank form for a position.")),
            Example(
                _("jdgap form --roster staff.xlsx -o forms --round 2569"),
                _("A form for everybody on the list of staff."),
            ),
        ),
        (
            (
                ExitCode.INPUT_ERROR,
                _("somebody on the list has no new form: an error there, or theirs is filled in"),
            ),
            (ExitCode.NOTHING_DONE, _("no form was made")),
        ),
    ),
    "check": Advice(
        (
            Example(_("jdgap check form.xlsx"), _("One employee's gaps, on the screen.")),
            Example(_("jdgap check form.xlsx -o sheet.xlsx"), _("The sheet to sign.")),
            Example(
                _("jdgap check form.xlsx --against head-it"),
                _("The same person against another position."),
            ),
        ),
        (
            (ExitCode.INPUT_ERROR, _("a file had an error; what could be read is shown")),
            (ExitCode.NOTHING_DONE, _("nobody could be assessed")),
            (ExitCode.SHORTFALL, _("with --fail-on-gap: somebody is below a required level")),
        ),
    ),
    "report": Advice(
        (
            Example(
                _("jdgap report answers --roster staff.xlsx --round 2569 -o report.xlsx"),
                _("All that came back, in one workbook for the meeting."),
            ),
            Example(
                _("jdgap report answers -o report.xlsx --previous report-2568.xlsx"),
                _("The trend since the round before, too."),
            ),
            Example(
                _("jdgap report answers -o report.xlsx --format json"),
                _("The same numbers for other programs; csv for spreadsheets."),
            ),
        ),
        (
            (
                ExitCode.INPUT_ERROR,
                _("some answers had an error; the workbook is there and lists them"),
            ),
            (ExitCode.NOTHING_DONE, _("nobody could be assessed; there is no workbook")),
        ),
    ),
    "compare": Advice(
        (
            Example(
                _("jdgap compare report-2568.xlsx report-2569.xlsx"),
                _("What changed between two reports."),
            ),
            Example(
                _("jdgap compare answers-2568 report-2569.xlsx -o change.xlsx"),
                _("Answers with a report, into a workbook."),
            ),
        ),
        (
            (ExitCode.USAGE, _("also: the two are the same, or in the wrong order")),
            (ExitCode.NOTHING_DONE, _("the two rounds cannot be compared")),
        ),
    ),
    "readiness": Advice(
        (
            Example(
                _("jdgap readiness answers --for head-it"),
                _("Who is ready for a position, the readiest first."),
            ),
            Example(
                _("jdgap readiness answers --employee S-101"),
                _("One person against every position."),
            ),
            Example(
                _("jdgap readiness answers"),
                _("Everybody against the position to which their own reports."),
            ),
        ),
        ((ExitCode.NOTHING_DONE, _("nobody could be assessed, or nobody is the one asked for")),),
    ),
    "validate": Advice(
        (
            Example(
                _("jdgap validate answers --roster staff.xlsx"),
                _("What is wrong, and who has not answered."),
            ),
            Example(
                _("jdgap validate answers -o problems.xlsx"),
                _("The same as a workbook to send back."),
            ),
        ),
        (
            (ExitCode.DONE, _("everything can be used; there may be warnings")),
            (ExitCode.INPUT_ERROR, _("something has an error")),
            (ExitCode.NOTHING_DONE, _("nothing could be assessed")),
        ),
    ),
    "positions": Advice(
        (
            Example(_("jdgap positions list"), _("All positions, with their ids.")),
            Example(_("jdgap positions show officer-it"), _("What one position requires.")),
        ),
    ),
    "positions list": Advice(
        (
            Example(_("jdgap positions list"), _("All positions, with their ids.")),
            Example(_("jdgap positions list --department finance"), _("Those of one department.")),
        ),
    ),
    "positions show": Advice(
        (
            Example(_("jdgap positions show officer-it"), _("What one position requires.")),
            Example(
                _("jdgap --lang th,en positions show officer-it"),
                _("With the names in both languages."),
            ),
        ),
    ),
    "positions export": Advice(
        (
            Example(
                _("jdgap positions export positions.xlsx"),
                _("The positions in use, as a workbook to edit."),
            ),
        ),
    ),
    "positions import": Advice(
        (
            Example(
                _("jdgap positions import positions.xlsx -o positions.json"),
                _("The edited workbook as a positions file, for --positions."),
            ),
        ),
        (
            (ExitCode.INPUT_ERROR, _("the workbook has an error; nothing was written")),
            (ExitCode.NOTHING_DONE, _("the file is no workbook of positions")),
        ),
    ),
    "positions validate": Advice(
        (
            Example(
                _("jdgap positions validate positions.json"),
                _("What is wrong or doubtful in a positions file or workbook."),
            ),
        ),
        (
            (ExitCode.INPUT_ERROR, _("something is wrong; what is only doubtful is no error")),
            (ExitCode.NOTHING_DONE, _("the file holds no positions")),
        ),
    ),
    "positions schema": Advice(
        (
            Example(
                _("jdgap positions schema > schema.json"),
                _("What an editor or a program checks a positions file with."),
            ),
        ),
    ),
    "positions diff": Advice(
        (
            Example(
                _("jdgap positions diff positions-2568.json positions-2569.xlsx"),
                _("What changed between two years' positions, each a file or a workbook."),
            ),
        ),
        ((ExitCode.DONE, _("compared, whether or not anything changed")),),
    ),
}
"""By command, as it is typed after `jdgap`; a group of commands has its own."""

EXIT_CODES: Final = (
    (ExitCode.DONE, _("all input was read and used")),
    (ExitCode.INPUT_ERROR, _("some input had an error; the results of the rest are there")),
    (ExitCode.USAGE, _("the command was used wrongly")),
    (ExitCode.NOTHING_DONE, _("nothing could be assessed, or the run could not be done")),
    (ExitCode.SHORTFALL, _("with --fail-on-gap: somebody is below a required level")),
)
"""What each means everywhere."""
