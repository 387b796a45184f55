"""What is needed most over all people."""

from builders import book
from checklists import answering, items
from jdgap.assessments.model import KnowledgeKind, Need
from jdgap.gaps.knowledge import (
    KnowledgeCounts,
    has_checklists,
    knowledge_counts,
    knowledge_needs,
    needed,
)
from report_rounds import a_result, somebody

HAVE, NEED, NOT_NEEDED = Need


def people(**answers):
    """The people of a round: answers by item, by employee id."""
    said = [answering(somebody(who), **their) for who, their in answers.items()]
    return a_result(*said).people


def ranked(found):
    return [
        (need.item, [each.assessment.employee_id for each in need.people], need.answered)
        for need in knowledge_needs(found, book())
    ]


def test_counts_of_one_checklist():
    (person,) = people(a={"x": HAVE, "y": NEED, "z": None, "s_v": NEED, "w": NOT_NEEDED})
    answers = person.assessment.knowledge
    counts = knowledge_counts(answers)
    assert counts == KnowledgeCounts(have=1, need=2, not_needed=1, unanswered=1)
    assert counts.answered == 4
    assert [each.item for each in needed(answers)] == ["y", "s_v"]


def test_what_most_people_need_comes_first():
    """Who did not answer, or does not need it, is not among those; the ids are in order."""
    found = people(
        s10={"a": NEED, "b": NEED, "c": HAVE, "d": None},
        s2={"a": NEED, "b": HAVE, "c": NOT_NEEDED},
        s3={"a": HAVE, "b": None},
    )
    assert ranked(found) == [("a", ["s2", "s10"], 3), ("b", ["s10"], 2)]
    first, _second = knowledge_needs(found, book())
    assert (first.have, first.not_needed) == (1, 0)


def test_of_equal_ones_the_larger_share_comes_first():
    found = people(s1={"a": NEED, "b": NEED}, s2={"a": HAVE})
    assert ranked(found) == [("b", ["s1"], 1), ("a", ["s1"], 2)]


def test_ties_stand_in_the_books_order_whoever_answers_first():
    first, second = items("officer-it")[:2]
    assert ranked(people(s1={second: NEED, first: NEED, "other": NEED})) == [
        *((first, ["s1"], 1), (second, ["s1"], 1), ("other", ["s1"], 1)),
    ]


def test_the_same_words_are_one_item():
    """However they are typed; knowledge and a skill of one name are two."""
    found = people(s1={"การ คำนวณ": NEED}, s2={"การคำนวณ.": NEED})
    assert ranked(found) == [("การ คำนวณ", ["s1", "s2"], 2)]
    (need,) = knowledge_needs(people(s1={"s_x": NEED}), book())
    assert need.kind is KnowledgeKind.SKILL


def test_nobody_was_asked():
    assert not has_checklists(people(s1={}))
    assert not has_checklists(people(s1={"a": None}))
    assert has_checklists(people(s1={}, s2={"a": HAVE}))
    assert knowledge_needs(people(s1={"a": HAVE}), book()) == ()


def test_no_level_and_no_total_changes():
    plain = somebody(unity=-1)
    asked = answering(plain, a=NEED)
    (one,), (other,) = (a_result(each).people for each in (plain, asked))
    assert one.totals == other.totals
    assert [each.gap for each in one.results] == [each.gap for each in other.results]
