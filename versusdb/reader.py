"""Command: what runs in the reader's own process; ``versusdb.worker`` starts and bounds it.

Pages come on standard input, each in two frames: what is known of it, as ``parse_page`` takes
it, and its bytes. Answers go to standard output, each in one; the first is empty and says that
the process is ready. A frame is its length in eight bytes, then as many bytes; all but those of a
page are a message of ``msgspec.msgpack``.
"""

from __future__ import annotations

import fcntl
import importlib
import os
import resource
import select
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from parsers.coverage import measure_page
from parsers.records import Read, Reading

LENGTH = 8
LAST_FRAMES = 3


class Answer(Struct, frozen=True, array_like=True):
    """A page as it was read; or why it was not: no memory was left, or the bug and where it is."""

    read: Read | None = None
    bug: str = ""
    trace: str = ""


NO_MEMORY = Answer()
_KNOWN = msgspec.msgpack.Decoder(dict[str, str | None])


def serve() -> None:
    """Read pages from standard input and answer on standard output, until there are no more.

    The arguments are the name of the function that reads, the bytes of memory it may take, and
    the pipe that ends with whoever asks.
    """
    reader, memory, life = sys.argv[1:]
    _end_with(int(life))
    # Whoever asked may be gone when the answer is ready: that is no error.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    source = sys.stdin.buffer
    # What a reader prints must not get between the frames.
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    module, _, name = reader.partition(":")
    parse: Callable[..., Reading] = getattr(importlib.import_module(module), name)
    _limit_memory(int(memory))
    _send(sink, b"")
    while length := source.read(LENGTH):
        known = source.read(int.from_bytes(length))
        body = source.read(int.from_bytes(source.read(LENGTH)))
        _send(sink, _read(parse, known, body))


def _end_with(pipe: int) -> None:
    """End this process at once, busy as it is, when the pipe's other end is closed.

    SIGIO, which ends a process that does not heed it, tells of anything new on the pipe; and
    nothing is ever written to this one.
    """
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    poll = select.poll()
    poll.register(pipe, select.POLLHUP)
    if poll.poll(0):
        sys.exit()


def read_page(parse: Callable[..., Reading], body: bytes, **known: Any) -> Read:
    """Read a page, and measure what it states; what is known of it is as ``parse_page`` takes it.

    A bug in either is one in reading the page.
    """
    reading = parse(body, **known)
    read = Read.pack(reading, measure_page(reading, **known))
    # Nobody looks into it before it is loaded: here it must be seen if it is not as its types say.
    read.unpack()
    return read


def _read(parse: Callable[..., Reading], known: bytes, body: bytes) -> bytes:
    try:
        return msgspec.msgpack.encode(Answer(read_page(parse, body, **_KNOWN.decode(known))))
    except MemoryError:
        return msgspec.msgpack.encode(NO_MEMORY)
    except Exception as error:  # noqa: BLE001  # what is left is a bug, told to who asked
        text = " ".join(f"{type(error).__name__}: {error}".split())
        trace = "".join(traceback.format_exception(error, limit=-LAST_FRAMES)).rstrip()
        answer = Answer(bug=_make_plain(text), trace=_make_plain(trace))
        return msgspec.msgpack.encode(answer)


def _make_plain(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _limit_memory(most: int) -> None:
    # Where the system knows no such limit, or a lower one holds already, it stays as it is.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _send(sink: BinaryIO, frame: bytes) -> None:
    sink.write(len(frame).to_bytes(LENGTH) + frame)
    sink.flush()
