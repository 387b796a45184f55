"""The second organisation: nothing that is computed, read or written knows the first one."""

import csv
import io
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from ferry_positions import book_of, write_positions
from ferry_rounds import round_2025, round_2026
from openpyxl import load_workbook
from rounds import ROSTER

from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.workbooks import open_sheets
from jdgap.cli.app import run
from jdgap.text.language import use_language

pytestmark = pytest.mark.usefixtures("nothing_set")

FERRIES = Path(__file__).parents[2] / "examples" / "ferries"
ROUNDS = {"2025": round_2025(), "2026": round_2026()}
GROUPS = ["safety", "ship", "passengers", "company"]

each_round = pytest.mark.parametrize("year", ROUNDS)
each_language = pytest.mark.parametrize("language", ["en", "th"])


def jdgap(capfdbinary, *arguments, year="2026", language="en", code=0):
    """Run one command with the book of a year; return what it prints."""
    before = ["--lang", language, "--positions", FERRIES / f"positions-{year}.json"]
    use_language(language)
    try:
        assert run([str(each) for each in (*before, *arguments)]) == code
    finally:
        use_language("th")
    return capfdbinary.readouterr().out.decode("utf-8-sig")


def document(capfdbinary, *arguments, **options):
    return json.loads(jdgap(capfdbinary, *arguments, "--format", "json", **options))


def staff_of(year):
    return "--roster", FERRIES / year / ROSTER


@pytest.fixture(scope="module")
def made():
    """What is kept for the tests to come: by year and language what was said, and the report."""
    return {}


@pytest.fixture
def reported(made, capfdbinary, tmp_path_factory):
    """Report a year in a language, once; return the JSON and where the workbook is."""

    def call(year, language="en"):
        if (year, language) not in made:
            target = tmp_path_factory.mktemp("reports") / f"{year}.xlsx"
            arguments = ("report", FERRIES / year, *staff_of(year), "-o", target)
            code = 1 if year == "2026" else 0
            said = document(capfdbinary, *arguments, year=year, language=language, code=code)
            made[year, language] = said, target
        return made[year, language]

    return call


def expected_sums(results):
    """Totals of some competencies, each as required and actual level: plain loops."""
    required = rated = met = short = reached = wanted = 0
    for level, actual in results:
        required += 1
        if actual is None:
            continue
        rated += 1
        wanted += level
        if actual >= level:
            met += 1
            reached += level
        else:
            short += level - actual
            reached += actual
    return {
        "required": required,
        "rated": rated,
        "met": met,
        "shortfall": short,
        "fit_pct": 100 * reached / wanted if wanted else None,
        "met_pct": 100 * met / rated if rated else None,
        "coverage_pct": 100 * rated / required if required else None,
    }


def truth(year):
    """Required and actual level by employee id and competency id, as the script wrote them."""
    book = book_of(year)
    return {
        who: {
            key: (level, counted.levels[key])
            for key, level in book.position_by_id[counted.position_id].required.items()
        }
        for who, counted in ROUNDS[year].expected().items()
    }


def content_of(path):
    if path.suffix == ".json":
        return path.read_bytes()
    try:
        return [(sheet.place.sheet, sheet.rows) for sheet in open_sheets(path, "")]
    except FileFaultError:
        return path.read_bytes()


@each_round
def test_what_is_there_is_what_is_made(year, tmp_path):
    """The files of a round and its book are those that the scripts make."""
    ROUNDS[year].write(tmp_path / year)
    write_positions(year, tmp_path / f"positions-{year}.json")
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    there = {path for path in (FERRIES / year).rglob("*") if path.is_file()}
    there.add(FERRIES / f"positions-{year}.json")
    assert made == {path.relative_to(FERRIES) for path in there}
    for name in made:
        assert content_of(tmp_path / name) == content_of(FERRIES / name), name


