"""`jdgap validate`: reads everything, shows only the problems; a workbook of them if asked."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.exits import ExitCode
from jdgap.cli.options import (
    DEFAULT_FONT,
    USUAL_MEGABYTES,
    AnonymiseOption,
    EncodingOption,
    FontOption,
    ForceOption,
    Format,
    FormatOption,
    MaxFileSizeOption,
    OnDuplicateOption,
    PathsArgument,
    PlainOption,
    RosterOption,
    RoundOption,
    WorkersOption,
    a_path,
)
from jdgap.cli.rounds import RoundOptions, assess, explain_nothing
from jdgap.cli.shared import Settings, check_output, say_written, writing
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.round import RoundResult

_BookOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help=_("Write a workbook of the problems, too."),
        metavar="PROBLEMS.xlsx",
        parser=a_path,
    ),
]


def validate(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    paths: PathsArgument,
    output: _BookOption = None,
    roster: RosterOption = None,
    round_: RoundOption = "",
    on_duplicate: OnDuplicateOption = "error",
    encoding: EncodingOption = None,
    workers: WorkersOption = None,
    max_file_size: MaxFileSizeOption = USUAL_MEGABYTES,
    anonymise: AnonymiseOption = False,
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
    font: FontOption = DEFAULT_FONT,
    force: ForceOption = False,
) -> int:
    """Read everything and show what is wrong; return the exit code."""
    settings: Settings = context.obj
    options = RoundOptions(
        paths, roster, round_, "either", on_duplicate, encoding, workers, max_file_size, anonymise
    )
    options.check()
    if output is not None:
        check_output(output, force=force, inputs=options.inputs)
    result = assess(settings.book, options, leave_out=(output,) if output else ())
    _show(result, output_format, plain=plain)
    if output is not None and (result.files or result.problems):
        from jdgap.output.problem_book.book import write_problem_book

        with writing(output):
            write_problem_book(output, settings.book, result, font=font, force=force)
        say_written(output)
    if not result.people:
        return explain_nothing(result, options)
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
    from jdgap.output.problem_words import about_missing

    console = make_console(sys.stdout, plain=plain)
    show_problems(console, result.problems)
    if result.people:
        if not result.problems:
            show_text(console, _("Nothing is wrong: everything that was read could be used."))
        read = _("Files read: {files}, people who count: {people}")
        show_text(console, read.format(files=result.files, people=len(result.people)))
    if result.attendance and result.attendance.missing:
        show_text(console, about_missing(result.attendance))
