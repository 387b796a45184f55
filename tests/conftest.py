"""What tests of several rooms share."""

import faulthandler
import gc
import os
import shutil
import tempfile

import pytest
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.worksheet.cell_range import MultiCellRange

from reading_here import as_the_mark_says, read_here

_OBJECTS_BETWEEN = 100_000
"""New objects between two searches for garbage; Python's own 700 take a tenth of the time."""


def pytest_configure(config):
    """Search less often for garbage, of which tests leave little; let commands share bytecode.

    Where nothing may be written beside the code, bytecode has a folder for the time of the tests.
    """
    gc.set_threshold(_OBJECTS_BETWEEN)
    WorksheetReader.bind_merged_cells = _bind_merged_cells
    read_here()
    if os.environ.get("PYTHONDONTWRITEBYTECODE") and "TESTS_BYTECODE" not in os.environ:
        folder = tempfile.mkdtemp(prefix="bytecode-")
        os.environ["TESTS_BYTECODE"] = folder  # the processes of pytest-xdist inherit it
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def _bind_merged_cells(reader):
    """Merge the cells of a workbook that is read, and leave their looks as the file has them.

    openpyxl would draw the borders of each merged range once more, cell by cell, which takes most
    of the time that reading one of our sheets takes.
    """
    if reader.parser.merged_cells:
        ranges = [each.ref for each in reader.parser.merged_cells.mergeCell]
        reader.ws.merged_cells = MultiCellRange(ranges)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Let the tests of workers have them."""
    with as_the_mark_says(item):
        return (yield)


def pytest_collection_finish():
    """Spare what all tests have brought with them from every search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def nothing_set(monkeypatch):
    """No settings of the person who runs the tests, no reports of deaths that are meant."""
    for name in ("JDGAP_LANG", "JDGAP_POSITIONS"):
        monkeypatch.delenv(name, raising=False)
    faulthandler.disable()
    yield
    faulthandler.enable()
