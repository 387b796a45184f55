"""The tests of this folder share `pages.py`, which is imported by name."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
