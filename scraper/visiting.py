"""Fetch: one address, through robots.txt and redirects, to its last answer or a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec.structs import replace

from scraper.addresses import normalise_address, read_authority, read_host
from scraper.archive import Archive
from scraper.asking import PASSING_ERRORS, PASSING_STATUSES, Asker, Walk, refuse_status
from scraper.blocking import recognise_block
from scraper.errors import AddressError, FetchError, SnapshotBrokenError, StoppedHostError
from scraper.exchange import Exchange
from scraper.frontier import Frontier
from scraper.pacing import Pace
from scraper.response import Fetched, FetchProblem, Outcome, Refusal, Request, is_page
from scraper.robots import Robots
from scraper.scope import Scope
from scraper.tombstones import refuse_forgotten

MAX_REDIRECTS = 10
# Failures that are the host's rather than the address's.
HOST_FAILURES = frozenset(error.code for error in PASSING_ERRORS) | {
    f"http_{status}" for status in PASSING_STATUSES
}

# A refusal is no outcome: the host is not asked now, and the address waits.
Visit: TypeAlias = Outcome | Refusal


class Visitor:
    """Visits addresses as a guest: asks what is allowed, at every hop."""

    def __init__(
        self,
        archive: Archive,
        frontier: Frontier,
        exchange: Exchange,
        asker: Asker,
        pace: Pace,
        robots: Robots,
        scope: Scope,
        *,
        settle: Callable[[Request, Outcome], None],
    ) -> None:
        """Take what keeps, what came so far, what hosts allow, and what is meant.

        ``settle`` is told of addresses that waited, and whose answer came on another's way.
        """
        self._settle = settle
        self._archive = archive
        self._frontier = frontier
        self._exchange = exchange
        self._asker = asker
        self._pace = pace
        self._robots = robots
        self._scope = scope

    def visit(self, request: Request) -> Walk[Visit]:
        """Fetch what an address leads to within the scope; status 200, or a problem.

        What this crawl has fetched already is not asked for again.
        """
        known = self._recall(request)
        if known is not None:
            return known
        outcome = yield from self._follow(request)
        if isinstance(outcome, Refusal):
            return outcome
        if isinstance(outcome, FetchProblem):
            # Nobody may ever ask for the hop again: it is the page meant that is not there.
            outcome = replace(outcome, address=request.address)
        self._finish(request, outcome)
        if isinstance(outcome, Fetched) and outcome.snapshot.address != request.address:
            assert outcome.snapshot.address is not None
            self._finish(replace(request, address=outcome.snapshot.address), outcome)
        elif isinstance(outcome, FetchProblem) and outcome.code in HOST_FAILURES:
            self._pace.note_failure(read_authority(request.address))
        return outcome

    def _recall(self, request: Request) -> Outcome | None:
        """Return what became of an address in this crawl, without the bytes of its page.

        What the archive cannot give is asked for again.
        """
        found = self._frontier.find_finished(request.address, request.site)
        if found is None or isinstance(found, FetchProblem):
            return found
        try:
            return self._archive.recall(found)
        except SnapshotBrokenError:
            return None

    def read_body(self, fetched: Fetched) -> bytes:
        """Return the bytes of what came; of a 304 or an earlier answer they are in the archive."""
        return fetched.body or self._archive.read(fetched.snapshot.sha256)

    def _finish(self, request: Request, outcome: Outcome) -> None:
        if self._frontier.finish(request, outcome):
            self._settle(request, outcome)

    def _follow(self, request: Request) -> Walk[Visit]:
        met = [request.address]
        step = yield from self._take_step(request)
        while True:
            if not isinstance(step, Fetched):
                return step if len(met) == 1 else tell_way(met[0], request.address, step)
            if not step.response.is_redirect:
                return step
            target = self._find_target(request, step)
            if isinstance(target, FetchProblem):
                return target if len(met) == 1 else tell_way(met[0], request.address, target)
            if target in met or len(met) > MAX_REDIRECTS:
                message = (
                    f"more than {MAX_REDIRECTS} redirects, or a loop: {met[0]} led to {target}"
                )
                return state_problem(request, "redirect_loop", message)
            met.append(target)
            self._frontier.underway.lead(met[0], request.address, target)
            request = replace(request, address=target)
            step = self._recall(request) or (yield from self._take_step(request))

    def _take_step(self, request: Request) -> Walk[Visit]:
        """Send one request if robots.txt and the host's last word allow it."""
        address = request.address
        known = yield from self._robots.read(address)
        refusal = known.rules.judge(address)
        if refusal is not None and known.rules.is_passing:
            self._pace.stop(read_authority(address), refusal)
        verdict = "allowed" if refusal is None else refusal.code
        self._frontier.underway.note_verdict(address, verdict, known.archive_id)
        try:
            refuse_forgotten(self._archive.database, address, None)
            if refusal is not None and not known.rules.is_passing:
                return state_problem(request, refusal.code, f"not fetched: {refusal.reason}")
            failure = self._asker.find_failure(address)
            if failure is not None:
                return state_problem(request, failure.code, failure.reason)
            fetched = yield from self._asker.ask(request)
            if self._exchange.is_doubted(address):
                fetched = yield from self._asker.ask(request)
        except StoppedHostError as error:
            return error.refusal
        except FetchError as error:
            return state_problem(request, error.code, str(error))
        return self._judge(request, fetched)

    def _judge(self, request: Request, fetched: Fetched) -> Outcome:
        response = fetched.response
        if response.role == "blocked":
            vendor = recognise_block(response)
            message = f"got a page that turns robots away ({vendor}), expected the page itself"
            return state_problem(request, "blocked", message)
        if response.is_redirect:
            return fetched
        if response.status == 200 or response.revisit_of is not None:
            kind = fetched.snapshot.content_type
            if response.role != "page" or is_page(fetched.snapshot.status, kind):
                return fetched
            message = f"got content of type {kind!r}, expected HTML or plain text"
            return state_problem(request, "not_a_page", message)
        failure = refuse_status(response.status)
        return state_problem(request, failure.code, failure.reason)

    def _find_target(self, request: Request, fetched: Fetched) -> str | FetchProblem:
        """Return where a redirect leads, unless it leaves the scope."""
        location = fetched.response.find_header("location") or ""
        try:
            target = normalise_address(location, relative_to=request.address)
        except AddressError as error:
            return state_problem(
                request, error.code, f"redirected to an address that is refused: {error}"
            )
        if not self._scope.has_host(target, beside=request.address):
            host, code = read_authority(request.address), "redirect_out_of_scope"
            is_port = read_host(request.address) == read_host(target)
            message = (
                f"redirected from {host} to another {'port' if is_port else 'host'}: {target}; "
                "if that page is meant, name its address"
            )
            return state_problem(request, code, message)
        refusal = self._scope.refuse(target)
        if refusal is not None:
            message = f"redirected to {target}, {refusal}"
            return state_problem(request, "redirect_out_of_scope", message)
        return target


def tell_way(address: str, target: str, step: FetchProblem | Refusal) -> FetchProblem | Refusal:
    """Say which address led to one that came to nothing."""
    if isinstance(step, FetchProblem):
        return replace(step, message=f"{address}: redirected to {step.message}")
    if read_authority(address) == read_authority(target):
        return step
    return Refusal(step.code, f"redirected to {target}, which is not fetched: {step.reason}")


def state_problem(request: Request, code: str, message: str) -> FetchProblem:
    """State a problem with a request in one line."""
    return FetchProblem(
        code=code,
        source=request.source,
        address=request.address,
        message=" ".join(f"{request.address}: {message}".split()),
    )
