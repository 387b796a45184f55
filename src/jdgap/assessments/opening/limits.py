"""What an untrusted file may cost, in one place. A bound that is met is a problem, never a cut.

Source: 1,965 real and hostile files were read inside these bounds without a crash or a hang.
"""

from typing import Final

MEBIBYTE: Final = 1024 * 1024

FILE_BYTES: Final = 20 * MEBIBYTE
"""A filled-in form is some 20 KB; a survey of 10,000 people some 5 MB. The user may allow more."""

ZIP_PARTS: Final = 10_000
"""A report of jdgap with a sheet and a chart for each of 1,000 employees has some 5,000."""
ZIP_PART_BYTES: Final = 128 * MEBIBYTE
ZIP_TOTAL_BYTES: Final = 192 * MEBIBYTE
"""The sheet of a survey of 100,000 people and 20 questions unpacks to 60 to 110 MB."""
ZIP_INFLATION: Final = 100
"""Unpacked size to packed size; XML of a real workbook is packed some 10 to 30 times smaller."""
ZIP_INFLATION_FROM_BYTES: Final = 100 * 1024
"""Smaller parts are not weighed: a short run of equal bytes is packed well and harms nobody."""

ROWS: Final = 100_100
"""A survey of 100,000 answers, below a few lines of heading."""
COLUMNS: Final = 1_024
MERGED_CELLS: Final = 500_000
"""Cells inside the filled part of a sheet that are merged; overlapping ones count each time."""
CELL_CHARACTERS: Final = 32_767
"""What a cell of Excel holds; more in a table of text is a quotation mark that is never closed."""

SECONDS: Final = 15
"""For one file, in its worker; the slowest honest file that was tried took 2."""
WORKER_BYTES: Final = 1024 * MEBIBYTE
"""What a worker may add to the address space that it starts with, where the system can limit it
(not on Windows)."""
