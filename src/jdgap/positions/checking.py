"""A plain document into a `Book`, or every fault in it: shapes and rules, all at once."""

from jdgap.positions.model import Book
from jdgap.positions.rules import Fault, broken_rules


def checked_book(document: object) -> Book | tuple[Fault, ...]:
    """Return the book that `document` is, or every fault in it.

    Args:
        document: As `positions.json` holds it.
    """
    from pydantic import ValidationError

    faults: list[Fault] = []
    book = None
    try:
        book = Book.model_validate(document)
    except ValidationError as error:
        from jdgap.positions.shapes import wrong_shapes  # a book is seldom wrong

        faults = list(wrong_shapes(error.errors(include_url=False), document))
    shapes = {fault.path for fault in faults}
    faults += [fault for fault in broken_rules(document) if fault.path not in shapes]
    return book if book is not None and not faults else tuple(faults)
