"""The scripts of `examples/` import each other by name, as a script's folder is searched."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "examples"))
