"""Names out of several cells."""

import pytest

from jdgap.assessments.cells.person_names import full_name


@pytest.mark.parametrize(
    ("prefix", "names", "surname", "wanted"),
    [
        ("นาย", ["สมชาย"], "ใจดี", "นายสมชาย ใจดี"),
        ("น.ส.", ["มานี"], "ณ อยุธยา", "น.ส.มานี ณ อยุธยา"),
        ("Mr.", ["Somchai"], "Jaidee", "Mr. Somchai Jaidee"),
        ("ดร.", ["John"], "Smith", "ดร. John Smith"),
        ("", ["สมชาย ใจดี"], "", "สมชาย ใจดี"),
        ("", ["สมชาย ใจดี"], "ใจดี", "สมชาย ใจดี"),
        ("", ["สมใจ"], "ใจ", "สมใจ ใจ"),
        ("นาย", ["นายสมชาย"], "ใจดี", "นายสมชาย ใจดี"),
        ("", ["นาย", "สมชาย", "ใจดี"], "", "นายสมชาย ใจดี"),
        ("", ["นายสมชาย", "ใจดี", ""], "", "นายสมชาย ใจดี"),
        ("", ["นาย"], "", "นาย"),
        ("นาย", [""], "ใจดี", ""),
        ("นาย", [], "", ""),
    ],
)
def test_one_name_out_of_its_parts(prefix, names, surname, wanted):
    """Prefix, first name and surname stand as they would in one cell; nothing stands twice."""
    assert full_name(prefix, names, surname) == wanted
