"""`jdgap check`: one employee's gaps, on the screen or on a sheet to sign."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.completions import position_ids
from jdgap.cli.exits import ExitCode, StoppedError
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
    PlainOption,
    a_path,
)
from jdgap.cli.shared import (
    Settings,
    bytes_of,
    check_activities,
    check_exist,
    check_output,
    count_of,
    encoding_of,
    on_duplicate_of,
    say_written,
    show_on_stderr,
    writing,
)
from jdgap.text.language import name_languages
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.assessments import Count
    from jdgap.output.records import Record
    from jdgap.positions import Book
    from jdgap.workflows import Checked

_OUTPUTS = {
    Format.TABLE: "jdgap.output.console.gap_screen",
    Format.JSON: "jdgap.output.records",
    Format.CSV: "jdgap.output.records",
}
"""What showing a result takes."""

_SheetsOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help=_("Write the sheets to sign."), metavar="REPORT.xlsx", parser=a_path
    ),
]


def check(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(help=_("Filled-in forms."), metavar="FILE", parser=a_path)
    ],
    position: Annotated[
        str | None,
        typer.Option(
            help=_("The position held, where a file does not say: id or title."),
            metavar="POSITION",
            autocompletion=position_ids,
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            help=_("Compare with this position instead: id or title."),
            metavar="POSITION",
            autocompletion=position_ids,
        ),
    ] = None,
    count: CountOption = "either",
    on_duplicate: OnDuplicateOption = "error",
    encoding: EncodingOption = None,
    max_file_size: MaxFileSizeOption = USUAL_MEGABYTES,
    employee: Annotated[
        str | None, typer.Option(help=_("Only this employee id or name."), metavar="EMPLOYEE")
    ] = None,
    anonymise: AnonymiseOption = False,
    output: _SheetsOption = None,
    activities: ActivitiesOption = None,
    fail_on_gap: Annotated[
        bool, typer.Option("--fail-on-gap", help=_("Exit with 4 when there is a shortfall."))
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("Say where each number comes from, with its cells."))
    ] = False,
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
    font: FontOption = DEFAULT_FONT,
    force: ForceOption = False,
) -> int:
    """Read, compare, show; return the exit code."""
    settings: Settings = context.obj
    inputs = [*files, *([activities] if activities else [])]
    check_exist(inputs)
    check_activities(activities)
    if output is not None:
        check_output(output, force=force, inputs=inputs)
    elif activities is not None:
        message = _("--activities fills the sheets to sign: name their workbook with -o")
        raise StoppedError(message, ExitCode.USAGE)
    if explain and output_format is Format.CSV:
        message = _("--explain needs --format table or json: sentences do not fit in rows of CSV")
        raise StoppedError(message, ExitCode.USAGE)
    counted = count_of(count)
    held = settings.position(position) if position else None
    target = settings.position(against) if against else None
    from jdgap.workflows import check_files

    checked = check_files(
        files,
        settings.book,
        position=held,
        against=target,
        count=counted,
        employee=employee,
        activities=activities,
        on_duplicate=on_duplicate_of(on_duplicate),
        encoding=encoding_of(encoding),
        max_file_bytes=bytes_of(max_file_size),
        anonymise=anonymise,
        meanwhile=partial(_get_ready, output_format),
    )
    shown = _Shown(settings.book, checked, counted if explain else None)
    _show(shown, output_format, plain=plain)
    for hint in _hints(files, checked, position):
        typer.echo(hint, err=True)
    if employee is not None and not checked.people and not checked.has_errors:
        raise StoppedError(_("nobody in the files is “{name}”").format(name=employee))
    if output is not None and checked.people:
        _write_sheets(settings.book, checked, output, font=font, force=force)
    return _exit_code(checked, fail_on_gap=fail_on_gap)


def _get_ready(output_format: Format) -> None:
    """Load what showing a result takes: while the worker reads, that saves a tenth of the run."""
    import_module(_OUTPUTS[output_format])
    if output_format is Format.TABLE and "th" in name_languages():
        from jdgap.text.wrapping import get_ready

        get_ready()


def _hints(files: Iterable[Path], checked: "Checked", position: str | None) -> Iterator[str]:
    """Yield what else could be tried; the problems say it for all commands."""
    if any(file.is_dir() for file in files):
        yield _("For folders there are `jdgap report` and `jdgap validate`.")
    codes = {problem.code for problem in checked.problems}
    if position is None and codes & {"missing-position", "unknown-position"}:
        yield _("The position can also be named with --position.")


@dataclass(frozen=True)
class _Shown:
    """What is shown.

    Attributes:
        book: The job-description book.
        checked: The result.
        explained: Whose level counted, where the numbers are to be explained; else None.
    """

    book: "Book"
    checked: "Checked"
    explained: "Count | None"


def _show(shown: _Shown, output_format: Format, *, plain: bool) -> None:
    book, checked = shown.book, shown.checked
    if output_format is Format.JSON:
        from jdgap.output.machine import write_json

        write_json(sys.stdout.buffer, _document(shown))
        return
    if output_format is Format.CSV:
        from jdgap.output.machine import write_csv
        from jdgap.output.records import GAP_COLUMNS, gap_rows

        write_csv(sys.stdout.buffer, gap_rows(book, checked.people), GAP_COLUMNS)
    else:
        _show_screen(shown, plain=plain)
    show_on_stderr(checked.problems, plain=plain)


def _document(shown: _Shown) -> "Record":
    people, problems = shown.checked.people, shown.checked.problems
    if shown.explained is not None:
        from jdgap.output.explanation_records import explained_document

        return explained_document(shown.book, people, problems, shown.explained)
    from jdgap.output.records import check_document

    return check_document(shown.book, people, problems)


def _show_screen(shown: _Shown, *, plain: bool) -> None:
    from jdgap.output.console.gap_screen import show_people, show_person
    from jdgap.output.console.screen import make_console

    book, people = shown.book, shown.checked.people
    if not people:
        return
    console = make_console(sys.stdout, plain=plain)
    if len(people) == 1:
        show_person(console, book, people[0])
    else:
        show_people(console, people)
    if shown.explained is not None:
        from jdgap.output.console.explanation_screen import show_explanations

        show_explanations(console, book, people, shown.explained, shown.checked.problems)


def _write_sheets(
    book: "Book", checked: "Checked", output: Path, *, font: str, force: bool
) -> None:
    from jdgap.output.excel.gap_sheet import write_gap_sheets

    with writing(output):
        write_gap_sheets(
            output,
            book,
            checked.people,
            checked.problems,
            activities=checked.activities,
            font=font,
            force=force,
        )
    say_written(output)


def _exit_code(checked: "Checked", *, fail_on_gap: bool) -> ExitCode:
    if not checked.people:
        return ExitCode.NOTHING_DONE
    if checked.has_errors:
        return ExitCode.INPUT_ERROR
    if fail_on_gap and checked.has_shortfall:
        return ExitCode.SHORTFALL
    return ExitCode.DONE
