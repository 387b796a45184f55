"""One call for each command: reading, comparing, and accounting for every input."""

from jdgap.workflows.check import Checked, check_files

__all__ = ["Checked", "check_files"]
