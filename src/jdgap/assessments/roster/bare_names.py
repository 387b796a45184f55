"""Names without what is written before them: one list has `นายสมชาย`, the other only `สมชาย`."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from jdgap.text.names import name_key

_TITLES: Final = re.compile(
    r"""(?:
        (?: (?P<man> นาย | mr\b )
          | (?P<woman> นางสาว | นาง\s+สาว\s | นาง | น\.\s*ส\.? | นส\. | (?: mrs | ms | miss )\b )
          | ว่าที่ \s* (?: ร้อย (?:ตรี|โท|เอก) | ร\.? \s* [ตทอ]\. ) (?P<officer> \s* หญิง )?
          | ดร\. | (?: dr | khun )\b | คุณ
        ) [.\s]* (?![\u0e30-\u0e3a\u0e47-\u0e4e])
    )+(?=[^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before names; a vowel or mark after it belongs to a name that begins alike."""


@dataclass(frozen=True, slots=True)
class BareName:
    """A name with what was written before it apart.

    Attributes:
        key: The key (`name_key`) of the name alone.
        title: The key of what stands before it, "" for nothing.
        sex: "man" or "woman" where the title says so, else "".
    """

    key: str
    title: str
    sex: str

    def may_be(self, other: "BareName") -> bool:
        """Return whether two people of one name may be one: no title says otherwise."""
        return self.key == other.key and not (self.sex and other.sex and self.sex != other.sex)


def bare_name(name: str) -> BareName:
    """Return a name without its titles; those that make a name for themselves stay."""
    text = unicodedata.normalize("NFC", name).strip()
    found = _TITLES.match(text)
    if found is None:
        return BareName(name_key(text), "", "")
    sex = "woman" if found["woman"] or found["officer"] else "man" if found["man"] else ""
    return BareName(name_key(text[found.end() :]), name_key(found[0]), sex)
