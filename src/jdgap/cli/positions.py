"""`jdgap positions`: the job-description book on the screen."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.completions import department_ids, position_ids
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.help_page import Command, Group
from jdgap.cli.options import Format, FormatOption, PlainOption
from jdgap.cli.position_books import add_to
from jdgap.cli.shared import Settings
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.positions import Position

app = typer.Typer(
    cls=Group,
    help=_("The positions of the job-description book."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command(
    "list",
    cls=Command,
    help=_("List the positions, with ids, departments and reporting lines."),
)
def list_positions(
    context: typer.Context,
    department: Annotated[
        str | None,
        typer.Option(
            help=_("Only this department: id or name."),
            metavar="DEPARTMENT",
            autocompletion=department_ids,
        ),
    ] = None,
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
) -> None:
    """Print the positions, or those of one department."""
    settings: Settings = context.obj
    book = settings.book
    chosen = list(book.positions)
    if department is not None:
        wanted = _department_id(settings, department)
        chosen = [position for position in chosen if position.department == wanted]
    if output_format is Format.TABLE:
        from jdgap.output.console.position_screen import show_positions
        from jdgap.output.console.screen import make_console

        show_positions(make_console(sys.stdout, plain=plain), book, chosen)
    else:
        _print_data(settings, chosen, output_format)


@app.command("show", cls=Command, help=_("Show one position as its job-description sheet."))
def show_position(
    context: typer.Context,
    position: Annotated[
        str,
        typer.Argument(help=_("Id or title."), metavar="POSITION", autocompletion=position_ids),
    ],
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
) -> None:
    """Print one position, required levels first."""
    settings: Settings = context.obj
    chosen = settings.position(position)
    if output_format is Format.TABLE:
        from jdgap.output.console.position_screen import show_position as show
        from jdgap.output.console.screen import make_console

        show(make_console(sys.stdout, plain=plain), settings.book, chosen)
    else:
        _print_data(settings, [chosen], output_format)


def _print_data(settings: Settings, chosen: "list[Position]", output_format: Format) -> None:
    from jdgap.output.machine import write_csv, write_json
    from jdgap.output.records import POSITION_COLUMNS, position_rows, positions_document

    if output_format is Format.JSON:
        write_json(sys.stdout.buffer, positions_document(settings.book, chosen))
    else:
        rows = position_rows(settings.book, chosen)
        write_csv(sys.stdout.buffer, rows, POSITION_COLUMNS)


def _department_id(settings: Settings, name: str) -> str:
    from jdgap.positions import Names

    known = Names(settings.book).department(name)
    if known is not None:
        return known.id
    departments = settings.book.departments
    offered = "".join(f"\n  - {each.name.text} ({each.id})" for each in departments)
    message = _("there is no department “{name}”. The departments are:").format(name=name)
    raise StoppedError(message + offered, ExitCode.USAGE)


add_to(app)
