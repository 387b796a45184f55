"""Tables of text (CSV, TSV) into a grid."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.text_files import known_encoding, read_text

TABLE = "สมรรถนะ,ประเมินตนเอง\nการบริการด้วยใจ,๔\n"
ROWS = [["สมรรถนะ", "ประเมินตนเอง"], ["การบริการด้วยใจ", "๔"]]


def rows_of(text, encoding="utf-8"):
    return read_text(text.encode(encoding), "f.csv").rows


def fault(content, encoding=None):
    with pytest.raises(FileFaultError) as caught:
        read_text(content, "f.csv", encoding)
    return caught.value.code, caught.value.facts["reason"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_the_encoding_is_found(encoding):
    """Thai is read in every encoding that office programs write, without a byte-order mark."""
    assert rows_of(TABLE, encoding) == ROWS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_both_byte_orders(encoding):
    """The mark of UTF-16 says which byte comes first."""
    assert rows_of("\ufeff" + TABLE, encoding) == ROWS


def test_thai_far_down_the_file():
    """A file whose first lines are ASCII is not taken for UTF-8 before its end was seen."""
    text = "a,b\n" * 100_000 + "ก,ข\n"
    assert rows_of(text, "cp874")[-1] == ["ก", "ข"]


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 4,
        b"a,b\n" * 50 + b"\0\n",
        b"a,b\n\x80\x81\x84\n",
        b"\xff\xfea",
        b"\xef\xbb\xbfa,b\n\xa1\xa2\n",
        b"\x01\x02,\x03\x04\x05",
        b"\xff\xfea\0,\0" + b"\0\0" * 40,
    ],
)
def test_what_is_no_text(content):
    """Zeros, control characters and bytes that fit no encoding are no spreadsheet."""
    code, reason = fault(content)
    assert code == "not-a-spreadsheet"
    assert "kind" in reason


def test_a_few_control_characters_are_let_through():
    """A stray control character in a cell does not make the file another kind."""
    assert rows_of("a,b\n1,2\x1b\x0b" + "\n3,4" * 9)[1] == ["1", "2\x1b\x0b"]


def test_the_encoding_that_was_named():
    """What the user says goes before what the file looks like, marks of byte order included."""
    assert read_text("é,1".encode("cp1252"), "", "cp1252").rows == [["é", "1"]]
    assert read_text("\ufeffก,1".encode("utf-16-le"), "", "utf-16-le").rows == [["ก", "1"]]
    assert read_text("\ufeffก,1".encode(), "", "utf-8").rows == [["ก", "1"]]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TABLE.encode("cp874"), "utf-8"),
        (TABLE.encode(), "ascii"),
        (b"+2AA-,b", "utf-7"),
        (rb"\ud800,b", "unicode_escape"),
    ],
)
def test_another_encoding_than_the_one_named(content, encoding):
    """Text that does not fit, or gives half characters, is unreadable."""
    code, reason = fault(content, encoding)
    assert code == "unreadable"
    assert "encoding" in reason


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "cp874", "TIS-620", "utf-16-le", "utf_32"])
def test_encodings_that_are_known(name):
    """Any encoding of text is known, under all its names."""
    assert known_encoding(name)


@pytest.mark.parametrize(
    "name", ["", "klingon", "hex", "rot13", "zip", "undefined", "a\0", "\udc80"]
)
def test_encodings_that_are_not(name):
    """Names of nothing, and of what does not give text."""
    assert not known_encoding(name)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    """Every usual delimiter is found, with quoted delimiters and line breaks in the cells."""
    cells = [["ข้อ", "a,b;c\td|e"], ["ก\nข", '4 "ดี"'], ["", "5"]]
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(cells)
    assert rows_of(stream.getvalue()) == cells


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("แบบประเมิน\nรหัส,S-001\nชื่อ,ก\n\nสมรรถนะ,ตน,หัวหน้า\nก,1,2\nข,3,4\nค,3,4\n", 3),
        ("ชื่อ;ระดับ\nรู้, เข้าใจ, ทำได้;4\nรู้;5\nทำ, สอน;3\n", 2),
        ("ID\tName\tLevel\n1\tDoe, J\t4\n2\tRoe, R\t5\n", 3),
        ("ID\tName, first\tLevel\n1\tDoe, J\t4\n", 3),
        ("ID,Choices,Level\n1,a;b;,4\n2,b;c;,5\n", 3),
        ("\n\n \nข้อ;ระดับ\n1;4\n", 2),
        ("\n" * 600 + "ข้อ;ระดับ\n1;4\n", 2),
        ('id,text,level\n1,"a;b\nc;d\ne;f",4\n', 3),
        ('ข้อ,ระดับ\n"ก\nข\nค\nง;จ;ฉ",4\n', 2),
    ],
)
def test_delimiters_in_the_text_of_cells(text, columns):
    """The delimiter is what parts rows evenly, not what is most frequent."""
    assert max(len(row) for row in rows_of(text)) == columns


@pytest.mark.parametrize("text", ["ขอส่งแบบประเมินในสัปดาห์หน้า\nตัวอย่าง ใจดี\n", "P", "\n \n", "\ufeff"])
def test_text_without_columns(text):
    """A letter is no table."""
    assert fault(text.encode()) == ("not-a-spreadsheet", "it is text without columns")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=;\na,b;c\n1;2\n", [["a,b", "c"], ["1", "2"]]),
        ("SEP=,\r\na,b\r\n", [["a", "b"]]),
        ('"sep=:"\r1:2', [["1", "2"]]),
        ("sep=\t\n\nx\ty", [[], ["x", "y"]]),
        ("sep=;\nเดียว\n", [["เดียว"]]),
        ("sep=|", []),
        ("sep=;x\na;b\n", [["sep=", "x"], ["a", "b"]]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_line_that_names_the_delimiter(text, rows, encoding):
    """Excel's first line `sep=` is followed, and as in Excel the next line is row 1."""
    assert rows_of(text, encoding) == rows


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_addresses_are_those_of_excel(end):
    """One record is one row: blank lines count, line breaks inside a cell do not."""
    text = end.join(["", "a,b", "", '"x', 'y",4', "5,6"])
    assert rows_of(text) == [[], ["a", "b"], [], [f"x{end}y", "4"], ["5", "6"]]


