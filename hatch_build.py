"""Build hook: compiles the gettext catalogues, so that the wheel carries them ready to use."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):
    """Turn every `jdgap.po` into the `jdgap.mo` beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Run before the files are collected, in editable installs too."""
        for source in Path(self.root, "src/jdgap/locale").glob("*/LC_MESSAGES/jdgap.po"):
            with source.open("rb") as lines:
                catalogue = read_po(lines)
            with source.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalogue)
