"""How long `jdgap check` on one form takes, against a do-nothing Typer command, in the same run.

Whole processes, run in turn; medians and their ratio are printed. The aim is a ratio of 1.5.

    python benchmarks/check_one_form.py [RUNS]
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
def main(name: str) -> None:
    pass


app()
"""


def seconds(command: list[str]) -> float:
    """Return the wall time of one run of `command`."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def fill_in(form: Path) -> None:
    """Rate every competency, as an employee and a supervisor would."""
    workbook = load_workbook(form)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type != "n" or cell.protection.locked or cell.column not in {4, 5}:
                continue
            cell.value = 3 if cell.row % 2 else 2
    workbook.save(form)


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        peer = Path(folder, "do_nothing.py")
        peer.write_text(DO_NOTHING, encoding="utf-8")
        form = Path(folder, "form.xlsx")
        book = load_book()
        write_form(form, book, book.positions[-1], FormDetails("S-001", "ตัวอย่าง ใจดี"))
        fill_in(form)
        commands = {
            "do-nothing Typer command": [sys.executable, str(peer), "x"],
            "jdgap check, table": [sys.executable, "-m", "jdgap", "check", str(form)],
            "jdgap check, json": [
                *(sys.executable, "-m", "jdgap", "check", str(form)),
                *("--format", "json"),
            ],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(runs + 1):
            for name, command in commands.items():
                taken = seconds(command)
                if run:  # the first run warms up
                    times[name].append(taken)
    peer_median = statistics.median(times["do-nothing Typer command"])
    for name, taken_times in times.items():
        median = statistics.median(taken_times)
        print(f"{name:28s} {median * 1000:7.1f} ms  {median / peer_median:5.2f}x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
