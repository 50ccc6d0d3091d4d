"""A published account under load, beside nginx with the same bytes as a static file, in the same run."""

import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import MEGABYTE, Result, megabytes, resident
from server import Serving, free_port, get, published_account, serving

CONNECTIONS = 64
ROUNDS, SECONDS = 5, 6
ROUNDS_IF_QUICK, SECONDS_IF_QUICK = 2, 3
MINUTES, MINUTES_IF_QUICK = 10, 0.5
# Growth up to this counts as flat: caches that fill once and the allocator's own reserve.
FLAT = 8 * MEGABYTE

NGINX = """
worker_processes auto;
daemon off;
error_log {folder}/error.log;
pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    types {{ text/html html; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


@contextmanager
def nginx(page: bytes) -> Iterator[str]:
    """nginx with one static page; gives its address."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        Path(folder, "account.html").write_bytes(page)
        port = free_port()
        settings = Path(folder, "nginx.conf")
        settings.write_text(NGINX.format(folder=folder, port=port))
        process = subprocess.Popen([program, "-c", settings], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(500):
                try:
                    status, body = get(port, "/account.html")
                    break
                except OSError:
                    time.sleep(0.01)
            else:
                raise SystemExit("nginx didn't start")
            assert (status, body) == (200, page)
            yield f"http://127.0.0.1:{port}/account.html"
        finally:
            process.terminate()
            process.wait(timeout=10)


def wrk(url: str, seconds: float) -> float:
    """Requests a second with 64 connections; any error stops the benchmark."""
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    wrong = re.search(r"(Socket errors:.*|Non-2xx.*)", said)
    if wrong:
        raise SystemExit(f"{url}: {wrong.group(1)}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found
    return float(found.group(1))


def p99(url: str, rate: float, seconds: int) -> float:
    """The 99th percentile of the time to answer, in milliseconds, at a steady rate of requests a second."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "requests.tsv")
        command = [
            *("h2load", "--h1", f"-c{CONNECTIONS}", "-t1", f"-D{seconds}", f"--rps={max(1, rate / CONNECTIONS):.2f}"),
            *(f"--log-file={log}", url),
        ]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        wrong = re.search(r"(\d+) failed, (\d+) errored, (\d+) timeout", said)
        assert wrong
        if any(map(int, wrong.groups())):
            raise SystemExit(f"{url}: {wrong.group(0)}")
        times = sorted(int(line.split("\t")[2]) for line in log.read_text().splitlines())
    return times[int(len(times) * 0.99)] / 1000


def memory_under_load(server: Serving, url: str, minutes: float) -> tuple[int, int]:
    """The server's memory after the first tenth of the time, and the most in its last tenth."""
    load = subprocess.Popen(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{round(minutes * 60)}s", url], stdout=subprocess.DEVNULL
    )
    samples = []
    while load.poll() is None:
        samples.append(resident([server.pid]))
        time.sleep(0.25)
    tenth = max(1, len(samples) // 10)
    return max(samples[:tenth]), max(samples[-tenth:])


def measure(quick: bool) -> list[Result]:
    rounds, seconds = (ROUNDS_IF_QUICK, SECONDS_IF_QUICK) if quick else (ROUNDS, SECONDS)
    minutes = MINUTES_IF_QUICK if quick else MINUTES
    with tempfile.TemporaryDirectory() as data, serving(Path(data)) as server:
        path = published_account(server)
        status, page = get(server.port, path)
        assert status == 200
        url = server.address + path
        with nginx(page) as static:
            wrk(url, 1), wrk(static, 1)
            pairs = [(wrk(url, seconds), wrk(static, seconds)) for _ in range(rounds)]
        ours = statistics.median(first for first, _ in pairs)
        theirs = statistics.median(second for _, second in pairs)
        share = statistics.median(first / second for first, second in pairs)
        slowest = p99(url, ours / 2, seconds * 2)
        before, after = memory_under_load(server, url, minutes)
    return [
        Result(
            f"A published account of {len(page) / 1000:.0f} kB under wrk with {CONNECTIONS} connections, beside nginx "
            "with the same bytes as a static file",
            f"{share:.2f} of its rate ({ours:,.0f} and {theirs:,.0f} a second)",
            "at least a third",
            share >= 1 / 3,
        ),
        Result("99 of 100 requests are answered within, at half that load", f"{slowest:.1f} ms", "25 ms", slowest < 25),
        Result(
            f"Memory before and after {minutes:g} minutes of that load",
            f"{megabytes(before)}, {megabytes(after)}",
            "flat",
            after - before <= FLAT,
        ),
    ]
