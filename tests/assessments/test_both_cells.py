"""A rating names the cells of both levels, however the answer is laid out."""

import pickle
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import OFFICER_COMPETENCIES, book, identity_rows, plain_form, thai, write_workbook
from jdgap.assessments import NoLevel
from jdgap.assessments.one_file import read_file
from jdgap.assessments.packing import packed, unpacked
from jdgap.workflows import check_files

LEVELS = [(4, 2), (3, None), (None, 5), (None, None), (1, "N/A"), ("N/A", 1), (2, 3), (5, 5)]
TICKED = (3, 5)


def form():
    return plain_form(LEVELS)


def tick_form():
    """Self levels in B to F, the supervisor's in G to K."""
    header = ["สมรรถนะ", *("ประเมินตนเอง",) * 5, *("ผู้บังคับบัญชาประเมิน",) * 5]
    ticks = ["/" if level == TICKED[0] else None for level in (5, 4, 3, 2, 1)]
    ticks += ["/" if level == TICKED[1] else None for level in (5, 4, 3, 2, 1)]
    rows = [[thai(each), *ticks] for each in OFFICER_COMPETENCIES]
    return [*identity_rows(), [], header, [None, *(5, 4, 3, 2, 1) * 2], *rows]


def long_table():
    header = ["รหัสพนักงาน", "ตำแหน่ง", "สมรรถนะ", "ระดับตนเอง", "ผู้บังคับบัญชาประเมิน"]
    rows = zip(OFFICER_COMPETENCIES, LEVELS, strict=True)
    return [header, *(["S-1", "officer-it", thai(key), *pair] for key, pair in rows)]


def wide_table():
    header = ["รหัสพนักงาน", "ตำแหน่ง"]
    row = ["S-1", "officer-it"]
    for key, pair in zip(OFFICER_COMPETENCIES, LEVELS, strict=True):
        header += [f"{thai(key)} (ประเมินตนเอง)", f"{thai(key)} (ผู้บังคับบัญชาประเมิน)"]
        row += pair
    return [header, row]


def two_tables():
    """The employee's levels in one table, the supervisor's in another below it."""
    rows = [*identity_rows(), [], ["สมรรถนะ", "ประเมินตนเอง"]]
    rows += [[thai(key), own] for key, (own, _) in zip(OFFICER_COMPETENCIES, LEVELS, strict=True)]
    rows += [[], ["สมรรถนะ", "ผู้บังคับบัญชาประเมิน"]]
    pairs = zip(OFFICER_COMPETENCIES, LEVELS, strict=True)
    return [*rows, *([thai(key), other] for key, (_, other) in pairs)]


def a_row_for_each_rater():
    header = ["รหัสพนักงาน", "ตำแหน่ง", "ผู้ประเมิน", *map(thai, OFFICER_COMPETENCIES)]
    own, other = zip(*LEVELS, strict=True)
    return [
        header,
        ["S-1", "officer-it", "ตนเอง", *own],
        ["S-1", "officer-it", "ผู้บังคับบัญชา", *other],
    ]


def ratings_of(path):
    (assessment,) = read_file(Path(path), book()).assessments
    return dict(assessment.ratings)


@pytest.mark.parametrize("layout", [form, two_tables, long_table, wide_table, a_row_for_each_rater])
def test_both_cells_hold_what_was_said(tmp_path, layout):
    path = write_workbook(tmp_path / "a.xlsx", layout())
    sheet = load_workbook(path).active
    ratings = ratings_of(path)
    assert ratings.keys() >= {*OFFICER_COMPETENCIES}
    for key, pair in zip(OFFICER_COMPETENCIES, LEVELS, strict=True):
        rating = ratings[key]
        assert (sheet[rating.self_cell].value, sheet[rating.supervisor_cell].value) == pair
        assert rating.place.cell in {rating.self_cell, rating.supervisor_cell}


def test_both_ticks_of_a_tick_form(tmp_path):
    path = write_workbook(tmp_path / "a.xlsx", tick_form())
    for row, key in enumerate(OFFICER_COMPETENCIES, start=8):
        rating = ratings_of(path)[key]
        assert (rating.self_level, rating.supervisor_level) == TICKED
        assert (rating.self_cell, rating.supervisor_cell) == (f"D{row}", f"G{row}")


def test_a_form_without_a_column_for_the_supervisor(tmp_path):
    rows = [row[:2] for row in form()]
    for rating in ratings_of(write_workbook(tmp_path / "a.xlsx", rows)).values():
        assert (rating.self_cell[0], rating.supervisor_cell) == ("B", "")


def test_a_competency_that_is_rated_twice_keeps_the_cells_of_the_first(tmp_path):
    rows = [*form(), [thai("service-mind"), 1, 1]]
    rating = ratings_of(write_workbook(tmp_path / "a.xlsx", rows))["service-mind"]
    assert rating.self_level is rating.supervisor_level is NoLevel.UNUSABLE
    assert (rating.self_cell, rating.supervisor_cell) == ("B7", "C7")


@pytest.mark.parametrize("layout", [form, wide_table])
def test_they_come_out_of_the_worker(tmp_path, layout):
    reading = read_file(write_workbook(tmp_path / "a.xlsx", layout()), book())
    arrived = unpacked(pickle.loads(pickle.dumps(packed(reading))))  # noqa: S301 (our own)
    assert [dict(each.ratings) for each in arrived.assessments] == [
        dict(each.ratings) for each in reading.assessments
    ]


@pytest.mark.parametrize("layout", [form, wide_table])
def test_an_anonymised_result_keeps_them(tmp_path, layout):
    path = write_workbook(tmp_path / "a.xlsx", layout())
    (person,) = check_files([path], book(), anonymise=True).people
    plain = ratings_of(path)
    for key, rating in person.assessment.ratings.items():
        assert rating.place.file != str(path)
        assert (rating.self_cell, rating.supervisor_cell) == (
            plain[key].self_cell,
            plain[key].supervisor_cell,
        )
