"""Checklists of knowledge and skills for the tests: rows, forms filled in, answers."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from builders import book
from jdgap.assessments.model import Assessment, KnowledgeAnswer, KnowledgeKind, Need
from jdgap.problems import Place

OFFICER = "officer-accounting"
HEADINGS = ["ความรู้หรือทักษะ", "คำตอบ"]
HEADED = {"คำตอบ", "Answer"}


def items(position: str = OFFICER) -> list[str]:
    """What the book lists: knowledge first, then skills."""
    held = book().position_by_id[position]
    return [*held.knowledge, *held.skills]


def checklist(*answers: object, position: str = OFFICER, headings=HEADINGS) -> list[list[object]]:
    """A sheet by hand: headings in row 1, from row 2 on the first items with these answers."""
    return [headings, *([item, said] for item, said in zip(items(position), answers, strict=False))]


def fill_checklist(path: Path, *answers: object, sheet: int = 1) -> list[str]:
    """Answer the first items in a form that has a checklist; return the cells."""
    workbook = load_workbook(path)
    target = workbook.worksheets[sheet]
    (heading,) = (cell for row in target.iter_rows() for cell in row if cell.value in HEADED)
    cells = []
    for row, said in enumerate(answers, start=heading.row + 1):
        target.cell(row, heading.column, said)
        cells.append(target.cell(row, heading.column).coordinate)
    workbook.save(path)
    return cells


def said_by(assessment: Assessment) -> list[tuple[str, str, str | None, str]]:
    """Kind, item, answer and cell of each item."""
    return [
        (each.kind.value, each.item, each.answer and each.answer.value, each.place.cell)
        for each in assessment.knowledge
    ]


def answering(someone: Assessment, **answers: Need | None) -> Assessment:
    """Somebody with a checklist: answers by item, `s_` before those that are skills."""
    knowledge = []
    for row, (item, said) in enumerate(answers.items(), start=2):
        kind = KnowledgeKind.SKILL if item.startswith("s_") else KnowledgeKind.KNOWLEDGE
        knowledge.append(KnowledgeAnswer(kind, item, said, Place("a.xlsx", "K", f"C{row}")))
    return replace(someone, knowledge=tuple(knowledge))
