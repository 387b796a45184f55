"""The two rounds of the made-up office read back as what was written."""

from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

import answers_2569
import pytest
from round_2568 import round_2568
from round_2569 import GOOGLE, round_2569
from rounds import ROSTER, Counted

from builders import book
from jdgap.assessments import Count
from jdgap.assessments.duplicates import without_duplicates
from jdgap.assessments.files import read_files
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.workbooks import open_sheets
from jdgap.gaps.arithmetic import actual_level
from jdgap.workflows.round import RoundRules, assess_round

pytestmark = pytest.mark.usefixtures("nothing_set")

EXAMPLES = Path(__file__).parents[2] / "examples"
ROUNDS = {"2568": round_2568(book()), "2569": round_2569(book())}
OF_ONE_FILE = {
    *("password-protected", "not-a-spreadsheet", "position-from-roster"),
    *("level-out-of-range", "level-not-whole", "level-not-a-number"),
    *("repeated-employee", "duplicate-employee", "superseded-answer"),
}
"""What is said without the roster, the book's requirements and the search through folders."""

each_round = pytest.mark.parametrize("year", ROUNDS)


@pytest.fixture(scope="module", params=ROUNDS)
def reading(request):
    """The round, what its answers say, and the codes by file."""
    read = read_files(answers_in(request.param), book())
    counted, repeated = without_duplicates(read.assessments)
    codes = of_files((*read.problems, *repeated), request.param)
    return ROUNDS[request.param], counted, codes


def answers_in(year):
    names = (name for name in ROUNDS[year].files if name != ROSTER and "~$" not in name)
    return sorted(EXAMPLES / year / name for name in names)


def of_files(problems, year):
    """The codes of problems by file, the paths as the round writes them."""
    codes = defaultdict(list)
    for problem in problems:
        name = Path(problem.place.file).relative_to(EXAMPLES / year).as_posix()
        codes[name].append(problem.code)
    return {name: sorted(said) for name, said in codes.items()}


def levels_of(assessment):
    """The actual levels, None where there is none."""
    pairs = {
        key: actual_level(each.self_level, each.supervisor_level, Count.EITHER)
        for key, each in assessment.ratings.items()
    }
    return {key: level if isinstance(level, int) else None for key, level in pairs.items()}


def content_of(path):
    """What a file says, whatever version of a library packed it."""
    try:
        return [(sheet.place.sheet, sheet.rows) for sheet in open_sheets(path, "")]
    except FileFaultError:
        return path.read_bytes()


@each_round
def test_what_is_there_is_what_is_made(year, tmp_path):
    """The files of a round are those that the script makes, with the same content."""
    ROUNDS[year].write(tmp_path)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    there = EXAMPLES / year
    assert made == {path.relative_to(there) for path in there.rglob("*") if path.is_file()}
    for name in made:
        assert content_of(tmp_path / name) == content_of(there / name), name


@each_round
def test_the_files_are_small(year):
    """No file reaches 30 KB."""
    assert all((EXAMPLES / year / name).stat().st_size < 30_000 for name in ROUNDS[year].files)


@each_round
def test_everybody_is_accounted_for(year):
    """Who is on the roster counts, is silent or is undecided, and only the outsider is not."""
    round_ = ROUNDS[year]
    apart = [set(round_.expected()) - {answers_2569.OUTSIDER}, round_.silent, round_.undecided]
    assert Counter(who for group in apart for who in group) == Counter([*round_.office.people])


def test_who_counts(reading):
    """Those whose answers count are the expected ones, each once, with their position."""
    round_, counted, _ = reading
    expected = {
        key: None if key in round_.by_roster else each.position_id
        for key, each in round_.expected().items()
    }
    found = [(each.employee_id, each.position_id) for each in counted]
    assert sorted(found) == sorted(expected.items())


def test_their_names(reading):
    """Every layout gives the name as the office writes it."""
    round_, counted, _ = reading
    assert {each.employee_id: each.name for each in counted} == {
        key: each.person.name for key, each in round_.answers.items()
    }


