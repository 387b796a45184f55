"""Thai and English text: comparing names, breaking lines, dates, and the user's language."""
