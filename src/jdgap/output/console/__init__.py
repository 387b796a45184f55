"""What a person reads on the terminal: gaps, positions and problems as tables.

Everything takes the console of `make_console`. Text from files and books is shown literally,
and Thai breaks between words.
"""

from jdgap.output.console.gap_screen import show_people, show_person
from jdgap.output.console.position_screen import show_position, show_positions
from jdgap.output.console.problem_screen import show_problems
from jdgap.output.console.screen import Symbols, make_console
from jdgap.output.console.thai_text import ThaiText

__all__ = [
    "Symbols",
    "ThaiText",
    "make_console",
    "show_people",
    "show_person",
    "show_position",
    "show_positions",
    "show_problems",
]
