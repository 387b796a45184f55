import pickle

from answers import answer
from builders import book, codes, filled_form, plain_form, write_workbook
from jdgap.assessments.model import Reading
from jdgap.assessments.one_file import read_file
from jdgap.assessments.packing import packed, unpacked
from jdgap.problems import Place, Problem


def sent(reading):
    return unpacked(pickle.loads(pickle.dumps(packed(reading))))  # noqa: S301 (our own)


def test_what_is_sent_arrives():
    """Assessments and problems are as they were."""
    reading = Reading(
        [answer(at="2026-09-27"), answer("S-2")], [Problem("missing-name", Place("a"))]
    )
    assert sent(reading) == reading


def test_forms_and_tables_arrive(tmp_path):
    """Ratings of rows, too, and those of one table still share their columns."""
    form = filled_form(tmp_path / "a.xlsx", "officer-it", {"unity": (3, 9)})
    header = ["รหัส", "ตำแหน่ง", "ความสามัคคี", "ความซื่อสัตย์"]
    wide = write_workbook(
        tmp_path / "b.xlsx", [header, ["1", "officer-it", 3, 9], ["2", "x", 1, 2]]
    )
    for path in (form, wide, write_workbook(tmp_path / "c.xlsx", plain_form())):
        reading = read_file(path, book())
        arrived = sent(reading)
        assert [dict(each.ratings) for each in arrived.assessments] == [
            dict(each.ratings) for each in reading.assessments
        ]
        assert codes(arrived.problems) == codes(reading.problems)
    first, second = sent(read_file(wide, book())).assessments
    assert first.ratings.columns is second.ratings.columns
