"""The bundled job-description book, against a table written down independently of it."""

import pytest

from builders import COMPETENCIES, book

FIVE = dict.fromkeys(COMPETENCIES, 5)
DEPUTY = dict.fromkeys(COMPETENCIES, 4) | {"trust": 5}
HEAD = dict.fromkeys(COMPETENCIES, 4) | dict.fromkeys(COMPETENCIES[8:11], 3)
OFFICER = dict.fromkeys(COMPETENCIES[:8], 3)

POSITIONS = [  # id, required levels, reports to
    ("manager", FIVE, None),
    ("deputy-manager-policy", DEPUTY, "manager"),
    ("deputy-manager-business", DEPUTY, "manager"),
    ("head-policy-planning", HEAD, "deputy-manager-policy"),
    ("officer-policy-analysis", OFFICER, "head-policy-planning"),
    ("head-accounting", HEAD, "deputy-manager-policy"),
    ("officer-accounting", OFFICER, "head-accounting"),
    ("head-office", HEAD, "deputy-manager-policy"),
    ("officer-office-administration", OFFICER, "head-office"),
    ("officer-office-legal-hr", OFFICER, "head-office"),
    ("head-it", HEAD, "deputy-manager-business"),
    ("officer-it", OFFICER, "head-it"),
    ("head-finance", HEAD, "deputy-manager-business"),
    ("officer-finance-management", OFFICER, "head-finance"),
    ("officer-finance-members", OFFICER, "head-finance"),
    ("officer-finance-investment", OFFICER, "head-finance"),
    ("head-credit", HEAD, "deputy-manager-business"),
    ("officer-credit", OFFICER, "head-credit"),
    ("head-registration", HEAD, "deputy-manager-business"),
    ("officer-registration", OFFICER, "head-registration"),
    ("head-welfare", HEAD, "deputy-manager-business"),
    ("officer-welfare", OFFICER, "head-welfare"),
]
IDS = [each[0] for each in POSITIONS]


def test_the_positions_and_their_order():
    """The book has these 22 positions, in this order."""
    assert [position.id for position in book().positions] == IDS
    assert len(IDS) == 22


@pytest.mark.parametrize(("position", "required"), [each[:2] for each in POSITIONS], ids=IDS)
def test_required_levels(position, required):
    """Each position requires exactly these competencies at these levels, in the book's order."""
    found = book().position_by_id[position]
    assert found.required == required
    assert [each.id for each in book().required_competencies(found)] == list(required)


@pytest.mark.parametrize(
    ("position", "superior"), [(each[0], each[2]) for each in POSITIONS], ids=IDS
)
def test_reporting_lines(position, superior):
    """Each position reports to this one; the manager to the board, which is outside the book."""
    found = book().position_by_id[position]
    assert found.reports_to == superior
    assert bool(found.reports_to_title) == (position == "manager")
    assert book().superior_title(found)


def test_the_competencies_and_their_groups():
    """Five core, three functional and four leadership competencies, in this order."""
    groups = ["core"] * 5 + ["functional"] * 3 + ["leadership"] * 4
    found = [(each.id, each.group) for each in book().competencies]
    assert found == list(zip(COMPETENCIES, groups, strict=True))
    assert [group.id for group in book().groups] == ["core", "functional", "leadership"]


def test_the_scale():
    """The scale has the levels 1 to 5, each with a name and a meaning in both languages."""
    assert book().levels == (1, 2, 3, 4, 5)
    for step in book().scale:
        assert all((step.name.th, step.name.en, step.meaning.th, step.meaning.en))


def test_departments():
    """Heads and officers belong to a department; who stands above departments has none."""
    above = {"manager", "deputy-manager-policy", "deputy-manager-business"}
    for position in book().positions:
        assert (position.department is None) == (position.id in above)
        head = book().position_by_id.get(position.reports_to or "")
        if position.id.startswith("officer-"):
            assert position.department == head.department


def test_every_part_of_a_sheet_is_there():
    """No position lacks a purpose, duties, working relationships, schooling or skills."""
    for position in book().positions:
        parts = position.model_dump()
        needed = (
            "purpose",
            "responsibilities",
            "relationships",
            "education",
            "knowledge",
            "skills",
        )
        assert [each for each in needed if not parts[each]] == [], position.id
        assert all(duty.activities for duty in position.responsibilities), position.id
        assert position.title.th
        assert position.title.en
