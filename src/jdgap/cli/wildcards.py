"""`*.xlsx` as it is typed under Windows, where the shell leaves it to the program."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path


def expanded(arguments: Iterable[str]) -> Iterator[str]:
    """Yield the arguments; one with `*` or `?` becomes the names that it stands for.

    Neither sign can be in a name under Windows. One that stands for nothing stays as it is, to be
    complained about. Lock files of workbooks that are open are not meant.
    """
    for argument in arguments:
        if "*" not in argument and "?" not in argument:
            yield argument
            continue
        pattern = argument.replace("[", "[[]")  # a bracket is part of a name here
        found = sorted(glob.glob(pattern))  # noqa: PTH207 (of absolute ones too)
        yield from [name for name in found if not _is_lock(name)] or [argument]


def _is_lock(name: str) -> bool:
    return Path(name).name.startswith("~$")
