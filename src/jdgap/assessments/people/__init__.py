"""Layouts 4 and 5: a table of many people, long or wide."""
