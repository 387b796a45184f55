"""Thai is complete: every message of the code is translated, with the same things filled in."""

import gettext
import re

import pytest

from message_catalogue import PO, ROOT, faults, messages_in_code, translations, write


def test_every_message_is_translated_and_used():
    """`python .ci/catalogue.py --write` adds new ones and drops those that are used no more."""
    assert list(faults(messages_in_code(), translations())) == []


def test_the_compiled_catalogue_is_that_of_the_source():
    """Installing compiles it; one that is out of date would show English among the Thai."""
    with PO.with_suffix(".mo").open("rb") as compiled:
        known = gettext.GNUTranslations(compiled)
    assert [
        message
        for message, said in translations().items()
        if said and set(_said(known, message)) != {said}
    ] == []


def _said(known, message):
    """Return how a catalogue says a message: of one and of several things where it counts."""
    if isinstance(message, str):
        return [known.gettext(message)]
    return [known.ngettext(*message, count) for count in (1, 2)]


_NOT_OURS = "เวิร์กบุ๊ก|เวิร์คบุ๊ก|ตารางคำนวณ|ใบกำหนดหน้าที่งาน|มาตรา|ช่อง(?!ทาง|ว่างสมรรถนะ)"
"""Other words for สมุดงาน, สเปรดชีต, คำบรรยายลักษณะงาน, มาตรวัด and เซลล์."""
_THAI_PAGES = ("README.md", "docs/hr-guide-th.md", "docs/cli-th.md", "docs/problems.md")


def test_one_thing_has_one_word():
    said = [*translations().values()]
    said += [(ROOT / page).read_text(encoding="utf-8") for page in _THAI_PAGES]
    assert [text for text in said if re.search(_NOT_OURS, text)] == []


@pytest.mark.parametrize(
    ("known", "fault"),
    [
        ({"a {b}": "ก {b}"}, None),
        ({}, "not translated"),
        ({"a {b}": ""}, "not translated"),
        ({"a {b}": "ก {b}", "c": "ค"}, "not used"),
        ({"a {b}": "ก {c}"}, "other placeholders"),
        ({"a {b}": "ก"}, "other placeholders"),
        ({"a {b}": "ก {b} {b}"}, None),
    ],
)
def test_what_is_wrong_is_found(known, fault):
    found = list(faults({"a {b}": {"a.py"}}, known))
    assert len(found) == (fault is not None)
    assert fault is None or found[0].startswith(fault)


@pytest.mark.parametrize(
    ("message", "translation", "fault"),
    [
        (("{b} cat", "{b} cats"), "แมว {b}", None),
        (("a cat", "{b} cats"), "แมว {b}", None),
        (("{c} cat", "{b} cats"), "แมว {b}", "other placeholders"),
        (("{b} cat", "{b} cats"), "แมว", "other placeholders"),
        (("{b} cat", "{b} cats"), "", "not translated"),
    ],
)
def test_what_is_said_of_one_thing_may_leave_out_its_number(message, translation, fault):
    found = list(faults({message: {"a.py"}}, {message: translation}))
    assert [each.partition(":")[0] for each in found] == [fault] * (fault is not None)


def test_what_is_written_reads_back_with_what_is_new_to_be_filled_in(tmp_path):
    path = tmp_path / "jdgap.po"
    known = {"a": "ก", ("{b} cat", "{b} cats"): "แมว {b}"}
    new = {"new": "", ("one", "many"): ""}
    write({each: set() for each in known | new}, known | {"not used": "ข"}, path)
    assert translations(path) == known | new


def test_messages_are_found_in_the_code(tmp_path):
    (tmp_path / "a.py").write_text(
        "x = _('one') + translate('two' ' parts') + f'{mark(\"three\")}' + gettext('four')\n"
        "y = translate_count('a cat', '{count} cats', 5)\n",
        encoding="utf-8",
    )
    found = ("one", "two parts", "three", ("a cat", "{count} cats"))
    assert messages_in_code(tmp_path) == {each: {"a.py"} for each in found}
