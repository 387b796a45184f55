"""What is read of a positions workbook: a document, faulty perhaps, and the cell of each part."""

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from jdgap.assessments.opening.grid import Value, as_text
from jdgap.assessments.positions_book.tables import Row
from jdgap.positions.rules import Fault, Path, spellings_of, unknown_facts
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened

_MOST_DIGITS: Final = 9
"""Of a level, whether or not it is one of the scale: more are no number that people mean."""

Document: TypeAlias = dict[str, Any]


@dataclass(slots=True)
class Draft:
    """A book that is being read.

    Attributes:
        document: As `positions.json` holds it, perhaps with faults.
        places: The cell of each part of the document, and of each fault in `faults`, by its path.
        faults: What is wrong with the sheets as with a document: an id that is not listed.
        problems: What the document cannot show.
    """

    document: Document = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add_fault(self, fault: Fault, place: Place) -> None:
        """Add a fault that stands in a cell outside the document."""
        self.faults.append(fault)
        self.places[fault.path] = place


@dataclass(slots=True)
class ListedPositions:
    """The positions of a draft, found by id."""

    draft: Draft
    listed: dict[str, int] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    told: dict[str, dict[str, object]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, entry in enumerate(self.draft.document.get("positions", [])):
            self.listed.setdefault(entry.get("id", ""), place)
        self.listed.pop("", None)
        self.known = spellings_of(self.draft.document, "positions")

    def of(self, row: Row) -> int | None:
        """Return which position a row names; what is wrong with that is told."""
        written, place = row.text("position"), row.place("position")
        if "position" not in row.table.columns:
            return None  # that the column is missing is told
        if not written:
            self.draft.problems.append(Problem("text-without-position", place))
            return None
        found = self.listed.get(written)
        if found is None:
            path, facts = (row.table.kind.key, row.number, "position"), self._facts(written)
            self.draft.add_fault(Fault(path, "unknown-id", shortened(written), facts), place)
        return found

    def _facts(self, written: str) -> dict[str, object]:
        """Return what is said of an id that is not listed; it may stand in hundreds of rows."""
        if written not in self.told:
            self.told[written] = unknown_facts(written, self.known, "position")
        return self.told[written]


def level_of(value: Value) -> Value:
    """Return a level as a number where it is written as one; anything else as it is."""
    text = as_text(value)
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else value
