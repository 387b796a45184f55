"""The words of a checklist, as people write them."""

import pytest

from jdgap.assessments.forms.knowledge_words import answer_of, kind_of
from jdgap.assessments.model import KnowledgeKind, Need

NEED = ("ต้องการ", "ต้องพัฒนา", "ยังไม่มี", "need", "NEED", " Need ", "ต้องการพัฒนา")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *((each, Need.HAVE) for each in ("มี", "มีแล้ว", "have", "Have")),
        *((each, Need.NEED) for each in NEED),
        *((each, Need.NOT_NEEDED) for each in ("ไม่จำเป็น", "not needed", "Not  needed.", "n/a")),
        *((each, None) for each in ("", "ไม่มี", "มาก", "5", "haven't", "ไม่")),
    ],
)
def test_what_an_answer_means(said, meant):
    """What may mean two things means nothing."""
    assert answer_of(said) is meant


def test_what_a_kind_is_called():
    assert [kind_of(each) for each in ("ความรู้", "ทักษะ", "Skills", "ความรู้และทักษะ")] == [
        *(KnowledgeKind.KNOWLEDGE, KnowledgeKind.SKILL, KnowledgeKind.SKILL, None),
    ]
