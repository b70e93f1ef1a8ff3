"""Bench: write the section on starting the command into docs/benchmarks.md, or print it.

``make bench-start``, or ``python -m bench.start --turns 21 --print`` for a look. The limit is to
start Python and import click, without which there is no command.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

from bench.report import describe_run, put_section, write_table
from bench.timing import Timing

TURNS = 41
WARM_UP = 3
MOST = 1.5
LIMIT = (sys.executable, "-c", "import click")
SCRIPT = str(Path(sys.executable).with_name("versusdb"))
# The first is the one that is judged.
COMMANDS = {
    "versusdb --help": (SCRIPT, "--help"),
    "versusdb --version": (SCRIPT, "--version"),
    "versusdb ingest --help": (SCRIPT, "ingest", "--help"),
    "python -m versusdb --help": (sys.executable, "-m", "versusdb", "--help"),
}
# Python reads what it has compiled before, as it does for an operator.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
TEXT = """\
## Starting the command

```
make bench-start
```

What prints a help or the version, each in a process of its own, against
`python -c 'import click'`: the console script that pip installs, and the module. Each has the limit
before and after it, and a ratio is taken there and then; what stands here is the median of
{turns}, and the middle half of the turns lies between the two in brackets. No help loads what only
the work of a command needs.

{table}

Wanted: `{first}` by the wall at most {most} times the limit. {verdict}"""


class Start(Struct, frozen=True):
    """What starting one command took, by the wall and of the CPU."""

    wall: Timing
    cpu: Timing


class _Turn(Struct, frozen=True):
    """Milliseconds."""

    wall: float
    cpu: float


def main() -> int:
    """Measure, then write the section or print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS, help="(%(default)s)")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    found = time_starts(COMMANDS, options.turns)
    text = f"{write_section(found)}\n\n{describe_run('versusdb', 'click')}"
    if options.print:
        print(text)
    else:
        put_section("bench-start", text)
        print("wrote docs/benchmarks.md", file=sys.stderr)
    return 0


def time_starts(commands: Mapping[str, Sequence[str]], turns: int) -> dict[str, Start]:
    """Return what each command and, under the empty name, the limit took in so many turns."""
    for _ in range(WARM_UP):
        for command in (LIMIT, *commands.values()):
            _start(command)
    taken: dict[str, list[_Turn]] = {name: [] for name in commands}
    around: dict[str, list[_Turn]] = {name: [] for name in commands}
    limits = [_start(LIMIT)]
    for _ in range(turns):
        for name, command in commands.items():
            taken[name].append(_start(command))
            limits.append(_start(LIMIT))
            before, after = limits[-2:]
            around[name].append(_Turn((before.wall + after.wall) / 2, (before.cpu + after.cpu) / 2))
    middle = _Turn(median(turn.wall for turn in limits), median(turn.cpu for turn in limits))
    starts = {name: _compare(taken[name], around[name]) for name in commands}
    return {"": _compare(limits, [middle] * len(limits))} | starts


def _start(command: Sequence[str]) -> _Turn:
    """Run a command in a process of its own, to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench.start: {' '.join(command)} ended with status {process.returncode}")
    return _Turn(1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime))


def _compare(turns: Sequence[_Turn], limits: Sequence[_Turn]) -> Start:
    pairs = list(zip(turns, limits, strict=True))
    return Start(
        Timing(tuple(a.wall / b.wall for a, b in pairs), tuple(turn.wall for turn in turns)),
        Timing(tuple(a.cpu / b.cpu for a, b in pairs), tuple(turn.cpu for turn in turns)),
    )


def write_section(found: Mapping[str, Start]) -> str:
    """Return the section: one row a command, the limit last."""
    names = [name for name in found if name]
    rows = [
        [f"`{name}`", _show(found[name].wall), _show(found[name].cpu), *_show_ms(found[name])]
        for name in names
    ]
    rows.append(["`python -c 'import click'`", "1", "1", *_show_ms(found[""])])
    head = ["against `import click`", "ratio, wall", "ratio, CPU", "wall ms", "CPU ms"]
    first = found[names[0]].wall
    return TEXT.format(
        turns=len(first.ratios),
        table=write_table(head, rows),
        first=names[0],
        most=MOST,
        verdict="Met." if first.ratio <= MOST else "Missed.",
    )


def _show(timing: Timing) -> str:
    low, high = timing.middle
    return f"{timing.ratio:.2f} ({low:.2f}–{high:.2f})"


def _show_ms(start: Start) -> tuple[str, str]:
    wall, cpu = median(start.wall.milliseconds), median(start.cpu.milliseconds)
    return f"{wall:.1f}", f"{cpu:.1f}"


if __name__ == "__main__":
    sys.exit(main())
