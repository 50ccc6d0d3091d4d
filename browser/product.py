"""The product as a person meets it: the real server, started on a free port with an empty data folder."""

import os
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWNER_LINK = re.compile(r"http://\S+/owner\?key=[\w-]+")
LONGEST_START = 60.0
LONGEST_FILLING = 300.0


def command() -> Path:
    """The outcomes command: OUTCOMES_COMMAND, else the debug build that script/test has just made."""
    return Path(os.environ.get("OUTCOMES_COMMAND", ROOT / ".build" / "debug" / "outcomes"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Product:
    """A running server. `output` grows while it runs."""

    data: Path
    options: tuple[str, ...] = ()
    port: int = field(default_factory=free_port)
    output: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[str] | None = None
    is_founded: bool = False
    founder_session: list = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Product":
        environment = {
            **os.environ,
            "OUTCOMES_LISTEN": f"127.0.0.1:{self.port}",
            "OUTCOMES_DATA": str(self.data),
            **self.environment,
        }
        self.process = subprocess.Popen(
            [command(), "serve", *self.options],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self._wait(lambda: self._answers() and self.owner_link is not None)
        return self

    def settle(self) -> "Product":
        """Waits until the examples of the demo place are all there."""
        self._wait(lambda: b"examples-left" not in self._first_page(), LONGEST_FILLING)
        return self

    def wait_for_line(self, words: str) -> None:
        """Waits until the log says something."""
        self._wait(lambda: any(words in line for line in self.output))

    def stop(self) -> int:
        """Asks the server to stop, as an administrator would, and gives its exit status."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    @contextmanager
    def worker_held(self) -> Iterator[None]:
        """Lets the document worker stand still meanwhile, so that whatever needs it waits."""
        held = [process for process in self._descendants() if b"outcomes_documents" in command_line(process)]
        assert held, "the worker runs from the start on"
        for process in held:
            os.kill(process, signal.SIGSTOP)
        try:
            yield
        finally:
            for process in held:
                # One that was stopped for good meanwhile is there no more.
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGCONT)

    def _descendants(self) -> list[int]:
        assert self.process is not None
        children: dict[int, list[int]] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                children.setdefault(parent(int(entry.name)), []).append(int(entry.name))
        found, waiting = [], [self.process.pid]
        while waiting:
            below = children.get(waiting.pop(), [])
            found += below
            waiting += below
        return found

    @property
    def owner_link(self) -> str | None:
        """The link that founds the place, as the server printed it."""
        found = OWNER_LINK.search("".join(self.output))
        return found.group(0) if found else None

    def _listen(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output.append(line)

    def _answers(self) -> bool:
        try:
            return bool(self._first_page())
        except (urllib.error.URLError, OSError):
            return False

    def _first_page(self) -> bytes:
        with urllib.request.urlopen(self.address, timeout=5) as reply:  # noqa: S310 (our own address)
            return bytes(reply.read())

    def _wait(self, ready, longest: float = LONGEST_START) -> None:
        assert self.process is not None
        deadline = time.monotonic() + longest
        while not ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                raise RuntimeError("the server didn't start:\n" + "".join(self.output))
            time.sleep(0.05)


def command_line(process: int) -> bytes:
    """The words of a process's command; none where it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def parent(process: int) -> int:
    """The process that a process belongs to; 0 where it has ended."""
    try:
        # The name of the command stands in brackets and may hold anything.
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
