"""The interface for programs as one meets it: the real server, asked as docs/api.md shows.

Every answer is compared with what /api/v1/openapi.json says of it.
"""

import json
import os
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import workbooks
from conftest import COMMAND, ROOT
from jsonschema import Draft202012Validator, FormatChecker
from server import serving
from visitor import Visitor

LONGEST = 60.0
WORKBOOK = "application/octet-stream"


@dataclass
class Program:
    """Asks with a token, and finds in the description what each answer may be."""

    address: str
    token: str
    description: dict[str, Any]

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str | None = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self.token}"} | ({"Content-Type": kind} if kind else {})
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=LONGEST) as reply:
                status, media, content = reply.status, reply.headers["Content-Type"], reply.read()
        except urllib.error.HTTPError as refusal:
            with refusal:
                status, media, content = refusal.code, refusal.headers["Content-Type"], refusal.read()
        return status, self.checked(method, path, status, media, content)

    def checked(self, method: str, path: str, status: int, media: str | None, content: bytes) -> Any:
        """The answer's JSON, once it has been found to be what the description says."""
        operation = self._operation(method, path.partition("?")[0])
        assert str(status) in operation["responses"], f"{method} {path} answered {status}: {content!r}"
        described = operation["responses"][str(status)].get("content", {})
        if not described:
            assert content == b""
            return None
        value = json.loads(content)
        self.validate(described[media]["schema"], value)
        return value

    def validate(self, schema: dict[str, Any], value: Any) -> None:
        whole = {"components": self.description["components"], **schema}
        Draft202012Validator(whole, format_checker=FormatChecker()).validate(value)

    def _operation(self, method: str, path: str) -> dict[str, Any]:
        for pattern, operations in self.description["paths"].items():
            if re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", pattern), path) and method.lower() in operations:
                return operations[method.lower()]
        raise AssertionError(f"the description has no {method} {path}")

    def until(self, path: str, states: set[str]) -> dict[str, Any]:
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            _, value = self.ask("GET", path)
            if value["state"] in states:
                return value
            time.sleep(0.1)
        raise AssertionError(f"{path} came to nothing")

    def first_list(self) -> str:
        """The key of a list of words; those that come with the product are loaded once the place is founded."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            items = self.ask("GET", "/api/v1/word-lists")[1]["items"]
            if items:
                return items[0]["key"]
            time.sleep(0.1)
        raise AssertionError("no list of words came")


@dataclass
class Site:
    visitor: Visitor
    program: Program


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), "--empty", command=COMMAND) as server:
        visitor = Visitor(server.address)
        visitor.found(server.owner_path)
        description = json.loads(visitor.get("/api/v1/openapi.json").text)
        yield Site(visitor, Program(server.address, visitor.token("owner"), description))


def sent(program: Program, workbook: Path) -> str:
    status, value = program.ask("POST", f"/api/v1/imports?name={workbook.name}", workbook.read_bytes(), WORKBOOK)
    assert status == 202
    return str(value["id"])


def made(site: Site, item: str) -> str:
    """Accepts an import, and gives the account whose draft that makes."""
    status, job = site.program.ask("POST", f"/api/v1/imports/{item}/account", b"{}", "application/json")
    assert status == 202
    done = site.program.until(f"/api/v1/jobs/{job['id']}", {"done", "failed"})
    assert done["state"] == "done", done
    return str(done["account"])


def test_a_program_goes_the_whole_way_and_each_answer_is_as_described(site: Site, tmp_path: Path) -> None:
    program = site.program
    item = sent(program, workbooks.good(tmp_path / "map.xlsx"))
    assert program.until(f"/api/v1/imports/{item}", {"understood", "incomplete"})["state"] == "understood"
    account = made(site, item)
    address = f"/api/v1/accounts/{account}"
    assert program.ask("GET", "/api/v1/accounts?list=drafts")[1]["items"][0]["id"] == account
    site.visitor.post(f"/accounts/{account}/publish", {"edition": "1"}, f"/accounts/{account}/check")
    assert program.ask("GET", address)[1]["current"] == 1
    _, facts = program.ask("GET", address + "/facts")
    assert facts == json.loads(site.visitor.get(f"/accounts/{account}/account.json").text)
    _, listed = program.ask("GET", address + "/figures")
    assert listed["figures"] == facts["figures"]
    for figure in facts["figures"]:
        _, alone = program.ask("GET", f"{address}/figures/{figure['id']}")
        assert alone["figure"] == figure
        assert {each["id"] for each in alone["from"]} == set(figure["derivation"]["figures"])
    for path in ["/imports", "/organisations", "/organisation", "/organisation/people", "/openapi.json"]:
        assert program.ask("GET", "/api/v1" + path)[0] == 200
    assert program.ask("GET", "/api/v1/accounts?page=nonsense")[0] == 422
    assert program.ask("GET", "/api/v1/accounts/none")[0] == 404


def test_what_a_program_sends_in_vain_is_said_to_it(site: Site, tmp_path: Path) -> None:
    program = site.program
    refused = sent(program, workbooks.not_a_workbook(tmp_path / "no.xlsx"))
    state = program.until(f"/api/v1/imports/{refused}", {"refused", "understood", "incomplete"})
    assert state["state"] == "refused"
    assert state["fault"]["mend"]
    wrong = workbooks.changed(tmp_path / "map.xlsx", workbooks.QUANTITY, "lots")
    item = sent(program, wrong)
    state = program.until(f"/api/v1/imports/{item}", {"refused", "understood", "incomplete"})
    assert state["state"] == "incomplete"
    assert state["problems"]
    assert program.ask("POST", f"/api/v1/imports/{item}/account", b"{}", "application/json")[0] == 409
    answers = json.dumps({"answers": ["nobody asked"]}).encode()
    assert program.ask("POST", f"/api/v1/imports/{item}/answers", answers, "application/json")[0] == 409
    assert program.ask("DELETE", f"/api/v1/imports/{item}")[0] == 204
    assert program.ask("GET", f"/api/v1/imports/{item}")[0] == 410


def test_the_page_about_it_shows_what_works(site: Site, tmp_path: Path) -> None:
    program = site.program
    workbook = workbooks.good(tmp_path / "map.xlsx")
    item, unwanted = sent(program, workbook), sent(program, workbook)
    program.until(f"/api/v1/imports/{item}", {"understood"})
    account = made(site, item)
    site.visitor.post(f"/accounts/{account}/publish", {"edition": "1"}, f"/accounts/{account}/check")
    figure = program.ask("GET", f"/api/v1/accounts/{account}/figures")[1]["figures"][0]["id"]
    _, job = program.ask("POST", f"/api/v1/imports/{item}/account", b"{}", "application/json")
    environment = {
        "PATH": os.environ["PATH"],
        "SITE": program.address,
        "TOKEN": program.token,
        "IMPORT": item,
        "UNWANTED": unwanted,
        "ACCOUNT": account,
        "FIGURE": figure,
        "JOB": job["id"],
        "LIST": program.first_list(),
    }
    examples = re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "api.md").read_text(), re.DOTALL)
    commands = [line for example in examples for line in re.sub(r"\\\n\s*", "", example).splitlines() if line.strip()]
    assert len(commands) >= 12
    for command in commands:
        told = subprocess.run(
            ["/bin/bash", "-c", command.strip() + " -w '\\n%{http_code}'"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.rpartition("\n")[2] in ("200", "202", "204"), command + told.stdout
