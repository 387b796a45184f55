"""Labels and values that stand in one cell: after a colon, on dotted lines, or word after word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from jdgap.assessments.cells.labels import Field, field_of, names_rater
from jdgap.assessments.cells.person_names import begins_with_prefix
from jdgap.positions import Names
from jdgap.text.rounds import names_part

_COLON = re.compile(r"[:：]")
_DOTS = re.compile(r"[.…_]{3,}|…+")
_DIGIT = re.compile(r"[0-9๐-๙]")
_YEAR = re.compile(r"(?<![0-9๐-๙])[0-9๐-๙]{4}(?![0-9๐-๙])")
_LABEL_AND_ROUND = re.compile(
    r"(?P<label>.*?)\s*(?P<round>(?:[1-4๑-๔]\s*[/-]\s*)?[0-9๐-๙]{4}(?:\s*[/-]\s*[1-4๑-๔])?)"
)
_LONGEST_LABEL: Final = 4
"""Words of the longest label that is looked for between other words."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label in a cell.

    Attributes:
        field: What it asks for.
        value: What the same cell answers, "" where the answer stands elsewhere.
        label: As written.
    """

    field: Field
    value: str
    label: str


@lru_cache(maxsize=8192)
def in_one_cell(text: str, names: Names) -> tuple[Labelled, ...]:
    """Return the labels in a cell with their values; none where it is no label.

    Args:
        text: What the cell says.
        names: The names of the book, which tell a position from other words.
    """
    dotted = tuple(_on_dotted_lines(text))
    if dotted:
        return dotted
    label, colon, rest = _split(text)
    if not colon and len([piece for piece in _DOTS.split(text) if piece.strip()]) > 1:
        return ()  # several labels with nothing written between them
    field = asked_by(label)
    if field is None:
        named = _LABEL_AND_ROUND.fullmatch(text)
        if named and field_of(named["label"]) is Field.ROUND:
            return (Labelled(Field.ROUND, named["round"], named["label"]),)
        return tuple(_in_words(text, names))
    if colon and rest:
        # "ชื่อ: สมชาย  ตำแหน่ง: ..." in one cell is two labels.
        lines = _in_one_line(Labelled(field, rest, label))
        return tuple(each for line in lines for each in in_value(line, names))
    return (Labelled(field, "", label),)


def in_value(line: Labelled, names: Names) -> list[Labelled]:
    """Return a value without the further labels and their values that it holds, and these.

    `สมชาย ใจดี ตำแหน่ง ผู้จัดการ` is a name and a position; `เจ้าหน้าที่ ฝ่าย บัญชี` is one position.
    """
    words = line.value.split(" ")
    if line.field is Field.POSITION and names.knows_position(line.value):
        return [line]
    if line.field is Field.DEPARTMENT and names.department(line.value):
        return [line]  # such as `Domain name services`
    for start in range(1, len(words) - 1):
        found = _label_at(words, start)
        if found is None or start + found[1] >= len(words):
            continue
        field, length = found
        before, after = " ".join(words[:start]), " ".join(words[start + length :])
        if _tells_apart(line.field, field, (before, after), names):
            label = " ".join(words[start : start + length])
            first = Labelled(line.field, before, line.label)
            return [first, *in_value(Labelled(field, after, label), names)]
    return [line]


def _tells_apart(outer: Field, inner: Field, parts: tuple[str, str], names: Names) -> bool:
    """Return whether a word for `inner` in the value of `outer` is surely a label."""
    before, after = parts
    if inner is outer:
        return False
    if inner is Field.ROUND:
        return _YEAR.search(after) is not None
    if inner is Field.EMPLOYEE_ID:
        return _DIGIT.search(after) is not None
    if inner is Field.DEPARTMENT and outer is not Field.NAME:
        return outer is Field.POSITION and names.knows_position(before)
    return True


def _in_words(text: str, names: Names) -> list[Labelled]:
    """Return labels and values that follow one another without colons, where that is sure."""
    words = text.split(" ")
    found = _label_at(words, 0)
    if found is None or found[1] >= len(words):
        return []
    field, length = found
    label = " ".join(words[:length])
    if field is Field.ROUND and names_part(text):
        return [Labelled(field, text, label)]  # `รอบที่ 1 ปี 2569`: the label is a part of it
    line = Labelled(field, " ".join(words[length:]), label)
    lines = in_value(line, names)
    return lines if len(lines) > 1 or _is_surely(field, line.value, names) else []


def _is_surely(field: Field, value: str, names: Names) -> bool:
    """Return whether words after a label, with nothing between, are what it asks for."""
    if field is Field.EMPLOYEE_ID:
        return " " not in value and _DIGIT.search(value) is not None
    if field is Field.NAME:
        return begins_with_prefix(value)
    return field is Field.POSITION and names.knows_position(value)


def _label_at(words: list[str], start: int) -> tuple[Field, int] | None:
    """Return what the longest label that begins at a word asks for, and of how many words."""
    for length in range(min(_LONGEST_LABEL, len(words) - start), 0, -1):
        field = asked_by(" ".join(words[start : start + length]))
        if field is not None:
            return field, length
    return None


def begins_with_label(text: str) -> bool:
    """Return whether a cell of several words begins with a label that asks for who it is."""
    words = text.split(" ")
    found = _label_at(words, 0) if len(words) > 1 else None
    return found is not None and found[0] in {Field.EMPLOYEE_ID, Field.NAME, Field.POSITION}


def asked_by(label: str) -> Field | None:
    """Return what a label asks for; what it asks of a rater is not needed."""
    return field_of(label) or (Field.OTHER if names_rater(label) else None)


def label_part(text: str) -> str:
    """Return what stands before the first colon of a cell, without the dots of a form."""
    return _split(text)[0]


@lru_cache(maxsize=8192)
def without_dots(text: str) -> str:
    """Return what is written on dotted lines."""
    return _DOTS.sub(" ", text).strip()


def _on_dotted_lines(text: str) -> Iterator[Labelled]:
    """Yield what stands on the dotted lines of a printed form: `ชื่อ ....ก.... ตำแหน่ง ....ข....`."""
    pieces = [piece.strip(" :") for piece in _DOTS.split(text)]
    for label, value in pairwise(pieces):
        field = asked_by(label)
        if field is not None and value and asked_by(value) is None:
            yield Labelled(field, value, label)


def _split(text: str) -> tuple[str, bool, str]:
    parts = _COLON.split(_DOTS.sub(" ", text), maxsplit=1)
    return parts[0].strip(), len(parts) > 1, parts[1].strip() if len(parts) > 1 else ""


def _in_one_line(line: Labelled) -> Iterator[Labelled]:
    field, label = line.field, line.label
    pieces = _COLON.split(line.value)
    for place, piece in enumerate(pieces):
        words, following, ending = piece.strip(), None, ""
        if place + 1 < len(pieces):
            words, following, ending = _without_label(words)
        yield Labelled(field, words, label)
        if following is None:
            return
        field, label = following, ending


def _without_label(words: str) -> tuple[str, Field | None, str]:
    """Return `words` without the label they end with, what that asks for, and the label.

    The longest label counts.
    """
    parts = words.split(" ")
    for place in range(len(parts)):
        label = " ".join(parts[place:])
        field = asked_by(label)
        if field is not None:
            return " ".join(parts[:place]).strip(), field, label
    return words, None, ""
