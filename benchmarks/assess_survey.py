"""Reads and assesses a survey with the library: every gap and every total.

python benchmarks/assess_survey.py SURVEY.xlsx RESULT.json
"""

import json
import sys
from pathlib import Path

from jdgap import load_book
from jdgap.workflows.round import assess_round


def main(survey: Path, result: Path) -> None:
    assessed = assess_round([survey], load_book())
    people = assessed.people
    if not people:  # such as a file that took too long; its time is no time to compare
        raise RuntimeError([problem.code for problem in assessed.problems])
    total = sum(person.totals.shortfall for person in people)
    result.write_text(json.dumps({"people": len(people), "shortfall": total}), encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
