"""The files that are damaged: those of `examples/`, and the same again in Excel's old format."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Value
from jdgap.assessments.opening.workbooks import open_sheets

_EXAMPLES = Path(__file__).parent.parent / "examples"
_ENDINGS = frozenset({".xlsx", ".ods", ".csv"})
_LARGEST_BYTES = 64 * 1024
_TO_XLS = ("forms/01-form.xlsx", "forms/07-ticks.xlsx", "2569/ฝ่ายการเงิน/finance-long-table.xlsx")
_CONVERSION_SECONDS = 120


@dataclass(frozen=True, slots=True)
class GoodFile:
    """A file as it was before it is damaged.

    Attributes:
        name: Whose ending says what it is.
        content: Its bytes.
        sheets: The cells of each of its sheets; none where it cannot be opened.
    """

    name: str
    content: bytes
    sheets: tuple[tuple[tuple[Value, ...], ...], ...]


def good_files() -> list[GoodFile]:
    """Return the files, the same ones in the same order each time.

    Those in Excel's old format are missing where there is no LibreOffice to make them.
    """
    paths = sorted(path for path in _EXAMPLES.rglob("*") if path.suffix in _ENDINGS)
    small = [path for path in paths if 0 < path.stat().st_size <= _LARGEST_BYTES]
    return [_opened(path) for path in small] + _in_old_format()


def _opened(path: Path) -> GoodFile:
    try:
        sheets = open_sheets(path, path.name)
    except FileFaultError:
        sheets = []
    rows = tuple(tuple(tuple(row) for row in sheet.rows) for sheet in sheets)
    return GoodFile(path.name, path.read_bytes(), rows)


def _in_old_format() -> list[GoodFile]:
    office = which("soffice")
    if office is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        wanted = [str(_EXAMPLES / each) for each in _TO_XLS]
        command = [office, profile, "--headless", "--convert-to", "xls", "--outdir", folder]
        subprocess.run(
            [*command, *wanted], check=False, capture_output=True, timeout=_CONVERSION_SECONDS
        )
        return [_opened(path) for path in sorted(Path(folder).glob("*.xls"))]
