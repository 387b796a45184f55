"""Answers in which something is wrong that a person did, each with the place of the problem."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traps.case import Case

from builders import (
    OFFICER_COMPETENCIES,
    Rows,
    bare_parts,
    bare_xml,
    identity_rows,
    plain_form,
    thai,
    title,
    write_zip,
)

_HIDDEN = '<sheet state="hidden" '
_ERROR = '<c t="e"><v>#REF!</v></c>'
_FORMULA = "<c ><f>B8+1</f></c>"
_TRUE = '<c t="b"><v>1</v></c>'
_DATE = '<c t="d"><v>2026-05-04T00:00:00</v></c>'
_CELL = "B7"
_NUMBER = "level-not-a-number"
_RANGE = "level-out-of-range"
_WHOLE = "level-not-whole"

_LEVELS: Mapping[str, tuple[object, str]] = {
    "an error": (_ERROR, "level-error-value"),
    "a formula without a result": (_FORMULA, "level-error-value"),
    "TRUE": (_TRUE, _NUMBER),
    "a date": (_DATE, _NUMBER),
    "4.5": (4.5, _WHOLE),
    "text of 4.5": ("4.5", _WHOLE),
    "0": (0, _RANGE),
    "9": (9, _RANGE),
    "-3": (-3, _RANGE),
    "a huge number": (1e300, _RANGE),
    "thousand digits": ("4" * 1000, _NUMBER),
    "4 of 5": ("4/5", _NUMBER),
    "4 to 5": ("4-5", _NUMBER),
    "not a number": ("<c ><v>NaN</v></c>", _NUMBER),
    "without end": ("<c ><v>1e999</v></c>", _NUMBER),
    "a word": ("ดีมาก", _NUMBER),
    "a sign before": ("+4", _NUMBER),
    "1_0": ("1_0", _NUMBER),
    "a Roman four": ("Ⅳ", _NUMBER),
    "an error in text": ("#N/A", "level-error-value"),
    "four in a circle": ("④", _NUMBER),
    "a comma": ("4,0", _NUMBER),
    "a heap of marks": ("4" + "\u0e31" * 5000, _NUMBER),
}
"""What stands in the cell of a level, with the right kind of problem."""


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A workbook with one thing wrong in it.

    Attributes:
        how: What is wrong, in words.
        sheets: The rows of each sheet.
        code: The kind of problem that is told.
        cell: Where; "" for the whole sheet or file.
        counts: Whose answer counts all the same.
        hidden: Nobody sees the sheets.
    """

    how: str
    sheets: Sequence[Rows]
    code: str
    cell: str = ""
    counts: str = ""
    hidden: bool = False


def write(path: Path, sheets: Sequence[Rows], *, hidden: bool = False) -> Path:
    """Save rows as the sheets S1, S2 and so on, without any looks."""
    parts = bare_parts(bare_xml(sheets[0]))
    one = '<sheet name="S1" sheetId="1" r:id="rId1"/>'
    relation = parts["xl/_rels/workbook.xml.rels"].split("<Relationship ")[1].split("/>")[0]
    for number, rows in enumerate(sheets[1:], start=2):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = bare_parts(bare_xml(rows))["xl/worksheets/sheet1.xml"]
        listed = one.replace("S1", f"S{number}").replace('"1"', f'"{number}"')
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
            "</sheets>", f"{listed.replace('rId1', f'rId{number}')}</sheets>"
        )
        more = relation.replace("rId1", f"rId{number}").replace("sheet1", f"sheet{number}")
        parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
            "</Relationships>", f"<Relationship {more}/></Relationships>"
        )
    if hidden:
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheet ", _HIDDEN)
    return write_zip(path, parts)


def form(employee: str, *first: object, **identity: Any) -> list[list[Any]]:
    """A form in which the first levels are `first`, and the others 3 and 4 in turn."""
    pairs: list[tuple[object, object]] = [(3 + number % 2, None) for number in range(8)]
    pairs[: len(first)] = [(value, None) for value in first]
    return plain_form(pairs, employee_id=employee, **identity)


def ticks(employee: str, *marks: int) -> list[list[Any]]:
    """A form with a column for each level; the first row is marked at `marks`."""
    rows: list[list[Any]] = [*identity_rows(employee_id=employee), [], ["สมรรถนะ", 5, 4, 3, 2, 1]]
    for number, key in enumerate(OFFICER_COMPETENCIES):
        marked = marks if number == 0 else (2 + number % 3,)
        rows.append([thai(key), *("✓" if level in marked else None for level in (5, 4, 3, 2, 1))])
    return rows


