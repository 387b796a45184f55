"""Texts as a report holds them, so that those of a round computed just now are the same."""

import re
from typing import Final

from jdgap.assessments.opening.grid import Value, as_text
from jdgap.text.cleaning import cut

_LONGEST: Final = 32_767
"""UTF-16 units that a cell of a workbook holds; what is longer is cut when it is written."""
_NEIGHBOURS: Final = re.compile("(_x[0-9A-Fa-f]{4})_(?=x[0-9A-Fa-f]{4}_)")
"""What looks like two of Excel's escapes; in some cells they are parted by a space."""


def kept_text(value: Value) -> str:
    """Return what a cell says, or what is said of a text that goes into one."""
    text = as_text(value)
    if 2 * len(text) > _LONGEST:  # no character takes more than two units
        text = cut(text, 2 * _LONGEST, "utf-16-le")
    return _NEIGHBOURS.sub(r"\1 ", text) if "_x" in text else text
