"""Command: ``python -m versusdb``."""

from versusdb.frame import main

if __name__ == "__main__":
    main()