def test_only_line_ends_end_a_line():
    """Other characters that Python takes for line ends stay in their cell."""
    assert rows_of("a\x0bb,c\u2028d\x85\ne,f\n")[0] == ["a\x0bb", "c\u2028d\x85"]


def test_blank_rows_at_the_end_are_no_rows():
    """A sheet ends with its last value, as in a workbook."""
    assert rows_of("a,b\n1,2\n,,,,\n\n,\n") == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize("end", ["", "\n", "\nmore,1", "\n\n\n"])
def test_a_quotation_mark_that_is_never_closed(end):
    """It would swallow the rows below it, so the file is unreadable and not cut short."""
    code, reason = fault(f'a,b\n1,2\n3,"4{end}'.encode())
    assert code == "unreadable"
    assert "quotation mark" in reason


def test_a_quotation_mark_inside_a_cell():
    """A mark of inches opens nothing."""
    assert rows_of('a,b\n5" pipe,"x"\n') == [["a", "b"], ['5" pipe', "x"]]


@pytest.mark.parametrize(("more", "code"), [(0, None), (1, "unreadable")])
def test_a_cell_longer_than_excel_allows(more, code):
    """As many characters as Excel allows are read, one more is a problem."""
    content = b"a," + b"x" * (limits.CELL_CHARACTERS + more) + b"\n1,2"
    if code:
        assert fault(content)[0] == code
    else:
        assert len(read_text(content, "").rows[0][1]) == limits.CELL_CHARACTERS


def test_the_settings_of_csv_are_left_as_they_were():
    """A library does not change what other code in the process reads with."""
    before = csv.field_size_limit()
    fault(b"a," + b"x" * 40_000)
    rows_of("a,b")
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(("name", "bound"), [("ROWS", 3), ("COLUMNS", 2)])
def test_too_many_cells(monkeypatch, name, bound):
    """More rows or columns than the bound are a problem that says how many; the bound is inside."""
    monkeypatch.setattr(limits, name, bound)
    code, reason = fault(b"1,2,3\n" * 4)
    assert code == "too-large"
    assert reason.startswith("4 × 3 > ")
    inside = b"1,2\n" * 3 + b"\n" * 9
    assert len(read_text(inside, "").rows) == 3


def test_a_survey_of_100_000_answers():
    """It fits below a few lines of heading."""
    text = "แบบสำรวจ\n\nรหัส,ระดับ\n" + "S-1,4\n" * 100_000
    assert len(rows_of(text)) == 100_003


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1)
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_what_excel_writes_reads_back(rows, delimiter, encoding):
    """Whatever the cells hold, a table that names its delimiter reads back exactly."""
    assume(any(rows[-1]))
    stream = io.StringIO()
    stream.write(f"sep={delimiter}\r\n")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    assert rows_of(stream.getvalue(), encoding) == rows


@given(st.binary(max_size=300))
def test_any_bytes(content):
    """Whatever the bytes are, they are a table or a named fault."""
    try:
        sheet = read_text(content, "")
    except FileFaultError as error:
        assert error.code in {"not-a-spreadsheet", "unreadable"}  # noqa: PT017
    else:
        assert all(isinstance(value, str) for row in sheet.rows for value in row)
