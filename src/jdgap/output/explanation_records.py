"""Why each number is what it is, as plain records for JSON."""

from collections.abc import Sequence

from jdgap.assessments import Count
from jdgap.gaps import PersonGaps
from jdgap.gaps.explanations import Explanation, Input, explain
from jdgap.output.records import Record, check_document
from jdgap.positions import Book
from jdgap.problems import Problem


def explained_document(
    book: Book, people: Sequence[PersonGaps], problems: Sequence[Problem], count: Count
) -> Record:
    """Return what `check --format json --explain` prints: the usual, and why of each number.

    Args:
        book: The job-description book.
        people: Each with the position compared with.
        problems: Those of the input, which say why a level cannot be used.
        count: Whose level counted when the numbers were computed.
    """
    document = check_document(book, people, problems)
    for record, person in zip(document["assessments"], people, strict=True):
        record["explanations"] = [
            explanation_record(each) for each in explain(person, count, problems)
        ]
    return document


def explanation_record(each: Explanation) -> Record:
    """Return why one number is what it is."""
    return {
        "number": each.number,
        "group": each.group or None,
        "competency_id": each.competency_id or None,
        "value": each.value,
        "rule": each.rule,
        "inputs": [_input(part) for part in each.inputs],
        "sentence": each.sentence,
    }


def _input(part: Input) -> Record:
    """Return one input; what does not apply to it is left out, except of its cell."""
    place = part.place
    further = {
        "competency_id": part.competency_id,
        "position_id": part.position_id,
        "reason": part.reason,
        "problem": part.problem,
    }
    return {
        "what": part.what,
        "value": part.value,
        "file": place.file if place else None,
        "sheet": (place.sheet or None) if place else None,
        "cell": (place.cell or None) if place else None,
        **{key: value for key, value in further.items() if value},
    }
