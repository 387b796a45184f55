"""What tests of several rooms share."""

import faulthandler
import gc

import pytest


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
