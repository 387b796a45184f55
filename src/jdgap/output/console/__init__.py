"""What a person reads on the terminal: gaps, positions and problems as tables.

Everything takes the console of `make_console`. Text from files and books is shown literally,
and Thai breaks between words.
"""
