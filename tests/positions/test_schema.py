"""The JSON Schema of positions files."""

import json
from pathlib import Path

from jdgap.positions.schema import positions_schema

ROOT = Path(__file__).parents[2]


def resolved(schema, part):
    return schema["$defs"][part["$ref"].split("/")[-1]] if "$ref" in part else part


def follow(schema, part, value):
    """Assert that the keys and kinds of `value` are those of the schema."""
    part = resolved(schema, part)
    if isinstance(value, dict) and "properties" in part:
        assert set(part.get("required", ())) <= set(value) <= set(part["properties"])
        for key, inside in value.items():
            follow(schema, part["properties"][key], inside)
    elif isinstance(value, list):
        assert len(value) >= part.get("minItems", 0)
        for inside in value:
            follow(schema, part["items"], inside)


def test_the_copy_in_docs_is_current():
    copy = json.loads((ROOT / "docs/positions.schema.json").read_text(encoding="utf-8"))
    made = positions_schema()
    if "propertyNames" not in made["$defs"]["Position"]["properties"]["required"]:
        # The oldest versions of pydantic say nothing of the keys; newer ones wrote the copy.
        del copy["$defs"]["Position"]["properties"]["required"]["propertyNames"]
    assert copy == made


def test_the_bundled_positions_follow_it():
    document = json.loads((ROOT / "data/positions.json").read_text(encoding="utf-8"))
    follow(positions_schema(), positions_schema(), document)


def test_parts_are_described():
    for part in positions_schema()["$defs"].values():
        assert part["description"]
        assert "Attributes" not in part["description"]
