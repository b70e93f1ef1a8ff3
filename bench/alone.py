"""Bench: a command as one has it who installed nothing but what it needs.

``COMMAND`` runs versusdb's command line, from any folder; with ``-m`` a module of the bench.
sqlite-utils loads pandas and numpy where it finds them, which takes half a second and 90 MB; what
brings them is a peer of some bench.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

# Without this file's own folder, whose modules would hide others.
COMMAND = (sys.executable, "-P", __file__)


def leave_out_peers() -> None:
    """Have this process find neither; to be called before anything of versusdb is imported."""
    sys.modules["pandas"] = sys.modules["numpy"] = None  # type: ignore[assignment]


def main() -> None:
    """Run what the arguments name."""
    leave_out_peers()
    if sys.argv[1:2] == ["-m"]:
        del sys.argv[:2]
        sys.path.insert(0, str(Path(__file__).parent.parent))
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        return
    from versusdb.frame import main as run

    run()


if __name__ == "__main__":
    main()
