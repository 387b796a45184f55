"""The words that people put beside and above what they fill in, in Thai and English."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Final, TypeVar

from jdgap.text.names import name_key


class Field(Enum):
    """What an identity label asks for."""

    EMPLOYEE_ID = "employee id"
    NAME = "name"
    SURNAME = "surname"
    POSITION = "position"
    DEPARTMENT = "department"
    ROUND = "round"
    OTHER = "other"
    """Asked for on usual forms and not needed here, so never the value of another label."""


class Column(Enum):
    """What a table's column holds."""

    COMPETENCY = "competency"
    GROUP = "group"
    REQUIRED = "required"
    SELF = "self"
    SUPERVISOR = "supervisor"
    LEVEL = "level"
    """A level of whom the header does not say."""
    OTHER = "other"
    """Something that is not needed here, though it may hold small numbers."""


class Use(Enum):
    """What a column of a table of many people holds besides what a `Field` or `Column` names."""

    PREFIX = "prefix"
    POSITION_ID = "position id"
    EMAIL = "e-mail address"
    STARTED = "time of beginning"
    SUBMITTED = "time of sending"
    RATER = "who rates"
    COMPETENCY_ID = "competency id"
    OTHER = "other"
    """Something that is not needed here, though it may hold small numbers."""


_Kind = TypeVar("_Kind")


def by_key(words: Mapping[_Kind, str]) -> dict[str, _Kind]:
    """Return what each word means by its key (`name_key`); `|` parts those of one meaning."""
    return {name_key(word): kind for kind, line in words.items() for word in line.split("|")}


def _keys(words: str) -> frozenset[str]:
    return frozenset(name_key(word) for word in words.split("|"))


_FIELD_WORDS: Final = {
    Field.EMPLOYEE_ID: "รหัสพนักงาน|รหัสเจ้าหน้าที่|รหัสประจำตัว|รหัสประจำตัวพนักงาน|รหัส|เลขที่พนักงาน"
    "|รหัสผู้รับการประเมิน|employee id|employee no|employee number|employee code|staff id|id",
    Field.NAME: "ชื่อ-สกุล|ชื่อ-นามสกุล|ชื่อ|ชื่อและนามสกุล|ชื่อผู้รับการประเมิน|ชื่อ-สกุลผู้รับการประเมิน"
    "|ชื่อ-นามสกุลผู้รับการประเมิน|ชื่อพนักงาน|ชื่อเจ้าหน้าที่|ผู้รับการประเมิน|name|full name"
    "|employee name|employee",
    Field.POSITION: "ตำแหน่ง|ชื่อตำแหน่ง|ตำแหน่งงาน|ตำแหน่งปัจจุบัน|position|job title|position title|title",
    Field.DEPARTMENT: "ฝ่าย|สังกัด|แผนก|หน่วยงาน|ฝ่าย/สังกัด|สังกัดฝ่าย|department|division|unit",
    Field.SURNAME: "นามสกุล|สกุล|surname|last name|family name",
    Field.ROUND: "ประจำปี พ.ศ.|ปีการประเมิน|รอบการประเมิน|รอบประเมิน|รอบ|ปี"
    "|ปีที่ประเมิน|ประจำปี|ปี พ.ศ.|พ.ศ.|ปีงบประมาณ|รอบปี|รอบที่|รอบการประเมินที่|รอบประเมินที่"
    "|round|assessment round|year",
    Field.OTHER: "ผู้บังคับบัญชา|ชื่อผู้บังคับบัญชา|ผู้ประเมิน|ชื่อผู้ประเมิน|วันที่|วันที่ประเมิน|อีเมล"
    "|เบอร์โทร|โทรศัพท์|supervisor|manager|assessor|rater|date|email|phone",
}

