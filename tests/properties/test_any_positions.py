"""Any valid book, written as a workbook and read back, is the same book."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdgap.assessments.opening.workbooks import open_sheets
from jdgap.assessments.positions_book.reading import positions_of
from jdgap.output.positions_book.book import export_positions
from jdgap.positions import Book
from jdgap.text.language import current_language, use_language

_HOSTILE = ("=1+1", "+1", "@x", "_x000D_", "a\nb", "a  b", "\t", "N/A", "TRUE", "007", "1.0", "-")
TEXTS = st.one_of(
    st.sampled_from(_HOSTILE),
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=12
    ),
)


@st.composite
def lines(draw):
    text = draw(TEXTS)
    return text if text.strip() else f"ก{text}ข"


IDS = st.one_of(
    st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["007", "1e5", "position-id", "title", "id", "true"]),
)
NAMES = st.one_of(
    st.fixed_dictionaries({"th": lines()}, optional={"en": lines()}),
    st.fixed_dictionaries({"en": lines()}),
)
MANY = st.lists(lines(), max_size=3)


@st.composite
def books(draw):
    levels = draw(st.lists(st.integers(0, 100), min_size=2, max_size=3, unique=True))
    groups, competencies, positions = (
        draw(st.lists(IDS, min_size=1, max_size=3, unique=True)) for _ in range(3)
    )
    departments = draw(st.lists(IDS, max_size=2, unique=True))
    entries = []
    for place, each in enumerate(positions):
        required = draw(st.sets(st.sampled_from(competencies)))
        entry = {"id": each, "title": draw(NAMES)}
        if departments and draw(st.booleans()):
            entry["department"] = draw(st.sampled_from(departments))
        if place and draw(st.booleans()):
            entry["reports_to"] = draw(st.sampled_from(positions[:place]))
        if draw(st.booleans()):
            entry["reports_to_title"] = draw(NAMES)
        entry["required"] = {key: draw(st.sampled_from(levels)) for key in required}
        for part in ("purpose", "education", "experience", "knowledge", "skills"):
            entry[part] = draw(MANY)
        duty = st.fixed_dictionaries({"duty": lines(), "activities": MANY, "results": MANY})
        entry["responsibilities"] = draw(st.lists(duty, max_size=2))
        meeting = {key: lines() for key in ("with_whom", "about", "frequency")}
        entry["relationships"] = draw(st.lists(st.fixed_dictionaries(meeting), max_size=2))
        entries.append(entry)
    return Book.model_validate(
        {
            "organisation": draw(NAMES),
            "scale": [{"level": n, "name": draw(NAMES), "meaning": draw(NAMES)} for n in levels],
            "groups": [{"id": each, "name": draw(NAMES)} for each in groups],
            "competencies": [
                {"id": each, "group": draw(st.sampled_from(groups)), "name": draw(NAMES)}
                for each in competencies
            ],
            "departments": [{"id": each, "name": draw(NAMES)} for each in departments],
            "positions": entries,
        }
    )


@pytest.mark.parametrize("language", ["th", "en"])
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(book=books())
def test_a_book_comes_back_the_same(language, book):
    before = current_language()
    use_language(language)
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.xlsx"
            export_positions(path, book)
            reading = positions_of(open_sheets(path, "a.xlsx"))
    finally:
        use_language(before)
    assert [(each.code, each.place) for each in reading.problems] == []
    assert reading.book == book
