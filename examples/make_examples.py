"""Make the sample inputs: `forms/`, two rounds of a made-up office, and `ferries/`, another one.

All people are invented. Run where jdgap is installed; a rerun gives the same bytes:

    python examples/make_examples.py [FOLDER]
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from ferry_positions import write_positions
from ferry_rounds import round_2025, round_2026
from filled_forms import write_english_form, write_own_form, write_partly_blank
from hand_made import write_several_sheets, write_with_behaviours
from open_document import write_ods
from round_2568 import round_2568
from round_2569 import round_2569
from spoilt import (
    write_empty,
    write_letter,
    write_misspelt,
    write_password,
    write_text,
    write_unknown_names,
    write_wrong_levels,
)
from tick_forms import write_ticks, write_two_marks, write_two_raters

from jdgap.positions import Book, load_book

HERE: Final = Path(__file__).parent
FORMS: Final[Mapping[str, Callable[[Book, Path], None]]] = {
    "01-form.xlsx": write_own_form,
    "02-form-partly-blank.xlsx": write_partly_blank,
    "03-form-english.xlsx": write_english_form,
    "04-hand-made-behaviours.xlsx": write_with_behaviours,
    "05-hand-made-three-sheets.xlsx": write_several_sheets,
    "06-hand-made.ods": write_ods,
    "07-ticks.xlsx": write_ticks,
    "08-ticks-two-raters.xlsx": write_two_raters,
    "09-wrong-levels.xlsx": write_wrong_levels,
    "10-unknown-names.xlsx": write_unknown_names,
    "11-misspelt-competency.xlsx": write_misspelt,
    "12-two-marks.xlsx": write_two_marks,
    "13-empty.xlsx": write_empty,
    "14-not-a-spreadsheet.xlsx": write_text,
    "15-password.xlsx": write_password,
    "16-no-table.xlsx": write_letter,
}


def make_forms(book: Book, folder: Path) -> int:
    """Make every sample form in `folder`, in place of what stands there; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in FORMS.items():
        write(book, folder / name)
    return len(FORMS)


def make_rounds(book: Book, folder: Path) -> int:
    """Make a folder for each round in `folder`; return how many files there are in them."""
    rounds = (round_2568(book), round_2569(book))
    for each in rounds:
        each.write(folder / each.office.round)
    return sum(len(each.files) for each in rounds)


def make_ferries(folder: Path) -> int:
    """Make the second organisation in `folder`, a book for each round; return how many files."""
    folder.mkdir(parents=True, exist_ok=True)
    rounds = (round_2025(), round_2026())
    for each in rounds:
        year = each.office.round
        write_positions(year, folder / f"positions-{year}.json")
        each.write(folder / year)
    return sum(1 + len(each.files) for each in rounds)


def make_examples(folder: Path = HERE) -> int:
    """Make everything in `folder` and return how many files there are."""
    book = load_book()
    rounds = make_rounds(book, folder)
    return make_forms(book, folder / "forms") + rounds + make_ferries(folder / "ferries")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    print(f"{make_examples(target)} files in {target}")
