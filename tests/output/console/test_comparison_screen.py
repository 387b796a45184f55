"""Two rounds on the screen, at several widths."""

import io
import re

import pytest

from builders import book
from compared import a_comparison
from jdgap.output.console.comparison_screen import show_comparison, show_trend
from jdgap.output.console.screen import make_console
from jdgap.text.language import use_language
from jdgap.text.wrapping import cells
from kept_rounds import person


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def shown(comparison, **options):
    to = io.StringIO()
    show_comparison(make_console(to, **options), book(), comparison)
    return to.getvalue()


def row_of(text, name):
    """The line that a name stands in."""
    (line,) = [line for line in text.splitlines() if name in line and "→" in line]
    return line


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 150])
def test_nothing_is_wider_than_the_terminal(width, language):
    use_language(language)
    text = shown(a_comparison(), width=width)
    assert max(map(cells, text.splitlines())) <= width


def test_who_is_compared():
    text = shown(a_comparison())
    for label, value in (
        ("In both rounds", "5"),
        ("New people", "1: S-7 New"),
        ("No result now", "1: S-5 Left"),
        ("Moved", "2: S-4 Moved: Title of clerk → Title of head; S-4 Moved: บัญชี → การเงิน"),
    ):
        assert re.search(rf"^{label} +{re.escape(value)} *$", text, re.MULTILINE), label


def test_the_organisation_then_and_now():
    text = shown(a_comparison(), plain=True)
    block = text.split("The whole organisation", 1)[1].split("Each department")[0]
    ends = ("%", "(levels)")
    lines = [line.split() for line in map(str.rstrip, block.splitlines()) if line.endswith(ends)]
    numbers = [line[:3] for line in lines if len(line) > 3]
    assert len(numbers) == 8
    assert numbers[3] == ["6", "6", "0"]
    assert "people +2 -2, requirements -1, other positions +2" in block


def test_a_person_with_what_changed():
    text = shown(a_comparison(), plain=True)
    assert re.search(r"0 → +1 +\+1 .*S-4 Moved", text)
    assert "now Title of head, the person +1, the new position +2" in text
    assert re.search(r"1 → +0 +-1 .*S-6 Eased +the requirement -1", text)
    assert re.search(r"0 → +2 +\+2 .*S-2 Fell +the person -2", text)


def test_the_largest_worsening_comes_first():
    text = shown(a_comparison(), plain=True).split("People, the largest worsening first")[1]
    names = re.findall(r"S-\d \w+", text)
    assert names == ["S-2 Fell", "S-4 Moved", "S-3 Stayed", "S-6 Eased", "S-1 Rose"]


def test_many_people_are_told_in_two_lists():
    def crowd(levels):
        return [person(f"S-{n}", name=f"N{n}", unity=(3, level)) for n, level in enumerate(levels)]

    comparison = a_comparison(crowd([3] * 8 + [2] * 8), crowd([2] * 8 + [3] * 8))
    text = shown(comparison)
    assert "further below the requirement than before (8)" in text
    assert "closer to the requirement than before (8)" in text
    assert text.count("and 3 more") == 2


def test_what_became_of_the_shortfalls():
    text = shown(a_comparison())
    block = text.split("What became of the older round's shortfalls (4)")[1].split("\n\n")[0]
    assert re.findall(r"^ *(\d+) ", block, re.MULTILINE) == ["1", "1", "0", "0", "1", "0", "0", "1"]


def test_what_the_book_changed():
    text = shown(a_comparison())
    assert "Required levels that are others now (1)" in text
    assert "Title of head: Coaching 4 → 3" in text


def test_nothing_that_changed():
    same = [person("S-1", unity=(3, 3))]
    text = shown(a_comparison(same, same))
    assert "There was none." in text
    assert "No shortfall of any competency changed." in text
    assert "Required levels: the same in both rounds" in text
    assert "no level changed" in text


def test_nobody_was_rated_twice():
    comparison = a_comparison([person("S-1", unity=(3, None))], [person("S-1", unity=(3, 2))])
    text = shown(comparison, plain=True)
    assert "What changed the levels of those in both rounds: rated only now: +1 short." in text
    assert re.search(r"– → +– +– .*S-1", text)


def test_the_rules_are_stated():
    text = shown(a_comparison())
    assert "Gap = actual level - required level" in text
    assert "Change = newer round - older round" in text


def test_the_trend_below_a_report_names_nobody():
    to = io.StringIO()
    show_trend(make_console(to), a_comparison())
    text = to.getvalue()
    assert "What became of the older round's shortfalls (4)" in text
    assert not re.search(r"S-\d", text)


def test_old_code_pages_get_signs_that_they_have():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp874", newline="")
    show_comparison(make_console(stream), book(), a_comparison())
    stream.flush()
    text = raw.getvalue().decode("cp874")
    assert "->" in text
    assert "?" not in text
