"""The work of `jdgap form --roster`: a prefilled form for each person."""

import errno
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from jdgap.assessments.blank_answers import files_filled_in
from jdgap.assessments.files import read_files, usual_workers
from jdgap.assessments.roster.roster import Roster, StaffMember
from jdgap.output.excel.form import FormDetails, write_form
from jdgap.output.excel.style import DEFAULT_FONT
from jdgap.output.file_names import form_file_names
from jdgap.positions import Book


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        files: The forms, in the order of the roster.
        kept: Those that existed, filled in or not to be read, and were not replaced.
    """

    files: tuple[Path, ...]
    kept: tuple[Path, ...] = ()


class FormsExistError(FileExistsError):
    """Some of the forms exist already; nothing was written.

    Attributes:
        existing: Which ones, in the order of the roster.
    """

    def __init__(self, existing: tuple[Path, ...]) -> None:
        super().__init__(errno.EEXIST, os.strerror(errno.EEXIST), str(existing[0]))
        self.existing = existing


class FormsStoppedError(OSError):
    """A form, or the folder, could not be written; the forms before it are there.

    Attributes:
        path: The form or the folder.
        written: The forms before it.
    """

    def __init__(self, cause: OSError, path: Path, written: tuple[Path, ...]) -> None:
        super().__init__(cause.errno, cause.strerror or str(cause), str(path))
        self.path = path
        self.written = written


def write_forms(  # noqa: PLR0913 (each is an option of the command)
    roster: Roster,
    folder: Path,
    book: Book,
    *,
    round: str = "",  # noqa: A002 (its name everywhere)
    hide_required: bool = False,
    knowledge: bool = False,
    font: str = DEFAULT_FONT,
    force: bool = False,
    progress: Callable[[int, int], object] | None = None,
) -> Written:
    """Write a form for each person of `roster` into `folder`, which is made where needed.

    Args:
        roster: The list of staff; those whose rows have an error get no form.
        folder: Where the forms go, named by `output.file_names.form_file_names`.
        book: The job-description book.
        round: The round, "" leaves it for the employees to fill in.
        hide_required: Leave the required levels out.
        knowledge: Add a checklist of knowledge and skills, where the book lists any.
        font: A font that the readers' computers have.
        force: Replace forms that exist, but none in which somebody has filled in anything.
        progress: Called with how many forms are written, of how many.

    Raises:
        FormsExistError: Some exist already and `force` was not given. Nothing was written.
        FormsStoppedError: The folder could not be made (there may be a file of that name), or a
            form could not be written, as when the disk is full.
    """
    paths = [folder / name for name in form_file_names(roster.people)]
    if not paths:
        return Written(())
    _make_ready(folder, paths, force=force)
    kept = forms_filled_in(paths, book) if force else ()
    left_out = frozenset(kept)
    members = {
        path: member
        for path, member in zip(paths, roster.people, strict=True)
        if path not in left_out
    }
    files = tuple(members)
    for done, (path, member) in enumerate(members.items()):
        if progress:
            progress(done, len(files))
        try:
            write_form(
                path,
                book,
                book.position_by_id[member.position_id],
                _details(member, round),
                hide_required=hide_required,
                knowledge=knowledge,
                font=font,
                force=force,
            )
        except OSError as error:
            raise FormsStoppedError(error, path, files[:done]) from error
    if progress:
        progress(len(files), len(files))
    return Written(files, kept)


def forms_filled_in(paths: Iterable[Path], book: Book) -> tuple[Path, ...]:
    """Return those of `paths` that hold what somebody filled in, or may hold it.

    They are read as answers are. One that cannot be opened, such as one with a password, may.

    Args:
        paths: Forms; those that are not there are not filled in.
        book: The job-description book.
    """
    there = [path for path in paths if path.is_file()]
    if not there:
        return ()
    reading = read_files(there, book, position_needed=False, workers=usual_workers())
    filled_in = files_filled_in(reading)
    return tuple(path for path in there if str(path) in filled_in)


def _make_ready(folder: Path, paths: list[Path], *, force: bool) -> None:
    """Refuse what cannot work before the first form is written, and make the folder."""
    existing = tuple(path for path in paths if path.exists() or path.is_symlink())
    if existing and not force:
        raise FormsExistError(existing)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FormsStoppedError(error, folder, ()) from error


def _details(member: StaffMember, round_: str) -> FormDetails:
    return FormDetails(
        employee_id=member.employee_id,
        name=member.name,
        department=member.department or None,
        round=round_,
    )
