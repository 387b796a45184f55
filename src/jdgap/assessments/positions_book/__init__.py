"""The positions workbook: an organisation's whole book as sheets that HR can edit."""
