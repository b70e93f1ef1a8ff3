"""Command: ``plan`` says what an ``ingest`` would fetch, under which rules, and for how long.

It asks for robots.txt and sitemaps only. Beside a database it leaves what it found in the
archive, so that the ``ingest`` that follows goes on from there; without one it leaves nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import asdict
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.fetching import Fetcher
from scraper.planning import HostPlan
from scraper.response import FetchProblem
from scraper.showing import show_path
from scraper.times import format_time
from versusdb.errors import BLOCKED, CLEAN, ISSUES, StoppedError
from versusdb.files import ARCHIVE, open_in_memory
from versusdb.parts import describe_seconds
from versusdb.progress import show_progress, tell
from versusdb.reports import plural
from versusdb.settings import FetchSettings, choose_how, hint_contact, open_client
from versusdb.stopping import stop_in_two_steps
from versusdb.store import open_store
from versusdb.watching import HostWatch

MOST_SHOWN = 5


def run_plan(*, db: Path, is_json: bool, **options: Any) -> int:
    """Print the plan; return 3 if something went wrong on the way, else 0."""
    settings = FetchSettings(**options)
    plans: list[HostPlan] = []
    problems: list[FetchProblem] = []
    with (
        _open_archive(db) as database,
        open_client(settings) as client,
        show_progress("Planning") as progress,
        stop_in_two_steps() as stop,
    ):
        how = choose_how(settings)
        fetcher = Fetcher(Archive(database), client, how, is_stopping=lambda: stop.is_asked)
        stop.wake, stop.say = fetcher.wake, progress.say
        fetcher.watch = HostWatch(fetcher, progress).look
        for found in fetcher.plan(settings.sources, settings.urls):
            if isinstance(found, FetchProblem):
                problems.append(found)
                progress.say(f"{found.message} [{found.code}]")
            else:
                plans.append(found)
        if hint := hint_contact(settings, fetcher.hosts):
            progress.say(hint)
        if stop.is_asked:
            raise StoppedError
    status = ISSUES if problems else CLEAN
    status = BLOCKED if fetcher.blocked_hosts else status
    if is_json:
        tell(json.dumps(_as_json(db, status, fetcher, plans, problems)))
    else:
        for plan in plans:
            tell("\n".join(_describe(plan)))
        tell(_sum_up(fetcher, plans))
    return status


@contextmanager
def _open_archive(path: Path) -> Iterator[Database]:
    if path.exists():
        with open_store(path) as store:
            yield store.archive
        return
    database = open_in_memory(ARCHIVE)
    try:
        yield database
    except (KeyboardInterrupt, StoppedError):
        message = "stopped by a signal; without a database, a plan keeps nothing"
        raise StoppedError(message) from None
    finally:
        database.close()


def _as_json(
    db: Path,
    status: int,
    fetcher: Fetcher,
    plans: list[HostPlan],
    problems: list[FetchProblem],
) -> dict[str, object]:
    hosts = []
    for plan in plans:
        closed_until = plan.closed_until and format_time(plan.closed_until)
        hosts.append({**asdict(plan), "closed_until": closed_until})
    return {
        "command": "plan",
        "exit_status": status,
        "db": show_path(db),
        "files": fetcher.files,
        "files_ignored": fetcher.ignored,
        "pages": sum(len(plan.addresses) for plan in plans),
        "seconds": max((plan.seconds for plan in plans), default=0),
        "hosts": hosts,
        "problems": [asdict(problem) for problem in problems],
    }


def _describe(plan: HostPlan) -> Iterator[str]:
    """Yield what is to be said of one host."""
    others = [
        f"{count:,} {what}"
        for count, what in (
            (plan.done, "fetched before this crawl was cut off"),
            (plan.disallowed, "not allowed"),
            (plan.skipped, "skipped"),
        )
        if count
    ]
    yield ", ".join([f"{plan.host}: {plural(len(plan.addresses), 'page')} to fetch", *others])
    yield f"  robots.txt: {_describe_robots(plan)}"
    if plan.refusal is not None and plan.refusal != plan.robots_refusal:
        yield f"  nothing may be fetched now: {plan.refusal}"
    pause = f"{plan.pause:g} s between two requests"
    if plan.is_adaptive:
        pause += " or five times what an answer takes, 30 s at most"
    least = "at least " if plan.is_adaptive else "about "
    yield f"  pause: {pause}; all of it takes {least}{describe_seconds(plan.seconds)}"
    yield from _list(plan.addresses, "")
    yield from _list(plan.named_disallowed, "not allowed: ")


def _list(addresses: tuple[str, ...], what: str) -> Iterator[str]:
    for address in addresses[:MOST_SHOWN]:
        yield f"  {what}{address}"
    if len(addresses) > MOST_SHOWN:
        yield f"  … and {len(addresses) - MOST_SHOWN:,} more; --json lists all"


def _describe_robots(plan: HostPlan) -> str:
    if plan.robots_refusal is not None:
        return f"{plan.robots_refusal.removeprefix('robots.txt ')}; nothing may be fetched"
    delay = "" if plan.crawl_delay is None else f", Crawl-delay {plan.crawl_delay:g} s"
    if plan.robots_status is None:
        return "not asked for yet"
    is_there = 200 <= plan.robots_status < 300
    return f"answers {plan.robots_status}{delay}" + ("" if is_there else ", there is none")


def _sum_up(fetcher: Fetcher, plans: list[HostPlan]) -> str:
    pages = plural(sum(len(plan.addresses) for plan in plans), "page")
    files = f", {plural(fetcher.files, 'file')} to read" if fetcher.files else ""
    seconds = max((plan.seconds for plan in plans), default=0)
    hosts = f" from {plural(len(plans), 'host')}" if len(plans) > 1 else ""
    took = f", in {describe_seconds(seconds)} or more" if plans else ""
    return f"{pages} to fetch{hosts}{took}{files}; nothing but robots.txt and sitemaps was fetched"
