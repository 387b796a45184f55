"""Which files are meant: those that are named, and those in the folders that are named.

What a file holds is found out later; here nothing is opened. The result is the same in whatever
order the paths are given.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from pathlib import Path
from typing import Final, TypeAlias

from jdgap.problems import Place, Problem
from jdgap.text.language import mark as _
from jdgap.text.reasons import reason_of

_Identity: TypeAlias = tuple[int, int] | str
"""What all names of one file or folder have in common."""

_LOCKS: Final = ("~$", ".~lock")
_NOISE: Final = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows puts into folders; names that begin with a dot are noise, too."""


class MissingPathsError(FileNotFoundError):
    """Paths that were named do not exist.

    Attributes:
        paths: All of them, in the order given.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(paths)
        super().__init__(", ".join(str(path) for path in self.paths))


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        files: The files to read, each once, by their paths as the user would write them.
        problems: What was passed over or could not be reached.
    """

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find_files(paths: Iterable[Path], *, leave_out: Iterable[Path] = ()) -> Found:
    """Return the files that `paths` mean.

    Args:
        paths: Files, which are taken whatever they are called, and folders, which are searched
            with all folders in them. Links are followed; of several names of one file the first
            in the alphabet counts.
        leave_out: Files that hold no answers, such as the list of staff, however their names
            are written here. Those that do not exist are no matter.

    Raises:
        MissingPathsError: Some of the paths do not exist.
    """
    named = list(paths)
    missing = [path for path in dict.fromkeys(named) if not _exists(path)]
    if missing:
        raise MissingPathsError(missing)
    search = _Search(left_out=_identities(leave_out))
    for path in named:
        search.await_turn(path)
    while search.waiting:
        search.look_at_next()
    return Found(tuple(search.files), tuple(search.problems))


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except PermissionError:  # it is there for all we know, and becomes a problem
        return True
    except (OSError, ValueError):
        return False
    return True


def _identities(paths: Iterable[Path]) -> set[_Identity]:
    found = set()
    for path in paths:
        with suppress(OSError):
            found.add(_identity(path, path.stat()))
    return found


def _identity(path: Path, about: os.stat_result) -> _Identity:
    if about.st_ino:
        return about.st_dev, about.st_ino
    return str(path.resolve())  # some file systems under Windows number nothing


@dataclass(slots=True)
class _Search:
    """A search under way: paths are looked at in the order of the alphabet.

    What is in a folder comes after the folder in that order, so the name under which a thing is
    first met is the smallest of all its names.
    """

    left_out: set[_Identity]
    waiting: list[tuple[str, Path]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    met: set[_Identity] = field(default_factory=set)
    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def await_turn(self, path: Path) -> None:
        if str(path) not in self.known:
            self.known.add(str(path))
            # What is in "." is called "a", not "./a".
            heappush(self.waiting, ("" if path == Path() else str(path), path))

    def look_at_next(self) -> None:
        _key, path = heappop(self.waiting)
        try:
            about = path.stat()
            identity = _identity(path, about)
        except OSError as error:
            self._complain("unreadable", path, _why_unreachable(path, error))
            return
        if stat.S_ISDIR(about.st_mode):
            self._look_into(path, identity)
        elif not stat.S_ISREG(about.st_mode):
            self._complain("skipped-file", path, _("it is a device or a pipe"))
        elif path.name.startswith(_LOCKS):
            reason = _("it is a lock file of a workbook that is open")
            self._complain("skipped-file", path, reason)
        elif identity in self.met:
            reason = _("it is another name of a file that is read already")
            self._complain("skipped-file", path, reason)
        elif identity not in self.left_out:
            self.met.add(identity)
            self.files.append(path)

    def _look_into(self, folder: Path, identity: _Identity) -> None:
        if identity in self.met:
            reason = _("it is another name of a folder that is read already")
            self._complain("skipped-file", folder, reason)
            return
        self.met.add(identity)
        try:
            inside = list(folder.iterdir())
        except OSError as error:
            refused = isinstance(error, PermissionError)
            reason = _("it is not allowed to look into it") if refused else reason_of(error)
            self._complain("unreadable", folder, reason)
            return
        for path in inside:
            if not _is_noise(path.name):
                self.await_turn(path)

    def _complain(self, code: str, path: Path, reason: str) -> None:
        self.problems.append(Problem(code, Place(str(path)), facts={"reason": reason}))


def _is_noise(name: str) -> bool:
    if name.startswith(_LOCKS):  # worth a word: somebody has the workbook open
        return False
    return name.startswith(".") or name.casefold() in _NOISE


def _why_unreachable(path: Path, error: OSError) -> str:
    with suppress(OSError):
        if path.is_symlink() and not isinstance(error, PermissionError):
            return _("the link leads nowhere")
    return reason_of(error)
