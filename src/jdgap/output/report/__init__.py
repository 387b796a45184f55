"""The report workbook of a round: one module a sheet, in the order of `book.write_report`."""
