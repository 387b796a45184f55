"""One problem: a code, its place and the facts, put into words only when it is shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter, ascii_uppercase
from typing import Final

from jdgap.problems.kinds import KINDS, ProblemKind, Severity
from jdgap.text.cleaning import shortened
from jdgap.text.language import translate

_OUR_WORDS: Final = frozenset({"reason", "rater", "what", "kind", "found_kind"})
"""Facts that are not found in an input: messages of the catalogues."""
INSIDE: Final = " › "
"""Between file, sheet and cell where one text names all of them."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands.

    Attributes:
        file: The path as the user gave it.
        sheet: The sheet's title, or "" when the whole file is meant.
        cell: The address such as `D12`, or "" when the whole sheet is meant.
    """

    file: str
    sheet: str = ""
    cell: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Come out of a worker quickly: a survey has 100,000 places."""
        return Place, (self.file, self.sheet, self.cell)

    @property
    def row(self) -> int:
        """The row of the cell, counted from 1; 0 where the whole sheet is meant."""
        digits = self.cell.lstrip(ascii_uppercase)
        return int(digits) if digits else 0

    @property
    def written(self) -> str:
        """File, sheet and cell in one text, as problems of other places name them."""
        return INSIDE.join(part for part in (self.file, self.sheet, self.cell) if part)

    def within_file(self, here: "Place") -> str:
        """Return the same without the file, and without the sheet where it is that of `here`."""
        return Place("", "" if self.sheet == here.sheet else self.sheet, self.cell).written


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in an input.

    Attributes:
        code: One of `KINDS`.
        place: Where it stands.
        value: The offending value as found, cleaned for showing; "" where there is none.
        facts: What the message says besides the value. A list of texts is joined when shown.
            Words of ours (`_OUR_WORDS`) are translated when shown.
    """

    code: str
    place: Place
    value: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> ProblemKind:
        """The row of the table of problems."""
        return KINDS[self.code]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.kind.severity

    def message(self) -> str:
        """Return what is wrong, in the language in use."""
        return " ".join(map(self._filled, (self.kind.message, *self.said_besides())))

    def said_besides(self) -> Iterator[str]:
        """Yield what follows the message because its facts are given: templates in English."""
        for template in self.kind.also:
            if facts_of(template) <= self.facts.keys():
                yield template

    def remedy(self) -> str:
        """Return what to do, in the language in use."""
        return self._filled(self.kind.remedy)

    def _filled(self, template: str) -> str:
        words = {"value": self.value} | {key: _shown(fact) for key, fact in self.facts.items()}
        words |= {key: translate(words[key]) for key in _OUR_WORDS & words.keys()}
        return translate(template).format(**words)


def facts_of(template: str) -> set[str]:
    """Return the facts that a message asks for, by their names."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}


def _shown(fact: object) -> str:
    if isinstance(fact, (list, tuple)):
        return ", ".join(_shown(part) for part in fact)
    if isinstance(fact, str):
        return shortened(fact, 120)
    return str(fact)


def in_order(problems: Iterable[Problem], sheets: Sequence[str] = ()) -> list[Problem]:
    """Return the problems by file, sheet and cell (rows before columns), errors first in a cell.

    Args:
        problems: In any order.
        sheets: Sheets in an order that matters; what is about the whole file stands before
            them, other sheets behind them by their titles.
    """
    ranks = {"": -1} | {sheet: rank for rank, sheet in enumerate(sheets)}
    return sorted(
        problems,
        key=lambda problem: (
            problem.place.file,
            ranks.get(problem.place.sheet, len(sheets)),
            problem.place.sheet,
            _row_and_column(problem.place.cell),
            problem.severity.rank,
            problem.code,
            problem.value,
        ),
    )


def any_error(problems: Iterable[Problem]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by severity; else they keep their order."""
    return sorted(problems, key=lambda problem: problem.severity.rank)


def _row_and_column(address: str) -> tuple[int, int, str]:
    letters = address.rstrip("0123456789")
    row = address[len(letters) :]
    return (int(row) if row else 0, len(letters), letters)
