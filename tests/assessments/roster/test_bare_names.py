"""What is written before a name is no part of it; what only looks so is."""

import pytest

from jdgap.assessments.roster.bare_names import bare_name


@pytest.mark.parametrize(
    ("written", "key", "title", "sex"),
    [
        ("นายอรุณ เจริญ", "อรุณเจริญ", "นาย", "man"),
        ("นาย  อรุณ เจริญ", "อรุณเจริญ", "นาย", "man"),
        ("นางสาวอรุณ", "อรุณ", "นางสาว", "woman"),
        ("นาง สาว อรุณ", "อรุณ", "นางสาว", "woman"),
        ("น.ส.อรุณ", "อรุณ", "นส", "woman"),
        ("นส. อรุณ", "อรุณ", "นส", "woman"),
        ("ดร.อรุณ", "อรุณ", "ดร", ""),
        ("นายดร.อรุณ", "อรุณ", "นายดร", "man"),
        ("ว่าที่ ร.ต.อรุณ", "อรุณ", "ว่าที่รต", ""),
        ("ว่าที่ ร.ต.หญิง อรุณ", "อรุณ", "ว่าที่รตหญิง", "woman"),
        ("ว่าที่ร้อยตรีอรุณ", "อรุณ", "ว่าที่ร้อยตรี", ""),
        ("คุณอรุณ", "อรุณ", "คุณ", ""),
        ("Mr.Arun", "arun", "mr", "man"),
        ("MISS Arun", "arun", "miss", "woman"),
    ],
)
def test_titles(written, key, title, sex):
    found = bare_name(written)
    assert (found.key, found.title, found.sex) == (key, title, sex)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("นางสาวิตรี", "สาวิตรี"),
        ("นาง สาวนีย์", "สาวนีย์"),
        *((name, name) for name in ("ดรุณี", "คุณากร", "นายิกา", "นาย", "อรุณนาย")),
        *(("Mrinal", "mrinal"), ("Drake", "drake"), ("", ""), ("นาย _", "นาย")),
    ],
)
def test_names_that_begin_like_a_title(written, key):
    assert bare_name(written).key == key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        *(("นายอรุณ", "อรุณ", True), ("นางอรุณ", "นางสาวอรุณ", True), ("ดร.อรุณ", "นายอรุณ", True)),
        *(("นายอรุณ", "นางอรุณ", False), ("นายอรุณ", "นายอรุณี", False)),
    ],
)
def test_who_may_be_one(one, other, same):
    assert bare_name(one).may_be(bare_name(other)) is same
    assert bare_name(other).may_be(bare_name(one)) is same
