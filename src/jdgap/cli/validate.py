"""`jdgap validate`: reads everything, writes nothing, prints only the problems."""

import sys
from typing import TYPE_CHECKING

import typer

from jdgap.cli.exits import ExitCode
from jdgap.cli.options import (
    EncodingOption,
    Format,
    FormatOption,
    OnDuplicateOption,
    PathsArgument,
    PlainOption,
    RosterOption,
    RoundOption,
    WorkersOption,
)
from jdgap.cli.rounds import RoundOptions, assess, explain_nothing
from jdgap.cli.shared import Settings
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.round import RoundResult


def validate(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    paths: PathsArgument,
    roster: RosterOption = None,
    round_: RoundOption = "",
    on_duplicate: OnDuplicateOption = "error",
    encoding: EncodingOption = None,
    workers: WorkersOption = None,
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
) -> int:
    """Read everything and print what is wrong; return the exit code."""
    settings: Settings = context.obj
    options = RoundOptions(paths, roster, round_, "either", on_duplicate, encoding, workers)
    options.check()
    result = assess(settings.book, options)
    _show(result, output_format, plain=plain)
    if not result.people:
        return explain_nothing(result)
    return ExitCode.INPUT_ERROR if result.has_errors else ExitCode.DONE


def _show(result: "RoundResult", output_format: Format, *, plain: bool) -> None:
    if output_format is Format.JSON:
        from jdgap.output.machine import write_json
        from jdgap.output.round_records import validation_document

        write_json(sys.stdout.buffer, validation_document(result))
    elif output_format is Format.CSV:
        from jdgap.output.machine import write_csv
        from jdgap.output.records import PROBLEM_COLUMNS, problem_record

        rows = (problem_record(problem) for problem in result.problems)
        write_csv(sys.stdout.buffer, rows, PROBLEM_COLUMNS)
    else:
        _show_screen(result, plain=plain)


def _show_screen(result: "RoundResult", *, plain: bool) -> None:
    from jdgap.output.console.problem_screen import show_problems
    from jdgap.output.console.screen import make_console
    from jdgap.output.console.tables import show_text

    console = make_console(sys.stdout, plain=plain)
    show_problems(console, result.problems)
    if result.people:
        if not result.problems:
            show_text(console, _("Nothing is wrong: everything that was read could be used."))
        read = _("Files read: {files}, people who count: {people}")
        show_text(console, read.format(files=result.files, people=len(result.people)))
