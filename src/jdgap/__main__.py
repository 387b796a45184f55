"""`python -m jdgap` is the same as `jdgap`."""

from jdgap.cli import main

if __name__ == "__main__":  # a spawned worker imports this file again
    main()
