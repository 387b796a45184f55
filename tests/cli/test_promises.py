"""What SECURITY.md promises of every command: no network, no programs, nothing written but the output.

Python's own audit events tell (PEP 578); the hook is there before jdgap is imported, and workers
that are forked inherit it.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builders import filled_form, run_environment
from jdgap.output.excel.form import FormDetails

LISTENER = """
import json, os, sys

log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
NETWORK_AND_PROGRAMS = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request",
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "webbrowser.open",
)
CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink")

def note(kind, *what):
    os.write(log, (json.dumps([kind, *map(os.fsdecode, map(str, what))]) + "\\n").encode())

def hook(event, args):
    if event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        note("write", args[0])
    elif event in CHANGES:
        note("write", *args[: 2 if event == "os.rename" else 1])
    elif event.startswith(NETWORK_AND_PROGRAMS):
        note("forbidden", event, args)

sys.addaudithook(hook)
sys.argv = ["jdgap", *sys.argv[2:]]
from jdgap.cli import main
main()
"""


@pytest.fixture(scope="module")
def round_made(tmp_path_factory):
    """A folder with answers of two rounds and a list of staff."""
    top = tmp_path_factory.mktemp("made")
    folder = top / "answers"
    folder.mkdir()
    for number in range(3):
        details = FormDetails(f"S-{number}", "ตัวอย่าง ใจดี", "", "2569")
        filled_form(folder / f"{number}.xlsx", "officer-it", {"unity": (3, None)}, details)
    (folder / "spoilt.xlsx").write_bytes(b"PK\x03\x04spoilt")
    last_year = top / "last-year"
    last_year.mkdir()
    details = FormDetails("S-0", "ตัวอย่าง ใจดี", "", "2568")
    filled_form(last_year / "0.xlsx", "officer-it", {"unity": (2, None)}, details)
    lines = ["รหัสพนักงาน,ชื่อ-สกุล,ตำแหน่ง", "S-0,ตัวอย่าง ใจดี,ผู้จัดการ", "S-9,อีก คน,ผู้จัดการ"]
    (top / "staff.csv").write_text("\n".join(lines), encoding="utf-8")
    return top


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "answers", "--roster", "staff.csv", "-o", "made/report.xlsx"),
        ("report", "answers", "-o", "made/report.xlsx", "--anonymise", "--format", "json"),
        ("report", "answers", "-o", "made/report.xlsx", "--previous", "last-year"),
        ("validate", "answers", "--roster", "staff.csv", "-o", "made/problems.xlsx"),
        ("check", "answers/0.xlsx", "--explain", "-o", "made/sheet.xlsx"),
        ("compare", "last-year", "answers", "-o", "made/compared.xlsx"),
        ("readiness", "answers"),
        ("form", "--roster", "staff.csv", "-o", "made/forms", "--round", "2569", "--knowledge"),
        ("positions", "export", "made/positions.xlsx"),
        ("positions", "list"),
    ],
    ids=" ".join,
)
def test_a_command_reaches_nothing_but_its_output(round_made, tmp_path, arguments):
    shutil.copytree(round_made, tmp_path, dirs_exist_ok=True)
    made, temporary = tmp_path / "made", tmp_path / "temporary"
    made.mkdir()
    temporary.mkdir()
    log = tmp_path / "audit.log"
    done = subprocess.run(
        [sys.executable, "-c", LISTENER, log, *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
        env=run_environment() | {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(temporary)},
    )
    assert done.returncode in {0, 1}, done.stderr.decode()
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [event for event in events if event[0] == "forbidden"] == []
    written = {tmp_path / path for kind, *paths in events if kind == "write" for path in paths}
    outputs = {path for path in written if path.is_relative_to(made)}
    rest = {path for path in written - outputs if not path.is_relative_to(temporary)}
    assert rest <= {Path(os.devnull)}
    assert any(each.startswith("made/") for each in arguments) == bool(outputs)
    assert list(temporary.iterdir()) == []  # openpyxl writes a sheet there before it packs it
