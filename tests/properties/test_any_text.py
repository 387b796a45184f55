"""Text and bytes of any kind: cleaned, shortened, compared, and read as a table."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.text_files import read_text
from jdgap.problems import KINDS
from jdgap.text.cleaning import clean, shortened
from jdgap.text.names import name_key, without_leading_number

BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
any_text = st.text(
    st.one_of(st.characters(), st.sampled_from(f"\x00\x1b\x9b\ud800\u200b\ufeff{BIDI}"))
)
pieces = st.sampled_from(
    [
        *(b",", b";", b"\t", b"|", b"\n", b"\r\n", b"\r", b'"', b'""', b"\0", b"sep=;\n", b" "),
        *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"a", b"4", b"\xa1\xd2\xc3", b"\x80", b"\x1b"),
        *("การบริการด้วยใจ".encode(), "รหัสพนักงาน,ตำแหน่ง\n".encode(), "ก,ข\n".encode("utf-16")),
    ]
)
any_bytes = st.one_of(st.binary(max_size=60), st.lists(pieces, max_size=25).map(b"".join))
encodings = st.sampled_from([None, None, "utf-8", "cp874", "utf-16", "utf-7", "ascii", "utf-32"])


@given(any_text)
def test_cleaned_text_has_nothing_that_acts(text):
    """Neither control characters, nor halves, nor marks of direction; and clean stays clean."""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not {unicodedata.category(each) for each in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(cleaned) & set(BIDI)
    assert len(cleaned) <= len(text)


@given(any_text, st.integers(1, 20))
def test_text_is_never_longer_than_the_limit(text, limit):
    """And only cut where it must be."""
    short = shortened(text, limit)
    assert len(short) <= limit
    assert (short == clean(text)) == (len(clean(text)) <= limit)


@given(any_text)
def test_a_name_is_compared_by_what_can_be_seen(text):
    """The key is its own key, and the same for the text as it is shown."""
    key = name_key(text)
    assert name_key(key) == key
    assert name_key(clean(text)) == key
    assert len(without_leading_number(text)) <= len(text)


@given(any_bytes, encodings)
@example(b'a,b\n"c,d', None)
@example(b"sep=\x00\na\x00b", "utf-8")
def test_any_bytes_are_a_table_or_a_fault(content, encoding):
    """No exception but the file's own fault, and no table beyond the limits."""
    sheet, fault = None, None
    try:
        sheet = read_text(content, "f.csv", encoding)
    except FileFaultError as error:
        fault = error
    if fault is not None:
        assert fault.code in KINDS
        assert fault.problem("f.csv").message()
    else:
        assert len(sheet.rows) <= limits.ROWS
        assert all(isinstance(value, str) for row in sheet.rows for value in row)
        assert all(len(row) <= limits.COLUMNS for row in sheet.rows)
