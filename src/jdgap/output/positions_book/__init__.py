"""The workbook in which an organisation keeps its positions."""
