"""Servers of the product on one database, and a proxy in front of them."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from conftest import COMMAND, ROOT
from postgres import Postgres, Running, free_port
from visit import Visit

PASSWORD = "my dog is called bess"
PROXY = """
defaults
    mode http
    timeout connect 2s
    timeout client 60s
    timeout server 60s
frontend people
    bind 127.0.0.1:{port}
    default_backend servers
backend servers
    balance roundrobin
    option httpchk GET /readyz
    option redispatch
    http-response set-header X-Served-By %s
{servers}
"""


class Server(Running):
    def __init__(self, folder: Path, database: Postgres, *options: str, **settings: str) -> None:
        self.port = free_port()
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        settings = {
            "OUTCOMES_LISTEN": f"127.0.0.1:{self.port}",
            "OUTCOMES_DATA": str(folder / "data"),
            "OUTCOMES_DATABASE": database.address(),
            "OUTCOMES_DATABASE_OWNER": database.address("outcomes_owner"),
            "OUTCOMES_HOME": str(ROOT),
            **settings,
        }
        self.environment = {**os.environ, **settings}
        super().__init__([str(COMMAND), "serve", "--empty", *options], folder / "log", settings)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ready(self) -> "Server":
        self.says("Press Ctrl+C")
        return self

    def owner_path(self) -> str:
        found = re.search(r"http://[^/\s]+(/owner\?key=[\w-]+)", self.says("owner?key="))
        assert found is not None
        return found.group(1)


class Proxy(Running):
    def __init__(self, folder: Path, *servers: Server, backup: Server | None = None) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        lines = [
            f"    server s{number} 127.0.0.1:{server.port} check inter 300ms fall 2 rise 1"
            for number, server in enumerate(servers)
        ]
        if backup is not None:
            lines.append(f"    server copy 127.0.0.1:{backup.port} check inter 300ms fall 2 rise 1 backup")
        (folder / "haproxy.cfg").write_text(PROXY.format(port=port, servers="\n".join(lines)))
        super().__init__(["haproxy", "-db", "-f", str(folder / "haproxy.cfg")], folder / "haproxy.log")
        answers("the proxy", lambda: Visit(self.address).get("/healthz").status == 200)


def answers(what: str, is_so: Callable[[], bool], seconds: float = 60) -> None:
    """Waits until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"it took too long: {what}")


def found(server: Server, address: str) -> Visit:
    """Whoever founds the place, by the owner's link of a server, at an address that leads to it."""
    visit = Visit(address)
    visit.get(server.owner_path())
    fields = {"name": "Ann Founder", "email": "ann@example.org", "organisation": "Gardens", "password": PASSWORD}
    key = re.search(r'name="key" value="([^"]+)"', visit.page.text)
    assert key is not None
    page = visit.post("/owner", {**fields, "key": key.group(1)})
    assert page.status == 200, page.text
    return visit


def read_workbook(visit: Visit, book: bytes) -> str:
    """Uploads a workbook, waits until it was read, and gives the path of its import."""
    visit.get("/imports/new")
    item = visit.post("/imports/new", {}, ("book.xlsx", book)).path
    answers("the workbook is read", lambda: "Did we understand" in visit.get(item).text)
    return item


def publish(visit: Visit, book: bytes) -> str:
    """Makes an account of a workbook, publishes it, and gives its path."""
    item = read_workbook(visit, book)
    job = visit.post(item + "/account", {"language": "en"}).path
    answers("the account is made", lambda: visit.get(job).path.startswith("/accounts/"))
    account = visit.page.path
    visit.get(account + "/check")
    assert visit.post(account + "/publish", {"edition": "1"}).status == 200
    return account
