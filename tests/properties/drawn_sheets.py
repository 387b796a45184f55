"""Sheets drawn at random by a hand that knows what they say, in each of the five layouts.

A cell that holds what a rater says is a `Said`, wherever later changes to the grid move it. So a
test can compare what was read with what was meant, cell by cell.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from builders import COMPETENCIES, book, names, sheet_of, thai, title
from jdgap.assessments import NoLevel, Reading
from jdgap.assessments.opening.grid import address
from jdgap.assessments.sheets import read_sheet

SELF, SUPERVISOR = "self", "supervisor"
RATERS: Final = (SELF, SUPERVISOR)
POSITION: Final = "officer-it"
Draw = Callable[[st.SearchStrategy[Any]], Any]
Grid = list[list[Any]]

_SPELLINGS: Final = (
    *("{0}", "ระดับ {0}", "ระดับที่ {0}", "level {0}", "{0} - ชำนาญ", "{0}: ดี", "{0} (ดี)", " {0} "),
)
_FAULTS: Final = (9, 0, 4.5, True, "4.5", "ดีมาก", "4/5", "#REF!", date(2026, 4, 3))
_NOT_APPLICABLE: Final = ("N/A", "-", "ไม่เกี่ยวข้อง")
_MARKS: Final = ("/", "✓", "x", "●", "√")
_HEADINGS: Final = {
    SELF: ("ประเมินตนเอง", "ระดับตนเอง", "ตนเอง (1-5)", "Self level"),
    SUPERVISOR: ("ผู้บังคับบัญชาประเมิน", "หัวหน้าประเมิน", "ผู้บังคับบัญชา", "Supervisor level"),
}
_WIDE_HEADINGS: Final = {
    SELF: ("{0}", "{0} - ตนเอง", "ประเมินตนเอง [{0}]", "ตนเอง: {0}"),
    SUPERVISOR: ("{0} - หัวหน้า", "ผู้บังคับบัญชาประเมิน [{0}]", "{0} (ผู้บังคับบัญชา)"),
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Said:
    """What a rater said of one competency, in the cell where it stands.

    Attributes:
        value: What stands in the cell.
        means: The level, or why there is none; `UNUSABLE` is a fault.
    """

    value: Any
    means: int | NoLevel
    employee: str
    competency: str
    rater: str

    def __repr__(self) -> str:
        """Leave a grid that fails a test legible."""
        return f"<{self.value!r}>"


@dataclass(slots=True)
class Drawn:
    """A sheet and what it says.

    Attributes:
        grid: Its cells; some are `Said`.
        people: The employee ids.
        said: What stands in its cells.
        tops: The two rows of headings of a tick form, which say nothing without one another.
        header: The row of headings of a wide table, about which the rows above it say more.
        of_people: It is a table of many people.
        names_raters: Words were put in that may say whose levels are whose.
    """

    grid: Grid
    people: tuple[str, ...]
    said: list[Said] = field(default_factory=list, repr=False)
    tops: Grid = field(default_factory=list, repr=False)
    header: list[Any] | None = field(default=None, repr=False)
    of_people: bool = False
    names_raters: bool = False

    def is_top(self, row: list[Any]) -> bool:
        """Return whether a row is one of `tops`."""
        return any(row is each for each in self.tops)

    def read(self) -> Reading | None:
        """Return what jdgap makes of it."""
        return read_sheet(self.sheet(), names())

    def sheet(self):
        rows = [
            [each.value if isinstance(each, Said) else each for each in row] for row in self.grid
        ]
        return sheet_of(rows)

    def places(self) -> Iterator[tuple[int, int, Said]]:
        """Yield row, column and content of each cell in which a rater says something."""
        for row, cells in enumerate(self.grid):
            for column, cell in enumerate(cells):
                if isinstance(cell, Said):
                    yield row, column, cell

    def meant(self) -> dict[tuple[str, str, str], int | NoLevel]:
        """Return what each rater meant, by employee, competency and rater."""
        return {
            (each.employee, each.competency, each.rater): each.means
            for each in self.said
            if each.means is not NoLevel.BLANK
        }

    def cells(self) -> dict[tuple[str, str, str], str]:
        """Return where each of them says it."""
        return {
            (each.employee, each.competency, each.rater): address(row, column)
            for row, column, each in self.places()
        }


def levels_read(reading: Reading | None) -> dict[tuple[str, str, str], int | NoLevel]:
    """Return what was read, by employee, competency and rater; blanks left out."""
    return {
        (each.employee_id, key, rater): level
        for each in (reading.assessments if reading else ())
        for key, rating in each.ratings.items()
        for rater, level in zip(RATERS, (rating.self_level, rating.supervisor_level), strict=True)
        if level is not NoLevel.BLANK
    }


@st.composite
def contents(draw: Draw) -> tuple[Any, int | NoLevel]:
    """What somebody may put into a cell for a level, and what that means; mostly a level."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.sampled_from(["", " "])), NoLevel.BLANK
    if kind == 1:
        return draw(st.sampled_from(_NOT_APPLICABLE)), NoLevel.NOT_APPLICABLE
    if kind == 2:
        return draw(st.sampled_from(_FAULTS)), NoLevel.UNUSABLE
    level = draw(st.integers(1, 5))
    if kind < 6:
        return draw(st.sampled_from([level, float(level)])), level
    digit = draw(st.sampled_from([str(level), chr(ord("๐") + level)]))
    return draw(st.sampled_from(_SPELLINGS)).format(digit), level


