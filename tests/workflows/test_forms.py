"""A form for each person of a roster."""

import errno

import pytest
from openpyxl import load_workbook

from builders import book, encrypted_look_alike, fill_form
from jdgap.assessments.files import read_files
from jdgap.assessments.model import Reading
from jdgap.assessments.roster.roster import Roster, StaffMember
from jdgap.problems import Place
from jdgap.workflows import check_files, forms
from jdgap.workflows.forms import FormsExistError, FormsStoppedError, write_forms


def member(id_="7", name="ก ข", position="officer-accounting", department=""):
    return StaffMember(Place("f.xlsx"), id_, name, position, "", department, "")


def roster(*people):
    return Roster(people, (), frozenset())


THREE = roster(member("7"), member("12", position="manager"), member("103", department="สาขา 2"))
NAMES = ["007 ก ข.xlsx", "012 ก ข.xlsx", "103 ก ข.xlsx"]


def test_a_form_for_each(tmp_path):
    """Each form is prefilled from its row and reads back as that person's; the folder is made."""
    written = write_forms(THREE, tmp_path / "a" / "b", book(), round="2569")
    assert [path.name for path in written.files] == NAMES
    found = read_files(written.files, book()).assessments
    told = [(each.employee_id, each.name, each.position_id, each.round) for each in found]
    assert told == [
        ("7", "ก ข", "officer-accounting", "2569"),
        ("12", "ก ข", "manager", "2569"),
        ("103", "ก ข", "officer-accounting", "2569"),
    ]
    accounting = book().department_name(book().position_by_id["officer-accounting"])
    assert [each.department for each in found] == [accounting, "", "สาขา 2"]


def test_a_form_filled_in_has_no_problem(tmp_path):
    """From the roster to the comparison without a word lost."""
    (path,) = write_forms(roster(member("=1+1", "[b]'ก\"")), tmp_path, book()).files
    fill_form(path, dict.fromkeys(book().position_by_id["officer-accounting"].required, (3, 4)))
    checked = check_files([path], book())
    (person,) = checked.people
    assert (checked.problems, person.totals.rated) == ((), person.totals.required)
    assert (person.assessment.employee_id, person.assessment.name) == ("=1+1", "[b]'ก\"")


def test_the_required_levels_can_be_left_out(tmp_path):
    """`hide_required` reaches every form."""
    shown, hidden = (
        write_forms(THREE, tmp_path / str(hide), book(), hide_required=hide).files
        for hide in (False, True)
    )
    for one, other in zip(shown, hidden, strict=True):
        assert one.stat().st_size > other.stat().st_size


