"""Comparing names as people type them.

Two names are the same when their keys are equal; nothing else matches. A near match is only
ever a suggestion, because titles that do not exist score as high as titles that do.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final


class _Kept(dict[int, int | None]):
    """What becomes of each character of a key; only letters, marks and numbers are kept."""

    def __missing__(self, code: int) -> int | None:
        kept = code if unicodedata.category(chr(code))[0] in "LMN" else None
        self[code] = kept
        return kept


class _Seen(dict[int, int | None]):
    """What becomes of each character of an id: what nobody sees goes."""

    def __missing__(self, code: int) -> int | None:
        seen = None if unicodedata.category(chr(code)) == "Cf" else code
        self[code] = seen
        return seen


class _Parted(dict[int, int | None]):
    """What becomes of each character of an id that is seen: a dash of all that parts."""

    def __missing__(self, code: int) -> int | None:
        parted = code if unicodedata.category(chr(code))[0] in "LMN" else ord("-")
        self[code] = parted
        return parted


THAI_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
"""What `str.translate` takes to write them as Arabic ones."""

_SEEN: Final = _Seen(THAI_DIGITS)
_PARTED: Final = _Parted()
_KEPT: Final = _Kept(str.maketrans("๐๑๒๓๔๕๖๗๘๙ๅ", "0123456789า"))
_NIKHAHIT = "\u0e4d"
_TONES = "\u0e48-\u0e4b"
_SARA_AM = re.compile(f"{_NIKHAHIT}([{_TONES}]?)า|([{_TONES}]){_NIKHAHIT}า")
_MARKS = re.compile(r"\W{2,}")  # of letters, marks and numbers, \W leaves the marks
_TONE_AFTER_SARA_AM = re.compile(rf"(\W*{_NIKHAHIT})า([{_TONES}]+)(?!\W)")
_NOT_ALPHANUMERIC = re.compile("[^0-9a-z]+")
_PLAIN_ID: Final = re.compile("([a-z]*)[ _./-]*([0-9]+)")
"""How most ids are written, `S-001`: a survey has 100,000."""
_BETWEEN_DIGITS: Final = re.compile("(?<=[0-9])[^0-9a-z]+(?=[0-9])")
_DASHES_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d)-+(?=\d)")
_WHOLE_NUMBER: Final = re.compile(r"\s*([0-9]+)\.0\s*")
_LEADING_NUMBER = re.compile(r"^\s*[(\[]?\s*[0-9๐-๙]+(?:[.][0-9๐-๙]+)*(?:\s*[.)\]]+\s*|\s+)")

_ALIKE: Final = 75.0
"""Percent of likeness: `manger` and `manager` have 92, `manager` and `front-desk-manager` 61."""

_ABBREVIATIONS: Final[Mapping[str, str]] = {
    "จนท": "เจ้าหน้าที่",
    "หน": "หัวหน้า",
    "ผจก": "ผู้จัดการ",
    "ผช": "ผู้ช่วย",
    "รองผจก": "รองผู้จัดการ",
    "สนง": "สำนักงาน",
    "สอ": "สหกรณ์ออมทรัพย์",
    "it": "เทคโนโลยีสารสนเทศ",
    "ไอที": "เทคโนโลยีสารสนเทศ",
}


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return the key under which typing variants of one name are equal.

    Width and composition of characters, the order and doubling of Thai marks, a decomposed ำ,
    เเ for แ, ๅ for า, Thai digits, letter case, invisible characters, spaces, dashes, brackets
    and punctuation do not matter. The key is for comparing only; what is shown is as written.
    It is idempotent. A name without a letter or digit has the empty key.
    """
    if name.isascii():  # ids, mostly; nothing of Thai needs to be looked after
        return _NOT_ALPHANUMERIC.sub("", name.lower())
    key = _keyed(name)
    while (again := _keyed(key)) != key:  # a heap of marks may need a second sorting
        key = again
    return key


