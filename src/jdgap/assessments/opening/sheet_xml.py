"""What the XML of a workbook tells and the reader does not: reasons of blanks, and what is hidden.

openpyxl could tell, but takes longer to import than a whole check may take, and a minute for a
survey.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate
from string import digits
from typing import Final, TypeAlias

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.blanks import blank_reason
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import address
from jdgap.assessments.opening.misreadings import read_right
from jdgap.assessments.opening.sheet_signs import Need, head_of, need_of
from jdgap.assessments.opening.workbook_parts import WorkbookParts
from jdgap.text.language import mark as _

_Attributes: TypeAlias = dict[str, str]
_OnStart: TypeAlias = Callable[[_Attributes], object]

_SPACES: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespaces of the usual and of the strict kind of workbook."""
_TRUE: Final = frozenset({"1", "true"})
_PLAIN_CELL = re.compile(
    rb'<c r="[A-Z0-9]+"(?: s="[0-9]+")?(?: t="[snb]")?(?:/>|><v>[^<]*</v></c>)(?=<c r=|</row)'
)
"""A cell that nothing is to be said about, as nearly all programs write it.

Taken out before a survey is parsed, which makes that three times quicker. Only before a cell that
says where it is, or the end of the row: no other cell moves.
"""


@dataclass(slots=True)
class SheetTraits:
    """What was found in the XML of one sheet. Rows and columns are counted from 0.

    Attributes:
        blank_reasons: As in `Sheet`.
        hidden_rows: Rows that say of themselves that they are hidden.
        hidden_columns: Columns that nobody sees.
    """

    blank_reasons: dict[str, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: frozenset[int] = frozenset()


def traits_of_sheets(archive: zipfile.ZipFile, content: bytes) -> dict[str, SheetTraits]:
    """Return by title what is known of each sheet whose part there is.

    Args:
        archive: The workbook.
        content: All its bytes.

    Raises:
        FileFaultError: A part is damaged, or the reader would take something in it for something
            else.
    """
    parts = WorkbookParts(archive, content)
    parts.check_others()
    sheets = parts.sheets()
    traits = {part: parts.once(part, _traits) for part in dict.fromkeys(sheets.values())}
    return {title: traits[part] for title, part in sheets.items()}


def _traits(parts: WorkbookParts, part: str) -> SheetTraits:
    pieces = read_right(parts.pieces(part))
    need = need_of(pieces)
    for _piece in pieces:  # what is behind the first sign is looked at, too
        pass
    traits = SheetTraits()
    if need is not Need.NOTHING:
        try:
            _read(parts.pieces(part), need, traits)
        except (ExpatError, LookupError, ValueError) as error:  # the reader would go on
            raise FileFaultError("unreadable", reason=_("its content is damaged")) from error
    return traits


def _read(pieces: Iterator[bytes], need: Need, traits: SheetTraits) -> None:
    parser = _SheetParser(traits)
    for piece in pieces:
        if need is Need.HEAD:
            parser.feed(head_of(piece))
            break
        parser.feed(_PLAIN_CELL.sub(b"", piece))
    parser.finish()


class _SheetParser:
    """Reads the XML of a sheet, element by element.

    The ends of elements are not heard, save those of values that matter, which halves the time: a
    cell is settled when the next one begins.
    """

    def __init__(self, traits: SheetTraits) -> None:
        self._traits = traits
        self._columns = 0
        """The hidden ones as bits: a harmful file may name each of them a million times."""
        self._row = -1
        self._cell: _Attributes = {}
        self._named = ""
        """The last cell of the row that says where it is, and how many follow that do not."""
        self._unnamed = 0
        self._suspect = False
        self._formula = False
        self._saved: list[str] = []
        heard = {
            "col": self._on_columns,
            "row": self._on_row,
            "c": self._on_cell,
            "f": self._on_formula,
            "v": self._on_value,
        }
        self._heard: dict[str, _OnStart] = {
            f"{space} {name}": on_start for space in _SPACES for name, on_start in heard.items()
        }
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._on_start

    def feed(self, piece: bytes) -> None:
        """Read one more piece of the sheet.

        Raises:
            ExpatError: The XML is damaged.
            LookupError: An attribute that matters is missing.
            ValueError: It is no number.
        """
        self._parser.Parse(piece)

    def finish(self) -> None:
        """Settle what is left when there is no more, or no more that can be read."""
        self._settle()
        hidden = (column for column in range(limits.COLUMNS) if self._columns >> column & 1)
        self._traits.hidden_columns = frozenset(hidden)

    def _on_start(self, name: str, attributes: _Attributes) -> None:
        on_start = self._heard.get(name)
        if on_start:
            on_start(attributes)

    def _on_columns(self, about: _Attributes) -> None:
        if about.get("hidden") in _TRUE:
            first, last = int(about["min"]), min(int(about["max"]), limits.COLUMNS)
            if 1 <= first <= last:
                self._columns |= (1 << last) - (1 << first - 1)

    def _on_row(self, about: _Attributes) -> None:
        self._settle()
        number = about.get("r")
        self._row = int(number) - 1 if number else self._row + 1
        self._named, self._unnamed = "", 0
        if about.get("hidden") in _TRUE and self._row < limits.ROWS:
            self._traits.hidden_rows.add(self._row)

    def _on_cell(self, about: _Attributes) -> None:
        if self._suspect:
            self._settle()
        self._cell = about
        if "r" in about:
            self._named, self._unnamed = about["r"], 0
        else:
            self._unnamed += 1
        if about.get("t") == "e":
            self._suspect = True

    def _on_formula(self, _about: _Attributes) -> None:
        self._suspect = self._formula = True

    def _on_value(self, _about: _Attributes) -> None:
        if self._suspect:
            self._parser.CharacterDataHandler = self._saved.append
            self._parser.EndElementHandler = self._on_end

    def _on_end(self, _name: str) -> None:
        self._parser.CharacterDataHandler = self._parser.EndElementHandler = None

    def _settle(self) -> None:
        """Keep the reason of the cell that ended, where it has one."""
        if self._suspect:
            saved, kind = "".join(self._saved), self._cell.get("t", "")
            reason = blank_reason(kind, saved, formula=self._formula)
            if reason:
                self._traits.blank_reasons[self._address()] = reason
        self._suspect = self._formula = False
        self._saved.clear()

    def _address(self) -> str:
        """Return where the cell is; those that do not say follow each other."""
        if not self._unnamed:
            return self._named.upper()
        return address(self._row, _column(self._named) + self._unnamed)


def _column(cell: str) -> int:
    """Return the column, counted from 0, of an address; -1 of none."""
    number = 0
    for letter in cell.rstrip(digits).upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
