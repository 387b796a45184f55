"""Make the pictures of the README: the screen as SVG, sheets as PNG.

    python docs/make_pictures.py

Sheets need LibreOffice (`soffice`), poppler (`pdftoppm`, `pdftotext`) and a Thai font.
"""

import html
import io
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from jdgap import (
    RoundRules,
    assess_round,
    check_files,
    load_book,
    write_gap_sheets,
    write_report,
)
from jdgap.assessments.own_reports import report_titles
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
ANSWERS = ROOT / "examples/2569"
_TOP_LINES = 3
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
        workbook = Path(folder, "sheet.xlsx")
        write_gap_sheets(workbook, book, [person])
        draw(as_pdf(workbook), 1, target)


def pictures_of_report(book: Book, targets: Mapping[str, Path]) -> None:
    """Write the first page of some sheets of the yearly report, by their titles."""
    result = assess_round([ANSWERS], book, RoundRules(round="2569"), roster=ANSWERS / "roster.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder, "report.xlsx")
        write_report(workbook, book, result, individual=False)
        pdf = as_pdf(workbook)
        for title, target in targets.items():
            draw(pdf, first_page(pdf, title), target)


def as_pdf(workbook: Path) -> Path:
    """Let LibreOffice print a workbook."""
    profile = workbook.with_name("profile")
    run = ["soffice", "--headless", f"-env:UserInstallation=file://{profile}"]
    convert = [*run, "--convert-to", "pdf", "--outdir", str(workbook.parent), str(workbook)]
    subprocess.run(convert, check=True, capture_output=True)
    return workbook.with_suffix(".pdf")


def first_page(pdf: Path, title: str) -> int:
    """Return the first page that has the title of a sheet in its first lines."""
    run = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(run, check=True, capture_output=True, encoding="utf-8").stdout
    tops = ("\n".join(page.split("\n")[:_TOP_LINES]) for page in text.split("\f"))
    return next(number for number, top in enumerate(tops, start=1) if title in top)


def draw(pdf: Path, page: int, target: Path) -> None:
    """Draw one page as a PNG."""
    run = ["pdftoppm", "-r", "90", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
    subprocess.run([*run, str(pdf), str(target.with_suffix(""))], check=True)


def main() -> None:
    """Make all pictures."""
    book = load_book()
    (person,) = check_files([FORM.relative_to(ROOT)], book).people
    picture_of_screen(book, person, ROOT / "docs/check.svg")
    picture_of_sheet(book, person, ROOT / "docs/sheet.png")
    titles = report_titles()
    pictures_of_report(
        book,
        {
            titles["summary"]: ROOT / "docs/report-summary.png",
            titles["people"]: ROOT / "docs/report-people.png",
        },
    )


if __name__ == "__main__":
    main()
