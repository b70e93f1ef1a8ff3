"""Measure what docs/dependencies.md says of each dependency.

Prints one line each: the locked version, the size of its own installed files and of those with
everything that it brings (without compiled Python files), the day of its last release, and its
licence as it states it. Sizes and licences are read from the environment; the days come from
the package index, which uv asks, so this needs uv and the network.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
MEGABYTE = 1_000_000


def main() -> None:
    """Print the figures of all declared dependencies, those of the command first."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    run = [bare(name) for name in project["project"]["dependencies"]]
    extras = project["project"]["optional-dependencies"].values()
    extra = [bare(name) for names in extras for name in names]
    dev, bench = (
        [bare(name) for name in project["dependency-groups"][group]] for group in ("dev", "bench")
    )
    released = release_days(run + extra + dev + bench)
    print(f"{'':21}{'version':16}{'MB':>7}{'with all':>10}{'others':>8}  last release  licence")
    for name in [*sorted(run), *sorted(extra), *sorted(dev), *sorted(bench)]:
        brought = closure(name)
        whole = sum(size(each) for each in brought)
        print(
            f"{name:21}{distribution(name).version:16}"
            f"{size(name) / MEGABYTE:7.2f}{whole / MEGABYTE:10.2f}{len(brought) - 1:8}"
            f"  {released[name]:12}  {licence(name)}"
        )
    kinds = {
        "to run": run,
        "to run with extras": run + extra,
        "to check as well": run + extra + dev,
        "to run the benchmarks": run + bench,
    }
    for title, names in kinds.items():
        every = set().union(*(closure(name) for name in names))
        total = sum(size(each) for each in every) / MEGABYTE
        print(f"{title}: {len(every)} distributions, {total:.0f} MB")


def bare(requirement: str) -> str:
    """Return the normal form of the distribution's name that a requirement begins with."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9._-]", requirement)[0]).lower()


def size(name: str) -> int:
    """Return the bytes of a distribution's installed files."""
    files = (file.locate() for file in distribution(name).files or () if file.suffix != ".pyc")
    return sum(Path(str(file)).stat().st_size for file in files if Path(str(file)).is_file())


def closure(name: str) -> set[str]:
    """Return a distribution with all installed ones that it needs, extras aside."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each in found or not is_installed(each):
            continue
        found.add(each)
        needs = distribution(each).requires or ()
        waiting += [bare(need) for need in needs if "extra ==" not in need]
    return found


def is_installed(name: str) -> bool:
    """Tell whether the environment holds a distribution."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def licence(name: str) -> str:
    """Return the licence that a distribution states: an expression, else a field, else a class."""
    metadata = distribution(name).metadata
    classes = [value for value in metadata.get_all("Classifier") or () if "License ::" in value]
    stated = [*(metadata[key] for key in ("License-Expression", "License") if key in metadata)]
    first = next(filter(None, [*stated, *classes]), "not stated")
    return first.strip().partition("\n")[0].rpartition(" :: ")[2]


def release_days(names: list[str]) -> dict[str, str]:
    """Return the day on which the newest release of each distribution was uploaded."""
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    with tempfile.TemporaryDirectory() as folder:
        lines = ["[project]", 'name = "x"', 'version = "0"', 'requires-python = ">=3.11"']
        Path(folder, "pyproject.toml").write_text(
            "\n".join([*lines, f"dependencies = {names}"]), encoding="utf-8"
        )
        subprocess.run([uv, "lock", "--quiet", "--no-cache"], cwd=folder, check=True)
        packages = tomllib.loads(Path(folder, "uv.lock").read_text(encoding="utf-8"))["package"]
    days: dict[str, str] = {}
    for package in packages:
        files = [*package.get("wheels", ()), *filter(None, [package.get("sdist")])]
        times = [str(file["upload-time"])[:10] for file in files if "upload-time" in file]
        days[package["name"]] = min(times, default="?")
    return days


if __name__ == "__main__":
    main()
