"""A process that has no versusdb, as the preload of a Dask scheduler or worker."""

from __future__ import annotations

import sys
from importlib.metadata import Distribution, PackageNotFoundError

_find = Distribution.from_name


def find(name: str) -> Distribution:
    """Find what is installed, but for versusdb."""
    if name == "versusdb":
        raise PackageNotFoundError(name)
    return _find(name)


sys.modules["versusdb"] = None  # type: ignore[assignment] # for Python, that it is not there
Distribution.from_name = staticmethod(find)  # type: ignore[method-assign]
