"""Saving a file whole or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, BinaryIO, Final

from jdgap.text.language import translate as _

if TYPE_CHECKING:  # reports are written without openpyxl, which takes long to import
    from openpyxl import Workbook

_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise when `path` is taken; for asking before the work is done.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
    """
    if not force and (path.exists() or path.is_symlink()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def save_whole(path: Path, write: Callable[[BinaryIO], object], *, force: bool = False) -> None:
    """Save what `write` writes: to a temporary file beside `path`, which is moved into place.

    Whatever fails, no temporary file stays behind and an existing target is untouched. What takes
    the place of a file may be read by those who might read that one; a link is replaced, and not
    what it leads to.

    Args:
        path: The file to make.
        write: Fills the stream that it is given, which is in memory: a writer of zip files whose
            disk is full fails again when it is put away, and Python prints that.
        force: Replace an existing file.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written, or there is no room for temporary
            files.
    """
    refuse_existing(path, force=force)
    content = _content(write)
    mode = _mode(path)
    # A short name: a long Thai file name with more put before it would pass 255 bytes.
    draft = path.parent / f".jdgap-{secrets.token_hex(6)}.tmp"
    try:
        with draft.open("xb") as file:
            if mode is not None:
                with suppress(OSError):  # a disk that knows no such thing
                    draft.chmod(mode)  # before there is anything to read in it
            file.write(content.getbuffer())
            if mode is not None:
                # Power that fails must not cost the old file; a new one can be made again.
                file.flush()
                os.fsync(file.fileno())
        refuse_existing(path, force=force)
        os.replace(draft, path)  # noqa: PTH105 - the name that people know as atomic
    except BaseException:
        with suppress(OSError):  # what went wrong first is what is told
            draft.chmod(0o600)  # Windows keeps what may only be read, as a target may have been
            draft.unlink()
        raise


def _mode(path: Path) -> int | None:
    """Return who may read and write the file at `path`; None where there is none."""
    try:
        found = path.lstat().st_mode
    except OSError:
        return None
    return found & 0o777 if stat.S_ISREG(found) else None


def _content(write: Callable[[BinaryIO], object]) -> BytesIO:
    content = BytesIO()
    try:
        write(content)
    except OSError as error:
        if error.errno in _NO_ROOM:  # openpyxl has temporary files
            message = _("there is no room for temporary files in {folder}")
            raise OSError(None, message.format(folder=gettempdir())) from error
        raise
    return content


def save_workbook(workbook: "Workbook", path: Path, *, force: bool = False) -> None:
    """Save `workbook` at `path`, whole or not at all.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    save_whole(path, workbook.save, force=force)
