"""What docs/scale.md shows runs on this machine; what cannot run here fits together at least."""

from __future__ import annotations

import importlib
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from tests.running import run as run_versusdb
from versusdb.cli import ingest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
# What names itself is a file.
FILES = {
    match[1]: text
    for _, text in BLOCKS
    if (match := re.search(r"^# ([a-z]+\.(?:sh|yaml))\b", text, re.MULTILINE))
}
COMMAND = re.compile(r"\b(dask scheduler|dask worker|versusdb ingest)\b(.*)")
MANIFESTS: list[dict[str, Any]] = [
    each
    for name in ("network.yaml", "cluster.yaml", "ingest.yaml")
    for each in yaml.safe_load_all(FILES[name])
]
PODS = [found for each in MANIFESTS if (found := each.get("spec", {}).get("template"))]


def put_on_path(folder: Path) -> None:
    """Put the commands into a folder, as an environment has them."""
    folder.mkdir(parents=True)
    for name in ("versusdb", "dask"):
        shim = folder / name
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {name} "$@"\n')
        shim.chmod(0o755)


@contextmanager
def start(script: str, folder: Path, home: Path) -> Iterator[subprocess.Popen[str]]:
    """Run lines for bash in a folder; nothing that they start is left at the end."""
    environment = {
        **os.environ,
        "HOME": str(home),
        "USER": "operator",
        "TMPDIR": str(home),
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    process = subprocess.Popen(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def read_session(session: str) -> tuple[str, str]:
    """Return the lines that are typed, as a script, and what they print."""
    typed: list[str] = []
    printed: list[str] = []
    is_typed = False
    for line in session.splitlines(keepends=True):
        is_typed = line.startswith("$ ") or (is_typed and typed[-1].endswith("\\\n"))
        (typed if is_typed else printed).append(line.removeprefix("$ "))
    return "".join(typed), "".join(printed)


def test_laptop_prints_what_the_page_shows(tmp_path: Path) -> None:
    """A scheduler, two workers and two runs, typed as the page has them, print its lines."""
    ((_, session),) = [block for block in BLOCKS if block[0] == "console"]
    script, printed = read_session(session)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    put_on_path(tmp_path / "bin")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    assert script.count(":8786") + script.count("--port 8786") == 4
    script = f"{script.replace('8786', str(port))}wait\n"
    with start(script, tmp_path, tmp_path) as process:
        shown, said = process.communicate(timeout=100)
    assert shown == printed, said


def test_slurm_scripts_work_together(tmp_path: Path) -> None:
    """The job that writes and one that reads, run by bash side by side, read a file, with TLS."""
    page = str(ROOT / "fixtures" / "html" / "page.tables.html")
    assert run_versusdb(tmp_path, "ingest", page).returncode == 0
    assert run_versusdb(tmp_path, "archive", "export", "first.warc.gz").returncode == 0
    folder = tmp_path / "versusdb-cluster"
    put_on_path(tmp_path / "versusdb" / "bin")
    (certificate,) = [text for _, text in BLOCKS if "openssl req" in text]
    with start(certificate, tmp_path, tmp_path) as process:
        assert process.communicate(timeout=60)[0] == ""
    assert (folder.stat().st_mode & 0o777, process.returncode) == (0o700, 0)
    settings = FILES["settings.sh"]
    for theirs, ours in (("=ib0", "=lo"), ("/local/$USER", str(folder))):
        assert theirs in settings
        settings = settings.replace(theirs, ours)
    for name, text in {**FILES, "settings.sh": settings}.items():
        (folder / name).write_text(text)
    writing = f"SLURM_JOB_ID=7 bash {folder / 'write.sh'} '*.warc.gz'"
    reading = f"bash {folder / 'read.sh'} {folder / 'scheduler-7.json'}"
    with start(reading, tmp_path, tmp_path) as worker, start(writing, tmp_path, tmp_path) as writer:
        shown, said = writer.communicate(timeout=100)
        assert shown.startswith("1 page: 1 new, 0 unchanged, 0 failed\n"), said
        worker.communicate(timeout=30)
    assert (writer.returncode, worker.returncode) == (0, 0)
    assert "tls://127.0.0.1:" in said
    assert "tcp://" not in said


@pytest.mark.parametrize("language", ["sh", "bash", "yaml"])
def test_every_block_parses(language: str) -> None:
    """No line for a shell, and no manifest, is broken."""
    texts = [text for name, text in BLOCKS if name == language]
    assert texts
    for text in texts:
        if language == "yaml":
            assert all(yaml.safe_load_all(text))
            continue
        done = subprocess.run(
            ["bash", "-n"], input=text, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_network_policy_lets_the_pods_in() -> None:
    """Whom it keeps others from, and whom it lets in, are the pods of the other manifests."""
    (policy,) = [each["spec"] for each in MANIFESTS if each["kind"] == "NetworkPolicy"]
    (kept,) = policy["podSelector"]["matchExpressions"]
    (source,) = policy["ingress"][0]["from"]
    (let_in,) = source["podSelector"]["matchExpressions"]
    labels = {pod["metadata"]["labels"][kept["key"]] for pod in PODS}
    assert set(let_in["values"]) == labels
    assert set(kept["values"]) == labels - {"versusdb-ingest"}


def list_commands() -> Iterator[tuple[str, list[str]]]:
    """List the commands that the page shows, with the options of each."""
    for _, text in BLOCKS:
        for found in COMMAND.finditer(text.replace("\\\n", " ")):
            words = shlex.split(found[2].partition("&")[0], comments=True)
            yield found[1], [word for word in words if word.startswith("--")]
    for pod in PODS:
        words = pod["spec"]["containers"][0]["command"]
        yield " ".join(words[:2]), [word for word in words if word.startswith("--")]


def test_options_exist() -> None:
    """Each option that the page gives a command is one of that command."""
    commands: dict[str, click.Command] = {
        "dask scheduler": importlib.import_module("distributed.cli.dask_scheduler").main,
        "dask worker": importlib.import_module("distributed.cli.dask_worker").main,
        "versusdb ingest": ingest,
    }
    shown = list(list_commands())
    assert {name for name, _ in shown} == set(commands)
    for name, options in shown:
        known = {option for each in commands[name].params for option in each.opts}
        assert set(options) <= known, name
    assert sum(len(options) for _, options in shown) > 40


def list_needed(pod: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """List what a pod has to find, by kind and name."""
    (container,) = pod["spec"]["containers"]
    for volume in pod["spec"]["volumes"]:
        if "secret" in volume:
            yield "Secret", volume["secret"]["secretName"]
        else:
            yield "PersistentVolumeClaim", volume["persistentVolumeClaim"]["claimName"]
    for source in container["envFrom"]:
        ((kind, found),) = source.items()
        yield {"configMapRef": "ConfigMap", "secretRef": "Secret"}[kind], found["name"]


def test_manifests_fit_each_other() -> None:
    """What a pod needs is made by another manifest, or by a line of the page."""
    made = {(each["kind"], each["metadata"]["name"]) for each in MANIFESTS}
    made |= {("Secret", name) for name in re.findall(r"create secret generic (\S+)", PAGE)}
    needed = [each for pod in PODS for each in list_needed(pod)]
    assert len(needed) == 9
    assert set(needed) <= made
    for pod in PODS:
        mounts = pod["spec"]["containers"][0]["volumeMounts"]
        assert [each["name"] for each in mounts] == [
            each["name"] for each in pod["spec"]["volumes"]
        ]


def test_workers_and_command_find_the_scheduler() -> None:
    """The address in both is that of the service, which leads to the scheduler's port."""
    (service,) = [each for each in MANIFESTS if each["kind"] == "Service"]
    (port,) = service["spec"]["ports"]
    (scheduler,) = [pod for pod in PODS if pod["metadata"]["labels"] == service["spec"]["selector"]]
    (container,) = scheduler["spec"]["containers"]
    listening = {each["name"]: each["containerPort"] for each in container["ports"]}
    assert str(listening[port["targetPort"]]) in container["command"]
    address = f"tls://{service['metadata']['name']}:{port['port']}"
    commands = [pod["spec"]["containers"][0]["command"] for pod in PODS if pod is not scheduler]
    assert [address in command for command in commands] == [True, True]


def test_pods_and_jobs_speak_tls_alike() -> None:
    """Both have the variables of ``tls.sh``, so that no connection is open to others."""
    named = re.findall(r"^export (DASK_\w+)", FILES["tls.sh"], re.MULTILINE)
    (variables,) = [each["data"] for each in MANIFESTS if each["kind"] == "ConfigMap"]
    assert len(named) == 5
    assert sorted(named) == sorted(variables)
    assert "tls.sh" in FILES["settings.sh"]