_COLUMN_WORDS: Final = {
    Column.COMPETENCY: "สมรรถนะ|ชื่อสมรรถนะ|รายการสมรรถนะ|หัวข้อสมรรถนะ|รายการประเมิน|หัวข้อประเมิน"
    "|หัวข้อการประเมิน|สมรรถนะที่ประเมิน|สมรรถนะ/พฤติกรรม|สมรรถนะและพฤติกรรม|รายการ"
    "|competency|competencies|competency name|item",
    Column.GROUP: "กลุ่ม|กลุ่มสมรรถนะ|ประเภท|ประเภทสมรรถนะ|group|type|category",
    Column.REQUIRED: "ระดับที่ต้องการ|ระดับที่คาดหวัง|ระดับความคาดหวัง|ระดับที่กำหนด|ระดับมาตรฐาน|คาดหวัง"
    "|ที่ต้องการ|ที่คาดหวัง|ระดับสมรรถนะที่คาดหวัง|ระดับสมรรถนะที่ต้องการ|ระดับสมรรถนะที่กำหนด|ค่าคาดหวัง"
    "|ความคาดหวัง|เกณฑ์|ระดับเป้าหมาย|required|required level|expected|expected level|target level",
    Column.OTHER: "ลำดับ|ลำดับที่|ที่|ข้อ|ข้อที่|no|number|น้ำหนัก|weight|ผลต่าง|ส่วนต่าง|ช่องว่าง|gap"
    "|คะแนนเต็ม|คะแนนถ่วงน้ำหนัก|หมายเหตุ|หลักฐาน|remark|remarks|evidence",
    Column.SELF: "ประเมินตนเอง|ผู้รับการประเมิน|ผู้ถูกประเมิน|พนักงาน|เจ้าหน้าที่"
    "|ระดับตนเอง|ตนเอง|ตน|ตนเองประเมิน|ผลประเมินตนเอง|ผลการประเมินตนเอง"
    "|ระดับที่ประเมินตนเอง|ระดับประเมินตนเอง|การประเมินตนเอง|คะแนนประเมินตนเอง|พนักงานประเมิน"
    "|เจ้าหน้าที่ประเมิน|พนักงานประเมินตนเอง|คะแนนตนเอง|คะแนนของตนเอง"
    "|self|self level|self assessment|self rating|self score|self-assessed level|employee rating",
    Column.SUPERVISOR: "ผู้บังคับบัญชาชั้นต้น|หัวหน้าฝ่าย"
    "|ผู้บังคับบัญชาประเมิน|หัวหน้าประเมิน|ระดับผู้บังคับบัญชา|ระดับหัวหน้า|ผู้บังคับบัญชา"
    "|หัวหน้า|หัวหน้างาน|หัวหน้างานประเมิน|หัวหน้าฝ่ายประเมิน|ผู้ประเมิน|ผลประเมินผู้บังคับบัญชา"
    "|ผบ.|ผบช.|ผบ.ประเมิน|ผบช.ประเมิน|หน.ประเมิน"
    "|ประเมินโดยผู้บังคับบัญชา|ประเมินโดยหัวหน้า|ระดับที่ผู้บังคับบัญชาประเมิน|ผลการประเมินของผู้บังคับบัญชา"
    "|คะแนนหัวหน้า|คะแนนหัวหน้างาน|คะแนนหัวหน้าประเมิน|คะแนนของหัวหน้า|คะแนนจากหัวหน้า|คะแนนโดยหัวหน้า"
    "|คะแนนผู้บังคับบัญชา|คะแนนผู้บังคับบัญชาประเมิน|คะแนนของผู้บังคับบัญชา|คะแนนจากผู้บังคับบัญชา"
    "|คะแนนโดยผู้บังคับบัญชา|คะแนนผู้ประเมิน|คะแนนของผู้ประเมิน"
    "|supervisor|supervisor level|supervisor rating|supervisor assessment|manager|manager level"
    "|manager rating",
    Column.LEVEL: "ระดับ|ระดับสมรรถนะ|ระดับที่ประเมิน|ระดับที่ประเมินได้|ระดับที่มีอยู่จริง|ระดับปัจจุบัน"
    "|ที่เป็นจริง|ที่ประเมินได้|ระดับที่เป็นจริง|ระดับสมรรถนะที่เป็นจริง|ระดับจริง|ผลที่ได้"
    "|ผลการประเมิน|ผลประเมิน|คะแนน|คะแนนที่ได้|ระดับคะแนน|ระดับการประเมิน"
    "|ระดับที่ทำได้จริง|ระดับที่ทำได้|ทำได้จริง|ระดับที่ปฏิบัติได้จริง"
    "|level|actual level|current level|rating|score",
}

_FORM_WORDS: Final = {
    Column.REQUIRED: "เป้าหมาย|ค่าเป้าหมาย|คะแนนเป้าหมาย|target",
    Column.OTHER: "หลักฐาน/ตัวอย่างพฤติกรรม|evidence/examples of behaviour",
}
"""What heads a column of a form, and may mean something else in another list."""

