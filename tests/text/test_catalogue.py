"""Thai is complete: every message of the code is translated, with the same things filled in."""

import gettext

import pytest

from message_catalogue import PO, faults, messages_in_code, translations


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
        if said and known.gettext(message) != said
    ] == []


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


def test_messages_are_found_in_the_code(tmp_path):
    (tmp_path / "a.py").write_text(
        "x = _('one') + translate('two' ' parts') + f'{mark(\"three\")}' + gettext('four')\n",
        encoding="utf-8",
    )
    assert messages_in_code(tmp_path) == {each: {"a.py"} for each in ("one", "two parts", "three")}
