"""What the answers and kinds of a checklist of knowledge and skills are called."""

from collections.abc import Mapping
from typing import Final

from jdgap.assessments.model import KnowledgeKind, Need
from jdgap.text.language import mark as _

ANSWERS: Final[Mapping[Need, str]] = {
    Need.HAVE: _("Have"),
    Need.NEED: _("Need"),
    Need.NOT_NEEDED: _("Not needed"),
}
"""As people choose them in a form; English, translated late."""

KINDS: Final[Mapping[KnowledgeKind, str]] = {
    KnowledgeKind.KNOWLEDGE: _("Knowledge"),
    KnowledgeKind.SKILL: _("Skill"),
    KnowledgeKind.OTHER: _("Other"),
}
"""The same for what an item is."""
