"""What tests of several rooms share."""

import faulthandler
import gc
import os
import shutil
import tempfile

import pytest

_OBJECTS_BETWEEN = 100_000
"""New objects between two searches for garbage; Python's own 700 take a tenth of the time."""


def pytest_configure(config):
    """Search less often for garbage, of which tests leave little; let commands share bytecode.

    Where nothing may be written beside the code, bytecode has a folder for the time of the tests.
    """
    gc.set_threshold(_OBJECTS_BETWEEN)
    if os.environ.get("PYTHONDONTWRITEBYTECODE") and "TESTS_BYTECODE" not in os.environ:
        folder = tempfile.mkdtemp(prefix="bytecode-")
        os.environ["TESTS_BYTECODE"] = folder  # the processes of pytest-xdist inherit it
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


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
