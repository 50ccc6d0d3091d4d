"""The product's release build as a running server, for the benchmarks."""

import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from measure import OUTCOMES, ROOT

LONGEST_EXAMPLES = 180
LONGEST_START = 60.0
OWNER_LINK = re.compile(rb"http://[^/\s]+(/owner\?key=[\w-]+)")


@dataclass(frozen=True)
class Serving:
    """A server: its process, its address, the seconds from its start to its first answer, and where it writes."""

    pid: int
    port: int
    seconds: float
    log: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def owner_path(self) -> str:
        """The path of the link that makes a browser the owner's, as the server printed it."""
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            found = OWNER_LINK.search(os.pread(self.log, 1 << 20, 0))
            if found:
                return found.group(1).decode()
            time.sleep(0.01)
        raise SystemExit("the server printed no owner's link")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(port: int, path: str) -> tuple[int, bytes]:
    """A page's status and body, by the plainest client there is, so that its own time doesn't count."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while part := connection.recv(65_536):
            answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), body


@contextmanager
def serving(data: Path, *options: str, command: Path = OUTCOMES) -> Iterator[Serving]:
    """Starts the server, waits for its first answer, and stops it at the end."""
    port = free_port()
    environment = {**os.environ, "OUTCOMES_LISTEN": f"127.0.0.1:{port}", "OUTCOMES_DATA": str(data)}
    with tempfile.TemporaryFile() as log:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [command, "serve", *options], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        try:
            while True:
                try:
                    status, _ = get(port, "/")
                    break
                except (OSError, IndexError, ValueError):
                    if process.poll() is not None or time.perf_counter() - begun > LONGEST_START:
                        log.seek(0)
                        raise SystemExit(f"the server didn't start:\n{log.read().decode()}") from None
                    time.sleep(0.001)
            seconds = time.perf_counter() - begun
            if status != 200:
                raise SystemExit(f"the first page answered {status}")
            yield Serving(process.pid, port, seconds, log.fileno())
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


def published_account(server: Serving) -> str:
    """The path of the first published account that the first page links to, once all examples are made."""
    end = time.monotonic() + LONGEST_EXAMPLES
    while time.monotonic() < end:
        _, body = get(server.port, "/")
        found = re.search(rb'href="(/accounts/[^"#?]+)"', body)
        if found and b'id="examples-left"' not in body:
            return found.group(1).decode()
        time.sleep(0.5)
    raise SystemExit("the first page links to no published account")
