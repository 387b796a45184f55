"""JSON and CSV for programs."""

import csv
import io
import json
import unicodedata

import pytest

from hostile_text import HOSTILE
from jdgap.output.machine import write_csv, write_json
from jdgap.text.cleaning import like_formula, on_one_line


def test_json_is_utf8_with_thai_as_written():
    """Thai stands in JSON as it is, in UTF-8."""
    stream = io.BytesIO()
    write_json(stream, {"name": "ตัวอย่าง"})
    assert "ตัวอย่าง".encode() in stream.getvalue()
    assert json.loads(stream.getvalue()) == {"name": "ตัวอย่าง"}


def test_csv_begins_with_a_byte_order_mark():
    """Excel needs the mark to see UTF-8."""
    stream = io.BytesIO()
    write_csv(stream, [{"a": "ก", "b": -1}], ["a", "b"])
    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"))))
    assert rows == [{"a": "ก", "b": "-1"}]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\ufeff=1", "\x00=1", "＝1", "－1"],
)
def test_csv_text_never_becomes_a_formula(text):
    """Text that a spreadsheet would run gets an apostrophe before it; numbers do not."""
    stream = io.BytesIO()
    write_csv(stream, [{"a": text}], ["a"])
    rows = list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert rows[1] == ["'" + on_one_line(text)]


def test_a_lone_surrogate_does_not_stop_the_output():
    """A file name that is no UTF-8 is shown with a replacement."""
    stream = io.BytesIO()
    write_json(stream, {"file": "a\udc80.xlsx"})
    assert json.loads(stream.getvalue())["file"] == "a?.xlsx"


@pytest.mark.parametrize("text", ["1+1=2", "a=1", "'=1", "|x", "%s", "—", "1-2"])
def test_what_is_no_formula_has_no_apostrophe(text):
    """Only the first sign that is seen counts."""
    assert not like_formula(text)
    stream = io.BytesIO()
    write_csv(stream, [{"a": text}], ["a"])
    assert stream.getvalue().decode("utf-8-sig") == f"a\r\n{text}\r\n"


def test_hostile_text_in_csv():
    """Each row parses back into its field; nothing is left that a terminal obeys."""
    stream = io.BytesIO()
    write_csv(stream, ({"a": text, "b": 1} for text in HOSTILE), ["a", "b"])
    whole = stream.getvalue().decode("utf-8-sig")
    csv.field_size_limit(1_000_000)
    rows = list(csv.reader(io.StringIO(whole, newline="")))[1:]
    assert [row[1] for row in rows] == ["1"] * len(HOSTILE)
    for text, (field, _one) in zip(HOSTILE, rows, strict=True):
        assert field in {on_one_line(text), f"'{on_one_line(text)}"}
        assert not field.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not {unicodedata.category(each) for each in whole.replace("\r\n", "")} & {"Cc", "Cs"}
    assert not set(whole) & set("\u202e\u2066\u061c")


def test_hostile_text_in_json():
    """It is valid UTF-8, each text comes back as it was, and a terminal obeys none of it."""
    stream = io.BytesIO()
    write_json(stream, {"texts": list(HOSTILE)})
    whole = stream.getvalue().decode("utf-8")
    for text, read in zip(HOSTILE, json.loads(whole)["texts"], strict=True):
        assert read == text.encode("utf-8", "replace").decode()
    assert {each for each in whole if unicodedata.category(each) == "Cc"} == {"\n"}
    assert not set(whole) & set("\u202e\u2066\u061c\ufeff\u2028")


@pytest.mark.parametrize("name", ["a  b.xlsx", " a.xlsx ", "ฝ่าย\xa0บัญชี/ก.xlsx"])
def test_the_path_of_a_file_keeps_its_spaces(name):
    """Who reads the table may open the file."""
    stream = io.BytesIO()
    write_csv(stream, [{"file": name}], ["file"])
    assert list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"))))[1] == [name]