def wide(*people: Sequence[object], more: Sequence[str] = ()) -> list[list[Any]]:
    """A table with a row for each of `people`: id, then levels in the order of the book."""
    heading = ["รหัสพนักงาน", "ตำแหน่ง", *map(thai, OFFICER_COMPETENCIES), *more]
    return [heading, *([each[0], title("officer-accounting"), *each[1:]] for each in people)]


def _renamed(row: int, name: str, employee: str) -> list[list[Any]]:
    rows = form(employee)
    rows[row - 1][0] = name
    return rows


def _two_forms(employee: str) -> list[list[Any]]:
    return [*form(employee), [], [], *form(f"{employee}-2", 5, name="อีกคน หนึ่ง")]


def _summed(employee: str) -> list[list[Any]]:
    rows = form(employee)
    return [*rows, ["รวม", 28, None], ["คะแนนเฉลี่ย", 3.5, None], ["ลงชื่อ", None, None]]


_FORMS: tuple[Spoilt, ...] = (
    Spoilt("two marks", [ticks("H-2", 5, 3)], "several-marks", "D7", "H-2"),
    Spoilt("a competency twice", [_renamed(8, thai("service-mind"), "H-DUP")], "duplicate-competency", "B8", "H-DUP"),
    Spoilt("an unknown competency", [_renamed(9, "การบินด้วยใจ", "H-UNK")], "unknown-competency", "A9", "H-UNK"),
    Spoilt("a level below a competency", [_renamed(9, "", "H-ROW")], "level-without-competency", "B9", "H-ROW"),
    Spoilt("an unknown position", [form("H-POS", position="นักบิน")], "unknown-position", "B3"),
    Spoilt("no position", [form("H-NOPOS", position="")], "missing-position", "A3"),
    Spoilt("nobody", [form("", name="")], "missing-employee"),
    Spoilt("nothing filled in", [form("H-BLANK", *[None] * 8)], "blank-answer"),
    Spoilt("two forms on a sheet", [_two_forms("H-FORMS")], "several-tables", "A22"),
    Spoilt("a hidden sheet", [form("H-HIDDEN")], "hidden-sheet", hidden=True),
    Spoilt("a column twice", [wide(("H-W1", *[3, 4] * 4, 2), more=[thai("unity")])], "duplicate-header", "K1", "H-W1"),
    Spoilt("a competency nobody knows", [wide(("H-W2", *[3, 4] * 4, 2), more=["การบินด้วยใจ"])], "unknown-competency", "K1", "H-W2"),
    Spoilt("another round", [form("H-ROUND", round_=2561)], "other-round"),
    Spoilt("the same answer on two sheets", [form("H-SAME")] * 2, "repeated-employee", "", "H-SAME"),
    Spoilt("different answers on two sheets", [form("H-DIFF"), form("H-DIFF", 5)], "duplicate-employee"),
    Spoilt("a level that is missing", [form("H-MISS", None)], "missing-level", _CELL, "H-MISS"),
    Spoilt("levels under an unknown heading", [[*form("H-HEAD")[:5], ["สมรรถนะ", "ผลสอบ"], *[[thai(key), 3] for key in OFFICER_COMPETENCIES]]], "unknown-heading", "B6"),
)  # fmt: skip

SPOILT: tuple[Spoilt, ...] = (
    *(
        Spoilt(
            f"a level that is {what}", [form(f"H-L{number}", value)], code, _CELL, f"H-L{number}"
        )
        for number, (what, (value, code)) in enumerate(_LEVELS.items())
    ),
    *_FORMS,
)


def _case(spoilt: Spoilt) -> Case:
    def make(path: Path) -> None:
        write(path, spoilt.sheets, hidden=spoilt.hidden)

    return Case(f"{spoilt.how}.xlsx", spoilt.how, make, frozenset({spoilt.code}))


def _twice(path: Path) -> None:
    write(path, [form("H-TWICE")])
    write(path.with_name("the same employee again.xlsx"), [form("H-TWICE", 5)])


_TWICE: Callable[[Path], object] = _twice

CASES: tuple[Case, ...] = (
    *map(_case, SPOILT),
    Case("the same employee.xlsx", "the same employee in two files", _TWICE, frozenset({"duplicate-employee"})),
    Case("sums.xlsx", "sums below the table", lambda path: write(path, [_summed("H-SUM")]), employee="H-SUM"),
)  # fmt: skip
