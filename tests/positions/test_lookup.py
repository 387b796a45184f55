"""Finding a position or a competency by what a person typed."""

import pytest

from builders import COMPETENCIES, book, names, thai, title
from jdgap.positions import Name, Names, UnknownPositionError


@pytest.mark.parametrize("position", [each.id for each in book().positions])
def test_a_position_by_any_of_its_names(position):
    """Id, Thai title, English title and both together find the position."""
    entry = book().position_by_id[position]
    for spelling in (entry.id, entry.id.upper(), *entry.title.spellings()):
        assert names().position(spelling).id == position


def test_an_id_that_is_also_the_title_of_another_position():
    """It means the position whose id it is, wherever that stands in the book."""
    first, *others = book().positions
    called_so = first.model_copy(update={"title": Name(en="Officer IT")})
    found = Names(book().model_copy(update={"positions": (called_so, *others)}))
    assert found.position("officer-it").id == "officer-it"
    assert found.position("Officer IT").id == "officer-it"


@pytest.mark.parametrize("competency", COMPETENCIES)
def test_a_competency_by_any_of_its_names(competency):
    """Id, both names, both together, numbered and in brackets find the competency."""
    name = book().competency_by_id[competency].name
    for spelling in (competency, *name.spellings(), f"1.2 {name.th}", f"{name.th} ({name.en})"):
        assert names().competency(spelling).id == competency


@pytest.mark.parametrize("group", ["core", "functional", "leadership"])
def test_a_group_by_any_of_its_names(group):
    """A group heading is known with its number."""
    (entry,) = [each for each in book().groups if each.id == group]
    for spelling in (group, *entry.name.spellings(), f"๑. {entry.name.th}"):
        assert names().group(spelling).id == group


@pytest.mark.parametrize(
    "typed",
    [
        "เจ้าหน้าที่สหกรณ์ (ฝ่ายขาย)",
        "เจ้าหน้าที่สหกรณ์",
        "ผู้ช่วยผู้จัดการ",
        "รองผู้จัดการ",
        "หัวหน้าฝ่าย",
        "ผู้จัดการ ผู้จัดการ",
        "",
    ],
)
def test_a_near_title_is_never_taken(typed):
    """What is not a title gives up to three suggestions from the book, and nobody's position."""
    with pytest.raises(UnknownPositionError) as caught:
        names().position(typed)
    titles = {title(each.id) for each in book().positions}
    assert len(caught.value.suggestions) == 3
    assert set(caught.value.suggestions) <= titles
    assert caught.value.name == typed


@pytest.mark.parametrize("typed", ["ความสามัคี", "ความ", "ความสามัคคี ความไว้วางใจ", ""])
def test_a_near_competency_is_never_taken(typed):
    """What is not a competency is none."""
    assert names().competency(typed) is None
    assert len(names().competency_suggestions(typed)) == 3


def test_the_suggestion_comes_first():
    """What was most likely meant is the first suggestion."""
    assert names().competency_suggestions("ความสามัคี")[0] == thai("unity")
    assert names().position_suggestions("จนท.บัญชี")[0] == title("officer-accounting")
