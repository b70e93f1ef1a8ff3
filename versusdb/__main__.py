"""Command: ``python -m versusdb``."""

from versusdb.cli import main

if __name__ == "__main__":
    main()
