"""The workbook that compares two rounds: one module a sheet, `book.py` puts them together."""
