"""The page of all kinds of problems: current, complete, the same facts in both languages."""

import string
from pathlib import Path

import pytest

from jdgap.problems import KINDS, Severity
from jdgap.problems.page import main, problems_page
from jdgap.text.language import LANGUAGES, current_language, translate, use_language

PAGE = Path(__file__).parents[2] / "docs/problems.md"


@pytest.fixture
def in_language():
    """Translate into a language; afterwards the one in use is as before."""
    before = current_language()

    def call(language, message):
        use_language(language)
        return translate(message)

    yield call
    use_language(before)


def fields(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_the_page_in_docs_is_what_the_code_says():
    assert PAGE.read_text(encoding="utf-8") == problems_page()


def test_checking_tells_a_page_that_is_not_current(tmp_path, capsys):
    page = tmp_path / "problems.md"
    assert main([str(page)]) == 0
    assert main(["--check", str(page)]) == 0
    page.write_text(page.read_text(encoding="utf-8") + "more", encoding="utf-8")
    assert main(["--check", str(page)]) == 1
    assert str(page) in capsys.readouterr().err


def test_every_kind_is_in_the_contents_and_leads_to_its_own_heading():
    lines = problems_page().splitlines()
    for code in KINDS:
        assert sum(line.startswith(f"| [`{code}`](#{code}) |") for line in lines) == 1
        assert lines.count(f"### `{code}`") == 1


@pytest.mark.parametrize("severity", Severity)
def test_the_severity_of_a_kind_stands_in_the_contents_and_below_its_heading(severity):
    page = problems_page()
    code = next(code for code, kind in KINDS.items() if kind.severity is severity)
    row = next(line for line in page.splitlines() if line.startswith(f"| [`{code}`]"))
    words = row.split(" | ")[1]
    assert f"### `{code}`\n\n{words}\n" in page
    others = {line.split(" | ")[1] for line in page.splitlines() if line.startswith("| [`")}
    assert len(others) == len(Severity)


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_message_and_remedy_of_every_kind_stand_in_each_language(in_language, language):
    page = problems_page()
    for kind in KINDS.values():
        for words in (kind.title, kind.message, kind.remedy):
            assert in_language(language, words) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_writing_the_page_leaves_the_language_as_it_was(in_language, language):
    in_language(language, "")
    problems_page()
    assert current_language() == language


def all_words():
    return [
        words
        for kind in KINDS.values()
        for words in (kind.title, kind.message, kind.remedy, *kind.also)
    ]


def test_a_translation_names_the_same_facts_as_the_english(in_language):
    other = [each for each in all_words() if fields(in_language("th", each)) != fields(each)]
    assert other == []


def test_every_kind_is_translated(in_language):
    assert [each for each in all_words() if in_language("th", each) == each] == []


def test_titles_have_no_facts():
    assert [code for code, kind in KINDS.items() if fields(kind.title)] == []
