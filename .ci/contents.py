"""Check what is in a wheel and a source distribution: `python .ci/contents.py DIST`."""

import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from email.parser import BytesParser
from pathlib import Path

_IN_WHEEL = (
    "jdgap/__init__.py",
    "jdgap/py.typed",
    "jdgap/positions/positions.json",
    "jdgap/locale/th/LC_MESSAGES/jdgap.mo",
    "METADATA",
    "entry_points.txt",
    "licenses/LICENSE",
)
_IN_SOURCE = (
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "data/positions.json",
    "src/jdgap/py.typed",
    "src/jdgap/locale/th/LC_MESSAGES/jdgap.po",
    "tests/conftest.py",
    "examples/2569/roster.xlsx",
)
_PLACES_IN_WHEEL = re.compile(r"jdgap/|jdgap-[^/]*\.dist-info/")
_JUNK = re.compile(
    r"__pycache__|\.py[co]$|(^|/)\.(venv|[a-z]*_cache|hypothesis)|(^|/)(dist|build)/"
)


def in_wheel(path: Path) -> Iterator[str]:
    """Yield what is wrong with a wheel."""
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        metadata = BytesParser().parsebytes(
            wheel.read(next(name for name in names if name.endswith("/METADATA")))
        )
    yield from _wrong(names, _IN_WHEEL)
    yield from (
        f"{name} has no place in a wheel"
        for name in names
        if name.endswith(".po") or not _PLACES_IN_WHEEL.match(name)
    )
    for field, value in (
        ("Name", "jdgap"),
        ("License-Expression", "MIT"),
        ("Description-Content-Type", "text/markdown"),
    ):
        if metadata[field] != value:
            yield f"{field} is {metadata[field]}"
    if "Typing :: Typed" not in metadata.get_all("Classifier", []):
        yield "it is not said to be typed"


def in_source(path: Path) -> Iterator[str]:
    """Yield what is wrong with a source distribution."""
    with tarfile.open(path) as source:
        names = [name.partition("/")[2] for name in source.getnames()]
    yield from _wrong(names, _IN_SOURCE)


def _wrong(names: Iterable[str], needed: Iterable[str]) -> Iterator[str]:
    listed = list(names)
    for each in needed:
        if not any(name == each or name.endswith(f".dist-info/{each}") for name in listed):
            yield f"{each} is missing"
    yield from (f"{name} is left over" for name in listed if _JUNK.search(name))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (made,) = folder.glob("*.whl")
    (packed,) = folder.glob("*.tar.gz")
    wrong = [f"{made.name}: {each}" for each in in_wheel(made)]
    wrong += [f"{packed.name}: {each}" for each in in_source(packed)]
    sys.exit("\n".join(wrong) or 0)
