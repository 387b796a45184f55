"""JSON and CSV for programs."""

import csv
import io
import json

import pytest

from jdgap.output.machine import write_csv, write_json


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


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_text_never_becomes_a_formula(text):
    """Text that a spreadsheet would run gets an apostrophe before it; numbers do not."""
    stream = io.BytesIO()
    write_csv(stream, [{"a": text}], ["a"])
    rows = list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert rows[1] == ["'" + text]


def test_a_lone_surrogate_does_not_stop_the_output():
    """A file name that is no UTF-8 is shown with a replacement."""
    stream = io.BytesIO()
    write_json(stream, {"file": "a\udc80.xlsx"})
    assert json.loads(stream.getvalue())["file"] == "a?.xlsx"
