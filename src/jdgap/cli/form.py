"""`jdgap form`: a self-assessment workbook for one position."""

from pathlib import Path
from typing import Annotated

import typer

from jdgap.cli.shared import DEFAULT_FONT, FontOption, ForceOption, Settings, say_written, writing
from jdgap.text.language import translate as _


def form(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    position: Annotated[str, typer.Argument(help=_("Id or title."), metavar="POSITION")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help=_("The workbook to make."), metavar="FILE.xlsx")
    ],
    employee_id: Annotated[str, typer.Option(help=_("Fill in the employee id."))] = "",
    name: Annotated[str, typer.Option(help=_("Fill in the name."))] = "",
    round_: Annotated[
        str, typer.Option("--round", help=_("The assessment round, such as 2569."))
    ] = "",
    hide_required: Annotated[
        bool, typer.Option("--hide-required", help=_("Leave the required levels out."))
    ] = False,
    font: FontOption = DEFAULT_FONT,
    force: ForceOption = False,
) -> None:
    """Make the form; refuse to overwrite a file."""
    settings: Settings = context.obj
    chosen = settings.position(position)
    from jdgap.output.excel.form import FormDetails, write_form

    details = FormDetails(employee_id=employee_id, name=name, round=round_)
    with writing(output):
        write_form(
            output,
            settings.book,
            chosen,
            details,
            hide_required=hide_required,
            font=font,
            force=force,
        )
    say_written(output)
