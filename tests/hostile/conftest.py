"""What the hostile files are made by is imported by name: `traps.archives`."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
