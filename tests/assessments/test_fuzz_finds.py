"""What damaged and disturbed files brought to light (`fuzz/`, `tests/properties/`), built small."""

import struct

import pytest

from builders import book, codes, identity_rows, names, plain_form, sheet_of, thai, write_workbook
from jdgap.assessments import NoLevel
from jdgap.assessments.files import read_files
from jdgap.assessments.sheets import read_sheet

SECTOR = 512
CHAIN_END, TABLE, FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def cut_off_xls() -> bytes:
    """An old workbook that ends in the middle of its first directory entry, as mail may leave it."""
    magic = bytes.fromhex("d0cf11e0a1b11ae1")
    header = magic + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, CHAIN_END, 0, CHAIN_END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    table = struct.pack("<II", TABLE, CHAIN_END) + struct.pack("<I", FREE) * 126
    return header[:SECTOR] + table + bytes(50)


@pytest.mark.workers
@pytest.mark.parametrize("workers", [1, 2])
def test_a_workbook_that_was_cut_off_costs_only_itself(tmp_path, workers):
    """The reader panics, in a pool and alone; the files beside it are read."""
    good = [write_workbook(tmp_path / f"{each}.xlsx", plain_form()) for each in ("a", "z")]
    broken = tmp_path / "b.xls"
    broken.write_bytes(cut_off_xls())
    reading = read_files([good[0], broken, good[1]], book(), workers=workers)
    assert [each.place.file for each in reading.assessments] == [str(path) for path in good]
    assert [(each.code, each.place.file) for each in reading.problems] == [
        ("unreadable", str(broken))
    ]
    alone = read_files([broken], book())
    assert [each.code for each in alone.problems] == ["unreadable"]


def ticked(above, *between, levels=(5, 4, 3, 2, 1) * 2):
    """Return what is read of a form with two runs of levels, marked 5 in the first, 4 in the second."""
    row = [thai("unity"), "/", "", "", "", "", "", "/", "", "", ""]
    header = ["สมรรถนะ", *levels]
    grid = [*identity_rows(), [], above, *between, header, row, [thai("trust"), *row[1:]]]
    reading = read_sheet(sheet_of(grid), names())
    found = reading.assessments[0].ratings["unity"] if reading and reading.assessments else None
    said = (found.self_level, found.supervisor_level) if found else (NoLevel.BLANK,) * 2
    return said, codes(reading.problems) if reading else []


OWN, CHIEF = "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"


@pytest.mark.parametrize(
    ("above", "between"),
    [(["", CHIEF, "", "", "", "", OWN], [[]]), (["", CHIEF, "ดี", "", "", "", OWN, "ดี"], [])],
)
def test_raters_of_a_tick_form_are_never_exchanged(above, between):
    """A blank row below their names, or words beside them, leave them theirs or are a problem."""
    said, problems = ticked(above, *between)
    assert said == (4, 5) or problems


def test_marks_under_a_mistyped_level_are_not_lost():
    """Where a column is headed 2 and the next one 2 again, its rater's marks are a problem."""
    said, problems = ticked(["", OWN, "", "", "", "", CHIEF], levels=(5, 4, 3, 2, 1, 5, 4, 3, 2, 2))
    assert said == (5, 4) or problems


def test_the_supervisors_only_run_is_not_the_employees():
    """Below a blank row, too, its heading says whose it is."""
    grid = [*identity_rows(), [], ["", CHIEF], [], ["สมรรถนะ", 5, 4, 3, 2, 1]]
    grid += [[thai(each), "/"] for each in ("unity", "trust")]
    reading = read_sheet(sheet_of(grid), names())
    found = reading.assessments[0].ratings["unity"]
    assert (found.self_level, found.supervisor_level) == (NoLevel.BLANK, 5) or reading.problems


def test_a_competency_among_the_levels_of_a_form_loses_none():
    """Right of it, too, each level counts for its row or has a problem."""
    grid = [*identity_rows(), [], ["สมรรถนะ", CHIEF, f"{OWN} [{thai('trust')}]", OWN]]
    grid += [[thai("service-mind"), 3, thai("unity"), 2], [thai("integrity"), 4, "-", 1]]
    reading = read_sheet(sheet_of(grid), names())
    found = reading.assessments[0].ratings["integrity"]
    assert (found.self_level, found.supervisor_level) == (1, 4) or reading.problems
