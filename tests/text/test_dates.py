"""Buddhist-era years and Thai dates."""

from datetime import date

import pytest

from jdgap.text.dates import long_date
from jdgap.text.language import use_language


@pytest.fixture(autouse=True)
def _thai_afterwards():
    yield
    use_language("th")


def test_a_thai_date():
    """Thai readers see the month's name and the Buddhist-era year."""
    assert long_date(date(2026, 11, 23)) == "23 พฤศจิกายน 2569"
    assert long_date(date(2024, 2, 29)) == "29 กุมภาพันธ์ 2567"


def test_an_english_date():
    """English readers see the year of the common era."""
    use_language("en")
    assert long_date(date(2026, 11, 3)) == "3 November 2026"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month):
    """The twelve months end as Thai months of their length do."""
    ending = {28: "พันธ์", 30: "ยน", 31: "คม"}
    days = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    assert long_date(date(2026, month, 1)).split()[1].endswith(ending[days])
