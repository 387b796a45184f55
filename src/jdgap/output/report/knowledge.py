"""What knowledge and which skills are needed most: a part of the sheet of training needs.

The list is that of the checklists. It has nothing to do with levels, and stands apart from them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from jdgap.gaps import PersonGaps
from jdgap.gaps.knowledge import KnowledgeNeed, has_checklists, knowledge_needs
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress, points_for, points_of
from jdgap.output.knowledge_words import KINDS
from jdgap.output.people_words import id_and_name
from jdgap.output.report.list_sheet import HEADING, NUMBER, REMARK, TEXT, ListSheet
from jdgap.output.report.setting import Setting
from jdgap.text.language import translate as _

_PART: Final = Dress(bold=True, wrap=False)
_COUNT: Final = replace(NUMBER, pattern="#,##0")
_ROWS_AROUND: Final = 4
"""A title, a remark and headings above the list; an empty row below."""
_LONGEST_WHO: Final = 700
"""Characters of people in one row; who is left stands in the next one."""
_SURE: Final = 0.8
"""Of a column's width: another font may be wider."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the part, over one or more of the sheet's.

    Attributes:
        heading: In the language in use.
        first: The first of the sheet's columns, counted from 0.
        last: The last of them.
        dress: What its cells look like.
    """

    heading: str
    first: int
    last: int
    dress: Dress


_Row = tuple[CellValue, ...]


class KnowledgePart:
    """The part of a sheet with what is needed most; it has no rows where nobody was asked.

    Args:
        setting: The report.
    """

    def __init__(self, setting: Setting) -> None:
        people = setting.result.people
        self._is_there = has_checklists(people)
        needs = knowledge_needs(people, setting.book) if self._is_there else ()
        self._rows = [row for rank, need in enumerate(needs, 1) for row in _rows(rank, need)]

    @property
    def height(self) -> int:
        """How many rows it takes, with an empty one below."""
        return _ROWS_AROUND + max(1, len(self._rows)) if self._is_there else 0

    def write(self, listed: ListSheet, first: int) -> None:
        """Write it into a sheet that has left so many rows free, from row `first` (from 0) on."""
        if not self._is_there:
            return
        listed.sheet.set_h_pagebreaks([first])  # or its headings may stand alone
        looks, face = listed.setting.looks, listed.setting.face
        words = ((_("Knowledge and skills needed most"), _PART), (_remark(), REMARK))
        for row, (text, dress) in enumerate(words, start=first):
            looks.write(listed.sheet, row, 0, text, dress)
            listed.sheet.set_row(row, points_of(1, face, dress))
        columns = _columns()
        headings = [replace(column, dress=HEADING) for column in columns]
        _write(listed, first + 2, headings, [column.heading for column in columns])
        for row, values in enumerate(self._rows, start=first + 3):
            _write(listed, row, columns, values)
        if not self._rows:
            whole = _Column("", columns[0].first, columns[-1].last, TEXT)
            _write(
                listed, first + 3, [whole], [_("Nothing on the checklists is marked as needed.")]
            )


def _remark() -> str:
    return _("As the employees' checklists say; no level and no total changes by it.")


def _columns() -> tuple[_Column, ...]:
    """Return the columns; they lie over those of the list of training needs."""
    return (
        _Column(_("Rank"), 0, 0, NUMBER),
        _Column(_("Knowledge or skill"), 1, 3, TEXT),
        _Column(_("Kind"), 4, 5, TEXT),
        _Column(_("People who need it"), 6, 6, replace(_COUNT, bold=True)),
        _Column(_("People who answered"), 7, 7, _COUNT),
        _Column(_("Who they are"), 8, 11, TEXT),
    )


def _rows(rank: int, need: KnowledgeNeed) -> Iterator[_Row]:
    """Yield the rows of an item: more than one where many people need it."""
    kind = _(KINDS[need.kind])
    first, *others = _who(need.people)
    yield rank, need.item, kind, len(need.people), need.answered, first
    for who in others:
        yield rank, need.item, kind, None, None, who


def _who(people: Iterable[PersonGaps]) -> Iterator[str]:
    """Yield who people are, as many in each text as it has room for."""
    together = ""
    for person in people:
        said = person.assessment
        name = id_and_name(said.employee_id, said.name)
        longer = f"{together}; {name}" if together else name
        if together and len(longer) > _LONGEST_WHO:
            yield together
            longer = name
        together = longer
    yield together


def _write(
    listed: ListSheet, row: int, columns: Iterable[_Column], values: Iterable[CellValue]
) -> None:
    """Write one row, high enough for its texts."""
    looks, face, height = listed.setting.looks, listed.setting.face, 0.0
    for column, value in zip(columns, values, strict=True):
        if column.last > column.first:
            look = looks.of(column.dress)
            listed.sheet.merge_range(row, column.first, row, column.last, "", look)
        looks.write(listed.sheet, row, column.first, value, column.dress)
        text = value if isinstance(value, str) else ""
        width = sum(each.width for each in listed.columns[column.first : column.last + 1])
        height = max(height, points_for(text, _SURE * width, face, column.dress))
    listed.sheet.set_row(row, height)
