"""jdgap against the script that a user would otherwise write, on the same input in the same run.

    python benchmarks/report.py [200] [1000] [10000] [survey] [--runs N] [--part SHARE]

Prints, for each work, the median times, the median of the ratios run by run, and the peak memory of
the largest process. Ends with 1 where an aim is missed, and fails where the results differ.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from measure import Run, in_turn, run
from works import OURS, PEER, WORKS, Work, script

_LINE: Final = "{:44} {:30} {:>9} {:>8} {:>7} {:>8} {:>9} {:>7} {:>8}"
_HEADINGS: Final = (
    *("work", "peer", "jdgap s", "peer s", "ratio", "aim", "jdgap MB", "aim", "peer MB"),
)
_WARMING: Final = 20
"""So many forms or rows are worked on once before the first run that counts."""


def measured(work: Work, runs: int, part: float) -> dict[str, list[Run]]:
    """Make the input, run everything in turn, and see that the results agree."""
    with tempfile.TemporaryDirectory() as name:
        warm, folder = Path(name, "warm"), Path(name, "input")
        for place, size in ((warm, _WARMING), (folder, round(work.size * part))):
            subprocess.run(script(work.maker, place, size), check=True)
        for command in work.commands(warm).values():
            run(command)
        taken = in_turn(work.commands(folder), runs)
        results = (folder / result for result in work.results)
        subprocess.run(script("agreement.py", folder / "expected.json", *results), check=True)
    return taken


def show(work: Work, taken: dict[str, list[Run]]) -> bool:
    """Print the row of a work, and return whether its aims are reached."""
    ours, peers = taken[OURS], taken[PEER]
    pairs = list(zip(ours, peers, strict=True))
    if work.faster < 1:
        ratio = median(our.seconds / peer.seconds for our, peer in pairs)
        reached, aim = ratio <= 1 / work.faster, f"<= {1 / work.faster:g}x"
    else:
        ratio = median(peer.seconds / our.seconds for our, peer in pairs)
        reached, aim = ratio >= work.faster, f">= {work.faster:g}x"
    most = _peak(ours)
    aim_mb = "" if work.most_mb is None else f"<= {work.most_mb}"
    row = (work.title, work.peer, _seconds(ours), _seconds(peers), f"{ratio:.2f}x", aim)
    print(_LINE.format(*row, f"{most:.0f}", aim_mb, f"{_peak(peers):.0f}"))
    for name in sorted(taken.keys() - {OURS, PEER}):  # for information
        row = (f"  {name}", "", _seconds(taken[name]), "", "", "")
        print(_LINE.format(*row, f"{_peak(taken[name]):.0f}", "", ""))
    sys.stdout.flush()
    return reached and (work.most_mb is None or most <= work.most_mb)


def _seconds(runs: list[Run]) -> str:
    return f"{median(each.seconds for each in runs):.2f}"


def _peak(runs: list[Run]) -> float:
    return max(each.peak_mb for each in runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("works", nargs="*", help=f"of {', '.join(WORKS)}; all where none is named")
    parser.add_argument("--runs", type=int, help="how often; each work knows what it needs")
    parser.add_argument(
        "--part", type=float, default=1.0, help="do so much of the work, to try it out"
    )
    options = parser.parse_args()
    unknown = set(options.works) - set(WORKS)
    if unknown:
        parser.error(f"no work is called {', '.join(sorted(unknown))}")
    return options


def main() -> int:
    options = _options()
    print(_LINE.format(*_HEADINGS), flush=True)
    reached = [
        show(work, measured(work, options.runs or work.runs, options.part))
        for name, work in WORKS.items()
        if name in options.works or not options.works
    ]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
