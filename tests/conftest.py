"""What tests of several rooms share."""

import faulthandler
import gc

import pytest
from hypothesis import settings
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.worksheet.cell_range import MultiCellRange

from reading_here import as_the_mark_says, read_here

_OBJECTS_BETWEEN = 100_000
"""New objects between two searches for garbage; Python's own 700 take a tenth of the time."""

settings.register_profile("quick", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=400)
settings.load_profile("quick")


def pytest_configure():
    """Search less often for garbage, of which tests leave little."""
    gc.set_threshold(_OBJECTS_BETWEEN)
    WorksheetReader.bind_merged_cells = _bind_merged_cells
    read_here()


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
