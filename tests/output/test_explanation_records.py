"""Explanations as records: each input is found again in the cell that it names."""

import json

from openpyxl import load_workbook

from builders import OFFICER_COMPETENCIES, book, plain_form, thai, write_workbook
from jdgap.assessments import Count
from jdgap.output.explanation_records import explained_document
from jdgap.output.records import check_document
from jdgap.workflows import check_files

LEVELS = [(3, 4), (2, None), ("N/A", 5), (None, None), (5, "N/A"), (1, 3), (9, 2), (4, 1)]
RATERS = {"self_level", "supervisor_level", "actual_level"}


def document_of(path, count=Count.EITHER, **options):
    checked = check_files([path], book(), count=count, **options)
    return explained_document(book(), checked.people, checked.problems, count), checked


def form(tmp_path):
    rows = [*plain_form(LEVELS), [thai("trust"), 2, 3]]
    return write_workbook(tmp_path / "a.xlsx", rows)


def test_the_usual_document_with_explanations(tmp_path):
    """Nothing that is printed without --explain is different with it."""
    document, checked = document_of(form(tmp_path))
    explanations = [each.pop("explanations") for each in document["assessments"]]
    assert document == check_document(book(), checked.people, checked.problems)
    assert all(explanations)
    assert json.dumps(explanations)


def test_the_shape(tmp_path):
    document, _ = document_of(form(tmp_path))
    for each in document["assessments"][0]["explanations"]:
        assert list(each) == [
            *("number", "group", "competency_id", "value"),
            *("rule", "inputs", "sentence"),
        ]
        for part in each["inputs"]:
            first = ["what", "value", "file", "sheet", "cell"]
            further = ["competency_id", "position_id", "reason", "problem"]
            assert list(part) == first + [key for key in further if key in part]
            assert (part["value"] is None) == ("reason" in part)


def test_a_level_stands_in_the_cell_that_is_named(tmp_path):
    path = form(tmp_path)
    sheet = load_workbook(path).active
    document, _ = document_of(path)
    seen = set()
    for each in document["assessments"][0]["explanations"]:
        for part in each["inputs"]:
            if part["cell"] and part["what"] in RATERS and part["value"] is not None:
                assert sheet[part["cell"]].value == part["value"]
                assert (part["file"], part["sheet"]) == (str(path), "S1")
                row = sheet[part["cell"]].row
                assert sheet.cell(row, 1).value == thai(part["competency_id"])
                seen.add(part["competency_id"])
    assert seen == {*OFFICER_COMPETENCIES, "trust"} - {"achievement"}


def test_what_cannot_be_used_names_its_problem(tmp_path):
    document, _ = document_of(form(tmp_path))
    found = [
        (each["competency_id"], part.get("problem"))
        for each in document["assessments"][0]["explanations"]
        for part in each["inputs"]
        if each["number"] == "self_level" and part.get("reason") == "unusable"
    ]
    assert found == [("process-accuracy", "level-out-of-range")]


def test_anonymised_explanations_tell_no_file(tmp_path):
    document, _ = document_of(form(tmp_path), anonymise=True)
    told = json.dumps(document, ensure_ascii=False)
    assert "a.xlsx" not in told
    assert "file-001 " in told
