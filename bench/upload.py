"""A workbook of 50,000 participants uploaded and looked at, and what many large uploads leave in memory."""

import http.client
import re
import statistics
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

from measure import MEGABYTE, Result, megabytes, resident
from server import Serving, serving
from workbook import PEOPLE, write

LOOKS = 9
UPLOADS, UPLOADS_IF_QUICK = 24, 8
LARGEST = 25 * MEGABYTE
TOKEN = re.compile(rb'name="form-token" value="([^"]+)"')
BOUNDARY = "bench-0f3a"


def token(page: bytes) -> str:
    found = TOKEN.search(page)
    if not found:
        raise SystemExit("the form has no token")
    return found.group(1).decode()


class Owner:
    """The founder's browser, as far as a form needs one."""

    def __init__(self, server: Serving) -> None:
        self._port = server.port
        self._cookie = ""
        _, headers, page = self.ask("GET", server.owner_path)
        self._cookie = headers["Set-Cookie"].split(";")[0]
        form = {
            "form-token": token(page),
            "key": urllib.parse.parse_qs(urllib.parse.urlparse(server.owner_path).query)["key"][0],
            "name": "Ann Founder",
            "email": "ann@example.org",
            "organisation": "Bench",
            "password": "my dog is called bess",
        }
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        _, headers, _ = self.ask("POST", "/owner", urllib.parse.urlencode(form).encode(), kind)
        self._cookie = headers["Set-Cookie"].split(";")[0]
        self._token = token(self.ask("GET", "/imports/new")[2])

    @property
    def cookie(self) -> str:
        return self._cookie

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None) -> tuple:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        connection.request(method, path, body=body, headers={"Cookie": self._cookie, **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def upload(self, content: bytes) -> tuple[int, str]:
        """The status of the answer, and where it leads."""
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{self._token}\r\n',
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="workbook"; filename="book.xlsx"\r\n\r\n',
        ]
        body = "".join(parts).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        status, headers, _ = self.ask("POST", "/imports/new", body, kind)
        return status, urllib.parse.urlparse(headers.get("Location", "")).path

    def look(self, path: str) -> float:
        """Seconds until the page has come."""
        begun = time.perf_counter()
        status, _, _ = self.ask("GET", path)
        if status != 200:
            raise SystemExit(f"{path} answered {status}")
        return time.perf_counter() - begun

    def wait(self, path: str) -> None:
        """Until the page doesn't look again by itself any more."""
        while self.ask("GET", path)[1]["Refresh"]:
            time.sleep(0.05)


class Most:
    """The most memory that a process holds meanwhile."""

    def __init__(self, pid: int) -> None:
        self._pid, self._done, self.bytes = pid, threading.Event(), 0
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self._done.wait(0.02):
            self.bytes = max(self.bytes, resident([self._pid]))

    def __enter__(self) -> "Most":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


def measure(quick: bool) -> list[Result]:
    return [*large(), *many(UPLOADS_IF_QUICK if quick else UPLOADS)]


def large() -> Iterator[Result]:
    """One workbook with many people in it."""
    with tempfile.TemporaryDirectory() as scratch:
        path, data = Path(scratch, "large.xlsx"), Path(scratch, "data")
        write(path)
        with serving(data, "--empty") as server:
            owner = Owner(server)
            begun = time.perf_counter()
            with Most(server.pid) as most:
                _, page = owner.upload(path.read_bytes())
                answered = time.perf_counter() - begun
                owner.wait(page)
            seconds = time.perf_counter() - begun
            again = statistics.median(owner.look(page) for _ in range(LOOKS))
        with serving(data, "--empty") as server:
            first = Owner(server).look(page)
    name = f"A workbook of {PEOPLE:,} people, uploaded"
    yield Result(f"{name}: the answer comes within", f"{answered:.2f} s", "1.5 s", answered < 1.5)
    yield Result(f"{name}: what was understood stands there after", f"{seconds:.2f} s", "10 s", seconds < 10)
    yield Result(
        f"{name}: looked at again (the first time after a start: {first * 1000:.0f} ms)",
        f"{again * 1000:.0f} ms",
        "50 ms",
        again < 0.05,
    )
    yield Result(f"{name}: most memory of the server", megabytes(most.bytes), "600 MB", most.bytes < 600 * MEGABYTE)


def many(count: int) -> Iterator[Result]:
    """Many files as large as may be, one after another and four at once; none is a workbook."""
    content = b"\x07" * (LARGEST - 1000)
    with tempfile.TemporaryDirectory() as data, serving(Path(data), "--empty") as server:
        owner = Owner(server)
        owner.upload(content)
        before = resident([server.pid])
        with Most(server.pid) as most:
            for _ in range(count // 2):
                owner.upload(content)
            for _ in range(count // 8):
                threads = [threading.Thread(target=owner.upload, args=(content,)) for _ in range(4)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
        grown = most.bytes - before
    yield Result(
        f"{count} uploads of 25 MB: the server's memory grows by at most", megabytes(grown), "30 MB",
        grown < 30 * MEGABYTE,
    )  # fmt: skip
