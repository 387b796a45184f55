"""What is read of a form, in a shape that is easy to compare."""

from builders import COMPETENCIES, codes, identity_rows, names, sheet_of, thai
from jdgap.assessments import NoLevel
from jdgap.assessments.opening.grid import PLAIN_LAYOUT
from jdgap.assessments.sheets import read_sheet

(SERVICE, UNITY, INTEGRITY, ACHIEVEMENT, EXPERTISE, ANALYSIS, ACCURACY, FLEXIBILITY, *_) = map(
    thai, COMPETENCIES
)
WHO = identity_rows()
HEADER = ["สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"]
TICKS = ["สมรรถนะ", 5, 4, 3, 2, 1]
_SHOWN = {NoLevel.BLANK: None, NoLevel.UNUSABLE: 0, NoLevel.NOT_APPLICABLE: "N/A"}


def reading_of(*rows, layout=PLAIN_LAYOUT, who=WHO):
    """Read a form: identity, a blank row, then `rows` (the first of them is row 6)."""
    return read_sheet(sheet_of([*who, [], *rows], layout=layout), names())


def form(*rows, **kept):
    """The levels by competency id (None: blank, 0: unusable), and the problems with their cells.

    The levels are None where there is no assessment.
    """
    reading = reading_of(*rows, **kept)
    if not reading.assessments:
        return None, codes(reading.problems)
    (found,) = reading.assessments
    levels = {
        key: tuple(_SHOWN.get(each, each) for each in (rating.self_level, rating.supervisor_level))
        for key, rating in found.ratings.items()
    }
    return levels, codes(reading.problems)