_USE_WORDS: Final = {
    Use.PREFIX: "คำนำหน้า|คำนำหน้าชื่อ|คำนำหน้านาม|prefix|name prefix|salutation",
    Use.POSITION_ID: "รหัสตำแหน่ง|position id|position code",
    Use.EMAIL: "อีเมล|อีเมล์|ที่อยู่อีเมล|ที่อยู่อีเมล์|email|email address|username",
    Use.STARTED: "เวลาเริ่มต้น|เวลาที่เริ่มต้น|เวลาเริ่ม|เวลาที่เริ่ม|start time",
    Use.SUBMITTED: "ประทับเวลา|เวลาเสร็จสมบูรณ์|เวลาที่เสร็จสมบูรณ์|เวลาที่ทำเสร็จ|เวลาที่ส่ง|วันเวลาที่ส่ง"
    "|วันที่ส่ง|วันที่ตอบ|วันเวลาที่ตอบ|วันเวลา|วันและเวลา|วันที่และเวลา|วันที่ประเมิน|timestamp|completion time"
    "|submitted|submitted at|submission date|submission time|date submitted|assessment date",
    Use.RATER: "ผู้ประเมิน|ประเภทผู้ประเมิน|บทบาทผู้ประเมิน|สถานะผู้ประเมิน|ผู้ให้คะแนน|ผู้ให้ข้อมูล|ประเมินโดย"
    "|ประเมินในฐานะ|ท่านประเมินในฐานะ|ความสัมพันธ์กับผู้รับการประเมิน|ความสัมพันธ์กับผู้ถูกประเมิน"
    "|rater|rater type|rated by|assessor|assessed by|evaluator|evaluated by",
    Use.COMPETENCY_ID: "รหัสสมรรถนะ|competency id|competency code",
    Use.OTHER: "อายุ|อายุงาน|อายุราชการ|อายุการทำงาน|ประสบการณ์|ประสบการณ์ทำงาน|เพศ|ระดับการศึกษา|วุฒิการศึกษา"
    "|การศึกษา|ระดับตำแหน่ง|ชั้น|ขั้น|ซี|รุ่น|ชุด|ชุดที่|ครั้ง|ครั้งที่|สาขา|สาขาที่|จำนวน|จำนวนปี"
    "|คะแนนรวม|รวม|รวมคะแนน|ผลรวม|รวมทั้งหมด|เฉลี่ย|ค่าเฉลี่ย|คะแนนเฉลี่ย|ร้อยละ|อันดับ|เกรด|สถานะ"
    "|ส่วนขาด|ไฟล์|แผ่นงาน|ชีต|เซลล์|เวลาที่ปรับเปลี่ยนล่าสุด|เวลาปรับเปลี่ยนล่าสุด|ภาษา|คะแนนทั้งหมด"
    "|ข้อคิดเห็น|ข้อเสนอแนะ|ข้อเสนอแนะเพิ่มเติม|ความคิดเห็น|ความคิดเห็นเพิ่มเติม|เหตุผล|ตัวอย่าง|คำอธิบาย|อธิบาย"
    "|age|gender|sex|experience|years|years of service|job grade|grade|seniority|education|batch"
    "|count|total|total score|total points|sum|average|mean|rank|percent|index|status|shortfall"
    "|file|sheet|cell|last modified time|language|quiz feedback|feedback|comment|comments|reason"
    "|example|examples",
}

_PERSON_WORDS: Final = (
    "พนักงาน|เจ้าหน้าที่|ผู้รับการประเมิน|ผู้ถูกประเมิน|ผู้บังคับบัญชา|ผู้บังคับบัญชาชั้นต้น|หัวหน้า|หัวหน้างาน|หัวหน้าฝ่าย"
    "|ผู้ประเมิน|employee|supervisor|manager"
)
_QUIZ_WORDS: Final = "points|score|คะแนน"
_REMARK_WORDS: Final = (
    "หมายเหตุ|หลักฐาน|หลักฐาน/ตัวอย่างพฤติกรรม|remark|remarks|evidence|evidence/examples of behaviour"
)

_NAMING_COMPETENCIES: Final = (Column.COMPETENCY, Use.COMPETENCY_ID)

_IN_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_BRACKETED: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_LETTERS = re.compile(r"[^\W\d_]")
_FIELDS = by_key(_FIELD_WORDS)
_COLUMNS = by_key(_COLUMN_WORDS)
_FORM_COLUMNS = by_key(_FORM_WORDS)
_USES = by_key(_USE_WORDS)
COMPETENCY_HEADINGS: Final = frozenset(
    key for key, kind in (*_COLUMNS.items(), *_USES.items()) if kind in _NAMING_COMPETENCIES
)
"""The keys (`name_key`) of all words over the names or ids of competencies."""
_PERSONS: Final = _keys(_PERSON_WORDS)
_QUIZ: Final = _keys(_QUIZ_WORDS)
_REMARKS: Final = _keys(_REMARK_WORDS)

