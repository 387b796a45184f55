"""Names of which no two are alike: for the sheets of a workbook, for the files in a folder."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

_TURKISH: Final = {ord("ı"): "i", ord("\u0307"): None}
"""Capital and small i have a dot or not, each as it likes, where Excel speaks Turkish."""


class UnlikeNames:
    """Hands out names; each differs from all before it, and not only in what programs overlook.

    Args:
        taken: The names that are in use already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {_compared(name) for name in taken}
        self._last: dict[str, int] = {}

    def new(self, named: Callable[[str], str]) -> str:
        """Return a name that was not there before, and take it.

        Args:
            named: Returns the name with an addition, which is "" or such as ` (2)`.
        """
        name = named("")
        first = _compared(name)
        number = self._last.get(first, 1)
        while _compared(name) in self._taken:
            number += 1
            name = named(f" ({number})")
        self._last[first] = number
        self._taken.add(_compared(name))
        return name


def _compared(name: str) -> str:
    """Return what two names have in common that a file system or Excel may take for one.

    Letter case, full width and how marks are composed make no difference. Too many that are alike
    do no harm: the second one gets a number.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFKC", folded).translate(_TURKISH).casefold()
