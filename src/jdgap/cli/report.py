"""`jdgap report`: the yearly run over everything that came back, into one workbook."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.completions import choices
from jdgap.cli.exits import ExitCode
from jdgap.cli.options import (
    DEFAULT_FONT,
    USUAL_MEGABYTES,
    ActivitiesOption,
    AnonymiseOption,
    CountOption,
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
    one_of,
)
from jdgap.cli.rounds import RoundOptions, assess, explain_nothing
from jdgap.cli.shared import (
    Settings,
    check_exist,
    check_output,
    say_written,
    show_on_stderr,
    writing,
)
from jdgap.cli.trends import Trend
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.changes import RoundComparison
    from jdgap.gaps.round import RoundResult
    from jdgap.output.records import Record
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
    paths: PathsArgument,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help=_("The workbook to make."),
            metavar="REPORT.xlsx",
            parser=a_path,
        ),
    ],
    roster: RosterOption = None,
    activities: ActivitiesOption = None,
    previous: Annotated[
        Path | None,
        typer.Option(
            help=_("The report of the round before, or its answers, to show the trend."),
            metavar="OLD.xlsx",
            parser=a_path,
        ),
    ] = None,
    round_: RoundOption = "",
    individual: Annotated[
        Individual,
        typer.Option(
            help=_("A sheet to sign for each employee; auto: up to {count} employees.").format(
                count=MOST_INDIVIDUAL_SHEETS
            ),
            metavar="auto|always|never",
            parser=one_of(Individual),
            autocompletion=choices(Individual),
        ),
    ] = Individual.AUTO,
    count: CountOption = "either",
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
    """Read everything, write the workbook, print a summary; return the exit code."""
    settings: Settings = context.obj
    options = RoundOptions(
        paths,
        roster,
        round_,
        count,
        on_duplicate,
        encoding,
        workers,
        max_file_size,
        anonymise,
        activities,
    )
    options.check()
    before = [previous] if previous else []
    check_exist(before)
    check_output(output, force=force, inputs=[*options.inputs, *before])
    trend = Trend(settings.book, options, previous, plain=plain) if previous else None
    left_out = (output, *before)
    result = assess(
        settings.book, options, leave_out=left_out, meanwhile=partial(_get_ready, output_format)
    )
    comparison = None
    if trend and result.people:
        result, comparison = trend.of(result)
    if result.people:
        from jdgap.output.report.book import write_report

        each = _with_sheets(individual, len(result.people))
        with writing(output):
            write_report(
                output,
                settings.book,
                result,
                individual=each,
                previous=comparison,
                font=font,
                force=force,
            )
    shown = _Shown(settings.book, result, comparison, output)
    _show(shown, output_format, plain=plain)
    if not result.people:
        return explain_nothing(result, options)
    say_written(output)
    return ExitCode.INPUT_ERROR if result.has_errors else ExitCode.DONE


def _get_ready(output_format: Format) -> None:
    """Load what writing a workbook and showing it takes, while the workers read."""
    import jdgap.output.report.book
    from jdgap.text.wrapping import get_ready

    get_ready()
    if output_format is Format.TABLE:
        import jdgap.output.console.round_screen  # noqa: F401


def _with_sheets(individual: Individual, people: int) -> bool:
    """Return whether each employee gets a sheet; say so where they are too many for it."""
    if individual is not Individual.AUTO:
        return individual is Individual.ALWAYS
    if people > MOST_INDIVIDUAL_SHEETS:
        message = _(
            "{people} employees are too many for a sheet each; --individual always makes them"
        )
        typer.echo(message.format(people=people), err=True)
    return people <= MOST_INDIVIDUAL_SHEETS


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown.

    Attributes:
        previous: The round compared with the one before; None where none was named.
        output: Where the workbook is.
    """

    book: "Book"
    result: "RoundResult"
    previous: "RoundComparison | None"
    output: Path


def _show(shown: _Shown, output_format: Format, *, plain: bool) -> None:
    book, result = shown.book, shown.result
    if output_format is Format.JSON:
        from jdgap.output.machine import write_json
        from jdgap.output.round_records import round_document

        write_json(sys.stdout.buffer, round_document(book, result) | _previous_part(shown))
        return
    if output_format is Format.CSV:
        from jdgap.output.machine import write_csv
        from jdgap.output.records import GAP_COLUMNS, gap_rows

        write_csv(sys.stdout.buffer, gap_rows(book, result.people), GAP_COLUMNS)
    elif result.people:
        from jdgap.output.console.round_screen import show_round
        from jdgap.output.console.screen import make_console

        console = make_console(sys.stdout, plain=plain)
        show_round(console, book, result, shown.output)
        if shown.previous:
            from jdgap.output.console.comparison_screen import show_trend

            show_trend(console, shown.previous)
    if not result.people:  # there is no workbook that lists them
        show_on_stderr(result.problems, plain=plain)


def _previous_part(shown: _Shown) -> "Record":
    if not shown.previous:
        return {}
    from jdgap.output.comparison_records import previous_record

    return {"previous": previous_record(shown.previous)}
