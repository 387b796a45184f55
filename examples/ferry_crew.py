"""Who works at Gullsound Ferries in 2025 and 2026, with their levels. All of them are invented.

The levels are made by chance from a fixed seed: near the requirement, and a year later mostly as
before or one better.
"""

from random import Random
from typing import Final

from ferry_positions import book_of
from office import Answer, Office
from people import CORRECTIONS, GAPS, Levels, Person, near
from staff import Employee

from jdgap.positions import Book

YEARS: Final = ("2025", "2026")
_A_YEAR_LATER: Final = {0: 60, 1: 32, -1: 8}

_STAYED: Final = (
    ("GF-01", "Dora Draft", "managing-director"),
    ("GF-02", "Ned Nobody", "safety-adviser"),
    ("GF-03", "Otto Example", "fleet-manager"),
    ("GF-04", "Wilma Wavetest", "ferry-master"),
    ("GF-05", "Theo Template", "chief-engineer"),
    ("GF-06", "Sam Sample", "deckhand"),
    ("GF-09", "Fay Fictitious", "terminal-manager"),
    ("GF-10", "Ivy Invented", "ticket-clerk"),
    ("GF-13", "Bob Blank", "accountant"),
)
_MOVED: Final = (
    ("GF-07", "Pia Placeholder", "deckhand", "ferry-master"),
    ("GF-08", "Max Mockup", "trainee", "deckhand"),
)
_LEFT: Final = (("GF-11", "Rex Rehearsal", "ticket-clerk"),)
_CAME: Final = (
    ("GF-12", "Una Unreal", "trainee"),
    ("GF-14", "Ann Other", "ticket-clerk"),
)


def company(year: str) -> Office:
    """Return the company in a year, everybody rated by themselves and by their supervisor."""
    book = book_of(year)
    people = {
        each.employee_id: _person(book, each, year) for each in _staff() if year in each.positions
    }
    answers = {
        key: Answer(person, dict(person.self_levels), dict(person.supervisor_levels))
        for key, person in people.items()
    }
    return Office(book, year, people, answers)


def _staff() -> list[Employee]:
    before, now = YEARS
    everybody = [Employee(who, name, {before: post, now: post}) for who, name, post in _STAYED]
    everybody += [Employee(who, name, {before: a, now: b}) for who, name, a, b in _MOVED]
    everybody += [Employee(who, name, {before: post}) for who, name, post in _LEFT]
    everybody += [Employee(who, name, {now: post}) for who, name, post in _CAME]
    return sorted(everybody, key=lambda each: each.employee_id)


def _person(book: Book, employee: Employee, year: str) -> Person:
    position = book.position_by_id[employee.positions[year]]
    levels = _levels(book, employee, year)
    chance = Random(f"{year}-{employee.employee_id}-own")
    return Person(
        employee_id=employee.employee_id,
        name=employee.name,
        position=position,
        department=book.department_name(position) or "",
        competencies=tuple(book.required_competencies(position)),
        self_levels={
            key: near(level, CORRECTIONS, chance, book.levels) for key, level in levels.items()
        },
        supervisor_levels=levels,
        round=year,
    )


def _levels(book: Book, employee: Employee, year: str) -> Levels:
    """Return the levels that the supervisor sees: grown from last year's, where there are any."""
    position = book.position_by_id[employee.positions[year]]
    before: Levels = {}
    if year != YEARS[0] and YEARS[0] in employee.positions:
        before = _levels(book, employee, YEARS[0])
    chance = Random(f"{year}-{employee.employee_id}")
    return {
        key: near(before[key], _A_YEAR_LATER, chance, book.levels)
        if key in before
        else near(required, GAPS, chance, book.levels)
        for key, required in position.required.items()
    }
