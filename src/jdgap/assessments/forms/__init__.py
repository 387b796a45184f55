"""Layouts 1 to 3: a sheet about one employee, competencies down a column."""
