"""Excel workbooks that people fill in or sign: the self-assessment form and the gap sheet.

A printed page is a record (`page`), drawn by `openpyxl_page` or `xlsxwriter_page`.
"""
