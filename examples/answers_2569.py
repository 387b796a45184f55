"""What is written of each employee in the round of 2569: blanks, mistakes and second thoughts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from office import Answer, Office, person_of, rated_alone, wrongly_rated

SURVEYED: Final = ("S-112", "S-113", "S-122", "S-125", "S-130")
"""Who answered one of the surveys, which ask nobody else."""
SILENT: Final = ("S-114", "S-119")
LOST: Final = ("S-108", "S-126")
"""Whose file cannot be opened."""
UNDECIDED: Final = "S-123"
"""Whose two forms differ."""
CHANGED_MIND: Final = "S-122"
"""Who answered the survey twice."""
MISTITLED: Final = "S-132"
"""Whose title is misspelt."""
MOVED: Final = "S-118"
"""Who does another position's work than the roster says."""
OUTSIDER: Final = "T-001"
"""Who is not on the roster."""
PARTLY_BLANK: Final = "S-105"
WRONG_LEVELS: Final = "S-131"
UNASKED: Final = "S-130"
"""Who rated a competency that the position does not require."""
GAP_IN_TABLE: Final = "S-117"


def answers_2569(office: Office) -> dict[str, Answer]:
    """Return what counts of everybody who answered, by employee id."""
    gone = {*SILENT, *LOST, UNDECIDED}
    answers = {key: each for key, each in office.answers.items() if key not in gone}
    answers |= {key: rated_alone(answers[key]) for key in SURVEYED}
    for key, change in _CHANGES.items():
        answers[key] = change(office, answers[key])
    answers[OUTSIDER] = _outsider(office)
    return answers


def _outsider(office: Office) -> Answer:
    """Return the answer of a temporary employee, whom HR forgot to put on the roster."""
    who = (OUTSIDER, "ลูกจ้าง ชั่วคราว")
    person = person_of(office.book, who, "officer-office-administration", office.round)
    return Answer(person, person.self_levels, person.supervisor_levels)


def _partly_blank(_office: Office, answer: Answer) -> Answer:
    """Leave two competencies blank and one not applicable; the supervisor rated only three."""
    own = {**answer.own, "unity": None, "flexibility": None, "process-accuracy": "N/A"}
    rated = ("service-mind", "integrity", "analytical-thinking")
    return replace(answer, own=own, supervisor={key: answer.supervisor[key] for key in rated})


def _wrong_levels(_office: Office, answer: Answer) -> Answer:
    return wrongly_rated(answer, {"unity": 9, "integrity": 4.5, "achievement": "ดีมาก"})


def _moved(office: Office, answer: Answer) -> Answer:
    """Answer for another position; the supervisor sees one competency two levels lower."""
    position = office.book.position_by_id["officer-finance-management"]
    person = replace(answer.person, position=position)
    return Answer(
        person,
        {**answer.own, "flexibility": 4},
        {**answer.supervisor, "flexibility": 2},
    )


def _unasked(_office: Office, answer: Answer) -> Answer:
    return replace(answer, own={**answer.own, "coaching": 2})


def _gap_in_table(_office: Office, answer: Answer) -> Answer:
    """Leave one competency without any level, and one without the supervisor's."""
    own = {**answer.own, "flexibility": None}
    return Answer(answer.person, own, {**answer.supervisor, "flexibility": None, "unity": None})


_CHANGES: Final[dict[str, Callable[[Office, Answer], Answer]]] = {
    PARTLY_BLANK: _partly_blank,
    WRONG_LEVELS: _wrong_levels,
    MOVED: _moved,
    UNASKED: _unasked,
    GAP_IN_TABLE: _gap_in_table,
}


def first_thought(answer: Answer) -> Answer:
    """Return what somebody answered before: three levels higher by one where the scale allows."""
    keys = ("service-mind", "achievement", "analytical-thinking")
    higher = {key: _one_more(answer.own[key]) for key in keys}
    return replace(answer, own={**answer.own, **higher})


def second_opinion(answer: Answer) -> Answer:
    """Return an answer whose supervisor sees two competencies differently."""
    supervisor = {key: _one_more(answer.supervisor[key]) for key in ("unity", "flexibility")}
    return replace(answer, supervisor={**answer.supervisor, **supervisor})


def _one_more(level: float | str | None) -> int:
    return min(5, int(level or 0) + 1)
