"""How many people something is about, in words."""

from jdgap.text.language import translate_count


def people_in_words(count: int) -> str:
    """Return a number of people with their noun, such as `1 person` or `1,200 people`."""
    return translate_count("{count} person", "{count} people", count).format(count=f"{count:,}")
