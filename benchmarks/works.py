"""What is measured: for each work its input, the commands that do it, and the aim."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from measure import Command

_HERE: Final = Path(__file__).parent
_JDGAP: Final = str(Path(sys.executable).with_name("jdgap"))

OURS: Final = "jdgap"
PEER: Final = "peer"


@dataclass(frozen=True, slots=True)
class Work:
    """One row of the table.

    Attributes:
        title: What is done.
        size: How many forms, or rows.
        peer: What jdgap is compared with.
        faster: jdgap is to be so many times as fast as its peer; below 1 it may take longer.
        most_mb: What jdgap's largest process may hold; None where nothing is promised.
        runs: How often it is measured where nobody says.
        maker: The script that makes the input of a given size in a folder.
        commands: The commands by name for a folder with the input; `OURS` and `PEER` among them.
        results: The files in the folder that have to agree.
    """

    title: str
    size: int
    peer: str
    faster: float
    most_mb: int | None
    runs: int
    maker: str
    commands: Callable[[Path], dict[str, Command]]
    results: tuple[str, ...]


def script(name: str, *arguments: object) -> Command:
    """Return the command that runs a script of this folder."""
    return [sys.executable, str(_HERE / name), *(str(argument) for argument in arguments)]


def _jdgap(*arguments: object) -> Command:
    return [_JDGAP, *(str(argument) for argument in arguments)]


def _reports(peer: str, individual: str) -> Callable[[Path], dict[str, Command]]:
    """Return the commands that make a report from a folder of forms."""

    def commands(folder: Path) -> dict[str, Command]:
        forms, ours = folder / "forms", folder / "ours.xlsx"
        return {
            OURS: _jdgap("report", forms, "-o", ours, "--individual", individual, "--force"),
            PEER: script(peer, forms, folder / "requirements.xlsx", folder / "peer.xlsx"),
        }

    return commands


def _survey(folder: Path) -> dict[str, Command]:
    survey, ours = folder / "survey.xlsx", folder / "ours.xlsx"
    return {
        OURS: script("assess_survey.py", survey, folder / "ours.json"),
        PEER: script("read_survey.py", survey),
        "jdgap validate": _jdgap("validate", survey),
        "jdgap report": _jdgap("report", survey, "-o", ours, "--individual", "never", "--force"),
    }


_WORKBOOKS: Final = ("ours.xlsx", "peer.xlsx")
_TABLES: Final = _reports("peer_pandas.py", "never")
_PANDAS: Final = "pandas + openpyxl"

WORKS: Final = {
    "200": Work(
        title="200 forms, individual sheets with charts",
        size=200,
        peer="openpyxl",
        faster=2.5,
        most_mb=None,
        runs=7,
        maker="forms.py",
        commands=_reports("peer_openpyxl.py", "always"),
        results=_WORKBOOKS,
    ),
    "1000": Work(
        title="1,000 forms",
        size=1_000,
        peer=_PANDAS,
        faster=7,
        most_mb=None,
        runs=5,
        maker="forms.py",
        commands=_TABLES,
        results=_WORKBOOKS,
    ),
    "10000": Work(
        title="10,000 forms",
        size=10_000,
        peer=_PANDAS,
        faster=8,
        most_mb=150,
        runs=3,
        maker="forms.py",
        commands=_TABLES,
        results=_WORKBOOKS,
    ),
    "survey": Work(
        title="a survey of 100,000 rows, read and assessed",
        size=100_000,
        peer="python-calamine, reading only",
        faster=1 / 3,
        most_mb=400,
        runs=5,
        maker="survey.py",
        commands=_survey,
        results=("ours.json",),
    ),
}
