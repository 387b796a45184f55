"""`jdgap compare`: two rounds, what changed between them, and what did it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.comparisons import Telling, comparing
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.options import (
    DEFAULT_FONT,
    USUAL_MEGABYTES,
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
    RoundOption,
    WorkersOption,
    a_path,
)
from jdgap.cli.rounds import progress
from jdgap.cli.shared import (
    Settings,
    bytes_of,
    check_exist,
    check_output,
    count_of,
    encoding_of,
    on_duplicate_of,
    say_written,
    show_on_stderr,
    writing,
)
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.changes import RoundComparison
    from jdgap.positions import Book
    from jdgap.workflows.round import RoundRules


@dataclass(frozen=True, slots=True)
class _Rounds:
    """What is compared.

    Attributes:
        old: The older round.
        new: The newer one.
        old_positions: The positions file for answers of the older round; None for that of both.
        old_roster: The list of staff for answers of the older round.
        roster: The same for the newer one.
    """

    old: Path
    new: Path
    old_positions: Path | None
    old_roster: Path | None
    roster: Path | None

    @property
    def inputs(self) -> list[Path]:
        """Everything that is named to be read."""
        others = (self.old_positions, self.old_roster, self.roster)
        return [self.old, self.new, *(each for each in others if each)]


def compare(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    context: typer.Context,
    old: Annotated[
        Path,
        typer.Argument(
            help=_("The older round: its report, or its answers."), metavar="OLD", parser=a_path
        ),
    ],
    new: Annotated[
        Path, typer.Argument(help=_("The newer round, the same."), metavar="NEW", parser=a_path)
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help=_("The workbook to make."), metavar="FILE.xlsx", parser=a_path
        ),
    ] = None,
    old_positions: Annotated[
        Path | None,
        typer.Option(
            help=_("The positions file for the older round's answers."),
            metavar="FILE",
            parser=a_path,
        ),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            help=_("The list of staff for the newer round's answers."),
            metavar="STAFF.xlsx",
            parser=a_path,
        ),
    ] = None,
    old_roster: Annotated[
        Path | None,
        typer.Option(
            help=_("The list of staff for the older round's answers."),
            metavar="STAFF.xlsx",
            parser=a_path,
        ),
    ] = None,
    round_: RoundOption = "",
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
    """Read both rounds, compare, show; return the exit code."""
    settings: Settings = context.obj
    rounds = _Rounds(old, new, old_positions, old_roster, roster)
    _check(rounds, output, force=force)
    from jdgap.workflows.round import RoundRules

    rules = RoundRules(
        round=round_,
        count=count_of(count),
        on_duplicate=on_duplicate_of(on_duplicate),
        encoding=encoding_of(encoding),
        workers=workers,
        max_file_bytes=bytes_of(max_file_size),
        leave_out=(output,) if output else (),
        anonymise=anonymise,
    )
    how = Telling(plain=plain, anonymise=anonymise, as_json=output_format is Format.JSON)
    with comparing(settings.book, (str(old), str(new)), how):
        comparison = _compared(settings, rounds, rules)
    _say_count(comparison, rules)
    _say_without_effect(rounds, rules, comparison)
    if output:
        from jdgap.output.comparison.book import write_comparison

        with writing(output):
            write_comparison(output, comparison, settings.book, font=font, force=force)
    _show(settings.book, comparison, output, output_format, plain=plain)
    if output:
        say_written(output)
    return ExitCode.INPUT_ERROR if comparison.has_errors else ExitCode.DONE


def _check(rounds: _Rounds, output: Path | None, *, force: bool) -> None:
    """Refuse what cannot be read or written, before any work is done."""
    check_exist(rounds.inputs)
    for option, path in (("--roster", rounds.roster), ("--old-roster", rounds.old_roster)):
        if path is not None and path.is_dir():
            message = _("{option}: {file} is a folder; name the file with the list of staff")
            raise StoppedError(message.format(option=option, file=path), ExitCode.USAGE)
    if output is not None:
        check_output(output, force=force, inputs=rounds.inputs)


def _compared(settings: Settings, rounds: _Rounds, rules: "RoundRules") -> "RoundComparison":
    """Read and compare, with a progress bar on stderr."""
    from jdgap.workflows.comparing import compare_files

    book = settings.book
    old_book = Settings(rounds.old_positions).book if rounds.old_positions else None
    with progress(_("Reading")) as tick:
        return compare_files(
            rounds.old,
            rounds.new,
            book,
            old_book=old_book,
            rules=rules,
            old_roster=rounds.old_roster,
            new_roster=rounds.roster,
            progress=tick,
        )


def _say_count(comparison: "RoundComparison", rules: "RoundRules") -> None:
    """Say on stderr where a report could not be counted as it was asked."""
    from jdgap.assessments import Count

    counted = {comparison.old.count, comparison.new.count}
    if rules.count is not Count.EITHER and counted != {rules.count}:
        message = _("--count is for answers: a report stays as it was counted when it was made")
        typer.echo(message, err=True)


def _say_without_effect(
    rounds: _Rounds, rules: "RoundRules", comparison: "RoundComparison"
) -> None:
    """Say on stderr which options were typed in vain: they are for answers, not for a report."""
    from jdgap.assessments.duplicates import OnDuplicate

    old, new = (bool(each.made_on) for each in (comparison.old, comparison.new))
    typed = (
        ("--old-positions", rounds.old_positions, old),
        ("--old-roster", rounds.old_roster, old),
        ("--roster", rounds.roster, new),
        ("--round", rules.round, new),
        ("--on-duplicate", rules.on_duplicate is not OnDuplicate.ERROR, old and new),
        ("--encoding", rules.encoding, old and new),
    )
    vain = [option for option, given, is_report in typed if given and is_report]
    if vain:
        message = _("{options}: no effect; this is for answers, and a report stays as it was made")
        typer.echo(message.format(options=", ".join(vain)), err=True)


def _show(
    book: "Book",
    comparison: "RoundComparison",
    output: Path | None,
    output_format: Format,
    *,
    plain: bool,
) -> None:
    if output_format is Format.JSON:
        from jdgap.output.comparison_records import comparison_document
        from jdgap.output.machine import write_json

        write_json(sys.stdout.buffer, comparison_document(comparison))
        return
    if output_format is Format.CSV:
        from jdgap.output.comparison_records import CHANGE_COLUMNS, change_rows
        from jdgap.output.machine import write_csv

        write_csv(sys.stdout.buffer, change_rows(comparison), CHANGE_COLUMNS)
    else:
        from jdgap.output.console.comparison_screen import show_comparison
        from jdgap.output.console.screen import make_console

        show_comparison(make_console(sys.stdout, plain=plain), book, comparison, output)
    show_on_stderr(comparison.problems, plain=plain)
