"""A process that has no versusdb, as the preload of a Dask scheduler or worker."""

from __future__ import annotations

import sys

sys.modules["versusdb"] = None  # type: ignore[assignment] # for Python, that it is not there
