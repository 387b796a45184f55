"""Hostile text on every screen: it is shown literally, and the terminal obeys none of it."""

import io
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from answers import answer
from hostile_text import HOSTILE, LONG, everybody, hostile_book
from jdgap.output.console.gap_screen import show_people, show_person
from jdgap.output.console.position_screen import show_position, show_positions
from jdgap.output.console.problem_screen import show_problems
from jdgap.output.console.round_screen import show_round
from jdgap.output.console.screen import Screen
from jdgap.text.cleaning import clean
from report_rounds import a_result

TEXTS = [text for text in HOSTILE if text not in LONG]
BOOK = hostile_book(*TEXTS)
ROUND = everybody(TEXTS, BOOK, "\x1b[2J[red]")


def everything(console) -> None:
    for person in ROUND.people[::5]:
        show_person(console, BOOK, person)
    show_people(console, ROUND.people)
    show_positions(console, BOOK, BOOK.positions)
    for position in BOOK.positions[::5]:
        show_position(console, BOOK, position)
    show_round(console, BOOK, ROUND, Path("a\x1b[31m\n\u202e.xlsx"))
    show_problems(console, ROUND.problems)


@cache
def shown(*, colour: bool, width: int, encoding: str = "utf-8") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n")
    console = Screen(stream, plain=not colour, width=width)
    if colour:
        console._force_terminal = True
        console._color_system = console._color_system or 3
    everything(console)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [40, 100_000])
def test_nothing_that_a_terminal_obeys_is_shown(width):
    text = shown(colour=False, width=width)
    assert {each for each in set(text) if unicodedata.category(each) in {"Cc", "Cs"}} == {"\n"}
    assert not set(text) & set("\u202e\u2066\u061c\ufeff\u2028")


def test_colours_are_our_own():
    """With colours on, each escape sequence sets one; there is no link, and none that moves."""
    text = shown(colour=True, width=100_000)
    assert "\x1b[" in text
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_no_markup_is_understood():
    lines = shown(colour=False, width=100_000)
    for text in TEXTS:
        if "[" in text or ":" in text:
            assert clean(text) in lines, text


@pytest.mark.parametrize("encoding", ["ascii", "cp874"])
def test_a_console_that_cannot_show_it(encoding):
    assert "\x1b" not in shown(colour=False, width=60, encoding=encoding)


def test_one_person_whose_text_is_hostile(capsys):
    """Percent signs and braces are no places to fill in."""
    person = answer("%s{0}", name="{name} %d", department="{{")
    stream = io.StringIO()
    show_person(Screen(stream, plain=True, width=80), BOOK, a_result(person, of=BOOK).people[0])
    for text in ("%s{0}", "{name} %d", "{{"):
        assert text in stream.getvalue()
