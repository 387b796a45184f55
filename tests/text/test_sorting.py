from jdgap.text.sorting import natural_key


def test_numbers_count_as_numbers():
    """S-9 comes before S-10, and a number before what goes on after it."""
    ids = ["S-10", "S-9", "", "A-100", "S-9a", "9", "10", "S-09"]
    assert sorted(ids, key=natural_key) == ["", "9", "10", "A-100", "S-09", "S-9", "S-9a", "S-10"]