_TABLE_END: Final = tuple(
    name_key(word)
    for word in ("ลงชื่อ", "ลายมือชื่อ", "ลายเซ็น", "หมายเหตุ", "signature", "signed", "remarks")
)
_SUMMARY_ROWS: Final = frozenset(
    name_key(word)
    for word in (
        "รวม", "รวมคะแนน", "คะแนนรวม", "ผลรวม", "รวมทั้งหมด", "รวมทั้งสิ้น", "เฉลี่ย", "ค่าเฉลี่ย",
        "คะแนนเฉลี่ย", "ค่าเฉลี่ยรวม", "เฉลี่ยรวม", "ร้อยละ", "จำนวนผู้ตอบ", "จำนวนคน", "สูงสุด", "ต่ำสุด",
        "ส่วนเบี่ยงเบนมาตรฐาน", "จำนวนผู้ประเมิน", "total", "grand total", "sum", "average",
        "mean", "overall", "subtotal", "avg", "sd", "median", "standard deviation",
    )
)  # fmt: skip
_FULL_ROWS: Final = frozenset(
    name_key(word)
    for word in (
        *("คะแนนเต็ม", "น้ำหนัก", "ส่วนต่าง", "ผลต่าง", "เกณฑ์ที่กำหนด", "ค่ามาตรฐาน", "เป้าหมาย"),
        *("ค่าเป้าหมาย", "weight", "gap", "target"),
    )
)
_NUMBERING: Final = frozenset(
    map(name_key, ("ลำดับ", "ลำดับที่", "ที่", "ข้อ", "ข้อที่", "no", "number", "คะแนนเต็ม"))
)
_PART_OF_FORM: Final = "(?:(?:ส่วน|ตอน)ที่[0-9]+)?[0-9]*"
_NTH: Final = "(?:ชั้นต้น|โดยตรง|เหนือขึ้นไป)*(?:(?:คน|ลำดับ)?(?:ที่)?[0-9]+)?"
_RATER_LABEL: Final = re.compile(
    f"{_PART_OF_FORM}(?:ข้อมูล(?:ทั่วไป)?|ชื่อ(?:สกุล|นามสกุล|และนามสกุล)?|ตำแหน่ง|รหัส)?(?:ของ)?"
    f"(?:ผู้ประเมิน|ผู้บังคับบัญชา){_NTH}"
    f"|{_PART_OF_FORM}(?:ข้อมูล(?:ทั่วไป)?|ชื่อ(?:สกุล|นามสกุล|และนามสกุล)?)(?:ของ)?หัวหน้า(?:งาน|ฝ่าย|แผนก)?{_NTH}"
    "|(?:supervisor|manager|assessor|rater|evaluator)s?(?:information|name|position|title|id)?"
    "|(?:name|position|title)of(?:supervisor|manager|assessor|rater|evaluator)"
)
_NTH_SUPERVISOR: Final = re.compile(
    "(?:หัวหน้า(?:งาน|ฝ่าย)?|ผู้บังคับบัญชา|ผู้ประเมิน)(?:(?:คน|ลำดับ)?ที่|คน|ลำดับ)?[1-9]"
)
_RATED_HEAD: Final = re.compile(
    f"{_PART_OF_FORM}ข้อมูล(?:ทั่วไป|ส่วนตัว|ส่วนบุคคล|พื้นฐาน)?(?:ของ)?"
    "(?:ผู้รับการประเมิน|ผู้ถูกประเมิน|พนักงาน|เจ้าหน้าที่|บุคลากร)?"
    "|employeeinformation"
)
_RATED: Final = re.compile("รับการประเมิน|ถูกประเมิน")
_SIGNATURES: Final = tuple(map(name_key, ("ลงชื่อ", "ลายมือชื่อ", "ลายเซ็น", "signature", "signed")))
_COUNTERS: Final = ("คน", "ราย")
_COUNTED: Final = re.compile(r"\s*[0-9๐-๙]+\s*(?:คน|ราย)$")
_SUBTOTAL: Final = re.compile(r"\s(?:ผลรวม|ค่าเฉลี่ย|total|average)$", re.IGNORECASE)
_SUMMARY_STARTS: Final = tuple(
    name_key(word) for word in ("รวมฝ่าย", "รวมแผนก", "ผลรวมทั้งหมด", "เฉลี่ยฝ่าย", "ค่าเฉลี่ย", "คะแนนเฉลี่ย")
)


