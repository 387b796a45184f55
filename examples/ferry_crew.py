"""Who works at Gullsound Ferries in 2025 and 2026, with their levels. All of them are invented.

The levels are made by chance from a fixed seed: near the requirement, and a year later mostly as
before or one better.
"""

from random import Random
from typing import Final

from ferry_positions import book_of
from office import Office
from people import GAPS, Levels, Person, near, rated
from staff import Employee, Staff

from jdgap.positions import Book

_A_YEAR_LATER: Final = {0: 60, 1: 32, -1: 8}

_CREW: Final = Staff(
    rounds=("2025", "2026"),
    stayed=(
        ("GF-01", "Dora Draft", "managing-director"),
        ("GF-02", "Ned Nobody", "safety-adviser"),
        ("GF-03", "Otto Example", "fleet-manager"),
        ("GF-04", "Wilma Wavetest", "ferry-master"),
        ("GF-05", "Theo Template", "chief-engineer"),
        ("GF-06", "Sam Sample", "deckhand"),
        ("GF-09", "Fay Fictitious", "terminal-manager"),
        ("GF-10", "Ivy Invented", "ticket-clerk"),
        ("GF-13", "Bob Blank", "accountant"),
    ),
    moved=(
        ("GF-07", "Pia Placeholder", "deckhand", "ferry-master"),
        ("GF-08", "Max Mockup", "trainee", "deckhand"),
    ),
    left=(("GF-11", "Rex Rehearsal", "ticket-clerk"),),
    came=(
        ("GF-12", "Una Unreal", "trainee"),
        ("GF-14", "Ann Other", "ticket-clerk"),
    ),
)


def company(year: str) -> Office:
    """Return the company in a year, everybody rated by themselves and by their supervisor."""
    book = book_of(year)
    return Office.of(book, year, (_person(book, each, year) for each in _CREW.in_round(year)))


def _person(book: Book, employee: Employee, year: str) -> Person:
    position = book.position_by_id[employee.positions[year]]
    department = book.department_name(position) or ""
    return rated(book, employee, year, department, _levels(book, employee, year))


def _levels(book: Book, employee: Employee, year: str) -> Levels:
    """Return the levels that the supervisor sees: grown from last year's, where there are any."""
    position = book.position_by_id[employee.positions[year]]
    last_year = _CREW.round_before(employee, year)
    before = _levels(book, employee, last_year) if last_year else {}
    chance = Random(f"{year}-{employee.employee_id}")
    return {
        key: near(before[key], _A_YEAR_LATER, chance, book.levels)
        if key in before
        else near(required, GAPS, chance, book.levels)
        for key, required in position.required.items()
    }
