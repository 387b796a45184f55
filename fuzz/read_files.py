"""Reads damaged files for a while and tells whether anything was promised in vain.

    python fuzz/read_files.py --seconds 60 [--seed N] [--keep DIR]

Ends with 1 where something was found.
"""

import argparse
import json
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final

from archives import damaged_archive, damaged_bytes, damaged_xml
from cells import damaged_cells
from good_files import GoodFile, good_files
from promises import check_round
from watched import Outcome, Watched

from jdgap.assessments.opening import limits
from jdgap.output.round_records import round_document
from jdgap.positions import Book, load_book
from jdgap.workflows.round import RoundRules, assess_round

_BATCH: Final = 48
"""So many damaged files are read one by one, and then once more as one round."""
_START_SECONDS: Final = 60
"""What a round may take besides the files that are slow or deadly."""
_EACH_SLOW: Final = limits.SECONDS + 5
_DOUBTFUL: Final = frozenset({"died", "slow", "panic", "memory"})
"""What may become of a reader; in a round such a file is a problem, and the others are unharmed."""
_KEPT_OF_A_KIND: Final = 3


class Session:
    """One run.

    Args:
        seed: Gives the same files again.
        keep: Where a file goes with which something was found.
    """

    def __init__(self, seed: int, keep: Path) -> None:
        self.seed, self.keep = seed, keep
        self.book = load_book()
        self.good = good_files()
        self.child = Watched(self.book)
        self.number = 0
        self.words: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.ways: Counter[str] = Counter()
        self.finds: Counter[str] = Counter()
        self.slowest = 0.0

    def batch(self, folder: Path) -> None:
        """Damage some files, and read them one by one and together."""
        sound: list[Path] = []
        doubtful: list[Path] = []
        for _ in range(_BATCH):
            path = self._damaged(folder)
            outcome = self.child.read(path)
            self._count(outcome)
            if outcome.word == "broken":
                self._found([path], outcome.why)
            else:
                (doubtful if outcome.word in _DOUBTFUL else sound).append(path)
        self._as_round(sound, _START_SECONDS)
        if doubtful:
            paths = [*sound[: _BATCH // 4], *doubtful]
            self._as_round(paths, _START_SECONDS + len(doubtful) * _EACH_SLOW, doubtful)

    def _damaged(self, folder: Path) -> Path:
        self.number += 1
        chance = Random(f"{self.seed}/{self.number}")
        one, other = chance.choice(self.good), chance.choice(self.good)
        way, content = _damage(chance, one, other)
        self.ways[way] += 1
        path = folder / f"{self.seed}-{self.number}-{way}{Path(one.name).suffix}"
        path.write_bytes(content[: limits.FILE_BYTES + 1])
        return path

    def _count(self, outcome: Outcome) -> None:
        self.words[outcome.word] += 1
        self.codes += outcome.codes
        self.slowest = max(self.slowest, outcome.seconds)

    def _as_round(
        self, paths: list[Path], seconds: float, suspects: Sequence[Path] | None = None
    ) -> None:
        """Read the files as one round, with good ones among them.

        Args:
            paths: The damaged files.
            seconds: What this may take.
            suspects: What is kept where something is found; None keeps all of them.
        """
        kept = paths if suspects is None else suspects
        controls = _controls(paths[0].parent)
        alone = _people(controls, self.book)
        started = time.monotonic()
        try:
            together = _people([*controls, *paths], self.book)
        except Exception:  # noqa: BLE001 (whatever it is, it is a find)
            self._found(kept, traceback.format_exc())
            return
        if any(each not in together for each in alone) or len(alone) != len(controls):
            self._found(kept, "a good file is not read as it is alone")
        if time.monotonic() - started > seconds:
            self._found(kept, f"a round took longer than {seconds:.0f} s")

    def _found(self, paths: Sequence[Path], why: str) -> None:
        """Keep the files with which something was found, the first times it was."""
        last = why.strip().splitlines()[-1].partition(str(paths[0].parent))[0]
        self.finds[last] += 1
        if self.finds[last] > _KEPT_OF_A_KIND:
            return
        self.keep.mkdir(parents=True, exist_ok=True)
        for path in paths:
            (self.keep / path.name).write_bytes(path.read_bytes())
        (self.keep / f"{paths[0].stem}.txt").write_text(why, encoding="utf-8")

    def told(self, seconds: float) -> str:
        """Return what was seen."""
        lines = [
            f"seed {self.seed}",
            f"files: {self.number} in {seconds:.0f} s, {self.number / seconds:.0f} a second",
            f"damaged: {_counts(self.ways)}",
            f"outcomes: {_counts(self.words)}",
            f"problems: {_counts(self.codes)}",
            f"slowest {self.slowest:.1f} s, most memory {self.child.most_bytes // 1_000_000} MB",
            *(f"FOUND {times} times: {what}" for what, times in self.finds.items()),
        ]
        return "\n".join(lines)


def _damage(chance: Random, one: GoodFile, other: GoodFile) -> tuple[str, bytes]:
    """Return in which way a file was damaged, and its bytes."""
    if one.sheets and chance.random() < 0.5:
        grid = [list(row) for row in chance.choice(one.sheets)]
        more = [list(row) for row in chance.choice(other.sheets)] if other.sheets else []
        return "cells", damaged_cells(chance, grid, more)
    ways: dict[str, Callable[[Random, bytes, bytes], bytes]] = {
        "bytes": damaged_bytes,
        "archive": damaged_archive,
        "xml": damaged_xml,
    }
    way = chance.choice(("bytes", "archive", "xml", "xml"))
    return way, ways[way](chance, one.content, other.content)


def _controls(folder: Path) -> list[Path]:
    """Write two good answers of people who stand in no other file."""
    rows = "รหัสพนักงาน,ชื่อ-สกุล,ตำแหน่ง,การบริการด้วยใจ,ความสามัคคี\nZ-{0},ทดสอบ {0},ผู้จัดการ,3,4\n"
    paths = [folder / f"control-{number}.csv" for number in (1, 2)]
    for number, path in enumerate(paths, start=1):
        path.write_text(rows.format(number), encoding="utf-8")
    return paths


def _people(paths: list[Path], book: Book) -> list[object]:
    """Return the people of the round that files are, as programs get them."""
    result = assess_round(paths, book, RoundRules(round="2569"))
    check_round(result, paths)
    document = round_document(book, result)
    json.dumps(document, allow_nan=False, ensure_ascii=False).encode()
    people: list[object] = document["people"]
    return people


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in counts.most_common()) or "none"


def main() -> int:
    """Run for the time that was asked for; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir(), "jdgap-finds"))
    asked = parser.parse_args()
    session = Session(asked.seed, asked.keep)
    started = time.monotonic()
    while time.monotonic() - started < asked.seconds:
        with tempfile.TemporaryDirectory() as folder:
            session.batch(Path(folder))
    session.child.stop()
    print(session.told(time.monotonic() - started))
    return 1 if session.finds else 0


if __name__ == "__main__":
    raise SystemExit(main())