def _saying(draw: Draw, drawn: Drawn, employee: str, competency: str, rater: str) -> Said:
    """Return a cell with something in it; somebody's first one is always a level."""
    value, means = draw(contents())
    if not any(each.employee == employee for each in drawn.said):
        value = means = draw(st.integers(1, 5))
    said = Said(value, means, employee, competency, rater)
    drawn.said.append(said)
    return said


def _competencies(draw: Draw, least: int = 2) -> list[str]:
    return draw(st.lists(st.sampled_from(COMPETENCIES), unique=True, min_size=least, max_size=5))


def _raters(draw: Draw) -> list[str]:
    return draw(st.sampled_from([[SELF], [SUPERVISOR], [SELF, SUPERVISOR], [SUPERVISOR, SELF]]))


def _identity(draw: Draw, employee: str) -> Grid:
    """Return labelled lines, the value beside the label, after a colon or under it."""
    pairs = [("รหัสพนักงาน", employee), ("ชื่อ-สกุล", f"ตัวอย่าง {employee}"), ("ตำแหน่ง", title(POSITION))]
    way = draw(st.integers(0, 2))
    if way == 0:
        return [[label, value] for label, value in pairs]
    if way == 1:
        return [[f"{label}: {value}"] for label, value in pairs]
    return [[label for label, _ in pairs], [value for _, value in pairs]]


def _below(draw: Draw, width: int) -> Grid:
    """Return rows that may stand in and below a table, and say nothing of anybody's level."""
    rows = [
        [],
        ["พฤติกรรมบ่งชี้ที่สังเกตได้"],
        ["สมรรถนะหลัก"],
        ["รวม", *[12] * (width - 1)],
        ["ลงชื่อ ........................ ผู้ประเมิน"],
        ["หมายเหตุ: ส่งคืนฝ่ายบุคคล"],
    ]
    return draw(st.lists(st.sampled_from(rows), max_size=2))


@st.composite
def forms(draw: Draw) -> Drawn:
    """Layouts 1 and 2: one employee, a column for each rater."""
    drawn = Drawn([], ("S-1",))
    raters = _raters(draw)
    columns = ["สมรรถนะ", *(draw(st.sampled_from(_HEADINGS[each])) for each in raters)]
    required = draw(st.booleans())
    if required:
        columns.append("ระดับที่คาดหวัง")
    remark = draw(st.booleans())
    drawn.grid = [*_identity(draw, "S-1"), [], columns + ["หมายเหตุ"] * remark]
    for key in _competencies(draw):
        row: list[Any] = [thai(key), *(_saying(draw, drawn, "S-1", key, each) for each in raters)]
        row += [book().position_by_id[POSITION].required.get(key, "")] * required
        drawn.grid += [row + ["ดี"] * remark, *draw(st.sampled_from([[], [["- แสดงพฤติกรรม"]]]))]
    drawn.grid += _below(draw, len(columns))
    return drawn