@each_language
@each_round
def test_the_numbers_of_a_report(reported, year, language):
    """People, groups, needs and absentees are those of plain loops over what was written."""
    said, _report = reported(year, language)
    levels, book = truth(year), book_of(year)
    people = {each["employee_id"]: each for each in said["people"]}
    assert people.keys() == levels.keys()
    for who, own in levels.items():
        totals = people[who]["totals"]
        assert list(totals) == [*GROUPS, "all"]
        assert totals["all"] == expected_sums(own.values()), who
        for group in GROUPS:
            members = (own[key] for key in own if book.competency_by_id[key].group == group)
            assert totals[group] == expected_sums(members), (who, group)
    short = Counter()
    for own in levels.values():
        for key, (level, actual) in own.items():
            if actual is not None and actual < level:
                short[key] += level - actual
    needs = {each["competency_id"]: each["total_shortfall"] for each in said["training_needs"]}
    assert needs == dict(short)
    assert {each["employee_id"] for each in said["missing"]} == ROUNDS[year].silent
    assert {step["competency"] for step in said["training_needs"]} <= {
        each.name.en for each in book.competencies
    }


@each_round
def test_what_is_said_of_each_file(reported, year):
    """Each file has the problems that it was made for, and no other."""
    said, _report = reported(year)
    found = defaultdict(list)
    for each in said["problems"]:
        found[Path(each["file"]).name].append(each["code"])
    assert {name: sorted(codes) for name, codes in found.items()} == {
        name: sorted(codes) for name, codes in ROUNDS[year].problems.items()
    }


def test_level_0_is_a_level(capfdbinary):
    """Who has none of it where none is required has met it; nothing required gives no fit."""
    arguments = ("check", FERRIES / "2026" / "google-forms.csv", "--employee", "GF-12")
    [person] = document(capfdbinary, *arguments)["assessments"]
    levels = {each["competency_id"]: each for each in person["results"]}
    mooring = levels["mooring"]
    assert (mooring["required_level"], mooring["actual_level"], mooring["gap"]) == (0, 0, 0)
    assert mooring["status"] == "met"
    drill = levels["emergency-drill"]
    assert (drill["actual_level"], drill["gap"], drill["status"]) == (0, -1, "below")
    ship = person["totals"]["ship"]
    assert (ship["rated"], ship["met"], ship["fit_pct"], ship["met_pct"]) == (3, 3, None, 100)


def test_why_there_is_no_fit(capfdbinary):
    """Where only 0 is required, the explanation does not say that nothing was rated."""
    arguments = ("check", FERRIES / "2026" / "google-forms.csv", "--employee", "GF-12")
    [person] = document(capfdbinary, *arguments, "--explain")["assessments"]
    said = {
        (each["group"], each["number"]): each["sentence"]
        for each in person["explanations"]
        if each["number"] == "fit_pct"
    }
    assert "no level above 0 is required" in said["ship", "fit_pct"]
    assert "nothing was rated" in said["company", "fit_pct"]


@each_language
def test_the_workbook(capfdbinary, tmp_path, language):
    """The tidy sheet has every level that was written, 0 as 0 and nothing as nothing."""
    target = tmp_path / "report.xlsx"
    arguments = ("report", FERRIES / "2026", *staff_of("2026"), "-o", target)
    jdgap(capfdbinary, *arguments, "--individual", "always", language=language, code=1)
    workbook = load_workbook(target, read_only=True)
    sheet = workbook[{"en": "Data", "th": "ข้อมูล"}[language]]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    found = {(row[1], row[7]): (row[9], row[12]) for row in rows if row[1]}
    assert found == {
        (who, key): pair for who, own in truth("2026").items() for key, pair in own.items()
    }
    assert 0 in {actual for _required, actual in found.values()}
    assert {row[6] for row in rows if row[1]} <= {
        "Safety",
        "Ship and engine",
        "Passengers",
        "Company",
    }
    assert len(workbook.sheetnames) >= 8 + len(truth("2026"))


