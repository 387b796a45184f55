"""`jdgap report`: the yearly run over everything that came back, into one workbook."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.exits import ExitCode
from jdgap.cli.rounds import RoundOptions, assess, explain_nothing
from jdgap.cli.shared import (
    DEFAULT_FONT,
    CountOption,
    EncodingOption,
    FontOption,
    ForceOption,
    Format,
    FormatOption,
    OnDuplicateOption,
    PlainOption,
    RosterOption,
    Settings,
    WorkersOption,
    check_output,
    say_written,
    writing,
)
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.round import RoundResult
    from jdgap.positions import Book


class Individual(StrEnum):
    """Whether the report has a sheet for each employee."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


MOST_INDIVIDUAL_SHEETS = 250
"""Up to so many people `auto` gives each a sheet."""


def report(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(help=_("What came back: files and folders."), metavar="PATH...")
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help=_("The workbook to make."), metavar="REPORT.xlsx"),
    ],
    roster: RosterOption = None,
    round_: Annotated[
        str, typer.Option("--round", help=_("The assessment round, such as 2569."))
    ] = "",
    individual: Annotated[
        Individual,
        typer.Option(help=_("A sheet to sign for each employee; auto: up to 250 employees.")),
    ] = Individual.AUTO,
    count: CountOption = "either",
    on_duplicate: OnDuplicateOption = "error",
    encoding: EncodingOption = None,
    workers: WorkersOption = None,
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
    font: FontOption = DEFAULT_FONT,
    force: ForceOption = False,
) -> int:
    """Read everything, write the workbook, print a summary; return the exit code."""
    settings: Settings = context.obj
    check_output(output, force=force)
    options = RoundOptions(paths, roster, round_, count, on_duplicate, encoding, workers)
    result = assess(settings.book, options, leave_out=(output,))
    if not result.people:
        return explain_nothing(result, plain=plain)
    wanted = individual is Individual.ALWAYS or (
        individual is Individual.AUTO and len(result.people) <= MOST_INDIVIDUAL_SHEETS
    )
    from jdgap.output.report.book import write_report

    with writing(output):
        write_report(output, settings.book, result, individual=wanted, font=font, force=force)
    _show(settings.book, result, output, output_format, plain=plain)
    say_written(output)
    return ExitCode.INPUT_ERROR if result.has_errors else ExitCode.DONE


def _show(
    book: "Book", result: "RoundResult", output: Path, output_format: Format, *, plain: bool
) -> None:
    if output_format is Format.JSON:
        from jdgap.output.machine import write_json
        from jdgap.output.round_records import round_document

        write_json(sys.stdout.buffer, round_document(book, result))
    elif output_format is Format.CSV:
        from jdgap.output.machine import write_csv
        from jdgap.output.records import GAP_COLUMNS, gap_rows

        write_csv(sys.stdout.buffer, gap_rows(book, result.people), GAP_COLUMNS)
    else:
        from jdgap.output.console.round_screen import show_round
        from jdgap.output.console.screen import make_console

        show_round(make_console(sys.stdout, plain=plain), book, result, output)
