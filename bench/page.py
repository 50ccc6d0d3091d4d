"""The first page of somebody who is signed in, which asks the store about ten questions, at a steady rate."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from measure import Result
from postgres import Postgres, programs
from server import Serving, serving
from upload import Owner

CONNECTIONS = 64
RATE, SLOWEST = 500, 25.0
RATE_OF_TWO = 2_000
SECONDS, SECONDS_IF_QUICK = 10, 3
STATEMENT = re.compile(r"^LOG:  (?:statement|execute [^:]*): (.*)$", re.DOTALL)
PARAMETERS = re.compile(r"\$(\d+) = ('(?:[^']|'')*'|NULL)")


def load(address: str, cookie: str, rate: float, seconds: int) -> tuple[float, float]:
    """Answers a second, and the 99th percentile of their time in milliseconds; any error stops the benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "requests.tsv")
        command = ["h2load", "--h1", f"-c{CONNECTIONS}", "-t1", f"-D{seconds}", f"-HCookie: {cookie}"]
        command += [f"--rps={rate / CONNECTIONS:.2f}", f"--log-file={log}", f"{address}/"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        wrong = re.search(r"(\d+) failed, (\d+) errored, (\d+) timeout", said)
        if not wrong or any(map(int, wrong.groups())):
            raise SystemExit(f"{address}: {said}")
        lines = [line.split("\t") for line in log.read_text().splitlines()]
    if {line[1] for line in lines} != {"200"}:
        raise SystemExit(f"{address} answered {sorted({line[1] for line in lines})}")
    times = sorted(int(line[2]) for line in lines)
    return len(times) / seconds, times[int(len(times) * 0.99)] / 1000


@contextmanager
def setting(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def questions(database: Postgres, owner: Owner) -> list[str]:
    """What the server asks the database for one page, with the values that it sends."""
    database.sql("ALTER SYSTEM SET log_statement = 'all'; SELECT pg_reload_conf();", "postgres")
    log = database.folder / "log"
    owner.ask("GET", "/")
    start = log.stat().st_size
    owner.ask("GET", "/")
    text = log.read_text(errors="replace")[start:]
    database.sql("ALTER SYSTEM RESET log_statement; SELECT pg_reload_conf();", "postgres")
    statements: list[str] = []
    for entry in re.split(r"^(?=LOG:  |DETAIL:  )", text, flags=re.MULTILINE):
        if entry.startswith("DETAIL:  ") and statements:
            statements[-1] = filled(statements[-1], dict(PARAMETERS.findall(entry)))
        elif found := STATEMENT.match(entry.rstrip()):
            statements.append(re.sub(r"\s+", " ", found.group(1)))
    # What the product does besides, once a second, is none of the page.
    besides = ("FROM job WHERE state = 'running'", "state = 'queued' AND (run_after", "AND state = 'published') +")
    return [each for each in statements if not any(words in each for words in besides)]


def filled(statement: str, values: dict[str, str]) -> str:
    return re.sub(r"\$(\d+)", lambda place: values[place.group(1)], statement)


def bare(database: Postgres, statements: list[str], seconds: int) -> float:
    """How often a second PostgreSQL's own program gets the same answers."""
    script = database.folder / "page.sql"
    script.write_text("".join(f"{each.rstrip(';')};\n" for each in statements))
    command = [str(database.programs / "pgbench"), "-n", "-M", "simple", "-c", "12", "-j", "2", f"-T{seconds}"]
    command += ["-f", str(script), "-h", "127.0.0.1", "-p", str(database.port), "-U", "outcomes_server", "outcomes"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"tps = ([\d.]+)", said)
    if not found or "number of failed transactions: 0" not in said:
        raise SystemExit(said)
    return float(found.group(1))


def on_a_file(seconds: int) -> Result:
    with tempfile.TemporaryDirectory() as data, serving(Path(data), "--empty") as server:
        owner = Owner(server)
        load(server.address, owner.cookie, RATE, 1)
        rate, slowest = load(server.address, owner.cookie, RATE, seconds)
    return Result(
        f"A page for somebody signed in, at {RATE} a second on SQLite: 99 of 100 within",
        f"{slowest:.1f} ms ({rate:,.0f} a second)",
        f"{SLOWEST:.0f} ms",
        slowest < SLOWEST and rate > RATE * 0.98,
    )


def on_postgres(seconds: int) -> Result:
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        database = Postgres(folder / "postgres", "log_line_prefix = ''").make().prepare()
        stack.callback(database.stop, "immediate")
        addresses = {
            "OUTCOMES_DATABASE": database.address(),
            "OUTCOMES_DATABASE_OWNER": database.address("outcomes_owner"),
            "OUTCOMES_KEY": str(folder / "owner.key"),
        }
        stack.enter_context(setting(**addresses))
        servers: list[Serving] = [
            stack.enter_context(serving(folder / number, "--empty")) for number in ("first", "second")
        ]
        owner = Owner(servers[0])
        asked = questions(database, owner)
        both = together(servers, owner.cookie, RATE_OF_TWO / 2, seconds)
        alone = bare(database, asked, seconds)
    rate = sum(each for each, _ in both)
    slowest = max(each for _, each in both)
    count = sum(each.lstrip().upper().startswith("SELECT") for each in asked)
    return Result(
        f"The same over two servers on one PostgreSQL ({count} questions a page), asked for {RATE_OF_TWO:,} a second",
        f"{rate:,.0f} a second, 99 of 100 within {slowest:.0f} ms; pgbench with the same statements: {alone:,.0f}",
        f"{RATE_OF_TWO:,} a second",
        rate >= RATE_OF_TWO * 0.98,
    )


def together(servers: list[Serving], cookie: str, rate: float, seconds: int) -> list[tuple[float, float]]:
    """All servers under load at the same time."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda server: load(server.address, cookie, rate, seconds), servers))


def measure(quick: bool) -> list[Result]:
    seconds = SECONDS_IF_QUICK if quick else SECONDS
    results = [on_a_file(seconds)]
    if programs() is not None:
        results.append(on_postgres(seconds))
    return results
