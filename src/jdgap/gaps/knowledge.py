"""Knowledge and skills: what one person's checklist says, and what is needed most over all people.

They have no levels. No level and no total changes by them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jdgap.assessments.model import KnowledgeAnswer, KnowledgeKind, Need
from jdgap.gaps.model import PersonGaps
from jdgap.gaps.organisation import employee_order
from jdgap.positions import Book
from jdgap.text.names import name_key


@dataclass(frozen=True, slots=True)
class KnowledgeCounts:
    """How many items of a checklist have each answer.

    Attributes:
        have: The person has it.
        need: It is needed.
        not_needed: It is not needed for the work.
        unanswered: Blank, or an answer that cannot be used.
    """

    have: int
    need: int
    not_needed: int
    unanswered: int

    @property
    def answered(self) -> int:
        """How many items have an answer."""
        return self.have + self.need + self.not_needed


@dataclass(frozen=True, slots=True)
class KnowledgeNeed:
    """An item of knowledge, or a skill, that people need.

    Attributes:
        kind: Which of the two.
        item: In the book's words, or in those of the first who wrote it.
        answered: How many people gave an answer for it.
        have: How many of them have it.
        not_needed: How many of them do not need it.
        people: Those who need it, by employee id and name.
    """

    kind: KnowledgeKind
    item: str
    answered: int
    have: int
    not_needed: int
    people: tuple[PersonGaps, ...]


def knowledge_counts(answers: Iterable[KnowledgeAnswer]) -> KnowledgeCounts:
    """Return how many items have each answer."""
    given = [each.answer for each in answers]
    return KnowledgeCounts(
        have=given.count(Need.HAVE),
        need=given.count(Need.NEED),
        not_needed=given.count(Need.NOT_NEEDED),
        unanswered=given.count(None),
    )


def needed(answers: Iterable[KnowledgeAnswer]) -> list[KnowledgeAnswer]:
    """Return the items that are needed, in their order."""
    return [each for each in answers if each.answer is Need.NEED]


def has_checklists(people: Iterable[PersonGaps]) -> bool:
    """Return whether anybody answered anything in a checklist."""
    return any(each.answer is not None for person in people for each in person.assessment.knowledge)


def knowledge_needs(people: Iterable[PersonGaps], book: Book) -> tuple[KnowledgeNeed, ...]:
    """Return what somebody needs: what most people need first.

    Equal ones stand by the share of those who answered, then in the book's order, then by kind
    and wording. The same words are one item, in whichever position's list they stand.

    Args:
        people: Everybody who counts.
        book: Whose positions list the items.
    """
    places = _places(book)
    by_item: dict[tuple[KnowledgeKind, str], list[tuple[PersonGaps, KnowledgeAnswer]]] = {}
    for person in sorted(people, key=lambda each: employee_order(each.assessment)):
        for each in person.assessment.knowledge:
            if each.answer is not None:
                by_item.setdefault((each.kind, name_key(each.item)), []).append((person, each))

    def order(entry: tuple[tuple[KnowledgeKind, str], KnowledgeNeed]) -> tuple[object, ...]:
        key, need = entry
        return -len(need.people), need.answered, places.get(key, len(places)), *key

    needs = {key: _need(answers) for key, answers in by_item.items()}
    ranked = sorted(needs.items(), key=order)
    return tuple(need for _key, need in ranked if need.people)


def _need(answers: Sequence[tuple[PersonGaps, KnowledgeAnswer]]) -> KnowledgeNeed:
    counts = knowledge_counts(each for _person, each in answers)
    _first, said = answers[0]
    return KnowledgeNeed(
        kind=said.kind,
        item=said.item,
        answered=counts.answered,
        have=counts.have,
        not_needed=counts.not_needed,
        people=tuple(person for person, each in answers if each.answer is Need.NEED),
    )


def _places(book: Book) -> dict[tuple[KnowledgeKind, str], int]:
    """Return where each item first stands in the book."""
    items = [
        (kind, name_key(line))
        for position in book.positions
        for kind, lines in (
            (KnowledgeKind.KNOWLEDGE, position.knowledge),
            (KnowledgeKind.SKILL, position.skills),
        )
        for line in lines
    ]
    return {item: place for place, item in reversed(list(enumerate(items)))}
