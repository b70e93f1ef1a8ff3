"""Who asks should say who it is: a run that asks strangers namelessly is told so, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loopback import LoopbackSite, show
from tests.running import run
from versusdb.settings import FetchSettings, hint_contact

HINT = "do not say who asks"


@pytest.mark.parametrize(
    "hosts", [[], ["127.0.0.1:8000", "127.8.0.1", "localhost:80", "[::1]:8000", "demo.localhost"]]
)
def test_this_machine_is_no_stranger(hosts: list[str]) -> None:
    """On the loopback nobody needs to be told who asks."""
    assert hint_contact(FetchSettings(), hosts) is None


@pytest.mark.parametrize("host", ["shiporskip.io", "192.168.0.1", "127.example.org"])
def test_strangers_should_know_who_asks(host: str) -> None:
    """The line names a host and the remedy; a contact or an agent of one's own is enough."""
    hint = hint_contact(FetchSettings(), ["localhost", host])
    assert hint is not None
    assert f"requests to {host} {HINT}" in hint
    assert "--contact" in hint
    assert hint_contact(FetchSettings(contact="bot@example.org"), [host]) is None
    assert hint_contact(FetchSettings(user_agent="bot (bot@example.org)"), [host]) is None


@pytest.mark.parametrize("command", ["ingest", "plan"])
def test_the_hint_comes_once_a_run(command: str, tmp_path: Path) -> None:
    """Both commands that ask others say it, on stderr, and say nothing to the loopback."""
    private = ("http://192.168.0.1/a", "http://192.168.0.1/b", "http://192.168.0.2/")
    assert run(tmp_path, command, *private).stderr.count(HINT) == 1
    with LoopbackSite({"/a": show("a")}) as site:
        options = ("--allow-host", "127.0.0.1", "--db", "y.db")
        assert HINT not in run(tmp_path, command, f"{site.root}/a", *options).stderr
