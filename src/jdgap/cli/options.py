"""The options that several commands share, and how what was typed is understood."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, TypeVar

import typer

from jdgap.cli.completions import choices
from jdgap.text.language import translate as _

_Choice = TypeVar("_Choice", bound=StrEnum)

DEFAULT_FONT: Final = "TH Sarabun New"
_MOST_WORKERS: Final = 64
USUAL_MEGABYTES: Final = 20
_MOST_MEGABYTES: Final = 200


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def a_path(text: str) -> Path:
    """Return the path; an empty one would mean the folder one is in.

    Raises:
        typer.BadParameter: It is empty, as when a variable in a script is not set.
    """
    if not text:
        raise typer.BadParameter(_("the name is empty"))
    return Path(text)


def _font(text: str) -> str:
    if not text.strip():
        raise typer.BadParameter(_("the name is empty"))
    return text


def one_of(choices: type[_Choice]) -> Callable[[str], _Choice]:
    """Return what understands one of `choices`, in capitals or not."""

    def choice(word: str) -> _Choice:
        try:
            return choices(word.lower())
        except ValueError as error:
            listed = ", ".join(each.value for each in choices)
            message = _("choose one of {choices}").format(choices=listed)
            raise typer.BadParameter(message) from error

    return choice


def _whole_number(highest: int) -> Callable[[str | int], int]:
    """Return what understands a whole number from 1 to `highest`."""

    def number(written: str | int) -> int:
        text = str(written)  # what is usual comes as a number
        if text.isdecimal() and len(text) <= len(str(highest)) and 1 <= int(text) <= highest:
            return int(text)
        message = _("give a whole number from {lowest} to {highest}")
        raise typer.BadParameter(message.format(lowest=1, highest=highest))

    return number


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        help=_("How results are printed."),
        metavar="table|json|csv",
        parser=one_of(Format),
        autocompletion=choices(Format),
    ),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help=_("Tables without vertical rules and colours."))
]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Overwrite an existing file."))]
FontOption = Annotated[
    str, typer.Option("--font", help=_("Font of the workbook."), metavar="NAME", parser=_font)
]
RoundOption = Annotated[
    str,
    typer.Option(
        "--round",
        help=_("The assessment round: a year, such as 2569, or a part of one, such as 1/2569."),
        metavar="ROUND",
    ),
]
RosterOption = Annotated[
    Path | None,
    typer.Option(help=_("The list of staff."), metavar="STAFF.xlsx", parser=a_path),
]
ActivitiesOption = Annotated[
    Path | None,
    typer.Option(
        help=_("Your own courses and activities, to fill the development plans."),
        metavar="FILE.xlsx",
        parser=a_path,
    ),
]
CountOption = Annotated[
    str,
    typer.Option(
        help=_("Whose level counts: either (supervisor's where given), self, supervisor."),
        metavar="either|self|supervisor",
        autocompletion=choices(("either", "self", "supervisor")),
    ),
]
OnDuplicateOption = Annotated[
    str,
    typer.Option(
        help=_("Different answers of one employee without time stamps: error, or latest."),
        metavar="error|latest",
        autocompletion=choices(("error", "latest")),
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        help=_("Encoding of text files, such as cp874; found out where not given."),
        metavar="NAME",
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        help=_("How many files are read at a time."),
        metavar="N",
        parser=_whole_number(_MOST_WORKERS),
    ),
]
MaxFileSizeOption = Annotated[
    int,
    typer.Option(
        "--max-file-size",
        help=_("The largest file to read, in megabytes."),
        metavar="MB",
        parser=_whole_number(_MOST_MEGABYTES),
    ),
]
AnonymiseOption = Annotated[
    bool,
    typer.Option(
        "--anonymise",
        help=_("Employee ids for names, numbers for file names."),
    ),
]
PathsArgument = Annotated[
    list[Path],
    typer.Argument(help=_("What came back: files and folders."), metavar="PATH", parser=a_path),
]
