"""Checklists of knowledge and skills go with the assessments of their workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jdgap.assessments.forms.knowledge import Checklist, ChecklistRow
from jdgap.assessments.model import Assessment, KnowledgeAnswer, KnowledgeKind, Reading
from jdgap.positions import Book, Position
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import id_key, name_key, without_leading_number


def add_checklists(reading: Reading, checklists: Sequence[Checklist], book: Book) -> None:
    """Give each assessment of a workbook the checklist that is its own, and add what is wrong.

    Args:
        reading: What the workbook's other sheets say; it is changed.
        checklists: Those of the workbook.
        book: Whose positions list the items.
    """
    whose = _Whose(reading.assessments)
    found: dict[int, _Answers] = {}
    for checklist in checklists:
        owners = whose.owners(checklist)
        if not owners and checklist.is_filled_in:
            reading.problems.append(whose.problem(checklist))
        for owner in owners:
            if owner not in found:
                found[owner] = _Answers(reading.assessments[owner], book)
            found[owner].add(checklist)
    told: list[Problem] = []
    for owner, answers in found.items():
        given = answers.in_order()
        reading.assessments[owner] = replace(reading.assessments[owner], knowledge=given)
        told += [each for each in answers.problems if each not in told]
    reading.problems += told


class _Whose:
    """Finds whose a checklist is.

    Args:
        assessments: Those of the workbook.
    """

    def __init__(self, assessments: Sequence[Assessment]) -> None:
        self._sheets = [each.place.sheet for each in assessments]
        self._ids = [id_key(each.employee_id) for each in assessments]
        self._names = [name_key(each.name) for each in assessments]

    def owners(self, checklist: Checklist) -> list[int]:
        """Return the places of the assessments that a checklist goes with.

        Several are of one employee; none is where it cannot be told.
        """
        employee, name = id_key(checklist.employee_id), name_key(checklist.name)
        everybody = range(len(self._ids))
        if self._sheets.count(checklist.place.sheet) == 1:  # that of the form
            return [self._sheets.index(checklist.place.sheet)]
        if len(everybody) == 1 and not (employee and self._ids[0]):
            return [0]
        if employee:
            return [place for place in everybody if self._ids[place] == employee]
        found = [place for place in everybody if name and self._names[place] == name]
        return found if len({self._ids[place] for place in found}) == 1 else []

    def problem(self, checklist: Checklist) -> Problem:
        """Return the problem that a checklist goes with no assessment."""
        employee = checklist.employee_id or checklist.name
        known = self._ids if checklist.employee_id else self._names
        key = id_key(employee) if checklist.employee_id else name_key(employee)
        if not key or key in known:
            return Problem("knowledge-of-nobody", checklist.place)
        facts = {"employee": employee}
        return Problem("knowledge-without-levels", checklist.place, shortened(employee), facts)


class _Items:
    """The items of a list, found by how people write them.

    Args:
        positions: Whose lists they are.
    """

    def __init__(self, positions: Iterable[Position]) -> None:
        self._known: dict[str, dict[KnowledgeKind, str]] = {}
        for position in positions:
            for kind, lines in (
                (KnowledgeKind.KNOWLEDGE, position.knowledge),
                (KnowledgeKind.SKILL, position.skills),
            ):
                for line in lines:
                    self._known.setdefault(name_key(line), {}).setdefault(kind, line)

    def find(self, row: ChecklistRow) -> tuple[KnowledgeKind, str] | None:
        """Return the kind and the wording of what a row names; its own kind counts first."""
        kinds = self._known.get(name_key(row.item)) or self._known.get(
            name_key(without_leading_number(row.item))
        )
        if kinds is None:
            return None
        kind = row.kind if row.kind in kinds else next(iter(kinds))
        return kind, kinds[kind]


class _Answers:
    """What one employee's checklists say, each item once.

    Args:
        assessment: The employee's.
        book: Whose positions list the items.

    Attributes:
        problems: What is wrong.
    """

    def __init__(self, assessment: Assessment, book: Book) -> None:
        held = book.position_by_id.get(assessment.position_id or "")
        self._book = _Items(book.positions)
        self._own = self._book if held is None else _Items([held])
        self._answers: dict[tuple[KnowledgeKind, str], KnowledgeAnswer] = {}
        self._differing: set[tuple[KnowledgeKind, str]] = set()
        self.problems: list[Problem] = []

    def in_order(self) -> tuple[KnowledgeAnswer, ...]:
        """Return the answers in the order of the rows; those that differ say nothing."""
        return tuple(
            replace(each, answer=None) if key in self._differing else each
            for key, each in self._answers.items()
        )

    def add(self, checklist: Checklist) -> None:
        """Take the rows of a checklist, and tell how many of them are blank."""
        self.problems += checklist.problems
        blank = sum(self._is_blank(row) for row in checklist.rows)
        for row in checklist.rows:
            self._add(row)
        if blank:
            facts = {"count": blank}
            self.problems.append(Problem("knowledge-left-blank", checklist.place, facts=facts))

    def _add(self, row: ChecklistRow) -> None:
        listed = self._own.find(row)
        if listed is None:
            if row.is_blank:  # a remark below the list, or what nobody asked for
                return
            facts = {"item": row.item}
            problem = Problem("unknown-knowledge", row.place, shortened(row.item), facts)
            self.problems.append(problem)
        kind, item = listed or self._book.find(row) or (row.kind or KnowledgeKind.OTHER, row.item)
        self._put(KnowledgeAnswer(kind, item, row.answer, row.place))

    def _put(self, new: KnowledgeAnswer) -> None:
        """Keep an answer, unless the same item was answered before."""
        key = (new.kind, name_key(new.item))
        before = self._answers.get(key)
        if before is None or before.answer is None:
            self._answers[key] = new
        elif new.answer is not None and new.answer is not before.answer:
            self._differing.add(key)
            facts = {"item": new.item, "other": before.place.within_file(new.place)}
            value = shortened(new.item)
            self.problems.append(Problem("duplicate-knowledge", new.place, value, facts))

    def _is_blank(self, row: ChecklistRow) -> bool:
        return row.is_blank and self._own.find(row) is not None
