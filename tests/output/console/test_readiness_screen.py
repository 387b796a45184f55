"""Readiness on the screen: what is there at every width, told by numbers and ids."""

import io

import pytest

from answers import answer
from builders import book
from jdgap.assessments import NoLevel
from jdgap.gaps.readiness_result import Asked, readiness_result
from jdgap.output.console.readiness_screen import show_readiness
from jdgap.output.console.screen import make_console
from jdgap.text.language import current_language, use_language
from jdgap.text.wrapping import cells
from report_rounds import a_crowd, a_result

HEAD = book().position_by_id["head-it"]
MET = dict(HEAD.required)
GAPS = MET | {"unity": 2, "flexibility": 1, "trust": NoLevel.BLANK, "achievement": 3}
PEOPLE = (
    answer("S-1", GAPS, name="สมชาย [bold] ใจดี"),
    answer("S-2", MET, name="ค ง"),
    answer("S-3", MET | {"unity": 3}, name="จ ฉ", position="head-it"),
    answer("S-4", {"unity": NoLevel.BLANK}, name="ช ซ", position="manager"),
)
ROUND = a_result(*PEOPLE)
QUESTIONS = [
    {"target": HEAD, "employee": "S-1"},
    {"employee": "S-1"},
    {"target": HEAD},
    {},
]


@pytest.fixture(autouse=True, params=["th", "en"])
def _language(request):
    before = current_language()
    use_language(request.param)
    yield
    use_language(before)


def shown(round_=ROUND, *, to=None, width=80, plain=False, **what):
    to = to or io.StringIO()
    result = readiness_result(round_, book(), Asked(**what))
    show_readiness(make_console(to, plain=plain, width=width), book(), result)
    return to.getvalue() if isinstance(to, io.StringIO) else to


def solid(text):
    return "".join(text.split())


def row_of(text, name):
    """The line with a name, in words."""
    return next(line.split() for line in text.splitlines() if name in line)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [40, 80, 120, None])
@pytest.mark.parametrize("what", QUESTIONS)
def test_nothing_is_cut(what, width, plain):
    """No line is wider than the terminal, and no name is lost; text is shown literally."""
    text = shown(width=width, plain=plain, **what)
    assert width is None or max(map(cells, text.splitlines())) <= width
    assert "…" not in text
    whole = solid(text.replace("│", ""))
    assert solid("สมชาย [bold] ใจดี") in whole
    assert solid(HEAD.title.text) in whole


@pytest.mark.parametrize("what", QUESTIONS)
def test_everybody_of_a_crowd_is_there(what):
    """At 80 cells, whatever the levels are."""
    round_ = a_result(*a_crowd(30))
    what = what | ({"employee": "0007"} if "employee" in what else {})
    text = shown(round_, **what)
    assert max(map(cells, text.splitlines())) <= 80
    ids = (
        ["0007"] if "employee" in what else [each.assessment.employee_id for each in round_.people]
    )
    assert all(each in text for each in ids)


def test_a_person_and_a_position():
    """Blocking first, the largest shortfall first, marked; then what has no level; then the rest."""
    lines = shown(target=HEAD, employee="S-1").splitlines()
    names = {key: book().competency_by_id[key].name.text for key in MET}
    rows = [line for line in lines if "│" in line and any(each in line for each in names.values())]
    found = [
        next(key for key, name in names.items() if rows[at].endswith(name) or name in rows[at])
        for at in range(len(rows))
    ]
    assert found[:4] == ["flexibility", "unity", "achievement", "trust"]
    assert len(found) == len(MET)
    assert [("▼" in row, "-3" in row) for row in rows[:4]] == [
        (True, True),
        (True, False),
        (False, False),
        (False, False),
    ]
    text = "\n".join(lines)
    assert "11" in text
    assert f"{100 * (41 - 6) / 41:.1f}%" in text
    assert all(solid(line) in solid(text) for line in (*HEAD.education, *HEAD.experience))


def test_sentences_count_what_is_missing():
    """Three below with their levels, one not assessed."""
    text = shown(target=HEAD, employee="S-1", width=300)
    bullets = [line for line in text.splitlines() if line.startswith(" •")]
    name = book().competency_by_id["flexibility"].name.text
    assert " 3" in bullets[0]
    assert f"{name} (1 → 4)" in bullets[0]
    assert " 1 " in bullets[1]
    assert book().competency_by_id["trust"].name.text in bullets[1]


def test_every_position_of_a_person():
    """The next step is named before the list; each position stands in it once."""
    text = shown(employee="S-2", width=300)
    lines = text.splitlines()
    first = next(at for at, line in enumerate(lines) if "────" in line)
    assert HEAD.title.text in "\n".join(lines[:first])
    for position in book().positions:
        end = f"  {position.title.text}"
        assert [line for line in lines[first:] if end in line], position.id
    ranked = [line.split() for line in lines[first:] if "12/12" in line or "8/8" in line]
    assert len(ranked) == len(book().positions)
    assert ranked[0][0] == "1"


def test_a_succession_list():
    """Ranks for those assessed in full only; the numbers stand before the name."""
    text = shown(target=HEAD, width=300)
    assert row_of(text, "S-2")[:5] == ["1", "0", "0", "12/12", "100.0"]
    assert row_of(text, "S-3")[:4] == ["2", "1", "-1", "12/12"]
    assert row_of(text, "S-1")[:4] == ["3", "▼", "-3", "11/12"]
    assert row_of(text, "S-4")[:4] == ["–", "–", "0/12", "–"]
    names = ["S-2", "S-3", "S-1", "S-4"]
    assert sorted(names, key=text.index) == names


def test_a_unit():
    """Each with the next step; who has none is told apart at the end."""
    text = shown(width=300)
    assert HEAD.title.text in " ".join(row_of(text, "S-2"))
    superior = book().position_by_id[HEAD.reports_to].title.text
    assert superior in " ".join(row_of(text, "S-3"))
    last = row_of(text, "S-4")
    assert last[0] == "•"
    manager = book().position_by_id["manager"]
    assert book().superior_title(manager) in " ".join(last)


def test_nobody_has_a_next_step():
    """There is no empty table."""
    text = shown(a_result(PEOPLE[3]))
    assert "───" not in text
    assert "S-4" in text


@pytest.mark.parametrize("encoding", ["cp874", "ascii"])
@pytest.mark.parametrize("what", QUESTIONS)
def test_a_console_that_cannot_show_everything(encoding, what):
    """Signs fall back, nothing fails, and columns of numbers stay."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    shown(to=stream, **what)
    stream.flush()
    text = stream.buffer.getvalue().decode(encoding)
    assert "▼" not in text
    assert "! -" in text
