"""Lets tools that attackers use loose on a real server on this machine, and says what they found.

    attack.py [--quick] [schemathesis] [wapiti] [sqlmap] [slow] [idle]

A run of everything writes docs/security.md. Each tool has a limit on its time. Nothing leaves this machine but the
fetching of the tools themselves.
"""

import argparse
import asyncio
import contextlib
import datetime
import html
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from measure import ROOT, Result, megabytes, resident
from server import Serving, serving
from visitor import Visitor

sys.path.insert(0, str(ROOT / "acceptance"))

import workbooks

TOOLS = ROOT / "out" / "tools"
REPORT = ROOT / "docs" / "security.md"
PINNED = {"schemathesis": "schemathesis==4.32.5", "wapiti": "wapiti3==3.2.3"}
IDLE = 10_000
WHOLE_ANSWER = b"</html>"
ACCEPTED = '[checks.positive_data_acceptance]\nexpected-statuses = ["2xx", "401", "403", "404", "409", "410", "429"]\n'

# What ends the session that a tool works with, or changes the password behind it: nothing would be left to try.
LEFT_OUT = ["/sign-out", "/me/password", "/me/act-for"]
LEFT_OUT_PATTERNS = ["/me/sessions/*", "/organisation/members/*"]
# After ten attempts sign-in answers otherwise, and asking to join after twenty, which wapiti takes for an effect of
# what it sent. sqlmap tries them.
LEFT_TO_SQLMAP = ["/sign-in", "/ask-to-join"]


def tool(name: str, program: str) -> Path:
    """The program of a tool, in a Python environment of its own that is made where it isn't there."""
    folder = TOOLS / name
    found = folder / "bin" / program
    if not found.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", PINNED[name]], check=True)
    return found


