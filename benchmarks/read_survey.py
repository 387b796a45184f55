"""The peer of the survey: python-calamine alone reads all rows of one sheet.

python benchmarks/read_survey.py SURVEY.xlsx
"""

import sys

from python_calamine import CalamineWorkbook


def main(path: str) -> None:
    rows = 0
    for _row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows():
        rows += 1
    print(rows, "rows")


if __name__ == "__main__":
    main(sys.argv[1])
