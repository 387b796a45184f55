"""People in words: how many something is about, and who somebody is."""

from jdgap.text.language import translate_count


def people_in_words(count: int) -> str:
    """Return a number of people with their noun, such as `1 person` or `1,200 people`."""
    return translate_count("{count} person", "{count} people", count).format(count=f"{count:,}")


def id_and_name(employee_id: str, name: str) -> str:
    """Return who somebody is, once where the id stands for the name; "" where nothing is known."""
    return " ".join(dict.fromkeys(word for word in (employee_id, name) if word))
