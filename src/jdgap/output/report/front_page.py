"""What the first sheets of a report and of a comparison share: titles, air, charts, contents."""

from collections.abc import Iterable
from typing import Final

from jdgap.output.excel.style import Dress, in_lines
from jdgap.output.report.board import HEADING, Board, Span
from jdgap.output.report.charts import PIXELS_PER_POINT, Frame
from jdgap.output.report.setting import Setting, print_on_a4
from jdgap.text.language import translate as _

COLUMNS: Final = 24
ALL_COLUMNS: Final = (0, COLUMNS - 1)
AIR: Final = 8.0
"""Points between the parts of a page."""
_WIDTH: Final = 4.6
_ORGANISATION: Final = Dress(bold=True, colour="1F3864")
_TITLE: Final = Dress(bold=True, scale=1.6, colour="1F3864")
_RULE: Final = Dress(italic=True, scale=0.9, colour="404040", wrap=False)
_LINK: Final = Dress(bold=True, lines="bottom", colour="0B5394", indent=1, scale=0.9)
_ABOUT: Final = Dress(lines="bottom", scale=0.9)


def front_page(setting: Setting) -> Board:
    """Return the board of the first sheet, which prints upright; the other sheets come later."""
    board = Board(setting, "summary", COLUMNS, _WIDTH)
    print_on_a4(setting, board.sheet, landscape=False)
    return board


def add_titles(board: Board, title: str, rule: str) -> int:
    """Write the organisation, the title and how to read the numbers; return the next row."""
    board.put(0, ALL_COLUMNS, in_lines(board.setting.book.organisation), _ORGANISATION)
    board.put(1, ALL_COLUMNS, title, _TITLE)
    board.put(2, ALL_COLUMNS, rule, _RULE)
    return 3


def add_air(board: Board, row: int) -> int:
    """Leave `row` free, and return the next one."""
    board.grow(row, AIR)
    return row + 1


def chart_frame(board: Board, row: int, span: Span, sizes: float) -> Frame:
    """Return where a chart stands that is over the columns of `span`.

    Args:
        board: The sheet.
        row: The row of its upper corners.
        span: The columns.
        sizes: Its height, in sizes of the font.
    """
    height = board.setting.face.size * sizes * PIXELS_PER_POINT
    return Frame(row, span[0], board.pixels(span) - 4, int(height) - 2)


def add_contents(board: Board, row: int, entries: Iterable[tuple[str, str]], last: int) -> int:
    """Write links to the other sheets, and return the next row.

    Args:
        board: The sheet.
        row: The row of their heading.
        entries: The key of each sheet, and what it is about (English, translated here).
        last: The last column of the links.
    """
    board.put(row, ALL_COLUMNS, _("Contents"), HEADING)
    for key, about in entries:
        row += 1
        board.link(row, (0, last), key, board.setting.titles[key], _LINK)
        board.put(row, (last + 1, COLUMNS - 1), _(about), _ABOUT)
    return row + 1
