"""Make the pictures of the README: the screen as SVG, the sheet as PNG.

    python docs/make_pictures.py

The sheet needs LibreOffice (`soffice`), poppler (`pdftoppm`) and a Thai font.
"""

import html
import io
import re
import subprocess
import tempfile
from pathlib import Path

from jdgap import check_files, load_book, write_gap_sheets
from jdgap.gaps import PersonGaps
from jdgap.output.console.gap_screen import show_person
from jdgap.output.console.screen import Screen
from jdgap.positions import Book
from jdgap.text.wrapping import cells

ROOT = Path(__file__).parents[1]
_TEXT = re.compile(
    r'(?P<before><text [^>]*)textLength="(?P<width>[0-9.]+)"(?P<between>[^>]*)>'
    r"(?P<text>[^<]+)</text>"
)
_WEB_FONTS = re.compile(r"@font-face {[^}]*}\s*")
FORM = ROOT / "examples/forms/04-hand-made-behaviours.xlsx"


def picture_of_screen(book: Book, person: PersonGaps, target: Path) -> None:
    """Write the screen of `jdgap check`, 80 columns wide."""
    console = Screen(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), plain=False, width=80)
    console.record = True
    show_person(console, book, person)
    drawn = console.export_svg(title="jdgap check", unique_id="jdgap")
    drawn = _TEXT.sub(_as_wide_as_its_cells, _WEB_FONTS.sub("", drawn))
    target.write_text(drawn, encoding="utf-8")


def _as_wide_as_its_cells(found: re.Match[str]) -> str:
    """Give a text the width of its cells: rich counts Thai marks, which take none."""
    text = html.unescape(found["text"])
    width = float(found["width"]) / len(text) * cells(text)
    return f'{found["before"]}textLength="{width:g}"{found["between"]}>{found["text"]}</text>'


def picture_of_sheet(book: Book, person: PersonGaps, target: Path) -> None:
    """Write the sheet to sign, as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as folder:
        write_gap_sheets(Path(folder, "sheet.xlsx"), book, [person])
        run = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        convert = [*run, "--convert-to", "pdf", "--outdir", folder, f"{folder}/sheet.xlsx"]
        subprocess.run(convert, check=True, capture_output=True)
        draw = ["pdftoppm", "-r", "90", "-png", "-singlefile", f"{folder}/sheet.pdf"]
        subprocess.run([*draw, str(target.with_suffix(""))], check=True)


def main() -> None:
    """Make both pictures."""
    book = load_book()
    (person,) = check_files([FORM.relative_to(ROOT)], book).people
    picture_of_screen(book, person, ROOT / "docs/check.svg")
    picture_of_sheet(book, person, ROOT / "docs/sheet.png")


if __name__ == "__main__":
    main()
