"""The rules for untrusted files, each with the tests that fail when it is not kept."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
OPENING = "assessments/opening"
WHOLE = "hostile/test_whole_set.py"

RULES = {
    "only regular files are opened": (
        "assessments/test_finding.py::test_what_is_no_file",
        f"{OPENING}/test_guard.py::test_a_pipe_is_not_opened",
        f"{OPENING}/test_guard.py::test_a_folder_is_no_workbook",
        f"{WHOLE}::test_every_hostile_file_is_accounted_for",
    ),
    "what office programs and systems leave in folders is no input": (
        "assessments/test_finding.py::test_lock_files_are_told",
        "assessments/test_finding.py::test_noise_is_passed_over",
        f"{WHOLE}::test_what_systems_leave_in_folders_is_no_input",
    ),
    "loops of links are not walked": ("assessments/test_finding.py::test_loops_are_not_followed",),
    "a file has at least a byte, and no more than the bound": (
        f"{OPENING}/test_guard.py::test_content_that_is_no_workbook",
        f"{OPENING}/test_guard.py::test_a_file_over_the_size_limit",
    ),
    "the kind is told by the content, a password too": (
        f"{OPENING}/test_guard.py::test_the_kind_is_told_by_the_content",
        f"{OPENING}/test_guard.py::test_other_kinds_are_called_by_their_name",
        f"{OPENING}/test_guard.py::test_content_that_is_no_workbook",
    ),
    "an archive has so many parts, so large, and inflates so far": (
        f"{OPENING}/test_guard.py::test_too_many_parts",
        f"{OPENING}/test_guard.py::test_a_part_at_the_bound",
        f"{OPENING}/test_guard.py::test_many_big_parts",
        f"{OPENING}/test_guard.py::test_a_zip_bomb",
    ),
    "no two parts have one name, and none leads out": (
        f"{OPENING}/test_guard.py::test_two_parts_of_one_name",
        f"{OPENING}/test_guard.py::test_a_part_that_leads_out",
    ),
    "nothing is unpacked to the disk": (f"{WHOLE}::test_nothing_is_left_behind",),
    "a reader may die, hang or want all memory, and costs one file": (
        f"{OPENING}/test_worker.py::test_a_reader_that_dies",
        f"{OPENING}/test_worker.py::test_a_reader_that_hangs",
        f"{OPENING}/test_worker.py::test_a_reader_that_wants_all_memory",
        f"{OPENING}/test_worker.py::test_a_single_call_that_hangs",
        "hostile/test_one_at_a_time.py::test_a_file_that_takes_too_long",
        "hostile/test_killed_workers.py::test_killing_all_workers",
    ),
    "damage and what the reader would take for something else are told": (
        f"{OPENING}/test_workbook_parts.py::test_what_was_changed_besides_the_sheets",
        f"{OPENING}/test_workbook_parts.py::test_where_a_sheet_may_be",
        f"{OPENING}/test_workbook_parts.py::test_a_document_type",
        f"{OPENING}/test_misreadings.py::test_values_in_parts",
        f"{OPENING}/test_misreadings.py::test_addresses_beyond_the_largest_sheet",
        f"{OPENING}/test_misreadings.py::test_a_cell_that_stands_twice",
        f"{OPENING}/test_sheet_xml.py::test_xml_that_breaks",
        f"{WHOLE}::test_every_hostile_file_is_accounted_for",
    ),
    "more rows or columns than the bound are a problem, never a cut": (
        f"{OPENING}/test_guard.py::test_more_rows_or_columns_than_are_read",
        f"{OPENING}/test_workbooks.py::test_too_many_cells",
        f"{OPENING}/test_text_files.py::test_too_many_cells",
    ),
    "no sheets, or one that does not open, are a problem": (
        f"{OPENING}/test_workbooks.py::test_a_listed_sheet_that_is_missing",
        f"{OPENING}/test_workbooks.py::test_an_empty_workbook",
        "hostile/test_one_at_a_time.py::test_no_sheets_and_no_values_are_told_apart",
        f"{WHOLE}::test_every_hostile_file_is_accounted_for",
    ),
    "a level is no truth value, no fraction, and nothing that int() would take": (
        "assessments/cells/test_levels.py::test_everything_else_is_a_fault",
        "assessments/cells/test_levels.py::test_any_cell_has_an_answer",
        "assessments/cells/test_levels.py::test_no_fraction_is_rounded",
    ),
    "a blank that is an error or an unsaved formula is told": (
        f"{OPENING}/test_workbooks.py::test_what_blanks_hide",
        "assessments/test_files.py::test_a_formula_that_was_never_calculated",
        "problems/test_every_kind.py::test_the_smallest_input_of_a_kind",
    ),
    "control, bidi-override and surrogate characters go": (
        "text/test_cleaning.py::test_every_character_that_must_not_stay",
        f"{WHOLE}::test_the_screen_is_safe",
        f"{WHOLE}::test_the_report_is_a_harmless_workbook",
    ),
    "text in a workbook stays text": (
        "output/excel/test_style.py::test_excels_own_escapes_are_not_decoded",
        f"{WHOLE}::test_the_report_is_a_harmless_workbook",
    ),
    "text in CSV is no formula": ("output/test_machine.py::test_csv_text_never_becomes_a_formula",),
    "titles of sheets keep Excel's rules": (
        "output/excel/test_style.py::test_titles_keep_to_excels_rules",
        "output/excel/test_style.py::test_titles_are_unique_whatever_the_case",
    ),
    "an output appears whole or not at all": (
        "output/excel/test_saving.py::test_a_failure_leaves_the_old_file_and_no_draft",
        "output/excel/test_saving.py::test_a_full_disk_is_one_error",
    ),
    "what parts the columns of CSV is found, and its cells have a bound": (
        f"{OPENING}/test_text_files.py::test_the_delimiter_is_found",
        f"{OPENING}/test_text_files.py::test_a_cell_longer_than_excel_allows",
        f"{OPENING}/test_text_files.py::test_a_quotation_mark_that_is_never_closed",
    ),
}
"""The rules in the order in which a file meets them."""


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(each.name for each in tree.body if isinstance(each, ast.FunctionDef))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_the_tests_that_guard_it(rule):
    """Whoever renames or drops one of them looks here, and knows what it was for."""
    for test in RULES[rule]:
        file, name = test.split("::")
        assert name in functions_of(file), test
