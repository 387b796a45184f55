"""Who the sheet is about: the labelled values above (or beside) the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from jdgap.assessments.cells.labels import Field
from jdgap.assessments.cells.person_names import is_same_name
from jdgap.assessments.forms.blocks import Blocks
from jdgap.assessments.forms.labelled import Labels, Said
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import name_key
from jdgap.text.rounds import joined_round, may_be_one_round


@dataclass(frozen=True, slots=True)
class Identity:
    """What labels say of the employee.

    Attributes:
        values: By what is asked for; absent where the answer is blank, or where two differ.
        places: The cell of each answer; of the label where it is blank.
        problems: Two values for one thing.
        unsure: What these are about.
    """

    values: Mapping[Field, str]
    places: Mapping[Field, Place]
    problems: tuple[Problem, ...] = ()
    unsure: frozenset[Field] = frozenset()

    def get(self, what: Field) -> str:
        """Return an answer, "" where there is none."""
        return self.values.get(what, "")

    def asks(self, *fields: Field) -> bool:
        """Return whether one of `fields` is answered, or answered twice."""
        return any(each in self.values or each in self.unsure for each in fields)


def read_identity(sheet: Sheet, rows: range, names: Names) -> Identity:
    """Return what the labels in some rows say, with their places.

    The value stands in the label's cell, to its right, or below it. What labels say of a rater does
    not count.

    Args:
        sheet: The sheet.
        rows: The rows above the table, counted from 0.
        names: The names of the book, which tell a position from other words.
    """
    said = _said(sheet, rows, names)
    values: dict[Field, str] = {}
    places: dict[Field, Place] = {}
    problems: list[Problem] = []
    unsure: set[Field] = set()
    for what, answers in said.items():
        given = [each for each in answers if each.value]
        shown = next(iter(given or answers))
        places[what] = sheet.place_of(shown.row, shown.column)
        differing = _differing(what, given, names)
        if differing is not None:
            problems.append(_two_values(sheet, *differing))
            unsure.add(what)
        elif given:
            values[what] = _chosen(what, given, names)
    name, surname = values.get(Field.NAME), values.get(Field.SURNAME)
    if name and surname and not name.endswith(f" {surname}"):
        values[Field.NAME] = f"{name} {surname}"
    return Identity(values, places, tuple(problems), frozenset(unsure))


def _said(sheet: Sheet, rows: range, names: Names) -> dict[Field, list[Said]]:
    """Return what each label about the employee says, from the top down."""
    labels = Labels(sheet, rows.stop, names)
    blocks = Blocks()
    answers: set[tuple[int, int]] = set()
    for row, column, text in sheet.texts():
        if row >= rows.stop:
            break
        if row < rows.start:
            continue
        is_answer = (row, column) in answers
        found = [] if is_answer else labels.said_in(row, column, text)
        answered = is_answer or any(each.value for each in found)
        blocks.enter(row, column, "" if answered else text)
        for said in found:
            answers.add((said.row, said.column))
            blocks.add(said, row, column)
    return blocks.employees()


def _differing(what: Field, given: list[Said], names: Names) -> tuple[Said, Said] | None:
    """Return the first two answers to one question that differ."""
    for one, other in combinations(given, 2):
        if not _agree(what, one, other, names):
            return one, other
    return None


def _agree(what: Field, one: Said, other: Said, names: Names) -> bool:
    if name_key(one.value) == name_key(other.value):
        return True
    if what is Field.NAME:
        return is_same_name(one.value, other.value)
    if what is Field.DEPARTMENT:  # `ฝ่าย` and `หน่วยงาน` ask for two things
        return name_key(one.label) != name_key(other.label)
    if what is Field.ROUND:  # `ปี 2569`, and `รอบ 1`
        return may_be_one_round(one.value, other.value)
    return what is Field.POSITION and _is_one_position(one.value, other.value, names)


def _is_one_position(one: str, other: str, names: Names) -> bool:
    if not (names.knows_position(one) and names.knows_position(other)):
        return False
    return names.position(one) is names.position(other)


def _chosen(what: Field, given: list[Said], names: Names) -> str:
    """Return the first answer, of those that agree; a known department comes first.

    A year and which round of it may be two answers.
    """
    if what is Field.ROUND:
        return joined_round(each.value for each in given)
    for each in given:
        if what is Field.DEPARTMENT and names.department(each.value):
            return each.value
    return given[0].value


def _two_values(sheet: Sheet, one: Said, other: Said) -> Problem:
    facts = {"label": other.label, "other": sheet.place_of(one.row, one.column).cell}
    place = sheet.place_of(other.row, other.column)
    return Problem("several-values", place, shortened(other.value), facts)
