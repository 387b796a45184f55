"""The guides say what the program says, in its words."""

import re

import pytest
from pages import ROOT

from builders import names, sheet_of
from jdgap.assessments.activities.model import How
from jdgap.assessments.activities.reading import activities_of
from jdgap.assessments.activities.words import heading_of
from jdgap.output.problem_words import SEVERITY_WORDS
from jdgap.problems import KINDS
from jdgap.text.language import speaking, translate


def table_headed(heading, page="hr-guide-th.md"):
    """The table of a page whose headings begin so, row by row."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (found,) = re.findall(rf"^\| {heading} \|.*\n\| ---.*\n(?:\|.*\n)+", text, re.MULTILINE)
    head, _rule, *rows = found.splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in (head, *rows)]


def test_the_severities_are_called_as_the_program_calls_them():
    with speaking("th"):
        words = [translate(each) for each in SEVERITY_WORDS.values()]
    assert [row[0] for row in table_headed("ระดับ")[1:]] == words


def test_an_error_whose_answer_was_counted_is_quoted_as_it_is():
    with speaking("th"):
        remedy = translate(KINDS["position-differs-from-roster"].remedy)
    _head, (_word, meaning), *_others = table_headed("ระดับ")
    (quoted,) = re.findall("“(.+?)”", meaning)
    assert quoted in remedy


@pytest.mark.parametrize(
    ("heading", "page"),
    [
        (r"สมรรถนะ \| ถึงระดับ", "hr-guide-th.md"),
        (r"สมรรถนะ \| ถึงระดับ", "inputs.md"),
        ("Competency", "guide.md"),
    ],
)
def test_the_list_of_activities_of_a_page_is_read(heading, page):
    found = activities_of([sheet_of(table_headed(heading, page))], names())
    assert found.problems == ()
    assert [(each.competency_id, each.levels, each.how) for each in found.activities] == [
        ("analytical-thinking", (2, 3), How.COURSE),
        ("coaching", None, How.OTHERS),
    ]


def test_the_headings_of_a_list_of_activities_are_known():
    _head, *rows = table_headed(r"column \| headings \(some of them\)", "inputs.md")
    understood = [{heading_of(each) for each in row[1].split(", ")} for row in rows]
    assert all(len(each) == 1 and None not in each for each in understood)
    assert len(set.union(*understood)) == len(rows)
