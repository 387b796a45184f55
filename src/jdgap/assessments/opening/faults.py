"""The one exception of reading: this file cannot be used, and why."""

from functools import partial

from jdgap.problems import Place, Problem


class FileFaultError(Exception):
    """A whole file that cannot be used.

    Attributes:
        code: The kind of problem.
        facts: What its message says.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        """Come out of a worker with the facts still named."""
        return partial(FileFaultError, self.code, **self.facts), ()

    def problem(self, file: str) -> Problem:
        """Return the problem that this is for `file`."""
        return Problem(self.code, Place(file), facts=self.facts)
