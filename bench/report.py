"""Bench: the tables of docs/benchmarks.md, each in a section that its own command writes."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

DISTURBED = 0.1
DOCUMENT = Path(__file__).parent.parent / "docs" / "benchmarks.md"
HEAD = """\
# Benchmarks

Each section is written by the command that stands in it: it makes its input from a seed, runs
versusdb, its peers and the limit in turns, and checks that all of them did the same job. The
machines are shared: ratios hold, milliseconds drift. *Other work* is all that the machine and its
host did beside the bench, as a share of the cores' time; beyond a tenth, a run was disturbed.

Where a table says where the time goes, pyinstrument has looked at one thread every half
millisecond, and counted the time to the innermost part that it was in. To be looked at makes small
calls dearer: the shares are rough.
"""


def write_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown: the first column is text, the others are figures."""
    rules = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rows))


def judge(is_met: bool) -> str:
    """Return the word on what was wanted."""
    return "Met." if is_met else "Missed."


def describe_run(*distributions: str) -> str:
    """Return the day, the machine, what else it did meanwhile, and the versions, as a sentence."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    versions = ", ".join(f"{name} {version(name)}" for name in distributions)
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d}: {_name_processor()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}; {python}, {versions}. {_tell_others()}"
    )


def _tell_others() -> str:
    """Say how much of the cores was taken by others, of this machine and of its host."""
    (others, whole), (others_before, whole_before) = _read_others(), _BEGUN
    if whole <= whole_before:
        return ""
    share = max(others - others_before, 0) / (whole - whole_before)
    word = "Disturbed: other" if share > DISTURBED else "Other"
    return f"{word} work took {share:.0%} of the cores meanwhile."


def _read_others() -> tuple[float, float]:
    """Return the CPU seconds of all but this process and its children, and those there were."""
    try:
        line = Path("/proc/stat").read_text("ascii").splitlines()[0]
    except FileNotFoundError:
        return 0, 0
    user, nice, system, idle, waiting, *interrupts, stolen = (
        int(ticks) / os.sysconf("SC_CLK_TCK") for ticks in line.split()[1:9]
    )
    busy = user + nice + system + sum(interrupts) + stolen
    return busy - sum(os.times()[:4]), busy + idle + waiting


def put_section(name: str, content: str, document: Path = DOCUMENT) -> None:
    """Write a section of the document in the place of its last writing, else at the end."""
    old = document.read_text(encoding="utf-8") if document.exists() else HEAD
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    section = f"{begin}\n{content.strip()}\n{end}\n"
    place = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}\n", re.DOTALL)
    new, is_there = place.subn(lambda _: section, old)
    text = new if is_there else f"{old.rstrip()}\n\n{section}"
    document.write_text(text, encoding="utf-8")


def _name_processor() -> str:
    """Return the processor's name where Linux tells it."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except FileNotFoundError:
        text = ""
    found = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return found[1].strip() if found else platform.processor() or platform.machine()


_BEGUN = _read_others()
