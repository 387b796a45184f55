"""One hostile thing in a folder: how it is made, and what is right to say of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """A file (or what stands where a file should be) that nobody should trust.

    Attributes:
        name: What it is called in its folder; no two cases share one.
        how: What is wrong with it, in words.
        make: Makes it at a path.
        codes: The kinds of problem that are right for it.
        employee: Whose answer it holds, where it may count. At least one of the codes is to be
            told, or this answer is to count.
        inside: Where its problem is told, below its own path; "" for the path itself.
    """

    name: str
    how: str
    make: Callable[[Path], object]
    codes: frozenset[str] = frozenset()
    employee: str = ""
    inside: str = ""


def bad(name: str, how: str, make: Callable[[Path], object], *codes: str, inside: str = "") -> Case:
    """Something of which one of `codes` is to be told."""
    return Case(name, how, make, frozenset(codes), inside=inside)


def odd(name: str, how: str, make: Callable[[Path], object], employee: str) -> Case:
    """Something that only looks hostile: the answer of `employee` in it counts."""
    return Case(name, how, make, employee=employee)


def either(name: str, how: str, make: Callable[[Path], object], employee: str, *codes: str) -> Case:
    """Something of which one of `codes` may be told, or the answer of `employee` counts."""
    return Case(name, how, make, frozenset(codes), employee)


def holding(content: bytes) -> Callable[[Path], object]:
    """Make a file of these bytes."""
    return lambda path: path.write_bytes(content)
