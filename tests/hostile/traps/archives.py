"""Archives that are cut, damaged, or built to hurt whoever unpacks them."""

import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from traps.case import Case, bad, holding

from builders import MAIN, bare_parts, bare_xml, plain_form, write_zip
from jdgap.assessments.opening import limits

_LEVELS = ((3, 4),) * 8
_UNREADABLE = "unreadable"
_UNSAFE = "unsafe-file"
_SHEET = "xl/worksheets/sheet1.xml"
_END = b"PK\5\6"
_ENTRY = b"PK\1\2"


def parts(employee: str = "H-ZIP") -> dict[str, str]:
    """A form that is all right, as the parts of a workbook."""
    return bare_parts(bare_xml(plain_form(_LEVELS, employee_id=employee)))


def packed(content: Mapping[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, part in content.items():
            archive.writestr(zipfile.ZipInfo(name), part, packing)
    return stream.getvalue()


def _cut(share: float) -> Case:
    whole = packed(parts())
    kept = whole[: int(len(whole) * share)] if share < 1 else whole[:-1]
    name = f"cut at {share:.2f}.xlsx"
    return bad(name, "the rest is missing", holding(kept), _UNREADABLE)


def _flipped(seed: int) -> Case:
    """A part whose packed bytes are changed, so that its checksum is wrong."""
    chance = random.Random(seed)  # noqa: S311 (the same in every run)
    content = bytearray(packed(parts()))
    start = content.index(_SHEET.encode()) + len(_SHEET)
    for _ in range(4):
        content[chance.randrange(start + 20, start + 200)] ^= 1 << chance.randrange(8)
    codes = (_UNREADABLE, "empty-workbook", "no-assessment-found")
    return bad(f"flipped {seed}.xlsx", "changed bytes in a part", holding(bytes(content)), *codes)


def _changed(change: Callable[[bytearray], object]) -> Callable[[Path], object]:
    """Make a form whose archive is changed byte by byte."""

    def make(path: Path) -> None:
        content = bytearray(packed(parts()))
        change(content)
        path.write_bytes(content)

    return make


def _each_entry(content: bytearray, offset: int, form: str, value: int) -> None:
    """Write a field of every entry of the table of contents."""
    place = content.find(_ENTRY)
    while place >= 0:
        struct.pack_into(form, content, place + offset, value)
        place = content.find(_ENTRY, place + 4)


def _end(content: bytearray, offset: int, form: str, value: int) -> None:
    struct.pack_into(form, content, content.rindex(_END) + offset, value)


def _with_more(*names: str) -> Callable[[Path], object]:
    """Make a form with parts of these names beside the right ones."""

    def make(path: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, part in [*parts().items(), *((name, "<x/>") for name in names)]:
                    archive.writestr(zipfile.ZipInfo(name), part)

    return make


def _bomb(path: Path) -> None:
    """Ten million spaces in the sheet, packed to ten thousand bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts().items():
            archive.writestr(name, part.replace("</sheetData>", " " * 10**7 + "</sheetData>"))


def _nested(path: Path) -> None:
    inner = packed({"xl/workbook.xml": bytes(10**6)})
    write_zip(path, {f"{number}.xlsx": inner for number in range(50)})


def _overlapping(path: Path) -> None:
    """Three hundred names for one packed megabyte, each at the same place of the file."""
    chance = random.Random(1)  # noqa: S311 (the same in every run)
    content = bytearray(packed({"xl/a0000.xml": chance.randbytes(20_000) + bytes(10**6)}))
    table, end = content.index(_ENTRY), content.rindex(_END)
    entry = bytes(content[table:end])
    entries = b"".join(
        entry.replace(b"a0000", f"{number:05d}".encode()) for number in range(300)
    ) + entry.replace(b"a0000.xml", b"workb.xml")
    tail = struct.pack("<HHHHIIH", 0, 0, 301, 301, len(entries), table, 0)
    path.write_bytes(bytes(content[:table]) + entries + _END + tail)


def _lying_bomb(path: Path) -> None:
    """A sheet of 300 million spaces that says it is 1,000 bytes long."""
    sheet = parts()[_SHEET].encode()
    head, tail = sheet.split(b"</sheetData>")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    begun = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    # What is packed between two full flushes stands alone: the same bytes again, 300 times.
    spaces = packer.compress(b" " * 10**6) + packer.flush(zlib.Z_FULL_FLUSH)
    body = begun + spaces * 300 + packer.compress(b"</sheetData>" + tail) + packer.flush()
    content = packed({**parts(), _SHEET: "x"}, zipfile.ZIP_STORED)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo(_SHEET)
        others = [each for each in archive.infolist() if each.filename != _SHEET]
        texts = {each.filename: archive.read(each) for each in others}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
        # Stored as it is packed already, and declared deflated afterwards.
        archive.writestr(zipfile.ZipInfo(info.filename), body)
    made = bytearray(stream.getvalue())
    local = made.index(info.filename.encode()) - 30
    struct.pack_into("<H", made, local + 8, zipfile.ZIP_DEFLATED)
    struct.pack_into("<I", made, local + 22, 1000)
    entry = made.rindex(info.filename.encode()) - 46
    struct.pack_into("<H", made, entry + 10, zipfile.ZIP_DEFLATED)
    struct.pack_into("<I", made, entry + 24, 1000)
    path.write_bytes(made)


def _wrong_checksum(path: Path) -> None:
    """A level that was changed behind the back of the archive: 3 became 5, packed as it was."""
    content = packed(parts(), zipfile.ZIP_STORED)
    path.write_bytes(content.replace(b"<v>3</v>", b"<v>5</v>", 1))


def _wrong_texts(path: Path) -> None:
    """The same in the texts that cells only number: the reader stops at their end."""
    content = parts("H-TEXTS")
    level = '<c r="B7"><v>3</v></c>'
    assert level in content[_SHEET]
    content[_SHEET] = content[_SHEET].replace(level, '<c r="B7" t="s"><v>0</v></c>')
    content["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si><t>level 3</t></si></sst>'
    whole = packed(content, zipfile.ZIP_STORED)
    path.write_bytes(whole.replace(b"<t>level 3</t>", b"<t>level 5</t>"))


def _zip64(path: Path) -> None:
    """A table of contents that is said to be elsewhere, where there is nothing."""
    content = bytearray(packed(parts()))
    end = content.rindex(_END)
    struct.pack_into("<HHHHII", content, end + 4, *[0xFFFF] * 4, 0xFFFFFFFF, 0xFFFFFFFF)
    locator = struct.pack("<IIQI", 0x07064B50, 0, 2**60, 1)
    path.write_bytes(content[:end] + locator + content[end:])


def _zip64_size(path: Path) -> None:
    """A part that says in its long field that it is an exabyte."""
    content = bytearray(packed({**parts(), "xl/zzz.xml": "<x/>"}))
    entry = content.rindex(b"xl/zzz.xml") - 46
    length = entry + 46 + len("xl/zzz.xml")
    struct.pack_into("<I", content, entry + 24, 0xFFFFFFFF)
    struct.pack_into("<H", content, entry + 30, 12)
    content[length:length] = struct.pack("<HHQ", 1, 8, 2**60)
    end = content.rindex(_END)
    (size,) = struct.unpack_from("<I", content, end + 12)
    struct.pack_into("<I", content, end + 12, size + 12)
    path.write_bytes(content)


def _many_parts(path: Path) -> None:
    more = {f"xl/media/{number}": "" for number in range(limits.ZIP_PARTS)}
    path.write_bytes(packed({**parts(), **more}, zipfile.ZIP_STORED))


def _prefixed(path: Path) -> None:
    path.write_bytes(b"MZ" + bytes(510) + packed(parts()))


CASES: tuple[Case, ...] = (
    *map(_cut, (0.004, 0.02, 0.1, 0.25, 0.5, 0.75, 0.95, 1)),
    *map(_flipped, range(6)),
    bad("bomb.xlsx", "unpacks to a thousand times its size", _bomb, _UNSAFE),
    bad("parts.xlsx", "more parts than are read", _many_parts, _UNSAFE),
    bad("nested.xlsx", "bombs inside an archive", _nested, "not-a-spreadsheet", _UNSAFE),
    bad("overlap.xlsx", "many names for one place", _overlapping, _UNSAFE, _UNREADABLE),
    bad("lying bomb.xlsx", "a bomb that says it is small", _lying_bomb, _UNREADABLE, _UNSAFE),
    bad("checksum.xlsx", "a level that was changed in the archive", _wrong_checksum, _UNREADABLE),
    bad("checksum of texts.xlsx", "a text that was changed", _wrong_texts, _UNREADABLE),
    bad("same.xlsx", "a part twice", _with_more(_SHEET), _UNSAFE),
    bad("case.xlsx", "a part twice but for case", _with_more(_SHEET.upper()), _UNSAFE),
    bad("slash.xlsx", "a part twice but for \\", _with_more(_SHEET.replace("/", "\\")), _UNSAFE),
    bad("climb.xlsx", "a part that climbs out", _with_more("../../evil.xml"), _UNSAFE),
    bad("climb 2.xlsx", "one that climbs out with \\", _with_more("xl\\..\\..\\evil"), _UNSAFE),
    bad("root.xlsx", "a part at the root of the disk", _with_more("/etc/evil"), _UNSAFE),
    bad("zip64.xlsx", "a table of contents that is not there", _zip64, _UNREADABLE),
    bad("zip64 size.xlsx", "a part of an exabyte", _zip64_size, _UNSAFE, _UNREADABLE),
    bad("prefixed.xlsx", "a program before the archive", _prefixed, "not-a-spreadsheet"),
    bad(
        "packing.xlsx",
        "a packing that no office program knows",
        lambda path: path.write_bytes(packed(parts(), zipfile.ZIP_LZMA)),
        _UNREADABLE,
    ),
    bad(
        "encrypted part.xlsx",
        "parts that are said to be encrypted",
        _changed(lambda content: _each_entry(content, 8, "<H", 1)),
        *(_UNREADABLE, "password-protected"),
    ),
    bad(
        "disk.xlsx",
        "a table of contents beyond the end",
        _changed(lambda content: _end(content, 16, "<I", 10**9)),
        _UNREADABLE,
    ),
    bad(
        "no entries.xlsx",
        "a table of contents that is said to be empty",
        _changed(lambda content: (_end(content, 8, "<I", 0), _end(content, 12, "<I", 0))),
        *(_UNREADABLE, "not-a-spreadsheet"),
    ),
    bad(
        "places.xlsx",
        "parts that all begin in the middle of another",
        _changed(lambda content: _each_entry(content, 42, "<I", 77)),
        _UNREADABLE,
    ),
    bad(
        "sizes.xlsx",
        "parts that are said to be four gigabytes",
        _changed(lambda content: _each_entry(content, 24, "<I", 0xFFFFFFF0)),
        _UNSAFE,
    ),
)
