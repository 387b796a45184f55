"""Which round a run is about, and the answers of other rounds that came back with it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from jdgap.assessments.model import Assessment
from jdgap.problems import Problem
from jdgap.text.rounds import round_of, round_order


def of_one_round(
    assessments: Iterable[Assessment], wanted: str = ""
) -> tuple[str, list[Assessment], list[Problem]]:
    """Return the round, the answers of it, and a problem for each answer of another round.

    An answer that names no round belongs to this one.

    Args:
        assessments: All answers.
        wanted: The round; where "" it is the one that most answers name, the later one of two that
            equally many name.
    """
    answers = list(assessments)
    round_ = round_of(wanted) if wanted else _most_named(answers)
    kept: list[Assessment] = []
    problems: list[Problem] = []
    for each in answers:
        if each.round and each.round != round_:
            facts = {"found": each.round, "wanted": round_}
            problems.append(Problem("other-round", each.place, each.round, facts))
        else:
            kept.append(each if each.round else replace(each, round=round_))
    return round_, kept, problems


def _most_named(answers: Iterable[Assessment]) -> str:
    counts = Counter(each.round for each in answers if each.round)
    return max(counts, key=lambda round_: (counts[round_], round_order(round_)), default="")
