"""What tests of several rooms share."""

import faulthandler

import pytest


@pytest.fixture
def nothing_set(monkeypatch):
    """No settings of the person who runs the tests, no reports of deaths that are meant."""
    for name in ("JDGAP_LANG", "JDGAP_POSITIONS"):
        monkeypatch.delenv(name, raising=False)
    faulthandler.disable()
    yield
    faulthandler.enable()