@contextlib.contextmanager
def founded() -> Iterator[tuple[Serving, Visitor]]:
    """A server with a place that somebody has founded, a published account, a draft and a token."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data", "--empty") as server:
        visitor = Visitor(server.address)
        visitor.found(server.owner_path)
        for published in (True, False):
            page = visitor.send("/imports/new", workbooks.good(Path(folder) / "map.xlsx"))
            item = urllib.parse.urlparse(page.url).path
            while "being read" in page.text:
                time.sleep(0.2)
                page = visitor.get(item)
            page = visitor.post(f"{item}/account", {"language": "en"}, item)
            job = urllib.parse.urlparse(page.url).path
            while "being made" in page.text:
                time.sleep(0.2)
                page = visitor.get(job)
            account = urllib.parse.urlparse(page.url).path
            if published:
                visitor.post(f"{account}/publish", {"edition": "1"}, f"{account}/check")
        yield server, visitor


def faults(server: Serving) -> int:
    """How many faults of its own the server has written down."""
    with open(f"/proc/self/fd/{server.log}", "rb") as log:
        lines = [line for line in log.read().decode(errors="replace").splitlines() if "level=error" in line]
    for line in lines:
        print(line[:400], file=sys.stderr)
    return len(lines)


def found(what: str, number: int, said: str, server: Serving) -> Result:
    own = faults(server)
    measured = f"{said}: {number} found" + (f", {own} faults in the log" if own else "")
    return Result(what, measured, "nothing found", number == 0 and own == 0)


def schemathesis(quick: bool) -> Iterator[Result]:
    program = tool("schemathesis", "st")
    with founded() as (server, visitor), tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "schemathesis.toml").write_text(ACCEPTED)
        examples = "10" if quick else "100"
        header = f"Authorization: Bearer {visitor.token('owner')}"
        told = subprocess.run(
            [
                *[program, "run", f"{server.address}/api/v1/openapi.json", "-H", header, "--checks", "all"],
                *["--max-examples", examples, "--no-color"],
            ],
            check=False,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=900,
        )
        cases = re.search(r"(\d+) generated", told.stdout)
        failures = re.search(r"(\d+) unique failures?", told.stdout)
        number = int(failures.group(1)) if failures else 0
        if told.returncode != 0:
            print("\n".join(line[:400] for line in told.stdout.splitlines()), file=sys.stderr)
            number = max(number, 1)
        yield found("schemathesis on `/api/v1`", number, f"{cases.group(1) if cases else 0} requests", server)


def wapiti(quick: bool) -> Iterator[Result]:
    program = tool("wapiti", "wapiti")
    modules = "sql,timesql,xss,permanentxss,file,exec,crlf,redirect,xxe,methods,http_headers,csp,htaccess,backup"
    for who in ("stranger", "founder"):
        with founded() as (server, visitor), tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.json"
            cookie = ["-H", f"Cookie: {visitor.session}"] if who == "founder" else []
            out = [
                each for path in LEFT_OUT + LEFT_OUT_PATTERNS + LEFT_TO_SQLMAP for each in ("-x", server.address + path)
            ]
            subprocess.run(
                [
                    *[program, "-u", server.address + "/", "--scope", "folder", "-m", modules, *cookie, *out],
                    *["--max-scan-time", "60" if quick else "150", "--max-attack-time", "40", "-f", "json"],
                    *["-o", report, "--flush-session", "--no-bugreport", "--store-session", folder],
                ],
                check=False,
                stdout=subprocess.DEVNULL,
                timeout=900,
            )
            told = json.loads(report.read_text())
            kinds = {
                kind: each for part in ("vulnerabilities", "anomalies") for kind, each in told[part].items() if each
            }
            for kind, each in kinds.items():
                for one in each:
                    print(f"wapiti, {who}: {kind}: {one['method']} {one['path']}: {one['info']}", file=sys.stderr)
            pages = told["infos"].get("crawled_pages_nbr", 0)
            number = sum(map(len, kinds.values()))
            yield found(f"wapiti as {who}", number, f"{pages} pages, {modules.count(',') + 1} kinds of attack", server)


FORM = re.compile(r'<form[^>]*method="post"[^>]*action="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)
FIELD = re.compile(r'<(?:input|select|textarea)[^>]*name="([^"]+)"[^>]*>')
VALUE = re.compile(r'value="([^"]*)"')
LINK = re.compile(r'href="(/[^"#?]*)')


def forms(visitor: Visitor) -> dict[str, tuple[str, dict[str, str]]]:
    """Every form that links lead to, by its address without identifiers: the page it is on, and its fields."""
    waiting, seen, forms = ["/", "/sign-in", "/template.xlsx"], {"/"}, {}
    while waiting and len(seen) < 200:
        path = waiting.pop()
        if "." in path:
            continue
        text = visitor.get(path).text
        for action, body in FORM.findall(text):
            shape = re.sub(r"/[0-9a-z]{12}\b", "/*", action)
            fields = {field.group(1): value(field.group(0)) for field in FIELD.finditer(body)}
            if not any(action.startswith(left.rstrip("*")) for left in LEFT_OUT + LEFT_OUT_PATTERNS):
                forms.setdefault(shape, (path, {"__action": action, **fields}))
        for link in LINK.findall(text):
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    return forms


def value(tag: str) -> str:
    given = VALUE.search(tag)
    return html.unescape(given.group(1)) if given else "1"


def sqlmap(quick: bool) -> Iterator[Result]:
    with founded() as (server, visitor), tempfile.TemporaryDirectory() as folder:
        targets = list(forms(visitor).values())
        if quick:
            targets = targets[:3]
        number = 0
        common = [
            "--batch",
            "--disable-coloring",
            "--level",
            "1",
            "--risk",
            "1",
            "--output-dir",
            folder,
            "--timeout",
            "10",
        ]
        common += ["--cookie", visitor.session, "--skip", "form-token", "--threads", "4", "--smart"]
        queries = ["/published?page=1", "/api/v1/accounts?list=published&page=1", "/?language=en", "/sign-in?then=/me"]
        runs = [[server.address + query] for query in (queries[:1] if quick else queries)]
        for page, fields in targets:
            action = fields.pop("__action")
            data = urllib.parse.urlencode(fields)
            runs.append(
                [
                    *[server.address + action, "--data", data, "--csrf-token", "form-token"],
                    *["--csrf-url", server.address + page, "--method", "POST"],
                ]
            )
        for run in runs:
            told = subprocess.run(
                ["sqlmap", "-u", *run, *common],
                check=False,
                capture_output=True,
                text=True,
                timeout=300,
                stdin=subprocess.DEVNULL,
            )
            if "identified the following injection point" in told.stdout:
                number += 1
                print(f"sqlmap: {run[0]}\n{told.stdout[-2000:]}", file=sys.stderr)
        yield found(
            f"sqlmap on {len(targets)} forms and {len(runs) - len(targets)} queries", number, "every field", server
        )


async def ask(port: int, path: str) -> float:
    """The seconds that a page takes an honest visitor; raises where it doesn't come whole."""
    begun = time.perf_counter()
    reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), 10)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    if not answer.startswith(b"HTTP/1.1 200") or not answer.rstrip().endswith(WHOLE_ANSWER):
        raise OSError("no whole answer")
    return time.perf_counter() - begun


async def honest(port: int, is_over: Callable[[], bool]) -> tuple[list[float], int]:
    """Honest visits, one after the other, while something lasts: what each took, and how many came to nothing."""
    times, lost = [], 0
    while not is_over():
        try:
            times.append(await ask(port, "/"))
        except (OSError, TimeoutError):
            lost += 1
        await asyncio.sleep(0.02)
    return times, lost


def said(times: list[float], lost: int) -> str:
    if not times:
        return f"none of {lost} honest visits was answered"
    slowest = statistics.quantiles(times, n=100)[98] if len(times) > 1 else times[0]
    return f"{len(times)} of {len(times) + lost} honest visits answered, p99 {slowest * 1000:.0f} ms"


