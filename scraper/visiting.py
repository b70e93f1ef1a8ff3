"""Fetch: one address, through robots.txt and redirects, to its last answer or a problem."""

from __future__ import annotations

from msgspec.structs import replace

from scraper.addresses import is_same_host, normalise_address, read_host
from scraper.errors import AddressError, FetchError
from scraper.exchange import Exchange
from scraper.pacing import read_retry_after
from scraper.response import Fetched, FetchProblem, Outcome, Request
from scraper.robots import Robots, refuse_closed
from scraper.times import format_time

MAX_REDIRECTS = 10


class Visitor:
    """Visits addresses as a guest: asks what is allowed, at every hop."""

    def __init__(self, exchange: Exchange, robots: Robots) -> None:
        """Take the way to the network and what the hosts allow."""
        self._exchange = exchange
        self._robots = robots

    def visit(self, request: Request) -> Outcome:
        """Fetch what an address leads to within its host; status 200, or a problem."""
        met = [request.address]
        while True:
            outcome = self._take_step(request)
            if isinstance(outcome, FetchProblem) or not outcome.response.is_redirect:
                return outcome
            target = self._find_target(request, outcome)
            if isinstance(target, FetchProblem):
                return target
            if target in met or len(met) > MAX_REDIRECTS:
                message = (
                    f"more than {MAX_REDIRECTS} redirects, or a loop: {met[0]} led to {target}"
                )
                return state_problem(request, "redirect_loop", message)
            met.append(target)
            request = replace(request, address=target)

    def _take_step(self, request: Request) -> Outcome:
        """Send one request if robots.txt and the host's last word allow it."""
        refusal = self._robots.read(request.address).judge(request.address)
        refusal = refusal or refuse_closed(self._exchange.pace, request.address)
        if refusal is not None:
            return state_problem(request, refusal.code, f"not fetched: {refusal.reason}")
        try:
            fetched = self._exchange.send(request)
        except FetchError as error:
            return state_problem(request, error.code, str(error))
        if fetched.response.status == 200 or fetched.response.is_redirect:
            return fetched
        return state_status(request, fetched)

    def _find_target(self, request: Request, fetched: Fetched) -> str | FetchProblem:
        """Return where a redirect leads, unless it leaves the host."""
        location = fetched.response.find_header("location") or ""
        try:
            target = normalise_address(location, relative_to=request.address)
        except AddressError as error:
            return state_problem(request, error.code, f"redirected to what is {error}")
        if is_same_host(target, request.address):
            return target
        return state_problem(
            request,
            "redirect_out_of_scope",
            f"redirected from {read_host(request.address)} to another host: {target}; "
            "if that page is meant, name its address",
        )


def state_status(request: Request, fetched: Fetched) -> FetchProblem:
    """State that an answer has a status that no page has."""
    status = fetched.response.status
    until = read_retry_after(fetched.response)
    advice = f"; not before {format_time(until)}" if until is not None else ""
    return state_problem(request, f"http_{status}", f"answered {status}, expected 200{advice}")


def state_problem(request: Request, code: str, message: str) -> FetchProblem:
    """State a problem with a request in one line."""
    return FetchProblem(
        code=code,
        source=request.source,
        address=request.address,
        message=" ".join(f"{request.address}: {message}".split()),
    )
