"""The profiles of the benches count each moment once, to a part that is there."""

from __future__ import annotations

import ast
import json
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

import pytest

from bench import publishing
from bench.load import profiling as load
from bench.pages import write_page
from bench.parse import profiling as parse
from bench.profiling import (
    IS_INSTALLED,
    REST,
    Part,
    find_part,
    profile_call,
    profile_command,
    share_samples,
    sum_shares,
    write_profiles,
)
from bench.publishing import profile_publishing
from bench.resolve import profiling as resolve
from bench.serve import profiling as serve
from tests.published import make_database

PATHS: dict[str, Sequence[Part]] = {
    "parse": parse.PARTS, "load": load.PARTS, "resolve": resolve.PARTS,
    "publish": publishing.PARTS, "serve": serve.PARTS,
}  # fmt: skip
INNER, OUTER = Part("inner", ("a.b", "c:one")), Part("outer", ("a", "c"))
needs_pyinstrument = pytest.mark.skipif(
    not IS_INSTALLED, reason="only `make bench-…` installs pyinstrument"
)


@pytest.mark.parametrize("path", PATHS)
def test_parts_are_there(path: str) -> None:
    """Every place that a part names exists: one that was renamed would count as the rest."""
    assert len(PATHS[path]) <= 8
    places = [place for part in PATHS[path] for place in part.places if place[0] != "<"]
    for place in places:
        module, _, function = place.partition(":")
        found = find_spec(module)
        assert found is not None, place
        assert not function or function in list_functions(found), place


def list_functions(module: ModuleSpec) -> set[str]:
    """Return the names of all functions of a module, those within others, too."""
    tree = ast.parse(Path(module.origin or "").read_bytes())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_a_moment_counts_to_its_innermost_part() -> None:
    """What a part calls is its own, unless it is another part's; all shares make one."""
    samples = [
        (["x:main", "a:f", "a.b.d:g", "y:h"], 2.0),
        (["x:main", "a.b:f", "a:g"], 3.0),
        (["x:main", "c:one", "<built-in>:len"], 1.0),
        (["x:main", "c:other"], 1.0),
        (["x:main", "y:h"], 3.0),
    ]
    shares = share_samples(samples, [INNER, OUTER])
    assert shares == pytest.approx({"inner": 0.3, "outer": 0.4, REST: 0.3})
    assert sum_shares(shares, INNER, OUTER) == "70%"


@pytest.mark.parametrize(
    ("place", "part"),
    [("a.b:f", "inner"), ("a.b.c:f", "inner"), ("a.bc:f", "outer"), ("ab:f", None),
     ("c:one", "inner"), ("c:ones", "outer"), ("c.one:f", "outer")],
)  # fmt: skip
def test_a_place_is_a_whole_name(place: str, part: str | None) -> None:
    """A module is no beginning of another's name, and a function none of another's."""
    assert find_part(place, [INNER, OUTER]) == part


def test_the_table_begins_with_the_largest() -> None:
    """Parts are in the order of their shares on the first path, and the rest is last."""
    text = write_profiles(
        {"tool": {"a": 0.1, "b": 0.3, REST: 0.6}, "search": {"a": 1.0, "b": 0.0, REST: 0.0}}, "So."
    )
    assert text.splitlines()[2:] == [
        "| b | 30% | 0% |", "| a | 10% | 100% |", f"| {REST} | 60% | 0% |", "", "So.",
    ]  # fmt: skip


@needs_pyinstrument
def test_a_call_is_told_apart() -> None:
    """Time in a library, and in what is built in, goes to the parts that name them."""
    text = json.dumps([{"number": number} for number in range(100)], indent=1)
    parts = [Part("json", ("json",)), Part("sorting", ("<built-in>:sorted",))]
    numbers = list(range(50_000, 0, -1)) * 4

    def work() -> None:
        for _ in range(30):
            sorted(numbers)
        for _ in range(300):
            json.dumps(json.loads(text), indent=1)

    shares = profile_call(work, parts)
    assert shares["json"] > 0.1
    assert shares["sorting"] > 0.1
    assert shares[REST] < 0.2
    assert sum(shares.values()) == pytest.approx(1)


@needs_pyinstrument
def test_a_command_is_told_apart(tmp_path: Path) -> None:
    """A command line runs in a process and a folder of its own, and leaves nothing there."""
    shares = profile_command(["--version"], tmp_path, [publishing.START])
    assert shares[publishing.START.name] > 0.2
    assert list(tmp_path.iterdir()) == []


@needs_pyinstrument
def test_paths_go_by_their_parts(tmp_path: Path) -> None:
    """Of each path that takes no server, little is in none of its parts."""
    database = make_database(tmp_path)
    for text in (
        parse.profile_reading(write_page(30_000), 100),
        load.profile_loading(100),
        resolve.profile_resolving(300),
        profile_publishing(database),
    ):
        (rest,) = [line for line in text.splitlines() if line.startswith(f"| {REST} |")]
        assert int(rest.split()[-2].rstrip("%")) < 15, text
