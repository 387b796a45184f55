"""Make the sample inputs in `examples/forms`: the same bytes at every run.

Run from anywhere, where jdgap is installed: `python examples/make_examples.py`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from filled_forms import write_english_form, write_own_form, write_partly_blank
from hand_made import write_several_sheets, write_with_behaviours
from open_document import write_ods
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

from jdgap.positions import Book, bundled_book_path, load_book
from jdgap.text.language import use_language

_FOLDER: Final = Path(__file__).parent / "forms"
_WRITERS: Final[dict[str, Callable[[Book, Path], None]]] = {
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


def main() -> None:
    """Write every sample."""
    use_language("th")
    book = load_book(bundled_book_path())
    _FOLDER.mkdir(exist_ok=True)
    for name, write in _WRITERS.items():
        write(book, _FOLDER / name)
        print(_FOLDER / name)


if __name__ == "__main__":
    main()
