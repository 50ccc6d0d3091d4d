"""Accounts of workbooks as charities write them, checked figure by figure against what others' rules come to."""

import html
import json
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import pytest
import textstat
from recalculate import formulas, recalculated, values
from varied import CASES, Case

PENNY = 0.0051
MOST_PAGES = 4
HARDEST = 8
# Few enough to be made within the time that a run of the command has.
AT_ONCE = 8
NAMES = [case.name for case in CASES]


@dataclass(frozen=True)
class Made:
    """What came of a case: the folder, and the account as JSON, as the words of its page, and as its printed pages."""

    case: Case
    folder: Path
    json: dict
    page: str
    pages: list[str]

    @classmethod
    def read(cls, case: Case, out: Path) -> Self:
        command = ["pdftotext", "-layout", out / "account.pdf", "-"]
        paper = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        data = json.loads((out / "account.json").read_text())
        return cls(case, out, data, words((out / "account.html").read_text()), paper.split("\f")[:-1])

    @property
    def figures(self) -> dict[str, dict]:
        return {figure["id"]: figure for figure in self.json["figures"]}

    @cached_property
    def cells(self) -> dict:
        return values(self.folder / "account.xlsx")

    @cached_property
    def forms(self) -> dict[str, str]:
        return {
            "page": self.page,
            "paper": re.sub(r"\s+", " ", " ".join(self.pages)),
            "workbook": "\n".join(str(value) for value in self.cells.values()),
            "data": json.dumps(self.json, ensure_ascii=False),
        }


def words(page: str) -> str:
    bare = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", bare)))


def make(outcomes, case: Case, folder: Path) -> Made:
    out = folder / case.name
    answer = outcomes("account", case.write(folder), "--out", out, *case.options)
    assert (answer.status, answer.err) == (0, ""), case.name
    return Made.read(case, out)


def make_all(outcomes, cases: list[Case], folder: Path) -> dict[str, Made | Exception]:
    """Every case's account; one that could not be made fails the tests of its own case alone.

    Those that need no options of their own are given several at a time, as whoever gets many workbooks would.
    """

    def attempt(some: list[Case]) -> dict[str, Made | Exception]:
        try:
            paths = {case.name: case.write(folder) for case in some}
            out = folder / some[0].name if len(some) == 1 else folder
            answer = outcomes("account", *paths.values(), "--out", out, *some[0].options)
        except Exception as error:
            return {case.name: error for case in some}
        made = {}
        for case in some:
            name = "" if len(some) == 1 else f"{paths[case.name].name}: "
            said = [line for line in answer.err.splitlines() if line.startswith(name)]
            if said or not (folder / case.name / "account.json").exists():
                made[case.name] = AssertionError(f"{case.name}: {answer.status} {said}")
            else:
                made[case.name] = Made.read(case, folder / case.name)
        assert answer.status == 0 or any(isinstance(each, Exception) for each in made.values()), answer.err
        return made

    plain = [case for case in cases if not case.options]
    sets = [plain[start : start + AT_ONCE] for start in range(0, len(plain), AT_ONCE)]
    sets += [[case] for case in cases if case.options]
    with ThreadPoolExecutor(2) as pool:
        return {name: made for some in pool.map(attempt, sets) for name, made in some.items()}


@pytest.fixture(scope="module")
def accounts(outcomes, tmp_path_factory) -> dict[str, Made | Exception]:
    return make_all(outcomes, CASES, tmp_path_factory.mktemp("varied"))


@pytest.fixture(params=NAMES)
def made(request, accounts) -> Made:
    found = accounts[request.param]
    if isinstance(found, Exception):
        raise found
    return found


def near(value: float, tolerance: float = PENNY):
    return pytest.approx(float(value), abs=tolerance)


def test_what_it_is_worth(made) -> None:
    figures, value_map = made.figures, made.case.map
    worth, inputs = value_map.total(), value_map.put_in()
    assert figures["presentValue"]["unit"] == made.case.currency
    assert figures["inputs"]["value"] == near(inputs)
    assert figures["presentValue"]["value"] == near(worth)
    assert figures["netPresentValue"]["value"] == near(worth - inputs)
    rows = [name for name in figures if re.fullmatch(r"outcome\.\d+\.presentValue", name)]
    assert len(rows) == len(value_map.outcomes)
    for number, row in enumerate(value_map.outcomes, start=1):
        assert figures[f"outcome.{number}.quantity"]["value"] == near(row["quantity"], 1e-9)
        assert figures[f"outcome.{number}.firstYear"]["value"] == near(value_map.first_year(row))
        assert figures[f"outcome.{number}.presentValue"]["value"] == near(value_map.worth(row))
    first = sum(value_map.first_year(row) for row in value_map.outcomes)
    payback = figures["paybackMonths"]["value"]
    assert payback == near(inputs / (first / 12)) if first > 0 else payback is None


def test_the_ratio_and_its_range(made) -> None:
    figures, value_map = made.figures, made.case.map
    inputs = value_map.put_in()
    if not inputs:
        assert figures["ratio"]["value"] is None
        assert figures["netRatio"]["value"] is None
        return
    low, high = value_map.range()
    assert figures["ratio"]["value"] == near(value_map.total() / inputs, 6e-7)
    assert figures["netRatio"]["value"] == near(value_map.total() / inputs - 1, 6e-7)
    assert figures["ratio"]["low"] == near(low / inputs, 6e-7)
    assert figures["ratio"]["high"] == near(high / inputs, 6e-7)
    assert figures["presentValue"]["low"] == near(low)
    assert figures["presentValue"]["high"] == near(high)


