"""How long `jdgap check` on one form takes, against a do-nothing Typer command, in the same run.

Whole processes, run in turn; the median time, and the median of the ratios run by run, are
printed. The aim is a ratio of at most 1.5.

    .venv/bin/python benchmarks/check_one_form.py [RUNS]

jdgap is to be installed (not editable) in the environment of the Python that runs this.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import load_workbook

from jdgap import FormDetails, load_book, write_form

DO_NOTHING = """
import typer

app = typer.Typer()


@app.command()
def nothing(name: str) -> None:
    pass


app()
"""
PEER = "do-nothing Typer command"


def make_form(form: Path) -> None:
    """Make a form, rated by an employee and a supervisor."""
    book = load_book()
    write_form(form, book, book.positions[-1], FormDetails("S-001", "ตัวอย่าง ใจดี"))
    names = {competency.name.text for competency in book.competencies}
    workbook = load_workbook(form)
    sheet = workbook.worksheets[0]
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, 2).value in names:
            sheet.cell(row, 4).value = 3 if row % 2 else 2
            sheet.cell(row, 5).value = 3
    workbook.save(form)


def seconds(command: list[str]) -> float:
    """Return the wall time of one run of `command`."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        peer = Path(folder, "do_nothing.py")
        peer.write_text(DO_NOTHING, encoding="utf-8")
        form = Path(folder, "form.xlsx")
        make_form(form)
        check = [str(Path(sys.executable).with_name("jdgap")), "check", str(form)]
        commands = {
            PEER: [sys.executable, str(peer), "x"],
            "jdgap check": check,
            "jdgap check --format json": [*check, "--format", "json"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(runs + 1):
            for name, command in commands.items():
                taken = seconds(command)
                if run:  # the first run warms up
                    times[name].append(taken)
    for name, taken_times in times.items():
        ratios = [ours / peers for ours, peers in zip(taken_times, times[PEER], strict=True)]
        median = statistics.median(taken_times)
        print(f"{name:28s} {median * 1000:7.1f} ms  {statistics.median(ratios):5.2f}x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