def test_progress(tmp_path):
    """It is told from none to all."""
    steps = []
    write_forms(THREE, tmp_path, book(), progress=lambda *step: steps.append(step))
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_nothing_is_overwritten(tmp_path):
    """Forms that exist are refused all at once, before the first is written."""
    for name in NAMES[1:]:
        (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(FormsExistError) as caught:
        write_forms(THREE, tmp_path, book())
    assert [path.name for path in caught.value.existing] == NAMES[1:]
    assert sorted(path.name for path in tmp_path.iterdir()) == NAMES[1:]
    write_forms(THREE, tmp_path, book(), force=True)
    assert all(path.stat().st_size > 1000 for path in tmp_path.iterdir())


def test_nobody_needs_no_folder(tmp_path):
    """Without people nothing is made, not even the folder."""
    assert write_forms(roster(), tmp_path / "a", book()).files == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inside", ["", "x"])
def test_a_file_where_the_folder_should_be(tmp_path, inside):
    """A file is neither replaced nor looked into."""
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    with pytest.raises(FormsStoppedError) as caught:
        write_forms(THREE, path / inside, book(), force=True)
    assert (caught.value.path, caught.value.written) == (path / inside, ())
    assert path.read_bytes() == b"mine"


def test_a_full_disk(tmp_path, monkeypatch):
    """What stops the run is told with its form, and with the forms that are there."""
    write_form = forms.write_form

    def until_full(path, *arguments, **options):
        if path.name == NAMES[1]:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_form(path, *arguments, **options)

    monkeypatch.setattr(forms, "write_form", until_full)
    with pytest.raises(FormsStoppedError, match="No space") as caught:
        write_forms(THREE, tmp_path, book())
    assert caught.value.path == tmp_path / NAMES[1]
    assert caught.value.written == (tmp_path / NAMES[0],)
    assert [path.name for path in tmp_path.iterdir()] == NAMES[:1]


def test_hostile_names_stay_in_the_folder(tmp_path):
    """One form each, in the folder and nowhere else, whatever stands on the list."""
    texts = [
        "../../x",
        "/etc/x",
        "C:\\x",
        "CON",
        "..",
        "=1+1",
        "a\x00/b",
        "\u202ex",
        "A",
        "a",
        "Ａ",
    ]
    people = [member(id_, name) for id_ in texts for name in ("..", "ก/../ข")]
    written = write_forms(roster(*people), tmp_path / "ออก", book())
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(found) == sorted(written.files)
    assert len(found) == len(people)
    assert {path.parent for path in found} == {tmp_path / "ออก"}


def test_a_form_that_appears_meanwhile_is_kept(tmp_path, monkeypatch):
    """Somebody else's file is not replaced because it came after the first look."""
    make_ready = forms._make_ready

    def and_then(folder, paths, *, force):
        make_ready(folder, paths, force=force)
        paths[1].write_bytes(b"theirs")

    monkeypatch.setattr(forms, "_make_ready", and_then)
    with pytest.raises(FormsStoppedError) as caught:
        write_forms(THREE, tmp_path, book())
    assert caught.value.path.read_bytes() == b"theirs"
    assert len(caught.value.written) == 1


@pytest.mark.parametrize("answer", [(3, None), (None, 3), ("N/A", None), ("ดีมาก", None)], ids=str)
def test_a_form_that_is_filled_in_is_never_replaced(tmp_path, answer):
    """Not even by `force`; blank ones, and those who have none yet, get theirs."""
    write_forms(THREE, tmp_path, book())
    filled, blank, missing = (tmp_path / name for name in NAMES)
    fill_form(filled, {"unity": answer})
    missing.unlink()
    before, old = filled.read_bytes(), blank.stat().st_ino
    steps = []
    written = write_forms(
        THREE, tmp_path, book(), force=True, progress=lambda *step: steps.append(step)
    )
    assert (written.files, written.kept) == ((blank, missing), (filled,))
    assert filled.read_bytes() == before
    assert blank.stat().st_ino != old
    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_a_checklist_that_is_filled_in_is_kept_too(tmp_path):
    """Of knowledge and skills, without a level; a blank one is replaced."""
    people = roster(member("7"), member("12"))
    filled, _blank = write_forms(people, tmp_path, book(), knowledge=True).files
    workbook = load_workbook(filled)
    sheet = workbook.worksheets[1]
    (first, *_others) = sheet.data_validations.dataValidation[0].sqref.ranges
    sheet.cell(first.min_row, first.min_col).value = "มี"
    workbook.save(filled)
    assert write_forms(people, tmp_path, book(), force=True).kept == (filled,)


def test_what_cannot_be_read_is_kept(tmp_path):
    """It may be somebody's answer under a password; what is no workbook at all is replaced."""
    (tmp_path / NAMES[0]).write_bytes(encrypted_look_alike())
    (tmp_path / NAMES[1]).write_bytes(b"mine")
    written = write_forms(THREE, tmp_path, book(), force=True)
    assert [path.name for path in written.kept] == NAMES[:1]
    assert (tmp_path / NAMES[0]).read_bytes() == encrypted_look_alike()


def test_only_forms_that_exist_are_opened(tmp_path, monkeypatch):
    """Reading costs more than looking."""
    opened = []
    monkeypatch.setattr(
        forms, "read_files", lambda paths, *_rest, **_options: opened.append(paths) or Reading()
    )
    write_forms(THREE, tmp_path, book(), force=True)
    (tmp_path / NAMES[1]).unlink()
    write_forms(THREE, tmp_path, book(), force=True)
    assert opened == [[tmp_path / NAMES[0], tmp_path / NAMES[2]]]
