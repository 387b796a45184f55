"""Books of other shapes, made up in a moment: from the form through the report to the numbers."""

import json

import pytest
from openpyxl import load_workbook

from builders import without_looks
from jdgap.cli.app import run
from jdgap.output.excel.form import FormDetails, write_form
from jdgap.positions import Book, load_book

pytestmark = pytest.mark.usefixtures("nothing_set")

LONG = "The long name of something that nobody could say in fewer words than these, " * 2


def a_book(scale=(1, 2, 3, 4, 5), groups=3, competencies=8, name="", departments=2):
    """A book; each competency requires the next level of the scale, from its lowest one on."""
    keys = [f"c-{number}" for number in range(competencies)]
    levels = {key: scale[place % len(scale)] for place, key in enumerate(keys)}
    units = [
        {"id": f"d-{number}", "name": named("Unit", number, name)} for number in range(departments)
    ]
    position = {"title": named("Post", 1, name), "required": levels}
    if units:
        position["department"] = "d-0"
    return {
        "organisation": {"en": "Somebody else"},
        "scale": [
            {"level": each, "name": {"en": f"L{each}"}, "meaning": {"en": f"Means {each}"}}
            for each in scale
        ],
        "groups": [
            {"id": f"g-{number}", "name": named("Group", number, name)} for number in range(groups)
        ],
        "competencies": [
            {"id": key, "group": f"g-{place % groups}", "name": named("Skill", place, name)}
            for place, key in enumerate(keys)
        ],
        "departments": units,
        "positions": [
            {"id": "post", **position},
            {
                "id": "other",
                "title": {"en": "Other"},
                "reports_to": "post",
                "required": {keys[0]: scale[0]},
            },
        ],
    }


def named(what, number, name):
    return {"en": f"{what} {number} {name}".strip()}


SHAPES = {
    "scale 1-7": {"scale": range(1, 8)},
    "scale 0-4": {"scale": range(5)},
    "scale 0-1": {"scale": (0, 1)},
    "scale with gaps": {"scale": (1, 3, 5)},
    "scale 0-100": {"scale": (0, 25, 50, 75, 100)},
    "one group": {"groups": 1},
    "five groups": {"groups": 5},
    "one competency": {"competencies": 1, "groups": 1},
    "forty competencies": {"competencies": 40, "groups": 4},
    "long names": {"name": LONG},
    "no departments": {"departments": 0},
    "only the lowest level": {"scale": range(5), "competencies": 1, "groups": 1},
}


@pytest.fixture(params=SHAPES.values(), ids=SHAPES.keys())
def shape(request, tmp_path):
    """The book as data, and its file."""
    document = a_book(**request.param)
    document = {**document, "scale": list(document["scale"])}
    path = tmp_path / "positions.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return document, path


def fill(path, book: Book, level_of):
    """Fill in the form: the employee's level of each competency, by its name."""
    write_form(
        path, book, book.position_by_id["post"], FormDetails("E-1", "Some One", None, "2026")
    )
    workbook = without_looks(path)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows():
        if row[1].value in level_of:
            row[3].value = level_of[row[1].value]
    workbook.save(path)


def test_from_the_form_to_the_report(shape, tmp_path, capfdbinary):
    """Everybody one step of the scale below or at the bottom: the sums are those of plain loops."""
    document, path = shape
    scale = [each["level"] for each in document["scale"]]
    required = document["positions"][0]["required"]
    names = {each["id"]: each["name"]["en"] for each in document["competencies"]}
    actual = {key: scale[max(0, scale.index(level) - 1)] for key, level in required.items()}
    book = load_book(path)
    form = tmp_path / "form.xlsx"
    fill(form, book, {names[key]: level for key, level in actual.items()})
    start = ["--positions", str(path)]
    target = tmp_path / "report.xlsx"
    run_one = ["report", str(form), "-o", str(target), "--individual", "always"]
    assert run([*start, *run_one, "--format", "json"]) == 0
    [person] = json.loads(capfdbinary.readouterr().out)["people"]
    totals = person["totals"]
    assert list(totals) == [*(each["id"] for each in document["groups"]), "all"]
    wanted = sum(required.values())
    there = sum(min(actual[key], level) for key, level in required.items())
    whole = totals["all"]
    assert (whole["rated"], whole["shortfall"]) == (len(required), wanted - there)
    assert whole["fit_pct"] == (100 * there / wanted if wanted else None)
    assert whole["met"] == sum(actual[key] >= level for key, level in required.items())
    assert target.exists()
    for format_ in ("table", "csv"):
        assert run([*start, "check", str(form), "--explain", "--format", format_]) in (0, 2)
        assert run([*start, "readiness", str(form), "--for", "post", "--format", format_]) == 0
    assert run([*start, "check", str(form), "-o", str(tmp_path / "sheet.xlsx")]) == 0
    assert run([*start, "positions", "show", "post"]) == 0
    assert run([*start, "compare", str(target), str(form), "-o", str(tmp_path / "c.xlsx")]) == 0


def test_groups_that_the_book_mixes(tmp_path):
    """Each group heads its competencies once, though the book has them in turns."""
    path = tmp_path / "positions.json"
    path.write_text(json.dumps(a_book(groups=3, competencies=8)), encoding="utf-8")
    form, report = tmp_path / "form.xlsx", tmp_path / "report.xlsx"
    fill(form, load_book(path), {f"Skill {number}": number % 3 + 1 for number in range(8)})
    assert run(["--positions", str(path), "report", str(form), "-o", str(report)]) == 0
    workbook = load_workbook(report)
    for sheet in workbook.worksheets[1:3]:
        heads = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert [head for head in heads if head in {"Group 0", "Group 1", "Group 2"}] == [
            *("Group 0", "Group 1", "Group 2"),
        ], sheet.title
    columns = [0, 3, 6, 1, 4, 7, 2, 5]
    rows = list(workbook.worksheets[1].iter_rows(values_only=True))
    place = next(row.index("Skill 0") for row in rows if "Skill 0" in row)
    [gaps] = [row[place : place + 8] for row in rows if row[0] == "E-1"]
    assert gaps == tuple(number % 3 + 1 - (number % 5 + 1) for number in columns)


def test_a_department_that_sounds_like_a_label(tmp_path, capfdbinary):
    """A name in the book is that name, though a word of it asks for something elsewhere."""
    document = a_book()
    document["departments"][0]["name"]["en"] = "Domain name services"
    path = tmp_path / "positions.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    form = tmp_path / "form.xlsx"
    fill(form, load_book(path), {f"Skill {number}": 1 for number in range(8)})
    assert run(["--positions", str(path), "check", str(form), "--format", "json"]) == 0
    [person] = json.loads(capfdbinary.readouterr().out)["assessments"]
    assert (person["name"], person["department"]) == ("Some One", "Domain name services")


def test_a_step_that_the_scale_leaves_out(tmp_path, capfdbinary):
    """On 1, 3, 5 a 2 is a problem, which names the levels that there are."""
    path = tmp_path / "positions.json"
    path.write_text(json.dumps(a_book(scale=(1, 3, 5))), encoding="utf-8")
    form = tmp_path / "form.xlsx"
    fill(form, load_book(path), {"Skill 0": 2, "Skill 1": 3})
    arguments = ["--positions", str(path), "check", str(form), "--format", "json"]
    assert run(arguments) == 1
    problems = json.loads(capfdbinary.readouterr().out)["problems"]
    [problem] = [each for each in problems if each["code"] == "level-out-of-range"]
    assert (problem["sheet"] is not None, problem["value"]) == (True, "2")
    assert "1, 3, 5" in problem["message"]
