"""Damaging what a workbook is stored as: bytes, the parts of its archive, the XML in them."""

import re
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Final, TypeAlias

Parts: TypeAlias = list[tuple[str, bytes]]

_TOKEN: Final = re.compile(rb"<[^>]*>|[^<]+")
_VALUE: Final = re.compile(rb'"[^"<>]*"')
_WORDS: Final = (
    *(b"", b"0", b"1", b"-1", b"4294967295", b"99999999999", b"1e999", b"NaN", b"1048577", b" 4 "),
    *(b"A1", b"A0", b"XFD1048576", b"ZZZZZZZ1", b"A1:XFD1048576", b"a1", b"1A", b"s", b"e", b"b"),
    *(
        b"inlineStr",
        b"str",
        b"d",
        b"hidden",
        b"veryHidden",
        b"rId9",
        b"../../x",
        b"/xl/workbook.xml",
    ),
    *(b"&lt;", b"&#0;", b"&#xD800;", b"&x;", b"]]>", b"_x001B_", b"\x00", b"\xff\xfe", b"\xe0\xb8"),
    *(b"#REF!", b"2569", b"\xe0\xb9\x94", b"true", b"utf-16", b"utf-7", b"a" * 40_000),
)
_INSERTED: Final = (
    *(
        b"<f>1+1</f>",
        b'<c r="B9" t="e"><v>#N/A</v></c>',
        b"<row/>",
        b"<v>",
        b"</row>",
        b"<!--",
        b"-->",
    ),
    *(b'<mergeCell ref="A1:C99"/>', b'<!DOCTYPE x [<!ENTITY x "xx">]>', b"<![CDATA[", b"<?x?>"),
    *(
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<col min="1" max="16384" hidden="1"/>',
    ),
    *(
        b'<c r="A1" t="s"><v>99999</v></c>',
        b"<t>" + b"\xe0\xb9\x89" * 3_000 + b"</t>",
        b"\xef\xbb\xbf",
    ),
    b'<table:table-cell table:number-columns-repeated="99999999"/>',
)
_MOST_DAMAGES: Final = 5
_MOST_COPIES: Final = (2, 2, 3, 100, 20_000)


def damaged_bytes(chance: Random, content: bytes, other: bytes) -> bytes:
    """Return `content` with bytes changed, cut out, repeated, or with a part of `other` in it."""
    found = bytearray(content)
    for _ in range(chance.randrange(_MOST_DAMAGES) + 1):
        start = chance.randrange(len(found) + 1)
        end = min(len(found), start + chance.choice((1, 2, 16, 400, len(found))))
        match chance.randrange(6):
            case 0 if start < len(found):
                found[start] ^= 1 << chance.randrange(8)
            case 1 if start < len(found):
                found[start] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
            case 2:
                del found[start:end]
            case 3:
                found[start:start] = found[start:end] * chance.choice((1, 1, 2, 50))
            case 4:
                place = chance.randrange(len(other) + 1)
                found[start:end] = other[place : place + chance.choice((4, 64, 2_000))]
            case _:
                found[start:start] = chance.choice(_WORDS)
    return bytes(found)


def damaged_archive(chance: Random, content: bytes, other: bytes) -> bytes:
    """Return an archive with parts missing, exchanged, renamed, damaged, or too many of them."""
    parts = _parts(content)
    if not parts:
        return damaged_bytes(chance, content, other)
    for _ in range(chance.randrange(2) + 1):
        chance.choice(_ON_PARTS)(chance, parts, other)
        if not parts:
            break
    return _packed(chance, parts)


def damaged_xml(chance: Random, content: bytes, _other: bytes) -> bytes:
    """Return an archive in one part of which tags, attributes or texts were changed."""
    parts = _parts(content)
    written = [place for place, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    if not written:
        return damaged_bytes(chance, content, _other)
    sheets = [
        place for place in written if "sheet" in parts[place][0] or "content" in parts[place][0]
    ]
    place = chance.choice(sheets if sheets and chance.random() < 0.7 else written)
    tokens: list[bytes] = _TOKEN.findall(parts[place][1])
    for _ in range(chance.randrange(_MOST_DAMAGES) + 1):
        if tokens:
            _damage_token(chance, tokens)
    parts[place] = parts[place][0], b"".join(tokens)
    return _packed(chance, parts)


def _damage_token(chance: Random, tokens: list[bytes]) -> None:
    place = chance.randrange(len(tokens))
    match chance.randrange(7):
        case 0:
            del tokens[place]
        case 1:
            end = place + chance.choice((1, 5, 40))
            tokens[place:place] = tokens[place:end] * chance.choice(_MOST_COPIES)
            del tokens[1_000_000:]
        case 2:
            other = chance.randrange(len(tokens))
            tokens[place], tokens[other] = tokens[other], tokens[place]
        case 3:
            tokens.insert(place, chance.choice(_INSERTED))
        case 4 if not tokens[place].startswith(b"<"):
            tokens[place] = chance.choice(_WORDS)
        case _:
            values = list(_VALUE.finditer(tokens[place]))
            if values:
                found = chance.choice(values)
                before, after = tokens[place][: found.start()], tokens[place][found.end() :]
                tokens[place] = before + b'"' + chance.choice(_WORDS) + b'"' + after


def _drop_part(chance: Random, parts: Parts, _other: bytes) -> None:
    del parts[chance.randrange(len(parts))]


def _exchange_parts(chance: Random, parts: Parts, _other: bytes) -> None:
    one, two = chance.randrange(len(parts)), chance.randrange(len(parts))
    (name, content), (second, more) = parts[one], parts[two]
    parts[one], parts[two] = (name, more), (second, content)


def _rename_part(chance: Random, parts: Parts, _other: bytes) -> None:
    place = chance.randrange(len(parts))
    name, content = parts[place]
    names = (name.upper(), name.replace("/", "\\"), f"../{name}", f"/{name}", name[:-1], "mimetype")
    parts[place] = chance.choice(names), content


def _repeat_part(chance: Random, parts: Parts, _other: bytes) -> None:
    parts.append(chance.choice(parts))


def _damage_part(chance: Random, parts: Parts, other: bytes) -> None:
    place = chance.randrange(len(parts))
    parts[place] = parts[place][0], damaged_bytes(chance, parts[place][1], other)


def _blow_up_part(chance: Random, parts: Parts, _other: bytes) -> None:
    place = chance.randrange(len(parts))
    parts[place] = parts[place][0], parts[place][1] + b" " * chance.choice((1_000, 5_000_000))


def _part_of_another(chance: Random, parts: Parts, other: bytes) -> None:
    others = _parts(other)
    if others:
        name, content = chance.choice(others)
        parts[:] = [part for part in parts if part[0] != name] + [(name, content)]


_ON_PARTS: Final[tuple[Callable[[Random, Parts, bytes], None], ...]] = (
    *(_drop_part, _exchange_parts, _rename_part, _repeat_part, _damage_part, _damage_part),
    *(_blow_up_part, _part_of_another),
)


def _parts(content: bytes) -> Parts:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except zipfile.BadZipFile:
        return []


def _packed(chance: Random, parts: Parts) -> bytes:
    stream = BytesIO()
    packing = zipfile.ZIP_STORED if chance.random() < 0.1 else zipfile.ZIP_DEFLATED
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", packing) as archive:
        warnings.simplefilter("ignore")  # of two parts of one name, which is meant
        for name, content in parts:
            archive.writestr(name or "x", content)
    return stream.getvalue()