def _keyed(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold()
    text = text.translate(_KEPT)
    # Casefolding and dropping characters can make new sequences that NFKC would compose.
    text = unicodedata.normalize("NFKC", text)
    text = text.replace("เเ", "แ")
    text = _MARKS.sub(_sorted_marks, text)  # first: a heap of marks would take the next one long
    text = _MARKS.sub(_sorted_marks, _TONE_AFTER_SARA_AM.sub(r"\1\2า", text))
    text = _SARA_AM.sub(lambda found: (found[1] or found[2] or "") + "ำ", text)
    return text.replace("ํา", "ำ")


def id_key(written: str) -> str:
    """Return the key under which typing variants of one employee id are equal.

    As in `name_key`, but that what stands between two digits parts them: `S-001`, `s 001` and
    `S001` are one id; `1-12`, `11-2` and `112` are three. Which dash, space or stop it is does
    not matter. A whole number may have been written as `7.0`. Leading zeros count: `7` and `007`
    may be two people. An e-mail address is taken whole, its dots and dashes with it.
    """
    plain = _PLAIN_ID.fullmatch(written.lower())
    return plain[1] + plain[2] if plain else _other_id_key(written)


@lru_cache(maxsize=8192)
def _other_id_key(written: str) -> str:
    if written.isascii():
        return _ascii_id_keyed(written.lower())
    key = _id_keyed(written)
    while (again := _id_keyed(key)) != key:  # as in `name_key`
        key = again
    return key


def _ascii_id_keyed(text: str) -> str:
    if "@" in text:
        return "".join(text.split())
    if ".0" in text and (number := _WHOLE_NUMBER.fullmatch(text)):
        return number[1]
    if not _BETWEEN_DIGITS.search(text):
        return _NOT_ALPHANUMERIC.sub("", text)
    parts = _BETWEEN_DIGITS.split(text)
    return "-".join([_NOT_ALPHANUMERIC.sub("", part) for part in parts])


def _id_keyed(written: str) -> str:
    text = unicodedata.normalize("NFKC", written).casefold().translate(_SEEN)
    if text.isascii():
        return _ascii_id_keyed(text)
    if "@" in text:
        return "".join(text.split())
    return "-".join(map(name_key, _DASHES_BETWEEN_DIGITS.split(text.translate(_PARTED))))


def _sorted_marks(found: re.Match[str]) -> str:
    """Put the marks on one letter in one order (nikhahit last), each once."""
    marks = sorted(set(found[0]), key=lambda mark: (mark == _NIKHAHIT, mark))
    return "".join(marks)


@lru_cache(maxsize=8192)
def without_leading_number(name: str) -> str:
    """Return `name` without a list number such as `1.`, `๒)` or `(3)` before it."""
    return _LEADING_NUMBER.sub("", name, count=1)


def suggestions(name: str, candidates: Iterable[str], *, limit: int = 3) -> list[str]:
    """Return up to `limit` of `candidates` that `name` may have meant, best first.

    For showing to a person, never for taking silently. Usual abbreviations (จนท., หน., ผจก.)
    are understood. Equal scores keep the order of `candidates`.

    The score adds the likeness of the whole to the likeness of its runs of three characters: a
    short name such as `จนท.สวัสดิการ` shares few characters with a long title, but a telling run.
    """
    from rapidfuzz import fuzz

    wanted = _spelt_out(name)

    def unlikeness(offered: tuple[int, str]) -> tuple[float, int]:
        place, candidate = offered
        key = _spelt_out(candidate)
        likeness = fuzz.ratio(wanted, key) + fuzz.token_set_ratio(_runs(wanted), _runs(key))
        return -likeness, place

    return [candidate for _, candidate in sorted(enumerate(candidates), key=unlikeness)[:limit]]


def alike(name: str, candidates: Iterable[str], *, limit: int = 3) -> list[str]:
    """Return up to `limit` of `candidates` that `name` is probably a slip of, best first.

    Where `suggestions` always has something to show, this has nothing unless it looks like it.
    """
    from rapidfuzz import fuzz

    likeness = {
        each: max(fuzz.ratio(key(name), key(each)) for key in (name_key, _spelt_out))
        for each in candidates
    }
    near = [each for each, percent in likeness.items() if percent >= _ALIKE]
    return sorted(near, key=lambda each: -likeness[each])[:limit]


def _runs(key: str) -> str:
    return " ".join(key[place : place + 3] for place in range(max(1, len(key) - 2)))


def _spelt_out(name: str) -> str:
    words = re.split(r"[\s.\-/()]+", name.casefold())
    key = name_key("".join(_ABBREVIATIONS.get(word, word) for word in words))
    return key.replace("ไอที", _ABBREVIATIONS["ไอที"])