@lru_cache(maxsize=8192)
def field_of(label: str) -> Field | None:
    """Return what the label asks for, or None where it is not an identity label."""
    return _FIELDS.get(name_key(label))


@lru_cache(maxsize=8192)
def column_of(header: str) -> Column | None:
    """Return what a column with this header holds, or None where the header is not known.

    Words in brackets may explain the header (`ประเมินตนเอง (1-5)`), or be it in English.
    """
    for words in (header, without_brackets(header)):
        found = _COLUMNS.get(name_key(words))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=8192)
def form_column_of(header: str) -> Column | None:
    """Return what a column of a form holds; some of its headings head other things elsewhere.

    One of several supervisors is a supervisor: of two, neither column is the supervisor's.
    """
    found = column_of(header)
    if found is not None:
        return found
    for words in (header, without_brackets(header)):
        key = name_key(words)
        if key in _FORM_COLUMNS:
            return _FORM_COLUMNS[key]
        if _NTH_SUPERVISOR.fullmatch(key):
            return Column.SUPERVISOR
    return None


@lru_cache(maxsize=8192)
def is_label(text: str) -> bool:
    """Return whether a text asks for something or heads something, and so is nobody's value.

    Words that may also be a position, such as `หัวหน้าฝ่าย`, are none.
    """
    if field_of(text) is not None or use_of(text) is not None or names_rater(text):
        return True
    return column_of(text) not in {None, Column.SELF, Column.SUPERVISOR}


@lru_cache(maxsize=8192)
def names_rater(label: str) -> bool:
    """Return whether a label is about the one who rates: `ผู้ประเมิน`, `ตำแหน่งผู้บังคับบัญชา`."""
    return _RATER_LABEL.fullmatch(name_key(label)) is not None


@lru_cache(maxsize=8192)
def names_rated(label: str) -> bool:
    """Return whether a label is about the one who is rated: `ส่วนที่ 1 ข้อมูลผู้รับการประเมิน`."""
    key = name_key(label)
    return _RATED_HEAD.fullmatch(key) is not None or (
        _FIELDS.get(key) is Field.NAME and (key in _PERSONS or _RATED.search(key) is not None)
    )


def begins_signature(text: str) -> bool:
    """Return whether a text is the line to sign on; who is named there signs."""
    return name_key(text).startswith(_SIGNATURES)


def is_numbering(heading: str) -> bool:
    """Return whether a column of this heading numbers the rows, or says the full marks."""
    return name_key(without_brackets(heading)) in _NUMBERING


def is_remark(heading: str) -> bool:
    """Return whether a column of this heading holds words, and no numbers."""
    return name_key(without_brackets(heading)) in _REMARKS


def use_of(heading: str) -> Use | None:
    """Return what a column of a table of many people holds, where no other label says it."""
    return _USES.get(name_key(heading))


def is_person(heading: str) -> bool:
    """Return whether a heading may stand over people's names as well as over their levels."""
    return name_key(without_brackets(heading)) in _PERSONS


def is_quiz_word(words: str) -> bool:
    """Return whether words head the points that a quiz gives for the answer to a question."""
    return name_key(words) in _QUIZ


def without_brackets(words: str) -> str:
    """Return `words` without what stands in brackets, which only explains."""
    return _IN_BRACKETS.sub("", words)


def bracketed(words: str) -> list[str]:
    """Return what stands in the innermost brackets of `words`."""
    return _BRACKETED.findall(words)


def is_hint(text: str) -> bool:
    """Return whether a text in a header only says how to fill in, such as `(1-5)` or `(3)`."""
    return not _LETTERS.search(text)


def ends_table(text: str) -> bool:
    """Return whether a row that begins so stands below the table (signatures, remarks)."""
    return name_key(text).startswith(_TABLE_END)


def is_summary(text: str) -> bool:
    """Return whether a row of this name sums up other rows, or says what could be reached."""
    key = name_key(_COUNTED.sub("", text) if text.endswith(_COUNTERS) else text)
    if key in _SUMMARY_ROWS or key.startswith(_SUMMARY_STARTS):
        return True
    return column_of(text) is Column.REQUIRED or key in _FULL_ROWS


def is_subtotal(text: str) -> bool:
    """Return whether a text that stands alone is Excel's name of a subtotal: `ฝ่ายบัญชี ผลรวม`."""
    return bool(_SUBTOTAL.search(text))
