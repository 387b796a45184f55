"""Readiness out of files: read as a round is read, then asked."""

import pytest

import jdgap
from builders import COMPETENCIES, book, plain_form, thai, title, write_workbook
from jdgap.assessments import Count
from jdgap.gaps.readiness import State
from jdgap.workflows.readiness import assess_readiness
from jdgap.workflows.round import RoundRules

pytestmark = pytest.mark.usefixtures("nothing_set")

HEAD = book().position_by_id["head-accounting"]


def form(employee="S-001", *, level=4, leads=None, **identity):
    """A form of an officer; `leads` is the level in what only a head needs."""
    rows = plain_form([(level, None)] * 8, employee_id=employee, **identity)
    return rows + [[thai(each), leads, None] for each in COMPETENCIES[8:] if leads]


def test_a_folder_with_a_roster(tmp_path):
    """Folders are searched, the roster completes, and what is asked comes out."""
    folder = tmp_path / "in"
    folder.mkdir()
    write_workbook(folder / "a.xlsx", form("S-1", leads=5))
    write_workbook(folder / "b.xlsx", form("S-2", level=3, position=""))
    staff = write_workbook(
        tmp_path / "staff.xlsx",
        [
            ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"],
            ["S-1", "ตัวอย่าง ใจดี", title("officer-accounting")],
            ["S-2", "ตัวอย่าง ใจดี", title("officer-accounting")],
        ],
    )
    found = assess_readiness([folder], book(), target=HEAD, roster=staff)
    assert [(each.assessment.employee_id, each.state) for each in found.readiness] == [
        ("S-1", State.READY),
        ("S-2", State.NOT_YET),
    ]
    assert (found.round.files, len(found.people)) == (2, 2)
    assert [each.rank for each in found.readiness] == [1, None]


def test_levels_beyond_the_position_held(tmp_path):
    """An officer's row for a head's competency counts, and stays a note of the held position."""
    path = write_workbook(tmp_path / "a.xlsx", form(leads=2))
    (found,) = assess_readiness([path], book(), target=HEAD, employee="S-001").readiness
    assert found.totals.rated == len(HEAD.required)
    assert found.blocking[0].competency.id == "trust"


def test_the_rules_of_the_round_hold(tmp_path):
    """Whose level counts, and what is left out."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form([(2, 4)] * 8))
    for count, state in ((Count.EITHER, State.READY_AS_ASSESSED), (Count.SELF, State.NOT_YET)):
        rules = RoundRules(count=count)
        (found,) = assess_readiness([path], book(), rules, target=HEAD).readiness
        assert found.state is state


def test_a_missing_path(tmp_path):
    with pytest.raises(FileNotFoundError):
        assess_readiness([tmp_path / "no"], book())


def test_another_organisations_positions(tmp_path):
    """Other groups, a scale from 0, no reporting lines: the unit says that nobody has a next step."""
    other = jdgap.Book.model_validate(
        {
            "organisation": {"en": "Bakery"},
            "scale": [
                {"level": level, "name": {"en": f"L{level}"}, "meaning": {"en": "m"}}
                for level in range(5)
            ],
            "groups": [{"id": "hand", "name": {"en": "Hand"}}],
            "competencies": [
                {"id": "knead", "group": "hand", "name": {"en": "Kneading"}},
                {"id": "bake", "group": "hand", "name": {"en": "Baking"}},
            ],
            "positions": [
                {"id": "baker", "title": {"en": "Baker"}, "required": {"knead": 2, "bake": 0}},
                {"id": "chief", "title": {"en": "Chief"}, "required": {"knead": 4, "bake": 2}},
            ],
        }
    )
    rows = [["employee id", "name", "position", "Kneading", "Baking"]]
    rows += [["B-1", "A B", "Baker", 2, 0], ["B-2", "C D", "Baker", 4, 1]]
    path = write_workbook(tmp_path / "a.xlsx", rows)
    unit = assess_readiness([path], other)
    assert (unit.readiness, len(unit.no_next_step)) == ((), 2)
    found = assess_readiness([path], other, target=other.position_by_id["chief"])
    assert [(each.assessment.employee_id, each.state, each.rank) for each in found.readiness] == [
        ("B-2", State.NEARLY, 1),
        ("B-1", State.NOT_YET, 2),
    ]
    assert found.readiness[1].totals.fit_pct == pytest.approx(100 * 2 / 6)