def test_what_changed(made) -> None:
    changes = [made.figures[name] for name in made.figures if re.fullmatch(r"change\.\d+", name)]
    assert len(changes) == len(made.case.measures)
    for number, (figure, measured) in enumerate(zip(changes, made.case.measures, strict=True), start=1):
        shown = (figure["value"], figure["low"], figure["high"])
        if len(measured.pairs) < 10:
            assert shown == (None, None, None)
            assert figure["withheld"]
            continue
        assert list(shown) == [near(each) for each in measured.main]
        rate = made.figures.get(f"improved.{number}")
        others = len(measured.pairs) - measured.improved
        if measured.improved >= 5 and (others == 0 or others >= 5):
            assert rate, "how many improved is hidden without need"
        if rate:
            assert others == 0 or others >= 5
            assert [rate["value"], rate["low"], rate["high"]] == [near(each, 6e-7) for each in measured.improved_share]
        if measured.comparison:
            beside = made.figures[f"differenceOfChanges.{number}"]
            found = [beside["value"], beside["low"], beside["high"]]
            assert found == [near(each) for each in measured.difference_of_changes]


def test_every_form_shows_every_figure(made) -> None:
    numbers = [value for value in made.cells.values() if isinstance(value, int | float)]
    for figure in made.json["figures"]:
        value = figure["value"]
        if value is None:
            continue
        assert any(abs(number - value) < 1e-6 for number in numbers), f"workbook: {figure['id']} {value}"
        if figure["unit"] == made.case.currency:
            for form in ("page", "paper"):
                assert f"{abs(value):,.2f}" in made.forms[form], f"{form}: {figure['id']} {value}"


def test_the_finding_is_the_same_everywhere(made) -> None:
    finding = re.sub(r"\s+", " ", " ".join(made.json["finding"]))
    assert finding in made.page
    for sentence in made.json["finding"]:
        assert sentence in made.forms["workbook"]
    for said in made.case.says:
        assert said in made.page
    assert f'lang="{made.case.language}"' in (made.folder / "account.html").read_text()


def test_nothing_personal_leaves(made) -> None:
    for form, text in made.forms.items():
        for word in made.case.never:
            assert word not in text, f"{form}: {word}"
    own = made.folder / "own" / "working.xlsx"
    told = "\n".join(str(value) for value in values(own).values()) if own.exists() else ""
    for word in made.case.personal:
        assert word not in told, f"the provider's own copy: {word}"


def test_no_small_count_and_no_persons_score_can_be_worked_out(made) -> None:
    for figure in made.json["figures"]:
        counts = [figure.get("n"), figure.get("nComparison"), figure["value"] if figure["unit"] == "people" else None]
        assert not any(count in (1, 2, 3, 4) for count in counts), figure["id"]
    for change in made.json["groups"]:
        for group in change["groups"]:
            before, after, both = group["before"], group["after"], group["change"]
            for sums in (before, after, both):
                assert sums is None or sums["n"] >= 10
            # Sums over all and over those who have both values differ by the sum of the others: nobody, or ten or more.
            if both and before:
                assert before["n"] == both["n"]
                assert after["n"] == both["n"] or after["n"] - both["n"] >= 10


def test_it_is_short_and_reads_easily(made) -> None:
    first_annex = next(number for number, page in enumerate(made.pages) if re.search(r"(Annex|Atodiad) 1", page))
    assert first_annex <= MOST_PAGES
    if made.case.language != "en":
        return
    page = (made.folder / "account.html").read_text()
    page = re.sub(r"<(style|svg|table|details)\b.*?</\1>", "", page, flags=re.DOTALL)
    parts = re.findall(r"<(p|li|h[1-3])\b[^>]*>(.*?)</\1>", page, flags=re.DOTALL)
    prose = [words(part).strip() for _, part in parts]
    whole = " ".join(part if part[-1] in ".?" else f"{part}." for part in prose if part)
    assert textstat.automated_readability_index(whole) <= HARDEST


@pytest.fixture(scope="module")
def anew(accounts, tmp_path_factory) -> Path:
    """All workbooks, with every formula worked out by LibreOffice."""
    folder = tmp_path_factory.mktemp("anew")
    copies = []
    for made in (each for each in accounts.values() if isinstance(each, Made)):
        copies.append(shutil.copy(made.folder / "account.xlsx", folder / f"{made.case.name}.xlsx"))
        if made.case.measures:
            copies.append(shutil.copy(made.folder / "own" / "working.xlsx", folder / f"{made.case.name}-own.xlsx"))
    return recalculated(*map(Path, copies)).parent


def test_the_formulas_come_to_what_is_written(made, anew) -> None:
    assert len(formulas(made.folder / "account.xlsx")) > 10
    come_to_the_same(made.folder / "account.xlsx", anew / f"{made.case.name}.xlsx")
    if made.case.measures:
        come_to_the_same(made.folder / "own" / "working.xlsx", anew / f"{made.case.name}-own.xlsx")


def come_to_the_same(copy: Path, again: Path) -> None:
    written, found, live = values(copy), values(again), formulas(copy)
    for place in live:
        given = written.get(place)
        if isinstance(given, int | float) and not isinstance(given, bool):
            assert found.get(place) == pytest.approx(given, abs=PENNY, rel=1e-9), place
        else:
            assert (found.get(place) or "") == (given or ""), place


@pytest.mark.parametrize("name", ["untidy", "wide", "groups"])
def test_the_same_workbook_gives_the_same_bytes(outcomes, accounts, tmp_path, name) -> None:
    one, other = accounts[name], make(outcomes, accounts[name].case, tmp_path)
    for path in (path for path in one.folder.rglob("*") if path.is_file()):
        assert (other.folder / path.relative_to(one.folder)).read_bytes() == path.read_bytes(), path.name