def test_their_levels(reading):
    """Every layout gives the levels that were written, and none for what is no level."""
    round_, counted, _ = reading
    for assessment in counted:
        levels = levels_of(assessment)
        expected = round_.expected()[assessment.employee_id].levels
        assert {key: levels.get(key) for key in expected} == expected, assessment.place
        assert all(level is None for key, level in levels.items() if key not in expected)


def test_what_is_wrong(reading):
    """Each file has the problems that it was made for, and no other."""
    round_, _, codes = reading
    alone = {"position-from-roster": "unknown-position"}  # a file alone knows of no roster
    expected = {
        name: sorted(alone.get(code, code) for code in OF_ONE_FILE.intersection(said))
        for name, said in round_.problems.items()
    }
    assert codes == {name: said for name, said in expected.items() if said}


def test_the_later_answer_counts():
    """Who answered the survey in the morning and after lunch is read with both times."""
    read = read_files([EXAMPLES / "2569" / GOOGLE], book())
    sent = [
        each.submitted for each in read.assessments if each.employee_id == answers_2569.CHANGED_MIND
    ]
    assert [time.replace(tzinfo=None) for time in sent] == [
        datetime(2026, 9, 24, 9, 5, 40),  # noqa: DTZ001
        datetime(2026, 9, 24, 13, 15, 40),  # noqa: DTZ001
    ]


@pytest.fixture(scope="module", params=ROUNDS)
def run(request):
    """The round, and what a run over its folder with the roster gives."""
    folder = EXAMPLES / request.param
    rules = RoundRules(round=request.param)
    return ROUNDS[request.param], assess_round([folder], book(), rules, roster=folder / ROSTER)


def test_the_numbers_of_a_run(run):
    """Everybody who is expected counts, with the position and the levels that are expected."""
    round_, result = run
    found = {
        each.assessment.employee_id: Counted(
            each.compared_with.id,
            {gap.competency.id: gap.actual_level for gap in each.results}
            | {more.competency.id: more.self_level for more in each.not_required},
        )
        for each in result.people
    }
    assert found == round_.expected()


def test_what_a_run_says_of_each_file(run):
    """Every problem of every file is said, in its file, and nothing else is."""
    round_, result = run
    assert of_files(result.problems, result.round) == {
        name: sorted(codes) for name, codes in round_.problems.items()
    }


def test_who_is_missing_from_a_run(run):
    """Missing are those of the roster whose answer was not found, readable or not."""
    round_, result = run
    assert {each.employee_id for each in result.attendance.missing} == round_.silent
    expected = len(round_.office.people)
    assert (
        result.attendance.whole.expected,
        result.attendance.whole.answered,
        result.attendance.whole.counted,
    ) == (
        expected,
        expected - len(round_.silent),
        expected - len(round_.silent) - len(round_.undecided),
    )


def test_a_year_later():
    """Two left, three came, two were promoted; most levels stay or rise by one, and some fall."""
    before, now = (ROUNDS[year].office.people for year in ROUNDS)
    stayed = before.keys() & now.keys()
    assert (len(before.keys() - stayed), len(now.keys() - stayed)) == (2, 3)
    promoted = [key for key in stayed if before[key].position.id != now[key].position.id]
    assert len(promoted) == 2
    steps = Counter(
        level - before[key].supervisor_levels[competency]
        for key in stayed
        for competency, level in now[key].supervisor_levels.items()
        if competency in before[key].supervisor_levels
    )
    assert set(steps) == {-1, 0, 1}
    assert steps[0] > steps[1] > steps[-1] > 0


@each_round
def test_the_office_is_whole(year):
    """The roster has every department and position of the book, and every name once."""
    people = ROUNDS[year].office.people.values()
    assert {each.position.id for each in people} == set(book().position_by_id)
    assert len({each.name for each in people}) == len(people)
