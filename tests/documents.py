"""Positions as plain documents, with something else in one place."""


def put_at(document, path, value):
    """Put a value at a path of a document; `...` takes away what stands there."""
    here = document
    for step in path[:-1]:
        here = here[step]
    if value is ...:
        del here[path[-1]]
    else:
        here[path[-1]] = value
