"""What files and sheets are called where their names may be people's."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Final

from jdgap.problems import Place
from jdgap.problems.problem import INSIDE

_KINDS: Final = frozenset(
    f".{kind}"
    for kind in (
        *("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "numbers", "json", "html"),
        *("pdf", "doc", "docx", "odt", "rtf", "ppt", "pptx", "zip", "rar", "7z", "eml", "msg"),
        *("jpg", "jpeg", "png", "heic", "gif"),
    )
)
"""Endings that stay; any other may be a name, too."""
_USUAL_SHEET: Final = re.compile(
    r"(?:sheet|worksheet|table|แผ่นงาน|ชีต|ตาราง|form responses|การตอบแบบฟอร์ม|การตอบกลับแบบฟอร์ม"
    r"|assessment|แบบประเมิน|ใบประเมิน|data|ข้อมูล) ?[0-9]{0,3}",
    re.IGNORECASE,
)
"""What programs call sheets; such titles stay."""
_CELL: Final = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?")
HIDDEN: Final = "…"
"""Stands for what is not told."""


def is_cell(text: str) -> bool:
    """Return whether a text is the address of a cell or of several."""
    return _CELL.fullmatch(text) is not None


class Places:
    """Gives files and sheets labels: numbers, with whose they are where they are one person's.

    Folders are not told. The numbers are those of the files and sheets in their order.

    Args:
        files: All files that may be named, in the order of their numbers.
        answers: Where each answer stands, and the label of whose it is.
        stays: Whether the title of a sheet is nobody's name.
        roster: The list of staff, "" for none.
    """

    def __init__(
        self,
        files: Iterable[str],
        answers: Iterable[tuple[Place, str]],
        stays: Callable[[str], bool],
        roster: str = "",
    ) -> None:
        self._stays = stays
        self._owners: dict[str, set[str]] = {}
        self._sheet_owners: dict[tuple[str, str], set[str]] = {}
        for place, whose in answers:
            self._owners.setdefault(place.file, set()).add(whose)
            self._sheet_owners.setdefault((place.file, place.sheet), set()).add(whose)
        self._files: dict[str, str] = {}
        if roster:
            self._files[roster] = f"roster{_kind(roster)}"
        numbered = [file for file in dict.fromkeys(files) if file != roster]
        self._digits = max(3, len(str(len(numbered))))
        self._last = 0
        for file in numbered:
            self._files[file] = self._file_label(file)
        self._sheets: dict[tuple[str, str], str] = {}
        self._sheets_of: dict[str, int] = {}
        for file, sheet in self._sheet_owners:
            self._sheet(file, sheet)

    def of(self, place: Place) -> Place:
        """Return a place by the labels of its file and sheet; the cell stays."""
        return Place(self._file(place.file), self._sheet(place.file, place.sheet), place.cell)

    def told(self, text: str, here: Place) -> str:
        """Return a text that names a place, by labels; what cannot be made out is left out.

        Args:
            text: A cell, a sheet and a cell, or file, sheet and cell with `›` between them.
            here: What the text is about, where it leaves out the file.
        """
        if is_cell(text):
            return text
        parts = text.split(INSIDE)
        for end in range(len(parts), 0, -1):
            file = INSIDE.join(parts[:end])
            if file in self._files:
                return self._inside(file, parts[end:], [self._files[file]])
        return self._inside(here.file, parts, [])

    def _inside(self, file: str, parts: list[str], said: list[str]) -> str:
        cell = parts.pop() if parts and is_cell(parts[-1]) else ""
        if parts:
            key = (file, INSIDE.join(parts))
            said.append(self._sheets.get(key, HIDDEN))
        return INSIDE.join([*said, cell] if cell else said)

    def _file(self, file: str) -> str:
        if file not in self._files:
            self._files[file] = self._file_label(file)
        return self._files[file]

    def _file_label(self, file: str) -> str:
        self._last += 1
        number = f"file-{self._last:0{self._digits}}"
        return f"{number}{_of_one(self._owners.get(file))}{_kind(file)}"

    def _sheet(self, file: str, sheet: str) -> str:
        if not sheet:
            return ""
        label = self._sheets.get((file, sheet))
        if label is None:
            number = self._sheets_of[file] = self._sheets_of.get(file, 0) + 1
            label = self._sheets[file, sheet] = self._sheet_label(file, sheet, number)
        return label

    def _sheet_label(self, file: str, sheet: str, number: int) -> str:
        if _USUAL_SHEET.fullmatch(sheet) or self._stays(sheet):
            return sheet
        several = len(self._owners.get(file, ())) > 1
        owner = _of_one(self._sheet_owners.get((file, sheet))) if several else ""
        return f"sheet-{number}{owner}"


def _of_one(owners: set[str] | None) -> str:
    """Return the label of whose a file or sheet is, where it is one person's."""
    if owners is None or len(owners) != 1:
        return ""
    (owner,) = owners
    return f" {owner}" if owner else ""


def _kind(file: str) -> str:
    ending = PurePath(file).suffix
    return ending if ending.lower() in _KINDS else ""
