"""`jdgap form`: a self-assessment workbook for one position, or one for each person."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from jdgap.cli.completions import position_ids
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.options import (
    DEFAULT_FONT,
    EncodingOption,
    FontOption,
    PlainOption,
    RoundOption,
    a_path,
)
from jdgap.cli.shared import (
    Settings,
    check_exist,
    check_output,
    encoding_of,
    say_written,
    show_on_stderr,
    writing,
)
from jdgap.text.cleaning import on_one_line
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.assessments.roster.roster import Roster
    from jdgap.workflows.forms import Written


_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


@dataclass(frozen=True, slots=True)
class _Look:
    """What all forms of a run share, and how what is wrong is shown."""

    round: str
    hide_required: bool
    knowledge: bool
    plain: bool
    font: str
    force: bool


def form(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help=_("The workbook to make; with --roster, the folder for the forms."),
            metavar="FILE.xlsx|FOLDER",
            parser=a_path,
        ),
    ],
    position: Annotated[
        str | None,
        typer.Argument(help=_("Id or title."), metavar="POSITION", autocompletion=position_ids),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            help=_("The list of staff: a form for each person on it."),
            metavar="STAFF.xlsx",
            parser=a_path,
        ),
    ] = None,
    employee_id: Annotated[
        str, typer.Option(help=_("Fill in the employee id."), metavar="ID")
    ] = "",
    name: Annotated[str, typer.Option(help=_("Fill in the name."), metavar="NAME")] = "",
    round_: RoundOption = "",
    hide_required: Annotated[
        bool, typer.Option("--hide-required", help=_("Leave the required levels out."))
    ] = False,
    knowledge: Annotated[
        bool, typer.Option("--knowledge", help=_("Add a checklist of knowledge and skills."))
    ] = False,
    encoding: EncodingOption = None,
    plain: PlainOption = False,
    font: FontOption = DEFAULT_FONT,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("Overwrite existing forms, but none that is filled in.")),
    ] = False,
) -> int:
    """Make one form, or one for each person; refuse to overwrite a file."""
    settings: Settings = context.obj
    look = _Look(round_, hide_required, knowledge, plain, font, force)
    if roster is not None:
        if position is not None or employee_id or name:
            message = _(
                "--roster makes a form for each person:"
                " leave out POSITION, --employee-id and --name"
            )
            raise StoppedError(message, ExitCode.USAGE)
        return _for_everybody(settings, roster, output, look, encoding)
    if position is None:
        message = _("name a POSITION, or the list of staff with --roster STAFF.xlsx")
        raise StoppedError(message, ExitCode.USAGE)
    if encoding is not None:
        raise StoppedError(_("--encoding goes with --roster"), ExitCode.USAGE)
    _for_one(settings, position, output, look, (employee_id, name))
    return ExitCode.DONE


def _for_one(
    settings: Settings, position: str, output: Path, look: _Look, who: tuple[str, str]
) -> None:
    chosen = settings.position(position)
    check_output(output, force=look.force)
    if look.force:
        _refuse_filled_in(settings, output)
    from jdgap.output.excel.form import FormDetails, write_form

    employee_id, name = who
    details = FormDetails(employee_id=employee_id, name=name, round=look.round)
    with writing(output):
        write_form(
            output,
            settings.book,
            chosen,
            details,
            hide_required=look.hide_required,
            knowledge=look.knowledge,
            font=look.font,
            force=look.force,
        )
    say_written(output)
    if look.knowledge and not (chosen.knowledge or chosen.skills):
        message = _("The positions file lists no knowledge and no skills for “{position}”.")
        typer.echo(message.format(position=chosen.title.text), err=True)


def _refuse_filled_in(settings: Settings, output: Path) -> None:
    from jdgap.workflows.forms import forms_filled_in

    if forms_filled_in([output], settings.book):
        message = _(
            "{file} is filled in, or cannot be read, and is not overwritten;"
            " move it away, or name another file"
        )
        raise StoppedError(message.format(file=output))


def _for_everybody(
    settings: Settings, path: Path, folder: Path, look: _Look, encoding: str | None
) -> ExitCode:
    """Write the forms of all right rows, tell what is wrong in the others."""
    check_exist([path])
    known_encoding = encoding_of(encoding)
    _refuse_workbook(folder)
    from jdgap.assessments.roster.roster import read_roster

    roster = read_roster(path, settings.book, encoding=known_encoding)
    written = _write(settings, roster, folder, look)
    show_on_stderr(roster.problems, plain=look.plain)
    if written.kept:
        _say_kept(written.kept)
    if not written.files:
        typer.echo(_("No form was made."), err=True)
        return ExitCode.NOTHING_DONE
    _say_forms(len(written.files), folder)
    return ExitCode.INPUT_ERROR if roster.problems or written.kept else ExitCode.DONE


def _refuse_workbook(folder: Path) -> None:
    """Refuse what is no folder, or would be one that looks like a workbook."""
    if folder.suffix.lower() in _WORKBOOKS and not folder.is_dir():
        message = _("{file} is the name of a workbook; --roster needs a folder for the forms")
        raise StoppedError(message.format(file=folder), ExitCode.USAGE)
    if folder.exists() and not folder.is_dir():
        message = _("{file} is a file; with --roster, name a folder").format(file=folder)
        raise StoppedError(message)


def _write(settings: Settings, roster: "Roster", folder: Path, look: _Look) -> "Written":
    """Write the forms; whatever stops it, what is wrong in the roster is told first."""
    from jdgap.output.console.progress import progress_bar
    from jdgap.workflows.forms import FormsExistError, FormsStoppedError, write_forms

    try:
        with progress_bar(_("Making forms")) as tick:
            return write_forms(
                roster,
                folder,
                settings.book,
                round=look.round,
                hide_required=look.hide_required,
                knowledge=look.knowledge,
                font=look.font,
                force=look.force,
                progress=tick,
            )
    except FormsExistError as error:
        show_on_stderr(roster.problems, plain=look.plain)
        message = _(
            "Forms that exist already: {count}, the first is {file};"
            " use --force to overwrite them, or another folder"
        )
        raise StoppedError(
            message.format(count=len(error.existing), file=error.existing[0])
        ) from error
    except FormsStoppedError as error:
        show_on_stderr(roster.problems, plain=look.plain)
        if error.written:
            _say_forms(len(error.written), folder)
        with writing(error.path):
            raise
        raise


def _say_forms(count: int, folder: Path) -> None:
    typer.echo(_("Forms made: {count}, in {folder}").format(count=count, folder=folder), err=True)


def _say_kept(files: tuple[Path, ...]) -> None:
    message = _(
        "Not overwritten, because they are filled in or cannot be read: {count}."
        " Move them away to have them made anew."
    )
    typer.echo(message.format(count=len(files)), err=True)
    for file in files:
        typer.echo(on_one_line(f"  - {file}"), err=True)
