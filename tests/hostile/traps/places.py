"""What stands where a file should be, and files whose names are traps."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from traps.case import Case, bad, holding, odd
from traps.text_tables import table

_SCAN = holding(b"%PDF-1.7 scan")
_NO_SHEET = "not-a-spreadsheet"
_SKIPPED = "skipped-file"
_NO_TEXT = os.fsdecode(b"\xff\xfe\x80")
_LONGEST = 255

NAMES: dict[str, str] = {
    "bytes that are no text": f"ไฟล์ {_NO_TEXT}",
    "a terminal's commands": "\x1b[31m\x1b[2J\x07",
    "a word that runs the other way": "\u202excod.exe",
    "a line end": "แถว\nแถว\r",
    "a dash before": "-o",
    "an option": "--force",
    "markup": "[red]แดง[bold][link=x]",
    "half a tag": "[not a tag",
    "braces": "{file} %s {0}",
    "a formula": "=cmd|' !A1'",
    "quotation marks": "'\"`$(id)`",
    "invisible characters": "\u200b\u2060\ufeff",
    "spaces": "  .. ",
}
"""Stems of file names by what is odd about them."""


def _link(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def _loop(path: Path) -> None:
    (path.parent / "loop back").symlink_to(path)
    path.symlink_to(path.parent / "loop back")


def _folder(path: Path) -> None:
    path.mkdir()
    _SCAN(path / "inside.xlsx")


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have 108 bytes
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def _closed(path: Path) -> None:
    _SCAN(path)
    path.chmod(0)


def _closed_folder(path: Path) -> None:
    path.mkdir()
    path.chmod(0)


def _longest(ending: str) -> str:
    """The longest name that a file may have, in Thai."""
    stem = "ก" * ((_LONGEST - len(ending)) // 3)
    return stem + "x" * (_LONGEST - len(ending) - 3 * len(stem)) + ending


def _names() -> tuple[Case, ...]:
    """Each name once for a file that is no workbook, and once for one with an answer."""
    scans = (
        bad(f"{stem}.xlsx", f"a name with {what}", _SCAN, _NO_SHEET) for what, stem in NAMES.items()
    )
    answers = (
        odd(f"{stem}.csv", f"a name with {what}", holding(table(f"H-N{n}").encode()), f"H-N{n}")
        for n, (what, stem) in enumerate(NAMES.items())
    )
    return (*scans, *answers)


CASES: tuple[Case, ...] = (
    bad("pipe.xlsx", "a named pipe", os.mkfifo, _SKIPPED),
    bad("socket.xlsx", "a socket", _socket, _SKIPPED),
    bad("device.xlsx", "a link to an endless device", _link("/dev/zero"), _SKIPPED),
    bad("dangling.xlsx", "a link to nothing", _link("nowhere.xlsx"), "unreadable"),
    bad("loop.xlsx", "a link to a link to itself", _loop, "unreadable"),
    bad("round.xlsx", "a link to its own folder", _link("."), _SKIPPED),
    bad("folder.xlsx", "a folder with the name of a workbook", _folder, _NO_SHEET, inside="inside.xlsx"),
    bad("~$ฟอร์ม.xlsx", "what Excel leaves beside an open workbook", holding(b"\2HR" + b" " * 162), _SKIPPED),
    bad(".~lock.ฟอร์ม.xlsx#", "what LibreOffice leaves", holding(b",hr,pc,;"), _SKIPPED),
    bad(_longest(".xlsx"), "the longest name", _SCAN, _NO_SHEET),
    odd(_longest(".csv"), "the longest name", holding(table("H-255").encode()), "H-255"),
    *_names(),
)  # fmt: skip

NOISE: tuple[str, ...] = ("._ฟอร์ม.xlsx", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What systems leave in folders, of which no word is lost."""

CLOSED: tuple[Case, ...] = (
    bad("closed.xlsx", "a file that may not be read", _closed, "unreadable"),
    bad("closed folder", "a folder that may not be read", _closed_folder, "unreadable"),
)
"""Whoever may do all may read these, too."""
