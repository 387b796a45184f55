"""All hostile files in one folder, each room of them in a folder of its own."""

from pathlib import Path
from typing import Final

from traps import archives, other_kinds, places, spoilt_answers, text_tables, workbooks
from traps.case import Case
from traps.watched import ROOT

ROOMS: Final[dict[str, tuple[Case, ...]]] = {
    "archives": archives.CASES,
    "other kinds": other_kinds.CASES,
    "places": places.CASES if ROOT else (*places.CASES, *places.CLOSED),
    "spoilt answers": spoilt_answers.CASES,
    "text tables": text_tables.CASES,
    "workbooks": workbooks.CASES,
}
"""The cases by the folder that they are made in."""


def listed() -> list[tuple[str, Case]]:
    """All cases, each with its folder."""
    return [(room, case) for room, cases in ROOMS.items() for case in cases]


def make_all(folder: Path) -> dict[tuple[str, str], Path]:
    """Make all cases below `folder`; return where each stands, by its folder and name.

    Those that the system cannot make (pipes and such names on Windows) are left out.
    """
    made: dict[tuple[str, str], Path] = {}
    for room, case in listed():
        path = folder / room / case.name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            case.make(path)
        except (OSError, AttributeError):
            continue
        made[room, case.name] = path
    for name in places.NOISE:
        (folder / "places" / name).write_bytes(b"\0\1noise")
    return made


def open_again(folder: Path) -> None:
    """Let what was closed be deleted."""
    for path in (folder / "places").glob("closed*"):
        path.chmod(0o700)


def as_written(path: Path, case: Case) -> str:
    """The path of a case's problem as JSON has it; what is no text is a question mark there."""
    told = path / case.inside if case.inside else path
    return str(told).encode("utf-8", "replace").decode()
