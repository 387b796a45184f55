"""Writes `docs/problems.md` from the table of problems: `python -m jdgap.problems.page`."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jdgap.problems.kinds import KINDS, ProblemKind, Severity
from jdgap.text.language import LANGUAGES, speaking, translate

_INTRODUCTION: Final = """# ปัญหาที่พบในไฟล์ · Problems

**วิธีอ่าน** ปัญหาแต่ละข้อบอกไฟล์ แผ่นงาน เซลล์ และค่าที่พบ หารหัสของปัญหาในตารางด้านล่าง แล้วทำตามข้อความหลังลูกศร →
ปัญหาที่เป็น “ผิดพลาด” ควรส่งกลับไปแก้ไข “คำเตือน” ควรตรวจดู “แจ้งให้ทราบ” ไม่ต้องแก้ไข
ข้อความในวงเล็บปีกกา เช่น `{value}` จะถูกแทนด้วยค่าจริง

**How to read it.** Each problem names its file, sheet and cell, and the value found there. Look its
code up in the tables, and do what stands after the arrow →. An *error* should go back to be mended
(it makes the exit code 1), a *warning* should be looked at, a *note* (`info` for programs) needs
nothing. Words in braces, such as `{value}`, are filled in. Codes never change; texts may.

This page is written from the code by `python -m jdgap.problems.page`.
"""

_SEVERITIES: Final = {
    Severity.ERROR: "ผิดพลาด · error",
    Severity.WARNING: "คำเตือน · warning",
    Severity.INFO: "แจ้งให้ทราบ · note",
}


@dataclass(frozen=True, slots=True)
class _Room:
    """A part of the page.

    Attributes:
        first: The code of its first kind of problem; it goes on to the next room's.
        title: What it is about, in both languages.
    """

    first: str
    title: str


_ROOMS: Final = (
    _Room("not-a-spreadsheet", "ไฟล์ทั้งไฟล์ · The file as a whole"),
    _Room("missing-employee", "ใครตอบ และตอบรอบใด · Who answered, and for which round"),
    _Room("no-roster-found", "รายชื่อพนักงาน · The list of staff"),
    _Room("missing-position", "ตำแหน่ง · The position"),
    _Room("unknown-competency", "ตารางสมรรถนะ · The table of competencies"),
    _Room("level-out-of-range", "ระดับ · The levels"),
    _Room("knowledge-of-nobody", "ความรู้และทักษะ · Knowledge and skills"),
    _Room("not-a-report", "เปรียบเทียบสองรอบ · Two rounds"),
    _Room("no-positions-found", "ตำแหน่งขององค์กร · The positions of an organisation"),
)


def problems_page() -> str:
    """Return the page: contents by room, then each kind of problem in both languages."""
    rooms = _kinds_by_room()
    lines = [*_contents(rooms), *(line for room in rooms for line in _room(*room))]
    return _INTRODUCTION + "\n" + "\n".join(lines) + "\n"


def _kinds_by_room() -> list[tuple[str, list[ProblemKind]]]:
    """Return each room's title and kinds: they stand room by room in the table of problems."""
    titles = {room.first: room.title for room in _ROOMS}
    rooms: list[tuple[str, list[ProblemKind]]] = []
    for code, kind in KINDS.items():
        if code in titles:
            rooms.append((titles[code], []))
        rooms[-1][1].append(kind)
    return rooms


def _contents(rooms: Sequence[tuple[str, Sequence[ProblemKind]]]) -> Iterator[str]:
    yield "## สารบัญ · Contents"
    for title, kinds in rooms:
        yield ""
        yield f"**{title}**"
        yield ""
        yield "| รหัส · code | ความสำคัญ · severity | ปัญหา | problem |"
        yield "| --- | --- | --- | --- |"
        for kind in kinds:
            titles = " | ".join(_in(language, kind.title) for language in LANGUAGES)
            yield f"| [`{kind.code}`](#{kind.code}) | {_SEVERITIES[kind.severity]} | {titles} |"


def _room(title: str, kinds: Sequence[ProblemKind]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    for kind in kinds:
        yield ""
        yield f"### `{kind.code}`"
        yield ""
        yield f"{_SEVERITIES[kind.severity]}"
        yield ""
        for language in LANGUAGES:
            said, remedy = (_in(language, each) for each in (kind.message, kind.remedy))
            said = " ".join([said, *(f"({_in(language, each)})" for each in kind.also)])
            yield f"- **{_in(language, kind.title)}** — {said}<br>→ {remedy}"


def _in(language: str, message: str) -> str:
    with speaking(language):
        return translate(message)


def main(arguments: Sequence[str]) -> int:
    """Write the page to the path given, or with `--check` compare it with what stands there."""
    path = Path(arguments[-1]) if arguments else Path("docs/problems.md")
    page = problems_page()
    if "--check" in arguments:
        if path.read_text(encoding="utf-8") == page:
            return 0
        sys.stderr.write(
            f"{path} is not what the code says: python -m jdgap.problems.page {path}\n"
        )
        return 1
    path.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