@st.composite
def tick_forms(draw: Draw) -> Drawn:
    """Layout 3: a column for each level, once or for each rater; the mark is what is said."""
    drawn = Drawn([], ("S-1",))
    raters = draw(st.sampled_from([[SELF], [SELF, SUPERVISOR], [SUPERVISOR, SELF]]))
    scale = draw(st.sampled_from([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]))
    spelling = draw(st.sampled_from(["{0}", "ระดับ {0}", "ดี ({0})"]))
    above: list[Any] = [""]
    for each in raters:
        above += [draw(st.sampled_from(_HEADINGS[each])), "", "", "", ""]
    marked = [spelling.format(level) if spelling != "{0}" else level for level in scale]
    drawn.tops = [above, ["สมรรถนะ", *marked * len(raters)]]
    drawn.grid = [*_identity(draw, "S-1"), [], *drawn.tops]
    for key in _competencies(draw):
        row: list[Any] = [thai(key)]
        for rater in raters:
            level = draw(st.integers(1, 5))
            said = Said(draw(st.sampled_from([*_MARKS, level])), level, "S-1", key, rater)
            drawn.said.append(said)
            row += [said if each == level else "" for each in scale]
        drawn.grid.append(row)
    drawn.grid += _below(draw, 1)
    return drawn


def _people(draw: Draw) -> tuple[str, ...]:
    return tuple(f"S-{number}" for number in range(1, draw(st.integers(1, 4)) + 1))


def _who(employee: str) -> list[Any]:
    return [employee, f"ตัวอย่าง {employee}", title(POSITION)]


