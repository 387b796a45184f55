"""What changed between two books of positions, as records for programs."""

from collections import Counter
from collections.abc import Iterator

from jdgap.output.records import Record
from jdgap.positions.differences import BookComparison, Difference

DIFFERENCE_COLUMNS = ("what", "change", "id", "name", "about", "old", "new")
"""The columns of the rows of differences, in their order."""


def differences_document(comparison: BookComparison) -> Record:
    """Return what `positions diff --format json` prints.

    Args:
        comparison: Two books, compared.
    """
    counts = Counter(each.what.value for each in comparison.differences)
    return {
        "old": comparison.old.organisation.text,
        "new": comparison.new.organisation.text,
        "counts": dict(counts),
        "differences": [*map(_record, comparison.differences)],
    }


def difference_rows(comparison: BookComparison) -> Iterator[Record]:
    """Yield a row for each difference.

    Args:
        comparison: Two books, compared.
    """
    yield from map(_record, comparison.differences)


def _record(each: Difference) -> Record:
    return {
        "what": each.what.value,
        "change": each.change.value,
        "id": each.id or None,
        "name": each.name or None,
        "about": each.about or None,
        "old": each.old,
        "new": each.new,
    }
