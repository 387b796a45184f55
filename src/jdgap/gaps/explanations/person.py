"""Every number of one person, explained."""

from collections.abc import Iterable, Iterator

from jdgap.assessments import Count
from jdgap.gaps.explanations.levels import competency_explanations, rater_explanations
from jdgap.gaps.explanations.model import Counted, Explanation, Input
from jdgap.gaps.explanations.order import largest_gap_explanation, order_explanations
from jdgap.gaps.explanations.said import Answer
from jdgap.gaps.explanations.sums import totals_explanations
from jdgap.gaps.explanations.words import level_input
from jdgap.gaps.model import PersonGaps
from jdgap.positions import Competency
from jdgap.positions.model import ALL_GROUPS
from jdgap.problems import Problem


def explain(
    person: PersonGaps, count: Count = Count.EITHER, problems: Iterable[Problem] = ()
) -> tuple[Explanation, ...]:
    """Return why each number of a person is what it is.

    First of each required competency, in the book's order; then of what is not required; then the
    totals of each group and of all; then what to work on first. Sentences are in the language in
    use.

    >>> import jdgap
    >>> from pathlib import Path
    >>> form = Path("examples/forms/01-form.xlsx")
    >>> checked = jdgap.check_files([form], jdgap.load_book())
    >>> why = jdgap.explain(checked.people[0], problems=checked.problems)[3]
    >>> why.competency_id, why.number, why.value, why.inputs[1].place.cell
    ('service-mind', 'actual_level', 4, 'E15')

    Args:
        person: The numbers.
        count: Whose level counted when they were computed.
        problems: Those of the run, which say why a level cannot be used.
    """
    return tuple(_explanations(person, Answer(person.assessment, count, problems), count))


def _explanations(person: PersonGaps, answer: Answer, count: Count) -> Iterator[Explanation]:
    home, position = person.assessment.place, person.compared_with.id
    counted: list[Counted] = []
    for result in person.results:
        competency = result.competency
        said = answer.of(competency.id, competency.name.text)
        actual = level_input("actual_level", said.counted, competency.id)
        required = _required(competency, result.required_level, position)
        counted.append(Counted(result, actual, required))
        yield from competency_explanations(counted[-1], said, count, home)
    for other in person.not_required:
        said = answer.of(other.competency.id, other.competency.name.text)
        yield from rater_explanations(other.competency, said, home)
    for group in person.groups:
        within = [each for each in counted if each.result.competency.group == group]
        yield from totals_explanations(group, within)
    yield from totals_explanations(ALL_GROUPS, counted)
    yield largest_gap_explanation(counted)
    yield from order_explanations(counted)


def _required(competency: Competency, level: int, position_id: str) -> Input:
    return Input("required_level", level, competency_id=competency.id, position_id=position_id)
