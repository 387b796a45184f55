"""Knowledge and skills as plain records."""

from collections.abc import Iterable, Sequence

from jdgap.assessments.model import KnowledgeAnswer
from jdgap.gaps import PersonGaps
from jdgap.gaps.knowledge import has_checklists, knowledge_needs
from jdgap.positions import Book


def checklist_records(answers: Iterable[KnowledgeAnswer]) -> list[dict[str, object]]:
    """Return what one checklist says, item by item; the answer is None where there is none.

    The checklist may be on another sheet than the levels.
    """
    return [
        {
            "kind": each.kind.value,
            "item": each.item,
            "answer": each.answer.value if each.answer else None,
            "sheet": each.place.sheet or None,
            "cell": each.place.cell or None,
        }
        for each in answers
    ]


def knowledge_need_records(
    book: Book, people: Sequence[PersonGaps]
) -> dict[str, list[dict[str, object]]]:
    """Return what is needed most as `knowledge_needs`; nothing where nobody was asked for it."""
    if not has_checklists(people):
        return {}
    return {
        "knowledge_needs": [
            {
                "kind": need.kind.value,
                "item": need.item,
                "people_need": len(need.people),
                "people_answered": need.answered,
                "people_have": need.have,
                "people_not_needed": need.not_needed,
                "employee_ids": [
                    each.assessment.employee_id or each.assessment.name for each in need.people
                ],
            }
            for need in knowledge_needs(people, book)
        ]
    }
