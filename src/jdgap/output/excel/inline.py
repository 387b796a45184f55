"""Text that stands in its own cell of a sheet's XML, instead of in the workbook's list of texts."""

from functools import lru_cache
from xml.sax.saxutils import escape


@lru_cache(maxsize=8192)
def inline_text(safe: str) -> str:
    """Return the rest of a cell that holds text, after its address and looks.

    Args:
        safe: The text, valid in XML and with nothing in it that Excel would decode.
    """
    text = escape(safe)
    return f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if text else "/>"
