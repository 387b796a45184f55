"""What each position requires: the job-description book as data."""

from jdgap.positions.loading import BookError, bundled_book_path, load_book
from jdgap.positions.lookup import Names, UnknownPositionError
from jdgap.positions.model import (
    Book,
    Competency,
    Department,
    Group,
    Level,
    Name,
    Position,
    Relationship,
    Responsibility,
)

__all__ = [
    "Book",
    "BookError",
    "Competency",
    "Department",
    "Group",
    "Level",
    "Name",
    "Names",
    "Position",
    "Relationship",
    "Responsibility",
    "UnknownPositionError",
    "bundled_book_path",
    "load_book",
]