@each_language
def test_two_rounds(reported, capfdbinary, language):
    """The report of 2025 by its own book, then that of 2026: every change as plain loops find it."""
    paths = [reported(year, language)[1] for year in ROUNDS]
    text = jdgap(capfdbinary, "compare", *paths, "--format", "csv", language=language)
    then, now = truth("2025"), truth("2026")
    expected = {}
    for who in then.keys() & now.keys():
        for key in then[who].keys() | now[who].keys():
            before, after = then[who].get(key), now[who].get(key)
            expected[who, key] = (
                *("" if part is None else str(part) for part in before or (None, None)),
                *("" if part is None else str(part) for part in after or (None, None)),
            )
    names = ("required_then", "actual_then", "required_now", "actual_now")
    found = {
        (row["employee_id"], row["competency_id"]): tuple(row[name] for name in names)
        for row in csv.DictReader(io.StringIO(text))
        if row["employee_id"] in then.keys() & now.keys()
    }
    assert found == expected


def test_the_order_of_the_book(reported, capfdbinary):
    """A report read back has groups in the book's order, whatever its first person is rated in."""
    paths = [reported(year)[1] for year in ROUNDS]
    said = document(capfdbinary, "compare", *paths)["organisation"]
    assert list(said["totals_then"]) == list(said["totals_now"]) == [*GROUPS, "all"]


def test_the_requirements_that_changed(reported, capfdbinary):
    """What the book of 2026 requires otherwise is told by position and competency."""
    _said, then = reported("2025")
    roster = ("--roster", FERRIES / "2026" / ROSTER)
    said = document(capfdbinary, "compare", then, FERRIES / "2026", *roster, code=1)
    changed = {
        (each["position_id"], each["competency_id"]): (
            each["required_then"],
            each["required_now"],
        )
        for each in said["requirements"]
    }
    assert changed == {
        ("deckhand", "announcements"): (2, 3),
        ("ticket-clerk", "emergency-drill"): (1, 2),
        ("ticket-clerk", "clean-water"): (1, None),
    }


@each_language
def test_every_other_command(capfdbinary, tmp_path, language):
    """Forms, sheets to sign, problem lists, plans and readiness come out without a fault."""
    folder, options = FERRIES / "2026", {"language": language}
    roster = folder / ROSTER
    jdgap(capfdbinary, "form", "trainee", "-o", tmp_path / "form.xlsx", **options)
    jdgap(
        capfdbinary,
        *("form", "--roster", roster, "-o", tmp_path / "forms", "--round", "2026", "--knowledge"),
        **options,
    )
    assert len(list((tmp_path / "forms").rglob("*.xlsx"))) == 13
    own = folder / "GF-04 Wilma Wavetest.xlsx"
    shown = jdgap(capfdbinary, "check", own, "--explain", "-o", tmp_path / "s.xlsx", **options)
    assert "Navigation in narrow waters" in shown
    jdgap(capfdbinary, "validate", folder, "-o", tmp_path / "problems.xlsx", code=1, **options)
    said = document(capfdbinary, "readiness", folder, "--for", "ferry-master", code=1, **options)
    assert said
    nameless = ("report", folder, "--roster", roster, "--anonymise", "-o", tmp_path / "a.xlsx")
    assert "Pia Placeholder" not in jdgap(capfdbinary, *nameless, code=1, **options)
    listed = document(capfdbinary, "positions", "list", **options)["positions"]
    shown = {each["id"]: (each["reports_to"], each["department"]) for each in listed}
    assert shown["managing-director"] == ("Chair of the Board", "Office")
    assert shown["safety-adviser"] == ("Managing Director", None)
    assert "None" in jdgap(capfdbinary, "positions", "show", "Trainee", **options)


ACTIVITIES = """Competency,Level,How,Activity,Owner
Emergency drill,0-2,By doing the work,Monthly drill on board,Otto Example
navigation,4,Course,Bridge simulator,
Navigation in narrow waters,1,Course,Charts for beginners,
Keeping the water clean,,Mentoring,A day in the engine room,
Mooring,5,,Higher than the scale,
"""
"""What the company offers; the last line is wrong."""


def offered(key, actual):
    """What the list has for a shortfall, as the plan says it: by hand."""
    if key == "emergency-drill":
        return "Monthly drill on board" if actual < 2 else None
    return {
        "navigation": "1) Bridge simulator 2) Charts for beginners",  # from 0 to 4
        "clean-water": "A day in the engine room",
    }.get(key)


