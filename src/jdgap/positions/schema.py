"""The JSON Schema of `positions.json`."""

from typing import Any

from jdgap.positions.model import Book


def positions_schema() -> dict[str, Any]:
    """Return the JSON Schema of a positions file, made of the models that check one.

    The rules between the parts (ids that are used are there, levels are on the scale, reporting
    lines have no loop) are not in it: `jdgap positions validate` checks those, too.
    """
    schema = Book.model_json_schema()
    _tidy(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Positions of an organisation (jdgap)",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def _tidy(part: object) -> None:
    """Take out what Python's models say only to programmers: defaults of None and null itself."""
    if isinstance(part, list):
        for each in part:
            _tidy(each)
    elif isinstance(part, dict):
        if isinstance(part.get("description"), str):
            said = part["description"].split("\n\nAttributes:")[0]
            part["description"] = " ".join(said.split())
        for each in part.values():
            _tidy(each)
