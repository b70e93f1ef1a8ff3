"""Command: ``resolve`` and ``review``, which entries are one tool, with their options."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import click

from versusdb.choosing import LARGEST_ID
from versusdb.options import Command, db_option, json_option

if TYPE_CHECKING:
    from pathlib import Path

Word: TypeAlias = Literal["same", "different", "unsure"]
MOST_UNDONE = 1000
_AT_ONCE = f"at most {MOST_UNDONE:,} are taken back at once"
_RANGE = re.compile(r"[0-9]+-[0-9]+")
WORDS: tuple[Word, ...] = ("same", "different", "unsure")
DECIDING = (*WORDS, "leave-out", "undo")


class Numbers(click.ParamType):  # type: ignore[type-arg]
    """The number of a decision, or a range such as 2-40, whose last comes first."""

    name = "range"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Sequence[int]:
        """Read one; fail for what is no range, and for one of too many."""
        if not isinstance(value, str):
            return list(value)
        number = click.IntRange(1, LARGEST_ID)
        if not _RANGE.fullmatch(value):
            return [int(number(value, param, ctx))]
        first, last = (int(number(each, param, ctx)) for each in value.split("-"))
        if last < first:
            self.fail(f"{value!r} is no range; the first number is the smaller one", param, ctx)
        if last - first >= MOST_UNDONE:
            self.fail(f"{value!r} are {last - first + 1:,} decisions; {_AT_ONCE}", param, ctx)
        return range(last, first - 1, -1)


def _list_numbers(
    context: click.Context, parameter: click.Parameter, values: Sequence[Sequence[int]]
) -> list[int]:
    numbers = [number for value in values for number in value]
    if len(numbers) > MOST_UNDONE:
        raise click.BadParameter(f"these are {len(numbers):,} decisions; {_AT_ONCE}")
    for number in numbers:
        if numbers.count(number) > 1:
            raise click.BadParameter(f"decision {number} is named twice; once takes it back")
    return numbers


def _pair_option(name: str, words: str) -> Callable[[Command], Command]:
    return click.option(f"--{name}", type=(str, str), metavar="A B", help=words)


@click.command()
@db_option
@_pair_option("explain", "Say why these two are, or are not, one tool.")
@json_option
def resolve(explain: tuple[str, str] | None, **options: Any) -> int:
    """Work out anew which entries are one tool, from all that is known of them.

    Every run does so at its end for what it has changed, with the same result. Nothing is merged
    that an operator holds different, or that differs in a fact; what is not certain waits for
    'versusdb review'. With --explain nothing is changed; A and B are slugs, ids, addresses or
    names of entries.
    """
    if explain is not None:
        from versusdb.explaining_pairs import run_explain

        return run_explain(explain, **options)
    from versusdb.resolving import run_resolve

    return run_resolve(**options)


def _check_author(by: str | None, reason: str, asked: str | None, *, is_json: bool) -> None:
    """Raise for a name that is none, and for a reason where nothing is decided."""
    if by is not None and not by.strip():
        raise click.BadParameter("this names nobody", param_hint="'--by'")
    if not reason:
        return
    from versusdb.reviewing import is_seated

    if asked not in DECIDING and (asked is not None or is_json or not is_seated()):
        words = ", ".join(f"--{word}" for word in DECIDING[:-1])
        raise click.UsageError(
            f"--reason goes with what is decided; give it with {words} or --{DECIDING[-1]}, or on "
            "a terminal"
        )


@click.command()
@db_option
@_pair_option("same", "Say that these two are one tool.")
@_pair_option("different", "Say that these two are not one tool.")
@_pair_option("unsure", "Say that it cannot be told; they are not asked again.")
@click.option(
    "--leave-out",
    "left_out",
    metavar="A",
    help="Say that this one does not belong to its tool; the others of it stay together.",
)
@click.option(
    "--undo",
    type=Numbers(),
    callback=_list_numbers,
    metavar="N",
    multiple=True,
    help="Take decision N back, or of a range such as 2-40 all, the last first; may be repeated: "
    "all are taken back, or none.",
)
@click.option(
    "--export",
    "target",
    type=click.Path(dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write all decisions to FILE, as JSON Lines; - for standard output.",
)
@click.option(
    "--import",
    "source",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Take in decisions from FILE; - for standard input.",
)
@click.option(
    "--log", is_flag=True, help="List all decisions, the oldest first, and whether each holds."
)
@click.option("--reason", metavar="TEXT", default="", help="Why; kept with the decision.")
@click.option("--by", metavar="NAME", help="Who decides; default: the user of this machine.")
@json_option
def review(
    *, db: Path, left_out: str | None, target: str | None, source: str | None,
    undo: list[int], log: bool, reason: str, by: str | None, is_json: bool,
    **words: tuple[str, str] | None,
) -> int:  # fmt: skip
    """Show the pairs that may be one tool, and take a person's word on each.

    On a terminal pair by pair: both cards side by side, what speaks for and against it, and the
    tool that would result. Elsewhere the queue is listed. A decision holds until it is taken back,
    and no run overrules it; one that contradicts others is refused. With --export and --import the
    decisions survive the database.
    """
    said = [(word, pair) for word in WORDS if (pair := words.get(word)) is not None]
    others = {
        "leave-out": left_out,
        "undo": undo or None,
        "export": target,
        "import": source,
        "log": log or None,
    }
    asked = [
        *(word for word, _ in said),
        *(name for name, value in others.items() if value is not None),
    ]
    if len(asked) > 1:
        raise click.UsageError(f"--{asked[0]} and --{asked[1]} are two things; give one of them")
    if target == "":
        raise click.BadParameter("this names no file", param_hint="'--export'")
    _check_author(by, reason, asked[0] if asked else None, is_json=is_json)
    from versusdb import deciding, decision_files, listing_decisions

    if log:
        return listing_decisions.list_log(db, is_json=is_json)
    if target:
        return decision_files.run_export(target, db=db, is_json=is_json)
    if source:
        return decision_files.run_import(source, db=db, is_json=is_json)
    author = deciding.find_author(by, reason)
    if undo:
        return deciding.run_undo(undo, db=db, author=author, is_json=is_json)
    if left_out is not None:
        return deciding.run_leave_out(left_out, db=db, author=author, is_json=is_json)
    for word, pair in said:
        return deciding.run_decide(word, pair, db=db, author=author, is_json=is_json)
    from versusdb.reviewing import run_review

    return run_review(db=db, author=author, is_json=is_json)