@each_language
def test_a_list_of_activities(capfdbinary, tmp_path, language):
    """Each shortfall has what leads above the actual level and not above the required one."""
    listed, target = tmp_path / "activities.csv", tmp_path / "report.xlsx"
    listed.write_text(ACTIVITIES, encoding="utf-8")
    arguments = ("report", FERRIES / "2026", *staff_of("2026"), "--activities", listed)
    said = document(capfdbinary, *arguments, "-o", target, code=1, language=language)
    problems = [each for each in said["problems"] if each["file"] == str(listed)]
    assert [(each["code"], each["cell"]) for each in problems] == [("not-a-level-range", "B6")]
    expected = {
        (who, book_of("2026").competency_by_id[key].name.en): (
            *(actual, required, required - actual, offered(key, actual)),
        )
        for who, own in truth("2026").items()
        for key, (required, actual) in own.items()
        if actual is not None and actual < required
    }
    sheet = load_workbook(target)[{"en": "Development plan", "th": "แผนพัฒนา"}[language]]
    rows = [row for row in sheet.iter_rows(values_only=True) if str(row[1]).startswith("GF-")]
    assert len(rows) == len(expected)
    assert {(row[1], row[6]): (*row[7:10], row[11]) for row in rows} == expected
    assert {row[13] for row in rows if row[11] == "Monthly drill on board"} == {"Otto Example"}


def organisation_sums(year):
    """The totals of everybody, by group."""
    group_of = {each.id: each.group for each in book_of(year).competencies}
    everything = [each for own in truth(year).values() for each in own.items()]
    return {
        group: expected_sums(pair for key, pair in everything if group in ("all", group_of[key]))
        for group in (*GROUPS, "all")
    }


@each_language
def test_the_round_before(reported, capfdbinary, tmp_path, language):
    """The report of 2026 has the numbers of 2025, by the book of 2025, beside its own."""
    target = tmp_path / "report.xlsx"
    arguments = ("report", FERRIES / "2026", *staff_of("2026"), "--previous", reported("2025")[1])
    said = document(capfdbinary, *arguments, "-o", target, code=1, language=language)["previous"]
    sums = [organisation_sums(year) for year in ROUNDS]
    then, now = (truth(year) for year in ROUNDS)
    whole = said["organisation"]
    assert [whole["totals_then"], whole["totals_now"]] == sums
    changes = [
        tuple(after - before for before, after in zip(then[who][key], now[who][key], strict=True))
        for who in then.keys() & now.keys()
        for key in then[who].keys() & now[who].keys()
        if None not in (*then[who][key], *now[who][key])
    ]
    causes = whole["causes"]
    assert causes["compared"] == len(changes)
    assert causes["requirement_change"] == sum(required for required, _actual in changes)
    assert causes["person_change"] == sum(actual for _required, actual in changes)
    counts = said["people_in_both"], said["new_people"], said["leavers"]
    apart = [len(one.keys() - other.keys()) for one, other in ((now, then), (then, now))]
    assert counts == (len(then.keys() & now.keys()), *apart)
    sheet = load_workbook(target).worksheets[0]
    lines = [[cell for cell in row if cell is not None] for row in sheet.values]
    names = {each.id: each.name.en for each in book_of("2026").groups}
    for group in GROUPS:
        measures = ("fit_pct", "met_pct", "coverage_pct", "shortfall")
        numbers = [each[group][measure] for measure in measures for each in sums]
        assert [names[group], *map(pytest.approx, numbers)] in lines


def commands():
    """The commands of the README, in order."""
    readme = (FERRIES.parent / "README.md").read_text(encoding="utf-8")
    return [line.split() for line in readme.splitlines() if "jdgap --lang en --positions" in line]


def test_the_commands_of_the_readme(capfdbinary, tmp_path, monkeypatch):
    """Each one runs: those that read the answers of 2026 as a whole leave with 1."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(FERRIES.parent, target_is_directory=True)
    codes = [run(arguments[1:]) for arguments in commands()]
    assert codes == [0, 0, 0, 0, 1, 0, 1, 0]
