"""A part that is packed as one before is not looked into again; any other is."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from jdgap.assessments.opening import packed_alike
from jdgap.assessments.opening.guard import DAMAGED_ARCHIVE
from jdgap.assessments.opening.packed_alike import found_once

WHEN, LATER = (2026, 1, 1, 0, 0, 0), (2026, 12, 31, 23, 59, 58)


@pytest.fixture(autouse=True)
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_alike, "_found", {})


class Seen:
    """What was looked into."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def look(self, path: Path, name: str = "a", *, as_: object = "part") -> object:
        """What is found in a part of the archive at `path`."""
        content = path.read_bytes()
        with zipfile.ZipFile(path) as archive:

            def find() -> bytes:
                self.parts.append(name)
                return archive.read(name)

            return found_once(content, archive.getinfo(name), find, as_)


def archive(path: Path, *parts: tuple[str, str], when=WHEN, packing=zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, content in parts:
            made.writestr(zipfile.ZipInfo(name, when), content, packing)
    return path


def test_the_same_part_elsewhere_and_later(tmp_path: Path):
    """Whatever else is in the archive, and whenever it was saved."""
    one = archive(tmp_path / "1", ("a", "ก"))
    other = archive(tmp_path / "2", ("b", "xyz"), ("a", "ก"), when=LATER)
    seen = Seen()
    assert seen.look(one) == seen.look(other) == "ก".encode()
    assert seen.parts == ["a"]


@pytest.mark.parametrize(
    "other",
    [
        {"parts": [("a", "ข")]},
        {"parts": [("b", "ก")]},
        {"parts": [("a", "ก")], "packing": zipfile.ZIP_STORED},
    ],
    ids=["other content", "other name", "other packing"],
)
def test_another_part(tmp_path: Path, other):
    name, content = other["parts"][0]
    one = archive(tmp_path / "1", ("a", "ก"))
    two = archive(tmp_path / "2", *other.pop("parts"), **other)
    seen = Seen()
    seen.look(one)
    assert seen.look(two, name) == content.encode()
    assert len(seen.parts) == 2


def test_what_is_looked_for_counts(tmp_path: Path):
    path = archive(tmp_path / "1", ("a", "ก"))
    seen = Seen()
    seen.look(path, as_="this")
    seen.look(path, as_="that")
    assert len(seen.parts) == 2


def test_nothing_found_is_found_too(tmp_path: Path):
    path = archive(tmp_path / "1", ("a", "ก"))
    looks: list[int] = []
    with zipfile.ZipFile(path) as opened:
        for _ in range(2):
            found_once(path.read_bytes(), opened.getinfo("a"), lambda: looks.append(1), "part")
    assert len(looks) == 1


def test_any_changed_byte_is_looked_at(tmp_path: Path):
    """But for the time of saving: a damaged copy of a part is as damaged as by itself."""
    one = archive(tmp_path / "1", ("a", "ก" * 20))
    content, two = one.read_bytes(), tmp_path / "2"
    same = []
    for place in range(content.index(b"PK\x01\x02")):
        two.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        seen = Seen()
        seen.look(one)
        with suppress(*DAMAGED_ARCHIVE):
            seen.look(two)
        if len(seen.parts) < 2:
            same.append(place)
        packed_alike._found.clear()
    assert same == [10, 11, 12, 13]


def test_an_error_is_not_remembered(tmp_path: Path):
    path = archive(tmp_path / "1", ("a", "ก"))
    with zipfile.ZipFile(path) as opened:
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                found_once(path.read_bytes(), opened.getinfo("a"), lambda: 1 // 0, "part")


def test_what_is_kept_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packed_alike, "_MOST_PARTS", 3)
    paths = [archive(tmp_path / str(number), ("a", str(number))) for number in range(10)]
    seen = Seen()
    for path in paths:
        seen.look(path)
        assert len(packed_alike._found) <= 3
    monkeypatch.setattr(packed_alike, "_MOST_BYTES", 2)
    packed_alike._found.clear()
    seen.look(paths[0])
    assert packed_alike._found == {}
