import io

import pytest

from jdgap.output.console.screen import has_limit, make_console, symbols_for, symbols_of
from jdgap.output.console.tables import show_text
from jdgap.output.console.thai_text import encodable
from jdgap.text.wrapping import cells


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


def stream(encoding="utf-8", kind=io.TextIOWrapper):
    return kind(io.BytesIO(), encoding=encoding, write_through=True)


def written(to):
    return to.buffer.getvalue().decode(to.encoding)


def test_a_pipe_has_no_limit_and_no_colours(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    to = stream()
    console = make_console(to)
    show_text(console, "สหกรณ์ " * 500, "bold red")
    assert not has_limit(console)
    assert written(to).splitlines() == [("สหกรณ์ " * 500).strip()]


def test_a_terminal_has_colours_and_its_width(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")
    to = stream(kind=Terminal)
    console = make_console(to)
    show_text(console, "สหกรณ์", "red")
    assert console.width == 40
    assert "\x1b[31m" in written(to)


@pytest.mark.parametrize("way", ["NO_COLOR", "plain"])
def test_colours_can_be_refused(monkeypatch, way):
    monkeypatch.setenv("TERM", "xterm-256color")
    if way == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    to = stream(kind=Terminal)
    show_text(make_console(to, plain=way == "plain"), "สหกรณ์", "red")
    assert "\x1b[31m" not in written(to)


def test_a_given_width_is_kept_on_a_dumb_terminal(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert make_console(stream(kind=Terminal), width=100).width == 100


@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "cp1252", "cp437", "ascii", "nonsense"])
def test_every_symbol_can_be_written(encoding):
    symbols = symbols_for(encoding)
    for name in symbols.__dataclass_fields__:
        sign = getattr(symbols, name)
        assert sign.isascii() or sign.encode(encoding)
    assert symbols.bar.isascii() == symbols.left.isascii()
    assert symbols.line.isascii() == symbols.cross.isascii()


def test_code_page_874_keeps_what_it_has():
    symbols = symbols_for("cp874")
    assert (symbols.bar, symbols.bullet, symbols.none) == ("#", "•", "–")


@pytest.mark.parametrize("encoding", ["cp874", "ascii"])
def test_what_cannot_be_written_is_replaced(encoding):
    to = stream(encoding)
    console = make_console(to)
    console.print("ที่ ✓ 🙂 \ud800")
    show_text(console, "“ที่” ✓ 🙂 \ud800")
    assert written(to).count("?") >= 3
    assert symbols_of(console).arrow == "->"


@pytest.mark.parametrize("text", ["ที่ประชุม ✓ 🙂", "น้ำ…", "“é” – ½"])
def test_a_replacement_takes_as_many_cells(text):
    shown = encodable(text, "ascii")
    assert shown.isascii()
    assert len(shown) == cells(text)


def test_control_characters_do_not_reach_the_terminal():
    to = stream()
    show_text(make_console(to), "a\x1b[2Jb\u202ec")
    assert written(to) == "a[2Jbc\n"
