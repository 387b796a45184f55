"""The list of staff, and what it adds to answers."""
