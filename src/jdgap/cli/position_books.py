"""`jdgap positions export`, `import`, `validate`, `schema` and `diff`: whole books."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.help_page import Command
from jdgap.cli.options import (
    DEFAULT_FONT,
    FontOption,
    ForceOption,
    Format,
    FormatOption,
    PlainOption,
    a_path,
)
from jdgap.cli.shared import (
    Settings,
    check_exist,
    check_output,
    say_written,
    show_on_stderr,
    writing,
)
from jdgap.text.cleaning import on_one_line
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.assessments.positions_book.reading import PositionsReading
    from jdgap.positions import Book


def _book_file(metavar: str, says: str) -> object:
    return typer.Argument(help=says, metavar=metavar, parser=a_path)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the group of `jdgap positions`."""
    for name, function, says in (
        ("export", export, _("Write the positions as a workbook to be edited.")),
        ("import", import_, _("Make a positions file of an edited workbook.")),
        ("validate", validate, _("Show what is wrong or doubtful in a positions file.")),
        ("schema", schema, _("Print the JSON Schema of a positions file.")),
        ("diff", diff, _("Show what changed between two positions files.")),
    ):
        app.command(name, cls=Command, help=says)(function)


def export(
    context: typer.Context,
    output: Annotated[Path, _book_file("FILE.xlsx", _("The workbook to make."))],
    font: FontOption = DEFAULT_FONT,
    force: ForceOption = False,
) -> int:
    """Write the book in use as a workbook."""
    settings: Settings = context.obj
    book = settings.book
    check_output(output, force=force, inputs=[settings.positions] if settings.positions else [])
    from jdgap.output.positions_book.book import export_positions

    with writing(output):
        export_positions(output, book, font=font, force=force)
    say_written(output)
    return ExitCode.DONE


def import_(
    source: Annotated[Path, _book_file("FILE.xlsx", _("The edited workbook."))],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help=_("The positions file to make."),
            metavar="positions.json",
            parser=a_path,
        ),
    ],
    plain: PlainOption = False,
    force: ForceOption = False,
) -> int:
    """Make a positions file of a workbook; with an error in it, nothing is written."""
    check_exist([source])
    check_output(output, force=force, inputs=[source], ending=".json")
    from jdgap.workflows.positions import import_positions

    with writing(output):
        reading = import_positions(source, output, force=force)
    _show_problems(reading, plain=plain)
    if reading.book is None:
        typer.echo(_("Nothing was written."), err=True)
        return ExitCode.INPUT_ERROR if reading.opened else ExitCode.NOTHING_DONE
    say_written(output)
    said = _("Positions: {positions}, competencies: {competencies}").format(
        positions=len(reading.book.positions), competencies=len(reading.book.competencies)
    )
    typer.echo(said, err=True)
    _say_doubts(reading.book, output)
    return ExitCode.DONE


def _say_doubts(book: "Book", file: Path) -> None:
    """Say how much is doubtful in a book that was made, and how it is seen."""
    from jdgap.positions.doubts import positions_doubts
    from jdgap.positions.loading import as_typed

    doubts = positions_doubts(book)
    if doubts:
        said = _("What is doubtful ({count}) is shown by: jdgap positions validate {file}")
        typer.echo(on_one_line(said.format(count=len(doubts), file=as_typed(file))), err=True)


def _show_problems(*readings: "PositionsReading", plain: bool) -> None:
    problems = [problem for reading in readings for problem in reading.problems]
    sheets = [sheet for reading in readings for sheet in reading.sheets]
    show_on_stderr(problems, plain=plain, sheets=sheets)


def validate(
    context: typer.Context,
    source: Annotated[
        Path | None,
        _book_file("FILE", _("A positions file or workbook; the one in use where not given.")),
    ] = None,
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
) -> int:
    """Show all that is wrong, and what is legal but doubtful."""
    settings: Settings = context.obj
    source = source or settings.positions
    if source is not None:
        check_exist([source])
    from jdgap.workflows.positions import validate_positions

    reading = validate_positions(source)
    _show(reading, output_format, plain=plain)
    if reading.book is None:
        return ExitCode.INPUT_ERROR if reading.opened else ExitCode.NOTHING_DONE
    return ExitCode.DONE


def _show(reading: "PositionsReading", output_format: Format, *, plain: bool) -> None:
    from jdgap.output.records import PROBLEM_COLUMNS, problem_record

    if output_format is Format.TABLE:
        from jdgap.output.console.problem_screen import show_problems
        from jdgap.output.console.screen import make_console
        from jdgap.output.console.tables import show_text

        console = make_console(sys.stdout, plain=plain)
        show_problems(console, reading.problems, reading.sheets)
        if not reading.problems:
            show_text(console, _("Nothing is wrong with the positions, and nothing doubtful."))
        return
    from jdgap.output.machine import write_csv, write_json

    records = [problem_record(problem) for problem in reading.problems]
    if output_format is Format.JSON:
        write_json(sys.stdout.buffer, {"problems": records})
    else:
        write_csv(sys.stdout.buffer, records, PROBLEM_COLUMNS)


def schema() -> int:
    """Print the JSON Schema."""
    from jdgap.output.machine import write_json
    from jdgap.positions.schema import positions_schema

    write_json(sys.stdout.buffer, positions_schema())
    return ExitCode.DONE


def diff(
    old: Annotated[Path, _book_file("OLD", _("The older positions file or workbook."))],
    new: Annotated[Path, _book_file("NEW", _("The newer one."))],
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
) -> int:
    """Show what changed from one book to the other."""
    check_exist([old, new])
    books = _both(old, new, plain=plain)
    from jdgap.output.difference_records import (
        DIFFERENCE_COLUMNS,
        difference_rows,
        differences_document,
    )
    from jdgap.positions.differences import compare_books

    comparison = compare_books(*books)
    if output_format is Format.TABLE:
        from jdgap.output.console.difference_screen import show_differences
        from jdgap.output.console.screen import make_console

        show_differences(make_console(sys.stdout, plain=plain), comparison)
        return ExitCode.DONE
    from jdgap.output.machine import write_csv, write_json

    if output_format is Format.JSON:
        write_json(sys.stdout.buffer, differences_document(comparison))
    else:
        write_csv(sys.stdout.buffer, difference_rows(comparison), DIFFERENCE_COLUMNS)
    return ExitCode.DONE


def _both(old: Path, new: Path, *, plain: bool) -> "tuple[Book, Book]":
    """Return the two books, or stop after showing what is wrong with either of them."""
    from jdgap.workflows.positions import read_positions

    then, now = read_positions(old), read_positions(new)
    _show_problems(then, now, plain=plain)
    if then.book is None or now.book is None:
        raise StoppedError(_("the two books cannot be compared"))
    return then.book, now.book
