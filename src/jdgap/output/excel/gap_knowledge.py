"""Knowledge and skills on a gap sheet: what is needed, in a line or two."""

from typing import Final

from jdgap.gaps import PersonGaps
from jdgap.gaps.knowledge import knowledge_counts, needed
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress
from jdgap.text.cleaning import shortened
from jdgap.text.language import translate as _

_PART_HEADING: Final = Dress(bold=True, lines="bottom", upright="bottom")
_LINE: Final = Dress(indent=1)
_MOST_ITEMS: Final = 8
_LONGEST_ITEM: Final = 120


def add_knowledge(page: Page, row: int, person: PersonGaps) -> int:
    """Write what a person's checklist says is needed below `row`, and return the last row.

    Nothing is written where nothing was answered.
    """
    answers = person.assessment.knowledge
    counts = knowledge_counts(answers)
    if not counts.answered:
        return row
    last = len(page.widths)
    words = _("Knowledge and skills to develop ({need} of {answered} answered)")
    heading = words.format(need=counts.need, answered=counts.answered)
    page.across(row + 1, (1, last), heading, _PART_HEADING)
    page.across(row + 2, (1, last), _in_words(person), _LINE)
    return row + 2


def _in_words(person: PersonGaps) -> str:
    wanted = needed(person.assessment.knowledge)
    parts = [shortened(each.item, _LONGEST_ITEM) for each in wanted[:_MOST_ITEMS]]
    left = len(wanted) - len(parts)
    if left:
        parts.append(_("and {count} more").format(count=left))
    return "; ".join(parts) or _("Nothing on the checklist is marked as needed.")
