"""Reports of jdgap read back: a round of an earlier year as it was counted then."""
