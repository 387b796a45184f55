"""Saving a file whole or not at all."""

import os
import secrets
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:  # reports are written without openpyxl, which takes long to import
    from openpyxl import Workbook


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise when `path` is taken; for asking before the work is done.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
    """
    if not force and (path.exists() or path.is_symlink()):
        raise FileExistsError(str(path))


def save_whole(path: Path, write: Callable[[BinaryIO], object], *, force: bool = False) -> None:
    """Save what `write` writes: to a temporary file beside `path`, which is moved into place.

    Whatever fails, no temporary file stays behind and an existing target is untouched.

    Args:
        path: The file to make.
        write: Fills the stream that it is given, which is in memory: a writer of zip files whose
            disk is full fails again when it is put away, and Python prints that.
        force: Replace an existing file.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    refuse_existing(path, force=force)
    content = _content(write)
    # A short name: a long Thai file name with more put before it would pass 255 bytes.
    draft = path.parent / f".jdgap-{secrets.token_hex(6)}.tmp"
    try:
        with draft.open("xb") as file:
            file.write(content.getbuffer())
        refuse_existing(path, force=force)
        os.replace(draft, path)  # noqa: PTH105 - the name that people know as atomic
    finally:
        draft.unlink(missing_ok=True)


def _content(write: Callable[[BinaryIO], object]) -> BytesIO:
    content = BytesIO()
    try:
        write(content)
    except Exception as error:
        # XlsxWriter, too, has temporary files, and wraps what the system says of them.
        said = error.args[0] if error.args else None
        if isinstance(said, OSError):
            raise said from error
        raise
    return content


def save_workbook(workbook: "Workbook", path: Path, *, force: bool = False) -> None:
    """Save `workbook` at `path`, whole or not at all.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    save_whole(path, workbook.save, force=force)
