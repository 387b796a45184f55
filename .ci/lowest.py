"""Print pip's constraints for the lowest versions that pyproject.toml names.

Usage: `python .ci/lowest.py [EXTRA...]`: of the run-time dependencies, and of the extras named.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

_BOUND = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*>=\s*([^\s,;]+)")


def lowest(project: dict[str, object], extras: list[str]) -> Iterator[str]:
    """Yield `name==version` for each dependency.

    Raises:
        SystemExit: A dependency names no lowest version.
    """
    optional = project["optional-dependencies"]
    assert isinstance(optional, dict)  # noqa: S101 (for the type checker)
    groups = [project["dependencies"], *(optional[extra] for extra in extras)]
    for requirement in (each for group in groups for each in group):  # type: ignore[attr-defined]
        if requirement.startswith(f"{project['name']}["):  # another of our own extras
            continue
        found = _BOUND.match(requirement)
        if not found:
            sys.exit(f"pyproject.toml: {requirement!r} names no lowest version")
        yield f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    about = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))
    sys.stdout.write("\n".join(lowest(about["project"], sys.argv[1:])) + "\n")
