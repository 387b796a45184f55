"""A round as it is kept: what its report holds, and what two rounds are compared by."""

from collections.abc import Iterator
from hashlib import sha256

from jdgap.assessments.reports.model import (
    KeptAbsentee,
    KeptCompetency,
    KeptLevels,
    KeptPerson,
    KeptRound,
)
from jdgap.assessments.reports.texts import kept_text
from jdgap.gaps.model import CompetencyGap
from jdgap.gaps.round import RoundResult
from jdgap.positions import Book
from jdgap.text.names import id_key, name_key
from jdgap.text.sorting import natural_key


def kept_round(result: RoundResult, book: Book, source: str) -> KeptRound:
    """Return a round that was computed just now as its report would hold it.

    Names are in the language in use. Who holds a position that requires nothing is not in it: there
    is no number of theirs to compare.

    Args:
        result: The round.
        book: With which it was computed.
        source: Where it was read from, as the user named it.
    """
    return kept_frame(result, book, source, tuple(kept_people(result, book)))


def kept_frame(
    result: RoundResult, book: Book, source: str = "", people: tuple[KeptPerson, ...] = ()
) -> KeptRound:
    """Return a round with `people`, none where they are not needed."""
    return KeptRound(
        round=kept_text(result.round),
        source=source,
        count=result.count,
        fingerprint=fingerprint(book),
        people=people,
        competencies={
            each.id: KeptCompetency(each.id, kept_text(each.name.text), each.group)
            for each in book.competencies
        },
        required={each.id: _required(book, each.required) for each in book.positions},
        titles={each.id: kept_text(each.title.text) for each in book.positions},
        staff_known=result.attendance is not None,
        absentees=_absentees(result),
    )


def kept_people(result: RoundResult, book: Book) -> Iterator[KeptPerson]:
    """Yield the people of a round one after another, in its order."""
    known: dict[CompetencyGap, KeptLevels] = {}  # people with the same levels share them
    for person in result.people:
        if not person.results:
            continue
        said, held = person.assessment, person.position
        yield KeptPerson(
            employee_id=kept_text(said.employee_id),
            name=kept_text(said.name),
            position_id=held.id if held else "",
            position=kept_text(person.position_title),
            department=kept_text(person.department_name(book)),
            levels={each.competency.id: _levels(each, known) for each in person.results},
            place=said.place,
        )


def _absentees(result: RoundResult) -> tuple[KeptAbsentee, ...]:
    """Return who should have a result and has none: no answer, or one that does not count."""
    counted = {
        _key(said.employee_id, said.name)
        for said in (person.assessment for person in result.people if person.results)
    }
    missing = result.attendance.missing if result.attendance else ()
    # A folder may hold the answers of several years, and with them those of people who left.
    answers = (each for each in result.answers if each.round in {"", result.round})
    known = [(each.employee_id, each.name) for each in missing]
    known += [(each.employee_id, each.name) for each in answers]
    found: dict[str, KeptAbsentee] = {}
    for who in known:
        key = _key(*who)
        if key and key not in counted and key not in found:
            found[key] = _absentee(*who)
    return tuple(sorted(found.values(), key=lambda each: natural_key(each.employee_id)))


def _absentee(employee_id: str, name: str) -> KeptAbsentee:
    if id_key(employee_id):
        return KeptAbsentee(kept_text(employee_id))
    return KeptAbsentee("", kept_text(name))


def _key(employee_id: str, name: str) -> str:
    """Return what somebody is known by, "" for nothing."""
    return id_key(employee_id) or name_key(name)


def fingerprint(book: Book) -> str:
    """Return what two rounds share if they were made with the same book, whatever its file."""
    # Without what is left out: a later version of jdgap may know more of it.
    return sha256(book.model_dump_json(exclude_defaults=True).encode()).hexdigest()


def _required(book: Book, levels: dict[str, int]) -> dict[str, int]:
    return {each.id: levels[each.id] for each in book.competencies if each.id in levels}


def _levels(gap: CompetencyGap, known: dict[CompetencyGap, KeptLevels]) -> KeptLevels:
    levels = known.get(gap)
    if levels is None:
        levels = known[gap] = KeptLevels(
            gap.required_level,
            gap.self_level,
            gap.supervisor_level,
            gap.actual_level,
            gap.status.value,
        )
    return levels
