"""How a run ends: the exit codes, and the errors that end it early."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit code says."""

    DONE = 0
    """All input was read and used."""
    INPUT_ERROR = 1
    """Some input had an error; the results of the rest are there."""
    USAGE = 2
    """The command was used wrongly."""
    NOTHING_DONE = 3
    """Nothing could be assessed, or the run could not be done."""
    SHORTFALL = 4
    """With --fail-on-gap: somebody is below a required level."""


class StoppedError(Exception):
    """The run cannot go on; the message is for the user.

    Attributes:
        code: The exit code to leave with.
    """

    def __init__(self, message: str, code: ExitCode = ExitCode.NOTHING_DONE) -> None:
        super().__init__(message)
        self.code = code
