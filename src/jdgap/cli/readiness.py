"""`jdgap readiness`: people against positions that they may take on."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.completions import department_ids, position_ids
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.options import (
    USUAL_MEGABYTES,
    AnonymiseOption,
    CountOption,
    EncodingOption,
    Format,
    FormatOption,
    MaxFileSizeOption,
    OnDuplicateOption,
    PathsArgument,
    PlainOption,
    RosterOption,
    RoundOption,
    WorkersOption,
)
from jdgap.cli.rounds import RoundOptions, assess, explain_nothing
from jdgap.cli.shared import Settings, show_on_stderr
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.readiness_result import ReadinessResult
    from jdgap.positions import Book


def readiness(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    paths: PathsArgument,
    target: Annotated[
        str | None,
        typer.Option(
            "--for",
            help=_(
                "The position to take on. Alone: everybody against it, ranked."
                " With --employee: this person against it, in full."
            ),
            metavar="POSITION",
            autocompletion=position_ids,
        ),
    ] = None,
    employee: Annotated[
        str | None,
        typer.Option(
            help=_(
                "Only this employee id or name. Alone: against every position, ranked."
                " With neither: everybody against the position to which their own reports."
            ),
            metavar="EMPLOYEE",
        ),
    ] = None,
    department: Annotated[
        str | None,
        typer.Option(
            help=_("Only the people of this department: id or name."),
            metavar="DEPARTMENT",
            autocompletion=department_ids,
        ),
    ] = None,
    roster: RosterOption = None,
    round_: RoundOption = "",
    count: CountOption = "either",
    on_duplicate: OnDuplicateOption = "error",
    encoding: EncodingOption = None,
    workers: WorkersOption = None,
    max_file_size: MaxFileSizeOption = USUAL_MEGABYTES,
    anonymise: AnonymiseOption = False,
    output_format: FormatOption = Format.TABLE,
    plain: PlainOption = False,
) -> int:
    """Read everything, compare, show; return the exit code."""
    settings: Settings = context.obj
    options = RoundOptions(
        paths, roster, round_, count, on_duplicate, encoding, workers, max_file_size, anonymise
    )
    options.check()
    wanted = settings.position(target) if target is not None else None
    read = assess(settings.book, options)
    from jdgap.gaps.readiness_result import Asked, readiness_result

    result = readiness_result(read, settings.book, Asked(wanted, employee, department))
    _show(settings.book, result, output_format, plain=plain)
    if not read.people:
        if output_format is not Format.JSON:
            show_on_stderr(read.problems, plain=plain)
        return explain_nothing(read, options)
    if output_format is not Format.JSON:
        _say_problems(result, plain=plain)
    if not result.people:
        if output_format is not Format.JSON:
            _show_own_problems(result, plain=plain)
        raise StoppedError(_nobody(result, anonymise=anonymise))
    return ExitCode.INPUT_ERROR if read.has_errors else ExitCode.DONE


def _show(book: "Book", result: "ReadinessResult", output_format: Format, *, plain: bool) -> None:
    if output_format is Format.JSON:
        from jdgap.output.machine import write_json
        from jdgap.output.readiness_records import readiness_document

        write_json(sys.stdout.buffer, readiness_document(book, result))
    elif output_format is Format.CSV:
        from jdgap.output.machine import write_csv
        from jdgap.output.readiness_records import READINESS_COLUMNS, readiness_rows

        write_csv(sys.stdout.buffer, readiness_rows(book, result), READINESS_COLUMNS)
    elif result.people:
        from jdgap.output.console.readiness_screen import show_readiness
        from jdgap.output.console.screen import make_console

        show_readiness(make_console(sys.stdout, plain=plain), book, result)


def _say_problems(result: "ReadinessResult", *, plain: bool) -> None:
    """Say on stderr how many problems there are; they are another command's to list."""
    if not result.round.problems:
        return
    from jdgap.output.console.screen import make_console
    from jdgap.output.console.tables import show_text
    from jdgap.output.problem_words import counted_shortly

    console = make_console(sys.stderr, plain=plain)
    message = _("Problems in the files ({counts}): `jdgap validate` lists them.")
    show_text(console, message.format(counts=counted_shortly(result.round.problems)))
    if result.round.has_errors:
        show_text(console, _("An answer with an error may be missing here."))


def _show_own_problems(result: "ReadinessResult", *, plain: bool) -> None:
    """Show on stderr why somebody who answered may not count."""
    from jdgap.text.names import name_key

    key = name_key(result.asked.employee or "")
    own = [
        problem
        for problem in result.round.problems
        if key and name_key(str(problem.facts.get("employee", ""))) == key
    ]
    show_on_stderr(own, plain=plain)


def _nobody(result: "ReadinessResult", *, anonymise: bool) -> str:
    """Return why there is nobody to show."""
    asked = result.asked
    if asked.employee is not None:
        message = _("nobody in the files is “{name}”").format(name=asked.employee)
        if asked.department is not None:
            inside = _("nobody in the department “{department}” is “{name}”")
            message = inside.format(department=asked.department, name=asked.employee)
        hint = _("With --anonymise, name the employee by the id that is shown.")
        return f"{message}\n  - {hint}" if anonymise else message
    there = dict.fromkeys(each.assessment.department for each in result.round.people)
    offered = "".join(f"\n  - {name}" for name in there if name)
    message = _("nobody in the files belongs to the department “{name}”. They belong to:")
    return message.format(name=asked.department) + offered
