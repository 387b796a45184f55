"""Make the pictures of the README: the screen as SVG, the sheet as PNG.

    python docs/make_pictures.py

The sheet needs LibreOffice (`soffice`), poppler (`pdftoppm`) and a Thai font.
"""

import io
import subprocess
import tempfile
from pathlib import Path

from jdgap import check_files, load_book, write_gap_sheets
from jdgap.gaps import PersonGaps
from jdgap.output.console.gap_screen import show_person
from jdgap.output.console.screen import Screen
from jdgap.positions import Book

ROOT = Path(__file__).parents[1]
FORM = ROOT / "examples/forms/04-hand-made-behaviours.xlsx"


def picture_of_screen(book: Book, person: PersonGaps, target: Path) -> None:
    """Write the screen of `jdgap check`, 80 columns wide."""
    console = Screen(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), plain=False, width=80)
    console.record = True
    show_person(console, book, person)
    target.write_text(console.export_svg(title="jdgap check"), encoding="utf-8")


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
