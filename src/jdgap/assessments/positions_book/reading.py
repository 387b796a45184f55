"""Reading a positions workbook: a book, or every fault with its sheet and cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.opening.worker import one_by_one
from jdgap.assessments.positions_book.draft import Draft
from jdgap.assessments.positions_book.layout import (
    REQUIRED,
    SHEETS,
    is_extra,
    is_positions_book,
    sheet_kinds,
)
from jdgap.assessments.positions_book.merged import covered_places, merged_cells
from jdgap.assessments.positions_book.parts import PART_READERS
from jdgap.assessments.positions_book.tables import Table, table_of
from jdgap.assessments.positions_book.telling import columns_of, problems_of, told_once
from jdgap.positions import Book
from jdgap.positions.checking import checked_book
from jdgap.positions.consequences import causes
from jdgap.positions.rules import Fault
from jdgap.positions.rules import Path as PartPath
from jdgap.problems import Place, Problem, any_error, in_order
from jdgap.text.language import current_language, use_language

_TOLD_OF_BLANKS: Final = frozenset({"spoilt-cell", "merged-cells"})
"""Why a cell only seems blank; what its blank would break besides comes of it."""


@dataclass(frozen=True, slots=True)
class PositionsReading:
    """A positions file, as read.

    Attributes:
        book: The book; None where anything was wrong.
        problems: What is wrong or doubtful, with sheet and cell.
        opened: Whether it is a positions file at all.
        places: The cell of each part of the book, by its path in the document; none of JSON.
        sheets: The sheets, or paths of JSON, in the order in which their problems are told: those
            that others depend on first.
    """

    book: Book | None
    problems: tuple[Problem, ...]
    opened: bool = True
    places: Mapping[PartPath, Place] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()


def read_positions_book(path: Path) -> PositionsReading:
    """Return the book in a positions workbook, which is opened in a worker that may die.

    Args:
        path: A workbook such as `export_positions` makes. It is never changed.
    """
    (outcome,) = one_by_one(_read, [(path,)], shared=current_language())
    if isinstance(outcome, FileFaultError):
        return PositionsReading(None, (outcome.problem(str(path)),), opened=False)
    return outcome


def _read(language: str, path: Path) -> PositionsReading:
    # Only the worker needs what opening takes.
    from jdgap.assessments.opening.workbooks import open_sheets

    use_language(language)
    return positions_of(open_sheets(path, str(path)))


def positions_of(sheets: Sequence[Sheet]) -> PositionsReading:
    """Return the book on the sheets of one workbook."""
    file = Place(sheets[0].place.file)
    if not is_positions_book(sheet.place.sheet for sheet in sheets):
        return PositionsReading(None, (Problem("no-positions-found", file),), opened=False)
    draft = Draft()
    tables = _tables(sheets, draft.problems)
    for key, read in PART_READERS.items():
        if key in tables:
            draft.problems += [*tables[key].spoilt_cells(), *merged_cells(tables[key])]
            if key != REQUIRED.key:  # there, a column is for a competency or an error
                draft.problems += tables[key].unread_columns()
            read(tables[key], draft)
    found = checked_book(draft.document)
    faults = [*(() if isinstance(found, Book) else found), *draft.faults]
    faults = [each for each in faults if not _lacks_its_column(each, tables)]
    told = causes(faults, draft.document, _lists_not_read(tables))
    problems = [*problems_of(told, draft, tables, file), *draft.problems]
    blank = {each.place for each in problems if each.code == "spoilt-cell"}
    blank.update(place for table in tables.values() for place in covered_places(table))
    problems = told_once(
        [each for each in problems if each.code in _TOLD_OF_BLANKS or each.place not in blank],
        tables,
    )
    wrong = faults or any_error(problems)
    book = found if isinstance(found, Book) and not wrong else None
    titles = tuple(tables[key].sheet.place.sheet for key in PART_READERS if key in tables)
    return PositionsReading(
        book, tuple(in_order(problems, titles)), places=draft.places, sheets=titles
    )


def _tables(sheets: Sequence[Sheet], problems: list[Problem]) -> dict[str, Table]:
    """Return the table of each kind of sheet; sheets that are missing or not known are told."""
    tables: dict[str, Table] = {}
    for sheet in sheets:
        kinds = sheet_kinds(sheet.place.sheet)
        free = [each for each in kinds if each.key not in tables]
        if free:
            tables[free[0].key] = table_of(sheet, free[0], problems)
        elif not is_extra(sheet.place.sheet) and any(any(row) for row in sheet.rows):
            facts = {"name": sheet.place.sheet}
            problems.append(Problem("unread-sheet", sheet.place, "", facts))
    file = Place(sheets[0].place.file)
    problems += [
        Problem("missing-sheet", file, "", {"name": kind.title.text})
        for kind in SHEETS
        if kind.key not in tables
    ]
    return tables


def _lists_not_read(tables: Mapping[str, Table]) -> set[str]:
    """Return the lists whose sheet is missing, or whose column of ids or levels."""
    return {
        key
        for key in PART_READERS
        if key not in tables
        or any(column not in tables[key].columns for column in _needed_columns(tables[key]))
    }


def _needed_columns(table: Table) -> list[str]:
    return [each.key for each in table.kind.columns if each.key in {"id", "level"}]


def _lacks_its_column(fault: Fault, tables: Mapping[str, Table]) -> bool:
    """Return whether the column that a part should stand in is missing, which is told."""
    found = columns_of(fault.path, tables)
    return bool(found) and not any(column.key in table.columns for table, column in found)
