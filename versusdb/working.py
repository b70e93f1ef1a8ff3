"""Command: a run at work, the one way in which pages get from the archive into the database.

Every command that reads pages goes it: gather them, judge what was read as a whole, load it batch
by batch, and leave a row in the ledger however it ends. What differs is where the pages come from.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import asdict

from db.ledger import Run, close_run, open_run
from db.sites import Terms, state_terms
from parsers.reading import parse_page
from parsers.records import Reading, Snapshot
from parsers.sites import list_sites
from scraper.addresses import hide_credentials
from scraper.showing import show_text
from scraper.times import format_time, read_clock
from versusdb import __version__
from versusdb.bugs import Parse
from versusdb.errors import StoppedError
from versusdb.gathering import Gathering
from versusdb.judging import (
    Verdict,
    judge_run,
    keep_unfinished,
    load_lots,
    tell_verdict,
)
from versusdb.keeping import keep_words, recall_words
from versusdb.progress import Progress, show_progress
from versusdb.reading_ahead import ReadAhead
from versusdb.resolving import resolve_all
from versusdb.space import check_space
from versusdb.spool import Lot
from versusdb.stopping import Stop, stop_in_two_steps
from versusdb.store import Store
from versusdb.versions import digest_reader
from versusdb.worker import Worker

Batch: TypeAlias = Sequence[tuple[Snapshot, Reading]]


class Tools(Struct, frozen=True, kw_only=True):
    """What a run works with: ``workers`` read the pages; where there are none, ``parse`` does."""

    progress: Progress
    workers: tuple[Worker, ...] = ()
    parse: Parse = parse_page
    stop: Stop = field(default_factory=Stop)


@contextmanager
def open_tools(task: str, workers: int | None = None) -> Iterator[Tools]:
    """Start a reader, show how far the task is, and take signals, until the block ends.

    There are so many readers, None for one on each core that this process may use; all but the
    first are started when there is work for them.
    """
    count = workers or len(os.sched_getaffinity(0))
    with ExitStack() as stack:
        first = stack.enter_context(Worker())
        others = [Worker() for _ in range(count - 1)]
        for worker in others:
            stack.callback(worker.close)
        progress = stack.enter_context(show_progress(task))
        stop = stack.enter_context(stop_in_two_steps())
        stop.say = progress.say
        yield Tools(progress=progress, workers=(first, *others), parse=first.parse, stop=stop)


class Work:
    """One run at work; ``verdict`` is None until what it has read is judged."""

    def __init__(
        self, store: Store, run: Run, tools: Tools, own: Lot, held: Lot, guard: Callable[[], None]
    ) -> None:
        """Take the files, the run's row, the tools, and the lots that pages are put into.

        ``guard`` is called between pages, and raises what ends the run.
        """
        self.store = store
        self.run = run
        self.own = own
        self.held = held
        self.tools = tools
        self.verdict: Verdict | None = None
        self.guard = guard

    @contextmanager
    def gather(self) -> Iterator[Gathering]:
        """Have pages read as they come, until the block ends."""
        tools = self.tools
        with closing(ReadAhead(tools.workers, tools.parse)) as ahead:
            yield Gathering(
                self.store,
                self.run,
                tools.progress,
                ahead,
                self.own,
                self.held,
                stop=tools.stop,
                guard=self.guard,
            )

    def judge(self, *, accepts_drift: bool = False, is_again: bool = False) -> Verdict:
        """Judge what was gathered (``judge_run``)."""
        self.verdict = judge_run(
            self.store.database,
            self.run,
            self.own,
            self.held,
            accepts_drift=accepts_drift,
            is_again=is_again,
        )
        return self.verdict

    def load(
        self,
        verdict: Verdict,
        share: Callable[[Batch], None] = lambda _: None,
        batch_pages: int | None = None,
    ) -> None:
        """Load what may be loaded, batch by batch, as long as nobody asks to stop.

        ``share`` is told of each batch when it is loaded.
        """
        database, progress = self.store.database, self.tools.progress
        for batch in load_lots(database, self.run, verdict, progress, batch_pages):
            share(batch)
            self.tools.stop.check()
            self.guard()

    def resolve(self) -> None:
        """Work out the tools of what has changed; at the end of a run, if not before."""
        resolve_all(self.store.database, self.tools.progress, self.tools.stop.check)

    def tell(self, verdict: Verdict) -> None:
        """Say what is wrong, and how to go on."""
        say = self.tools.progress.say
        tell_verdict(self.store.database, self.run, self.own, verdict, say)


@contextmanager
def work_on(
    store: Store,
    folder: Path,
    *,
    command: str,
    settings: Struct,
    tools: Tools,
    keep_free: int,
    untracked: Collection[str] = (),
) -> Iterator[Work]:
    """Open a run in the ledger, and close it when the block ends, as the block has ended.

    ``folder`` has room for what is not loaded yet, and at least ``keep_free`` MiB more.
    """
    database = store.database

    def guard() -> None:
        check_space(folder, keep_free)

    with Lot(folder) as own, Lot(folder) as held:
        run = open_run(
            database,
            command=command,
            started_at=format_time(read_clock()),
            settings={name: _keep(value) for name, value in asdict(settings).items()},
            code_version=__version__,
            reader_version=digest_reader(),
            untracked=untracked,
        )
        work, ended = Work(store, run, tools, own, held, guard), "failed"
        try:
            # Before the first request, too.
            guard()
            state_terms(database, _list_terms())
            recall_words(database, store.archive, run)
            yield work
            work.resolve()
            ended = _name_end(work)
        except (KeyboardInterrupt, StoppedError):
            ended = "stopped"
            if work.verdict is None:
                keep_unfinished(database, run, own)
            raise
        finally:
            close_run(database, run, status=ended, finished_at=format_time(read_clock()))
            if not store.is_trial:
                keep_words(database, store.archive)


def _name_end(work: Work) -> str:
    if work.verdict is not None and work.verdict.is_refused:
        return "failed"
    return "issues" if work.run.counts.issues else "clean"


def _keep(setting: object) -> object:
    """Return a setting as it may be kept: as text, and without a password."""
    if isinstance(setting, str):
        return show_text(hide_credentials(setting))
    return tuple(map(_keep, setting)) if isinstance(setting, tuple) else setting


def _list_terms() -> list[Terms]:
    return [
        Terms(
            site=site.host,
            name=site.name,
            attribution=site.attribution,
            terms=site.terms,
            terms_url=site.terms_url,
            citation=site.citation,
        )
        for site in list_sites()
    ]
