"""What was found in a part of an archive, for parts that are packed alike.

The forms of a round are copies of a few workbooks. Most of their parts (looks, lists, the guide)
are byte for byte as in the form before, and would be unpacked and searched for each employee anew.
"""

import zipfile
from collections.abc import Callable
from typing import Final, TypeVar, cast

_Found = TypeVar("_Found")

_HEADER_BYTES: Final = 30
"""What stands in an archive before the name and the content of a part."""
_TIME: Final = slice(10, 14)
"""The time of saving in it; all else decides whether a part unpacks, and to what."""
_LENGTHS: Final = (slice(26, 28), slice(28, 30))
"""How long the name is, and what is added to it."""

_MOST_BYTES: Final = 32 * 1024
_MOST_PARTS: Final = 256
"""Parts of forms are smaller when packed, and fewer; so no more than 8 MiB are kept."""
_found: dict[tuple[object, ...], tuple[object]] = {}


def found_once(
    content: bytes, part: zipfile.ZipInfo, find: Callable[[], _Found], as_: object
) -> _Found:
    """Return what `find` finds in a part, or found in one that was packed alike.

    Args:
        content: All bytes of the archive.
        part: The part, as the archive lists it.
        find: Looks into the part. Nobody may change what it returns; what it raises is forgotten.
        as_: What is looked for; the same thing each time.
    """
    if part.compress_size > _MOST_BYTES:
        return find()
    start = part.header_offset
    header = content[start : start + _HEADER_BYTES]
    named = sum(int.from_bytes(header[length], "little") for length in _LENGTHS)
    end = start + _HEADER_BYTES + named + part.compress_size
    listed = (part.orig_filename, part.flag_bits, part.compress_type, part.CRC, part.file_size)
    key = (as_, *listed, header[: _TIME.start], content[start + _TIME.stop : end])
    before = _found.get(key)
    if before:
        return cast(_Found, before[0])
    found = find()
    if len(_found) >= _MOST_PARTS:
        _found.clear()
    _found[key] = (found,)
    return found
