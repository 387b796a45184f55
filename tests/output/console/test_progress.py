"""The bar of a long run."""

import io
import re
import threading

import pytest
from rich.cells import cell_len

from jdgap.output.console import progress
from jdgap.output.console.progress import progress_bar


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


def stream(encoding="utf-8", kind=Terminal):
    return kind(io.BytesIO(), encoding=encoding, write_through=True)


def written(to):
    return to.buffer.getvalue().decode(to.encoding)


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    """An ordinary terminal, where every step is drawn."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(progress, "_SECONDS_BETWEEN", 0)


def run(to, doing="กำลังสร้างแบบประเมิน", total=3):
    with progress_bar(doing, to) as tick:
        for done in range(total + 1):
            tick(done, total)


def test_how_many_of_how_many(monkeypatch):
    """What is done, the numbers and the time left are shown at each step."""
    monkeypatch.setenv("NO_COLOR", "1")
    to = stream()
    run(to)
    for done in range(4):
        assert f"{done}/3" in written(to)
    assert "กำลังสร้างแบบประเมิน" in written(to)
    assert "0:00:00" in written(to)


def test_nothing_where_nobody_looks():
    """A pipe or a file gets not a byte."""
    to = stream(kind=io.TextIOWrapper)
    run(to)
    assert written(to) == ""


@pytest.mark.parametrize("encoding", ["cp874", "cp1252", "ascii"])
def test_any_console(encoding):
    """What the console cannot show is replaced, the signs of the bar too."""
    to = stream(encoding)
    run(to)
    assert "3/3" in written(to)
    assert "-----" in written(to)
    assert ("กำลัง" in written(to)) == (encoding == "cp874")


@pytest.mark.parametrize("width", [20, 34, 80])
def test_it_stays_on_one_line(monkeypatch, width):
    """A narrow terminal cuts the bar, or its lines would be left behind."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    to = stream()
    run(to)
    last = written(to).rindex("\n")  # the cursor goes to the next line, then back up
    drawn = re.split(r"\x1b\[[^A-Za-z]*[A-Za-z]|\r", written(to)[:last])
    assert max(map(cell_len, drawn)) > width / 2
    assert all("\n" not in line and cell_len(line) <= width for line in drawn)


def test_it_is_gone_at_the_end():
    """The last it does is to wipe its line and to show the cursor again."""
    to = stream()
    run(to)
    end = written(to)[written(to).rindex("3/3") :]
    assert "\x1b[2K" in end
    assert "\x1b[?25h" in end


def test_a_run_that_fails_leaves_no_bar():
    """The same when the run ends with an exception."""
    to = stream()
    with pytest.raises(ZeroDivisionError), progress_bar("x", to) as tick:
        tick(1, 0 // 0)
    assert "\x1b[?25h" in written(to)


def test_markup_is_text():
    """Square brackets in a text are no markup."""
    to = stream()
    run(to, doing="[red]x[/y]")
    assert "[red]x[/y]" in written(to)


def test_no_thread_of_its_own():
    """A worker that is forked while the bar is shown inherits no lock of another thread."""
    with progress_bar("x", stream()):
        assert threading.active_count() == 1
