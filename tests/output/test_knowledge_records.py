"""Knowledge and skills as records; they are there only where somebody answered."""

from builders import book
from checklists import answering
from jdgap.assessments.model import Need
from jdgap.output.knowledge_records import checklist_records
from jdgap.output.records import check_document
from jdgap.output.round_records import round_document
from report_rounds import a_result, somebody


def test_a_checklist():
    (skill, blank) = answering(somebody(), s_x=Need.NOT_NEEDED, y=None).knowledge
    assert checklist_records([skill, blank]) == [
        {"kind": "skill", "item": "s_x", "answer": "not_needed", "sheet": "K", "cell": "C2"},
        {"kind": "knowledge", "item": "y", "answer": None, "sheet": "K", "cell": "C3"},
    ]


def test_it_stands_with_the_assessment():
    with_one = answering(somebody("S-1"), x=Need.NEED)
    people = a_result(with_one, somebody("S-2")).people
    first, second = check_document(book(), people, [])["assessments"]
    assert first["knowledge"] == checklist_records(with_one.knowledge)
    assert "knowledge" not in second


def test_needs_of_a_round():
    people = [
        answering(somebody("S-1"), x=Need.NEED, s_y=Need.HAVE),
        answering(somebody("", name="ก ข"), x=Need.NEED),
        answering(somebody("S-3"), x=Need.NOT_NEEDED),
    ]
    assert round_document(book(), a_result(*people))["knowledge_needs"] == [
        {
            "kind": "knowledge",
            "item": "x",
            "people_need": 2,
            "people_answered": 3,
            "people_have": 0,
            "people_not_needed": 1,
            "employee_ids": ["ก ข", "S-1"],
        }
    ]
    nobody_asked = a_result(answering(somebody(), x=None))
    assert "knowledge_needs" not in round_document(book(), nobody_asked)
