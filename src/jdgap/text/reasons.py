"""Why the system would not read or write something, in words of ours."""

import errno
from typing import Final

from jdgap.text.language import mark as _

_NOT_ALLOWED: Final = _("it is not allowed; if it is open in Excel, close it there")
_NO_SPACE: Final = _("the disk is full")

_REASONS: Final = {
    errno.ENOENT: _("there is no such file or folder"),
    errno.ENOTDIR: _("what should be a folder is a file"),
    errno.EISDIR: _("it is a folder"),
    errno.ENAMETOOLONG: _("the name is too long"),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EBUSY: _("another program is using it"),
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EFBIG: _("the disk takes no file of this size"),
    errno.EROFS: _("the disk is read-only"),
    errno.EIO: _("the disk, or the connection to it, failed"),
    errno.ELOOP: _("links lead in a circle"),
    errno.EMFILE: _("too many files are open"),
    errno.ENFILE: _("too many files are open"),
}
"""The most frequent reasons."""


def reason_of(error: OSError) -> str:
    """Return the reason: English of ours, translated late, or else what the system says."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