def over(attack: subprocess.Popen[bytes], end: float) -> bool:
    return attack.poll() is not None or time.monotonic() > end


def slow(quick: bool) -> Iterator[Result]:
    seconds = 10 if quick else 40
    for name, options in {
        "headers": ["-H", "-i", "5"],
        "bodies": ["-B", "-i", "5", "-s", "8192"],
        "reading": ["-X", "-n", "5", "-z", "32", "-w", "512", "-y", "1024", "-k", "3"],
    }.items():
        with founded() as (server, _):
            before = resident([server.pid])
            attack = subprocess.Popen(
                [
                    *["slowhttptest", *options, "-c", "1000", "-r", "500", "-l", str(seconds), "-p", "5", "-u"],
                    f"{server.address}/{'sign-in' if name == 'bodies' else ''}",
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            end = time.monotonic() + seconds + 20
            try:
                times, lost = asyncio.run(honest(server.port, partial(over, attack, end)))
            finally:
                attack.kill()
                attack.wait()
            grown = megabytes(max(0, resident([server.pid]) - before))
            yield Result(
                f"1,000 clients with slow {name}, {seconds} s",
                f"{said(times, lost)}; {grown} more memory",
                "all answered",
                lost == 0 and bool(times),
            )


async def hold(server: Serving, number: int) -> tuple[int, list[float], int, int]:
    """Opens so many connections that say nothing, and visits honestly meanwhile."""
    held: list[asyncio.StreamWriter] = []

    async def opened() -> None:
        with contextlib.suppress(OSError, TimeoutError):
            held.append((await asyncio.wait_for(asyncio.open_connection("127.0.0.1", server.port), 10))[1])

    for _ in range(number // 100):
        await asyncio.gather(*(opened() for _ in range(100)))
    end = time.monotonic() + 5
    times, lost = await honest(server.port, lambda: time.monotonic() > end)
    memory = resident([server.pid])
    for writer in held:
        writer.close()
    return len(held), times, lost, memory


def idle(quick: bool) -> Iterator[Result]:
    number = 2_000 if quick else IDLE
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with founded() as (server, _):
        before = resident([server.pid])
        held, times, lost, memory = asyncio.run(hold(server, number))
        yield Result(
            f"{number:,} idle connections",
            f"{held:,} held; {said(times, lost)}; memory {megabytes(before)} before, {megabytes(memory)} with them",
            "all held, all answered",
            held == number and lost == 0 and bool(times),
        )


PARTS = {"schemathesis": schemathesis, "wapiti": wapiti, "sqlmap": sqlmap, "slow": slow, "idle": idle}

HEAD = """# Attacks that we try

`script/attack` lets tools that attackers use loose on a real server on the same machine: as a stranger, as the founder
of a place, and as a program with a token. It exits with 1 where one of them finds something, and writes this page. What
is protected, and how, stands in [SECURITY.md](../SECURITY.md).

Run on {date}, on a machine with {cores} cores.

| what | measured | asked | |
| --- | --- | --- | --- |
"""

NOTE = """
- **schemathesis** makes requests of what `/api/v1/openapi.json` says, right ones and wrong ones, and compares each
  answer with it: no fault of the server, no status, type or field that isn't described, no wrong request taken and no
  right one refused, nothing open without its token. The one thing it is told is that `410` is a fair answer.
- **wapiti** follows the links and attacks every field it meets. It is kept from signing out, from ending its session
  or membership, and from the form for signing in: after ten attempts that answers otherwise, whatever is sent. Three of
  its checks are left out, since our own tests say more: it knows a form's token by its name only (`RouteTests` sends
  every form without one), wants `Secure` on cookies over plain HTTP here as well (`SessionTests` looks at both kinds),
  and takes a page that lists what it has just added for the answer of an LDAP server, which we have none of.
- **sqlmap** tries every form that can be come to, with the token of the form, and the queries of lists.
- **slow clients** are those of slowhttptest: headers and bodies that come a few bytes at a time, and answers that are
  hardly read. **Idle connections** say nothing at all. Meanwhile somebody honest asks for the first page, on a new
  connection each time.
"""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    chosen = parser.parse_args()
    for name in chosen.parts:
        if name not in PARTS:
            parser.error(f"{name} is not a part: {', '.join(PARTS)}")
    results = []
    for name in chosen.parts or PARTS:
        for result in PARTS[name](chosen.quick):
            print(result, flush=True)
            results.append(result)
    if not chosen.quick and not chosen.parts:
        date = datetime.datetime.now(datetime.UTC).date()
        rows = [
            f"| {each.what} | {each.measured} | {each.asked} | {'met' if each.met else 'not met'} |" for each in results
        ]
        REPORT.write_text(HEAD.format(date=date, cores=os.cpu_count()) + "\n".join(rows) + "\n" + NOTE)
    return 0 if all(each.met for each in results) else 1


if __name__ == "__main__":
    sys.exit(main())
