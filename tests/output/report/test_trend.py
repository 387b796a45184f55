"""The trend on the report's summary; without a round before, the report is as it was."""

from functools import partial

import openpyxl
import pytest

from builders import book
from compared import a_comparison, now_people, then_people
from jdgap.output.report.book import write_report
from jdgap.output.report.summary import add_summary
from jdgap.text.language import use_language
from report_rounds import DAY, a_crowd, a_result, somebody, written


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def lines_of(sheet):
    """The rows by their first cell; those of the trend come before others of one name."""
    found = {}
    for row in sheet.iter_rows(values_only=True):
        values = [each for each in row if each is not None]
        if values:
            found.setdefault(values[0], values[1:])
    return found


def trend(folder, comparison=None):
    comparison = comparison or a_comparison()
    add = partial(add_summary, previous=comparison)
    return written(folder / "r.xlsx", a_result(somebody()), add).worksheets[0]


def test_the_organisation_groups_and_departments_then_and_now(tmp_path):
    lines = lines_of(trend(tmp_path))
    assert "Compared with the round before · 2568 (2025) → 2569 (2026)" in lines
    whole = a_comparison().whole
    numbers = lines["Everybody (6 → 6)"]
    expected = [
        *(whole.totals_then.fit_pct, whole.totals_now.fit_pct),
        *(whole.totals_then.met_pct, whole.totals_now.met_pct),
        *(whole.totals_then.coverage_pct, whole.totals_now.coverage_pct),
        *(whole.totals_then.shortfall, whole.totals_now.shortfall),
    ]
    assert numbers == pytest.approx(expected)
    assert lines["Only those in both rounds (5)"][-2:] == [4, 5]
    assert lines["การเงิน"][-2:] == [1, 1]
    assert lines["บัญชี"][-2:] == [5, 5]


def test_more_and_less_can_be_told_without_colours(tmp_path):
    sheet = trend(tmp_path)
    (row,) = [row for row in sheet.iter_rows() if str(row[0].value).startswith("Only those in")]
    numbers = [cell for cell in row if isinstance(cell.value, int | float)]
    signs = [("✓" in cell.number_format, "✗" in cell.number_format) for cell in numbers]
    assert len(numbers) == 8
    for place in range(0, len(numbers), 2):
        then, now = numbers[place].value, numbers[place + 1].value
        assert signs[place] == (False, False)
        better, worse = now > then, now < then
        if place == len(numbers) - 2:  # of levels short, fewer are better
            better, worse = worse, better
        assert signs[place + 1] == (better, worse)


def test_what_became_of_the_shortfalls_and_what_changed(tmp_path):
    lines = lines_of(trend(tmp_path))
    assert lines["closed: the person reached what was required"] == [1, 25]
    assert lines["the same"] == [1, 25]
    said = [line for line in lines if str(line).startswith("What changed the levels")]
    causes = "people +2 -2, requirements -1, other positions +2"
    assert said == [f"What changed the levels of those in both rounds: {causes}."]


def test_a_department_that_is_new_or_gone_has_a_dash(tmp_path):
    comparison = a_comparison(then_people()[:3], now_people())
    lines = lines_of(trend(tmp_path, comparison))
    assert lines["การเงิน"][0] == "—"
    assert lines["การเงิน"][-2:] == ["—", 1]


def test_without_a_round_before_nothing_of_the_report_changes(tmp_path):
    result = a_result(*a_crowd(5))
    for name in ("a.xlsx", "b.xlsx"):
        write_report(tmp_path / name, book(), result, individual=False, printed_on=DAY)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    options = {"individual": False, "previous": a_comparison(), "printed_on": DAY}
    write_report(tmp_path / "c.xlsx", book(), result, **options)
    plain, with_trend = (openpyxl.load_workbook(tmp_path / each) for each in ("a.xlsx", "c.xlsx"))
    assert plain.sheetnames == with_trend.sheetnames
    assert not any("Compared with" in str(line) for line in lines_of(plain.worksheets[0]))
    for one, other in zip(plain.worksheets[1:], with_trend.worksheets[1:], strict=True):
        assert list(one.values) == list(other.values)
