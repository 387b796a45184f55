"""06: a form from LibreOffice Calc, written as a minimal OpenDocument package."""

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from pen import FONT
from people import Person, sample
from stable import write_zip

from jdgap.positions import Book

_MIME: Final = "application/vnd.oasis.opendocument.spreadsheet"
_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns"
_MANIFEST: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_SPACE}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_WIDTHS: Final = ("2.6cm", "7.8cm", "3cm", "3.6cm")
_FACE: Final = (
    f'style:font-name="{FONT}" style:font-name-complex="{FONT}"'
    ' fo:font-size="14pt" style:font-size-complex="14pt"'
)
_BOLD: Final = 'fo:font-weight="bold" style:font-weight-complex="bold"'
_LINES: Final = 'fo:border="0.5pt solid #808080"'


def write_ods(book: Book, path: Path) -> None:
    """06: a hand-made form in the OpenDocument format."""
    write_sheet(sample(book, 8, "officer-registration"), path)


def write_sheet(person: Person, path: Path) -> None:
    """Write the form of `person` in the OpenDocument format."""
    parts = {
        "mimetype": _MIME.encode(),
        "META-INF/manifest.xml": _MANIFEST.encode(),
        "content.xml": _content(person).encode(),
    }
    write_zip(path, parts, stored="mimetype")


def _content(person: Person) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="co{number}"/>'
        for number in range(1, len(_WIDTHS) + 1)
    )
    spaces = " ".join(
        f'xmlns:{short}="{_SPACE}:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {spaces}'
        f' office:version="1.3">{_fonts()}<office:automatic-styles>{_styles()}'
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="แบบประเมิน">{columns}{"".join(_rows(person))}'
        "</table:table></office:spreadsheet></office:body></office:document-content>\n"
    )


def _fonts() -> str:
    return (
        "<office:font-face-decls>"
        f'<style:font-face style:name="{FONT}" svg:font-family="\'{FONT}\'"/>'
        "</office:font-face-decls>"
    )


def _styles() -> str:
    columns = "".join(
        f'<style:style style:name="co{number}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
        for number, width in enumerate(_WIDTHS, start=1)
    )
    rows = (
        '<style:style style:name="ro1" style:family="table-row">'
        '<style:table-row-properties style:row-height="0.9cm"'
        ' style:use-optimal-row-height="false"/></style:style>'
    )
    cells = {
        "plain": (f"<style:text-properties {_FACE}/>",),
        "bold": (f"<style:text-properties {_FACE} {_BOLD}/>",),
        "heading": (
            f'<style:table-cell-properties {_LINES} fo:background-color="#d9e2f3"/>',
            '<style:paragraph-properties fo:text-align="center"/>',
            f"<style:text-properties {_FACE} {_BOLD}/>",
        ),
        "body": (
            f"<style:table-cell-properties {_LINES}/>",
            f"<style:text-properties {_FACE}/>",
        ),
    }
    return columns + rows + "".join(_cell_style(name, parts) for name, parts in cells.items())


def _cell_style(name: str, parts: tuple[str, ...]) -> str:
    opening = f'<style:style style:name="{name}" style:family="table-cell">'
    return f"{opening}{''.join(parts)}</style:style>"


def _rows(person: Person) -> list[str]:
    """Return the rows of the sheet."""
    identity = (
        ("รหัสพนักงาน", person.employee_id),
        ("ชื่อ-สกุล", person.name),
        ("ตำแหน่ง", person.title),
        ("ฝ่าย", person.department),
        ("รอบ", person.round),
    )
    rows = [_row("bold", None, "แบบประเมินสมรรถนะ"), _row("plain")]
    rows += [_row("plain", label, value) for label, value in identity]
    rows.append(_row("plain"))
    rows.append(_row("heading", "ที่", "สมรรถนะ", "ระดับตนเอง", "หัวหน้าประเมิน"))
    for number, each in enumerate(person.competencies, start=1):
        levels = (person.self_levels[each.id], person.supervisor_levels[each.id])
        rows.append(_row("body", number, each.name.th, *levels))
    rows.append(_row("heading", None, "ค่าเฉลี่ย", *_averages(person)))
    rows += [_row("plain"), _row("plain", None, "ลงชื่อ ........................ ผู้ประเมิน")]
    return rows


def _averages(person: Person) -> tuple[float, float]:
    own, supervisor = person.self_levels.values(), person.supervisor_levels.values()
    return sum(own) / len(own), sum(supervisor) / len(supervisor)


def _row(style: str, *contents: str | float | None) -> str:
    cells = "".join(_cell(style, content) for content in contents)
    row = '<table:table-row table:style-name="ro1">'
    return f"{row}{cells or '<table:table-cell/>'}</table:table-row>"


def _cell(style: str, content: str | float | None) -> str:
    opening = f'<table:table-cell table:style-name="{style}"'
    if content is None:
        return f"{opening}/>"
    if isinstance(content, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{content}"'
    return f"{opening} {kind}><text:p>{escape(str(content))}</text:p></table:table-cell>"