@st.composite
def long_tables(draw: Draw) -> Drawn:
    """Layout 4: a row for an employee and a competency, who it is perhaps said only once."""
    drawn = Drawn([], _people(draw), of_people=True)
    raters = _raters(draw)
    headings = [draw(st.sampled_from(_HEADINGS[each])) for each in raters]
    drawn.grid = [["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "สมรรถนะ", *headings]]
    merged = draw(st.booleans())
    rows = []
    for employee in drawn.people:
        for place, key in enumerate(_competencies(draw)):
            who = ["", "", ""] if merged and place else _who(employee)
            said = [_saying(draw, drawn, employee, key, each) for each in raters]
            rows.append([*who, thai(key), *said])
    drawn.grid += rows if merged else draw(st.permutations(rows))
    return drawn


@st.composite
def wide_tables(draw: Draw) -> Drawn:
    """Layout 5: a row an employee, a column for each competency and rater."""
    drawn = Drawn([], _people(draw), of_people=True)
    asked = [
        (key, each) for each in _raters(draw) for key in draw(st.permutations(_competencies(draw)))
    ]
    spelling = {each: draw(st.sampled_from(_WIDE_HEADINGS[each])) for each in RATERS}
    headings = [spelling[rater].format(thai(key)) for key, rater in asked]
    drawn.header = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", *headings]
    drawn.grid = [drawn.header]
    for employee in drawn.people:
        said = [_saying(draw, drawn, employee, key, rater) for key, rater in asked]
        drawn.grid.append([*_who(employee), *said])
    return drawn


any_sheets = st.one_of(forms(), tick_forms(), long_tables(), wide_tables())

_WORDS: Final = (
    *(
        "สมรรถนะ",
        "ระดับ",
        "ประเมินตนเอง",
        "หัวหน้า",
        "ผู้ประเมิน",
        "ตนเอง",
        "คะแนน",
        "ฝ่าย",
        "ชื่อ",
        "ID",
        "No",
    ),
    *("core", "ดี", "x", "-", "?", "ความสามัคี"),
    *(
        0,
        1,
        3,
        5,
        9,
        2.5,
        2569,
        True,
        "๔",
        "ระดับ 5",
        "N/A",
        "#REF!",
        "x" * 70,
        "[",
        "\u202e",
        "(1)",
    ),
    *(date(2026, 4, 3), float("nan"), float("inf"), 10**300, -(2**63)),
)
_WHOSE: Final = ("ประเมินตนเอง", "หัวหน้า", "ผู้ประเมิน", "ตนเอง")
_BARE_NAMES: Final = ("ความสามัคคี", "การสอนงาน")
_NAMES: Final = (*_BARE_NAMES, "ประเมินตนเอง [ความซื่อสัตย์]")
_TITLE: Final = "แบบประเมินสมรรถนะ"
_ROWS: Final = ("ลงชื่อ", "หมายเหตุ: ส่งคืน", "รวม", "ค่าเฉลี่ย", _TITLE, "ผู้บังคับบัญชา: ก ข")


@st.composite
def disturbed(draw: Draw) -> Drawn:
    """A sheet into which somebody put rows, columns and cells, wherever there was room.

    No cell goes and none is written over, so that all levels still stand in the row of their
    competency and under their headings. Forms have the names of competencies, and of raters, in
    rows of their own.
    """
    drawn = draw(any_sheets)
    grid = drawn.grid
    drawn.names_raters = drawn.of_people and draw(st.booleans())
    for _ in range(draw(st.integers(1, 3))):
        row = draw(st.integers(0, len(grid)))
        column = draw(st.integers(0, max(map(len, grid))))
        way = draw(st.integers(0, 4))
        if way == 0:
            row += row < len(grid) and drawn.is_top(grid[row]) and drawn.is_top(grid[row - 1])
            words = draw(st.lists(st.sampled_from(["", *_WORDS, *_WHOSE]), max_size=3))
            words = draw(st.sampled_from([words, *([each] for each in (*_NAMES, *_ROWS))]))
            drawn.names_raters |= any(each is drawn.header for each in grid[row:])
            grid.insert(row, [*[""] * column, *words])
        elif way == 1:
            for cells in grid:
                if len(cells) >= column:
                    cells.insert(column, draw(st.sampled_from(["", "", *_words(drawn, cells)])))
        elif way == 2:
            _repeat_headings(drawn, column)
        elif way == 3:
            free = [
                (cells, place)
                for cells in grid
                for place, cell in enumerate(cells)
                if not isinstance(cell, Said) and cell == ""
            ]
            if free:
                cells, place = draw(st.sampled_from(free))
                cells[place] = draw(st.sampled_from(_words(drawn, cells)))
        else:
            cells = grid[min(row, len(grid) - 1)]
            cells += [""] * (column - len(cells)) + [draw(st.sampled_from(_words(drawn, cells)))]
    return drawn


def _repeat_headings(drawn: Drawn, column: int) -> None:
    """Put in a column with the headings of the one that it pushes aside, and nothing else."""
    for cells in drawn.grid:
        if len(cells) > column:
            is_heading = not drawn.is_top(cells) and not any(
                isinstance(each, Said) for each in cells
            )
            cells.insert(column, cells[column] if is_heading else "")


def _words(drawn: Drawn, cells: list[Any]) -> tuple[Any, ...]:
    """Return what may be put into a row without making it say something else."""
    if drawn.is_top(cells):
        return ("",)
    raters = (
        _WHOSE if drawn.names_raters or not any(isinstance(each, Said) for each in cells) else ()
    )
    names = _NAMES if drawn.names_raters else _BARE_NAMES if drawn.of_people else ()
    return (*_WORDS, *raters, *names)


def moved(drawn: Drawn, down: int, right: int) -> Drawn:
    """The same sheet, further down and to the right."""
    grid = [[] for _ in range(down)] + [[*[""] * right, *row] for row in drawn.grid]
    return Drawn(grid, drawn.people, drawn.said)
