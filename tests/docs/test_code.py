"""The code that the pages show runs, and gives what they say: `console` blocks, then `python`."""

import doctest
import shutil

import pytest
from pages import PAGES, ROOT, blocks, typed

from jdgap.cli.app import run
from jdgap.text.language import current_language, use_language

pytestmark = pytest.mark.usefixtures("nothing_set")


def console_lines(page):
    return [line for each in blocks(page) if each.language == "console" for line in each.lines]


def doctest_of(page):
    """The `>>>` lines of the `python` blocks of a page, which run one after the other."""
    lines = [""] * len(page.read_text(encoding="utf-8").splitlines())
    for block in blocks(page):
        if block.language == "python":
            start = block.first_line - 1
            lines[start : start + len(block.lines)] = block.lines
    parser = doctest.DocTestParser()
    return parser.get_doctest("\n".join(lines), {}, page.name, str(page), 0)


WITH_CODE = [page for page in PAGES if console_lines(page) or doctest_of(page).examples]


@pytest.fixture
def beside_examples(tmp_path, monkeypatch):
    """A folder of its own with the examples; the language is put back afterwards."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    before = current_language()
    yield tmp_path
    use_language(before)


@pytest.fixture
def console(beside_examples, capfdbinary):
    """Run a line as a shell would, with `> FILE` at its end."""

    def call(line):
        code = run(typed(line))
        out, err = capfdbinary.readouterr()
        assert code in {0, 1}, err.decode()  # 1: some of the examples are meant to have faults
        if ">" in line:
            (beside_examples / line.split(">")[1].strip()).write_bytes(out)

    return call


def test_the_pages_for_programmers_have_code():
    assert {"analysts.md", "library.md"} <= {page.name for page in WITH_CODE}


@pytest.mark.parametrize("name", ["guide.md", "hr-guide-th.md"])
def test_every_block_of_a_guide_is_run(name):
    (page,) = (each for each in WITH_CODE if each.name == name)
    assert {block.language for block in blocks(page)} == {"console"}


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.name)
def test_the_code_of_a_page_gives_what_it_says(page, console):
    for line in console_lines(page):
        console(line)
    said = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.FAIL_FAST)
    results = runner.run(doctest_of(page), out=said.append)
    assert results.failed == 0, "".join(said)
