"""The sheets and columns of the positions workbook, in both languages: written and read so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jdgap.text.language import current_language
from jdgap.text.names import name_key


@dataclass(frozen=True, slots=True)
class Words:
    """A title, a heading or a choice.

    Attributes:
        key: Its name in the code.
        th: Thai.
        en: English.
        others: What people write instead, with `|` between.
    """

    key: str
    th: str
    en: str
    others: str = ""

    @property
    def text(self) -> str:
        """The words in the language in use."""
        return self.th if current_language() == "th" else self.en

    def keys(self) -> Iterator[str]:
        """Yield the key (`name_key`) of each way to write it."""
        for word in (self.key, self.th, self.en, *self.others.split("|")):
            if word:
                yield name_key(word)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in Excel's units, and whether people only look at it."""

    heading: Words
    width: float
    only_shown: bool = False

    @property
    def key(self) -> str:
        """Its name in the code."""
        return self.heading.key


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet: its title and its columns."""

    title: Words
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """Its name in the code."""
        return self.title.key


def _id(width: float = 30) -> Column:
    return Column(Words("id", "รหัส", "Id", "ไอดี"), width)


def _names(width: float = 50) -> tuple[Column, Column]:
    return (
        Column(Words("name_th", "ชื่อ (ไทย)", "Name (Thai)", "ชื่อภาษาไทย|Thai name"), width),
        Column(Words("name_en", "ชื่อ (อังกฤษ)", "Name (English)", "ชื่อภาษาอังกฤษ|English name"), width),
    )


_OF_POSITION: Final = (
    Column(Words("position", "รหัสตำแหน่ง", "Position id", "รหัสของตำแหน่ง|id of position"), 28),
    Column(
        Words("title", "ตำแหน่ง (ให้ดูเท่านั้น)", "Position (for looking only)", "ตำแหน่ง|ชื่อตำแหน่ง|title"),
        34,
        only_shown=True,
    ),
)

ORGANISATION: Final = BookSheet(
    Words("organisation", "องค์กร", "Organisation", "หน่วยงาน|organization"), _names(70)
)
SCALE: Final = BookSheet(
    Words("scale", "ระดับ", "Scale", "ระดับสมรรถนะ|levels"),
    (
        Column(Words("level", "ระดับ", "Level", "ระดับที่"), 10),
        Column(Words("name_th", "ชื่อ (ไทย)", "Name (Thai)"), 24),
        Column(Words("name_en", "ชื่อ (อังกฤษ)", "Name (English)"), 24),
        Column(Words("meaning_th", "ความหมาย (ไทย)", "Meaning (Thai)"), 50),
        Column(Words("meaning_en", "ความหมาย (อังกฤษ)", "Meaning (English)"), 50),
    ),
)
GROUPS: Final = BookSheet(
    Words("groups", "กลุ่มสมรรถนะ", "Competency groups", "กลุ่ม"), (_id(), *_names())
)
COMPETENCIES: Final = BookSheet(
    Words("competencies", "สมรรถนะ", "Competencies"),
    (
        _id(),
        Column(Words("group", "รหัสกลุ่ม", "Group id", "กลุ่ม|กลุ่มสมรรถนะ"), 24),
        *_names(44),
    ),
)
DEPARTMENTS: Final = BookSheet(
    Words("departments", "ฝ่าย", "Departments", "แผนก|หน่วยงาน"), (_id(), *_names())
)
POSITIONS: Final = BookSheet(
    Words("positions", "ตำแหน่ง", "Positions"),
    (
        _id(28),
        Column(Words("title_th", "ชื่อตำแหน่ง (ไทย)", "Title (Thai)", "ตำแหน่งไทย|ชื่อไทย"), 34),
        Column(Words("title_en", "ชื่อตำแหน่ง (อังกฤษ)", "Title (English)", "ตำแหน่งอังกฤษ|ชื่ออังกฤษ"), 34),
        Column(Words("department", "รหัสฝ่าย", "Department id", "ฝ่าย|แผนก"), 20),
        Column(
            Words("reports_to", "ขึ้นตรงต่อ (รหัสตำแหน่ง)", "Reports to (position id)", "ขึ้นตรงต่อ"), 28
        ),
        Column(
            Words("superior_th", "ผู้บังคับบัญชานอกรายการ (ไทย)", "Superior outside the list (Thai)"),
            26,
        ),
        Column(
            Words(
                "superior_en", "ผู้บังคับบัญชานอกรายการ (อังกฤษ)", "Superior outside the list (English)"
            ),
            26,
        ),
    ),
)
REQUIRED: Final = BookSheet(Words("required", "ระดับที่ต้องการ", "Required levels"), _OF_POSITION)
"""Then a column for each competency, headed by its id."""

TEXTS: Final = BookSheet(
    Words("texts", "ข้อความ", "Texts"),
    (
        *_OF_POSITION,
        Column(Words("part", "ส่วน", "Part", "หัวข้อ"), 24),
        Column(Words("text", "ข้อความ", "Text"), 90),
    ),
)
RESPONSIBILITIES: Final = BookSheet(
    Words("responsibilities", "หน้าที่รับผิดชอบ", "Responsibilities"),
    (
        *_OF_POSITION,
        Column(Words("duty", "หน้าที่รับผิดชอบหลัก", "Key responsibility", "หน้าที่"), 36),
        Column(Words("activities", "กิจกรรม", "Activity", "activities"), 54),
        Column(Words("results", "ผลที่คาดหวัง", "Expected result", "results|ผลลัพธ์"), 46),
    ),
)
RELATIONSHIPS: Final = BookSheet(
    Words("relationships", "การติดต่อประสานงาน", "Working relationships"),
    (
        *_OF_POSITION,
        Column(Words("with_whom", "ติดต่อกับ", "With whom", "กับใคร"), 44),
        Column(Words("about", "เรื่อง", "About"), 64),
        Column(Words("frequency", "ความถี่", "How often", "บ่อยเพียงใด"), 24),
    ),
)
SHEETS: Final = (
    POSITIONS,
    REQUIRED,
    COMPETENCIES,
    GROUPS,
    DEPARTMENTS,
    SCALE,
    TEXTS,
    RESPONSIBILITIES,
    RELATIONSHIPS,
    ORGANISATION,
)
"""In their order in the workbook, below the guide."""

GUIDE: Final = Words("guide", "คำแนะนำ", "Guide")
LISTS: Final = "jdgap-lists"
"""The hidden sheet of what may be chosen, in every language."""

PARTS: Final = (
    Words("purpose", "วัตถุประสงค์ของตำแหน่ง", "Purpose of the position", "วัตถุประสงค์"),
    Words("education", "การศึกษา", "Education", "วุฒิการศึกษา"),
    Words("experience", "ประสบการณ์", "Experience"),
    Words("knowledge", "ความรู้", "Knowledge"),
    Words("skills", "ทักษะ", "Skills", "skill"),
)
"""What stands on the sheet of texts, a line to a row."""

_ENOUGH: Final = 4
_ENOUGH_AMONG_ANSWERS: Final = 6
"""So many of the sheets tell that a file is no answer; with the hidden lists `_ENOUGH` do."""


def sheet_kinds(title: str) -> list[BookSheet]:
    """Return the sheets that one with this title may be; both languages are known."""
    return [each for each in SHEETS if name_key(title) in each.title.keys()]  # noqa: SIM118


def is_extra(title: str) -> bool:
    """Return whether a sheet holds nothing that is read: the guide, or the lists."""
    return name_key(title) in {*GUIDE.keys(), name_key(LISTS)}


def is_positions_book(titles: Iterator[str]) -> bool:
    """Return whether a workbook with these sheets is a positions workbook."""
    return len({each.key for title in titles for each in sheet_kinds(title)}) >= _ENOUGH


def is_positions_book_among_answers(titles: Sequence[str]) -> bool:
    """Return whether a workbook that lies among answers is a positions workbook, and so none.

    People delete some sheets and add others. A few titles such as `ตำแหน่ง` and `ฝ่าย` may be those
    of sheets with answers.
    """
    known = sum(bool(sheet_kinds(title)) for title in titles)
    return known >= (_ENOUGH if LISTS in titles else _ENOUGH_AMONG_ANSWERS)
