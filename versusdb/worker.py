"""Command: a process of its own for the reader, so that no page can cost more than itself.

The reader bounds its work by counts; this bounds its time and its memory from outside. A page
on which the process dies, is killed, or passes a bound is given up with an issue, and the next
page finds a new process. It is a plain Python process that shares nothing with this one but
three pipes: no open database and no lock is inherited. A signal to the whole process group, as
Ctrl-C sends it, does not reach it; it ends when the third pipe does, in the middle of a page too.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import subprocess
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import msgspec
from msgspec import Struct

from parsers.records import Issue, Read, Reading
from versusdb.giving_up import (
    MOST_CHARACTERS,
    ReaderError,
    ReaderNotStartedError,
    give_up,
    name_end,
)
from versusdb.reader import LENGTH, NO_MEMORY, Answer

READER = "parsers.reading:parse_page"
MOST_SECONDS = 60
MOST_MEMORY = 2 << 30
_MOST_STARTS = 3
_SECONDS_TO_START = 60
_PIECE = 1 << 16
_PIPE_BYTES = 1 << 18  # of the pages: most of them fit in whole
_HELD_BACK = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
_ANSWERS = msgspec.msgpack.Decoder(Answer)


class Request(Struct, frozen=True):
    """A page, and what is known of it, as ``parse_page`` takes it."""

    body: bytes
    known: dict[str, str | None]

    def list_frames(self) -> tuple[memoryview, memoryview]:
        """Return what is sent of it (``versusdb.reader``)."""
        known = msgspec.msgpack.encode(self.known)
        head = len(known).to_bytes(LENGTH) + known + len(self.body).to_bytes(LENGTH)
        return memoryview(head), memoryview(self.body)


class Worker:
    """A reader in a process of its own, one page at a time; a pool is several, each in a thread.

    Pages may be sent ahead, so that the process need not wait for the next one. ``reader`` names
    the function that reads, as ``module:function``. ``seconds`` do not count while both processes
    are suspended. A context manager: the process ends with it. Else the first page starts it, and
    ``close`` ends it.
    """

    def __init__(
        self, *, reader: str = READER, seconds: int = MOST_SECONDS, memory: int = MOST_MEMORY
    ) -> None:
        self._settings = (reader, str(memory))
        self._seconds = seconds
        self._memory = memory
        self._child: subprocess.Popen[bytes] | None = None
        # What is to be answered, by this child or the next one, and the bytes of it that are not
        # sent yet.
        self._given: deque[Request] = deque()
        self._unsent: deque[memoryview] = deque()
        self._received = bytearray()
        # Nothing is written to it: it is open for as long as the child is to live.
        self._life = -1
        self._has_read = False
        self._is_interrupted = False
        self._status = ""

    def __enter__(self) -> Worker:
        """Start the process; it gets ready while this one goes on."""
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process, if it runs, and forget what was sent ahead."""
        self._end()
        self._given.clear()
        self._is_interrupted = False

    def interrupt(self) -> None:
        """Have the page given up that another thread waits for; ``close`` once it does no more."""
        self._is_interrupted = True
        if (child := self._child) is not None:
            child.kill()

    def expect(self, body: bytes, **known: str | None) -> None:
        """Send a page ahead; pages are to be parsed in the order in which they were sent."""
        self._give(Request(body, known))

    def parse(self, body: bytes, **known: str | None) -> Reading:
        """Return what a page says, as ``parse_page`` does; raise ReaderError if it is given up."""
        return self.read(body, **known).unpack()

    def read(self, body: bytes, **known: str | None) -> Read:
        """Return what a page says and states; raise ReaderError if it is given up."""
        request = Request(body, known)
        if self._given and self._given[0] != request:
            self._end()
            self._given.clear()
        if not self._given:
            self._give(request)
        has_read = self._has_read
        try:
            answer = self._ask()
            is_lost = answer is None or answer == NO_MEMORY
            if is_lost and has_read and not self._is_interrupted:
                # What a page costs must not depend on the pages before it.
                answer = self._ask()
        finally:
            self._given.popleft()
        if answer is None:
            raise give_up("killed", "ended", "an answer", self._status)
        if answer.read is not None:
            return answer.read
        if answer.bug:
            message = f"a bug in versusdb, please report it: {answer.bug[:MOST_CHARACTERS]}"
            raise ReaderError(Issue(code="reader_failed", field="", message=message), answer.trace)
        raise give_up("memory", "ran out of memory", f"at most {self._memory >> 20} MiB", "more")

    def _give(self, request: Request) -> None:
        frames = request.list_frames()
        if self._child is not None:
            self._unsent += frames
        self._given.append(request)

    def _ask(self) -> Answer | None:
        """Return the answer to what is first, or None if the process has ended instead."""
        is_good = False
        try:
            child = self._find_child()
            self._has_read = True
            frame = self._exchange(child, self._seconds)
            if frame is None:
                self._status = name_end(child)
                return None
            answer = _ANSWERS.decode(frame)
            is_good = answer != NO_MEMORY
            return answer
        except TimeoutError:
            expected = f"an answer within {self._seconds} s"
            raise give_up("timeout", "did not end", expected, "none") from None
        finally:
            # Also on a signal: half an answer may be in the pipe.
            if not is_good:
                self._end()

    def _find_child(self) -> subprocess.Popen[bytes]:
        """Return a process that has said that it is ready."""
        for _ in range(_MOST_STARTS):
            if self._is_interrupted:
                break
            child = self._child or self._start()
            try:
                if self._has_read or self._exchange(child, _SECONDS_TO_START) is not None:
                    return child
                self._status = name_end(child)
            except TimeoutError:
                self._status = f"not within {_SECONDS_TO_START} s"
            self._end()
        raise ReaderNotStartedError(f"the reader's process does not start: {self._status}")

    def _start(self) -> subprocess.Popen[bytes]:
        # Not the working folder, which may hold anything: only what this process imports from.
        path = [str(Path(__file__).parent.parent), *filter(None, sys.path)]
        code = f"import sys; sys.path[:] = {path!r}; from versusdb.reader import serve; serve()"
        life, self._life = os.pipe()
        # Signals held back here are held back there from its first moment on.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD_BACK)
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-S", "-c", code, *self._settings, str(life)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if sys.stderr else subprocess.DEVNULL,
                bufsize=0,
                pass_fds=[life],
            )
            assert self._child.stdin is not None
            os.set_blocking(self._child.stdin.fileno(), False)
            # Where the system does not allow it, the pipe is as wide as it is.
            with suppress(OSError):
                fcntl.fcntl(self._child.stdin, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
            self._has_read = False
            for request in self._given:
                self._unsent += request.list_frames()
            return self._child
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            os.close(life)

    def _exchange(self, child: subprocess.Popen[bytes], seconds: int) -> bytes | None:
        """Send what is not sent yet and return the next answer; None if the process has ended.

        Raises TimeoutError after that many seconds in which nothing came or went.
        """
        assert child.stdin is not None
        assert child.stdout is not None
        source, sink = child.stdout.fileno(), child.stdin.fileno()
        poll = select.poll()
        poll.register(source, select.POLLIN)
        if self._unsent:
            poll.register(sink, select.POLLOUT)
        while (frame := self._take_frame()) is None:
            if self._is_interrupted:
                return None
            ready = [descriptor for descriptor, _ in poll.poll(1000)]
            # Counted by turns: a clock would go on while both processes are suspended.
            seconds -= not ready
            if seconds <= 0:
                raise TimeoutError
            if sink in ready and not self._send(sink):
                poll.unregister(sink)
            if source in ready:
                piece = os.read(source, _PIECE)
                if not piece:
                    return None
                self._received += piece
        return frame

    def _send(self, sink: int) -> bool:
        """Send what the pipe takes; tell whether more is to be sent."""
        try:
            written = os.writev(sink, self._unsent)
        except BrokenPipeError:
            # What the process said before it ended is still to be read.
            return False
        while self._unsent and written >= len(self._unsent[0]):
            written -= len(self._unsent.popleft())
        if self._unsent:
            self._unsent[0] = self._unsent[0][written:]
        return bool(self._unsent)

    def _take_frame(self) -> bytes | None:
        """Return the first frame of what was received, once it is whole."""
        end = LENGTH + int.from_bytes(self._received[:LENGTH])
        if len(self._received) < end:
            return None
        frame = bytes(self._received[LENGTH:end])
        del self._received[:end]
        return frame

    def _end(self) -> None:
        child, self._child = self._child, None
        self._unsent.clear()
        self._received.clear()
        if child is not None:
            child.kill()
            with child:  # Closes its pipes and waits.
                pass
            os.close(self._life)
