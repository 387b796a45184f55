"""`*.xlsx` where the shell leaves it to the program."""

import pytest

from jdgap.cli.wildcards import expanded


@pytest.fixture(autouse=True)
def _files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("b [1].xlsx", "a [1].xlsx", "a1.xlsx", "~$a1.xlsx", ".hidden.xlsx", "in/c.csv"):
        (tmp_path / name).touch()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("*.xlsx", ["a [1].xlsx", "a1.xlsx", "b [1].xlsx"]),
        ("a?.xlsx", ["a1.xlsx"]),
        ("* [1].xlsx", ["a [1].xlsx", "b [1].xlsx"]),
        ("in/*", ["in/c.csv"]),
        ("*.ods", ["*.ods"]),
        ("a [1].xlsx", ["a [1].xlsx"]),
        ("--force", ["--force"]),
    ],
)
def test_a_pattern_becomes_names(typed, meant):
    """In their order, without lock files; brackets are part of names; what is no name stays."""
    assert [name.replace("\\", "/") for name in expanded([typed])] == meant


def test_an_absolute_pattern(tmp_path):
    """The names that it stands for are absolute, too."""
    assert list(expanded(["report", str(tmp_path / "a?.xlsx")])) == [
        "report",
        str(tmp_path / "a1.xlsx"),
    ]
