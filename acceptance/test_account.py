"""`outcomes account WORKBOOK --out DIR`: the four forms of an account, seen from outside, and that they agree."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import paper
import pytest
from guide import worth
from recalculate import formulas, recalculated, values

FORMS = ["account.html", "account.json", "account.pdf", "account.xlsx"]
MEMBERS = {"id", "value", "unit", "period", "source", "method", "low", "high", "derivation"}

# The National Supported Work demonstration, as published with the data (Dehejia and Wahba's sample).
PROGRAMME = {"n": 185, "nComparison": 260, "mean": 6349.14, "meanComparison": 4554.80}
# Welch's interval to six places, by SciPy: 474.010294 to 3114.674177.
CHANGE, LOW, HIGH = 1794.34, 474.01, 3114.67

# The value map of that workbook, by hand. Starts are 1 in the activity and 2 after it.
ROWS = [
    {"quantity": 185, "proxy": 1794.34, "displacement": 0.1, "attribution": 0.15, "dropOff": 0.25, "duration": 3},
    {"quantity": 140, "proxy": 1500, "deadweight": 0.646, "displacement": 0.1, "attribution": 0.15, "dropOff": 0.25}
    | {"duration": 3},
    {"quantity": 24, "proxy": 350, "deadweight": 0.2, "attribution": 0.3, "duration": 1, "start": "during"},
]
INPUTS = 620_000 + 45_000


def present_value(rows: list[dict]) -> float:
    return sum(worth(row, 0.035, "endOfYear")[1] for row in rows)


class Text(HTMLParser):
    """A page's words, and what it loads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._silent += tag in ("style", "script")
        given = dict(attributes)
        self.loads += [given[name] or "" for name in ("src", "srcset", "data") if name in given]
        if tag == "link":
            self.loads.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    def __str__(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture(scope="module")
def account(outcomes, programme, tmp_path_factory) -> Path:
    """The folder that the real programme's account was written to."""
    out = tmp_path_factory.mktemp("account")
    answer = outcomes("account", programme, "--out", out)
    assert (answer.status, answer.err) == (0, "")
    return out


@pytest.fixture(scope="module")
def figures(account) -> dict[str, dict]:
    return {figure["id"]: figure for figure in json.loads((account / "account.json").read_text())["figures"]}


def change(figures: dict[str, dict]) -> dict:
    found = [figure for name, figure in figures.items() if name.startswith("change.") and "n" in figure]
    assert len(found) == 1
    return found[0]


def page_text(account: Path) -> str:
    return str(Text((account / "account.html").read_text()))


def paper_text(account: Path) -> str:
    command = ["pdftotext", "-layout", account / "account.pdf", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(r"\s+", " ", said)


def test_all_four_forms_are_written_and_the_providers_own_copy(account) -> None:
    assert sorted(path.name for path in account.iterdir() if path.is_file()) == FORMS
    assert [path.name for path in (account / "own").iterdir()] == ["working.xlsx"]


def test_the_json_is_canonical(account) -> None:
    given = (account / "account.json").read_bytes()
    again = json.dumps(json.loads(given), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert given.rstrip(b"\n") == again


def test_every_figure_says_where_it_comes_from(figures) -> None:
    assert {"inputs", "presentValue", "netPresentValue", "ratio"} <= set(figures)
    for figure in figures.values():
        assert set(figure) >= MEMBERS, figure["id"]
        for name in ["unit", "source", "method", "derivation"]:
            assert figure[name], f"{figure['id']}: {name}"
        for name in ["value", "low", "high"]:
            assert figure[name] is None or isinstance(figure[name], int | float), f"{figure['id']}: {name}"
        if figure["low"] is not None and figure["value"] is not None:
            assert figure["low"] <= figure["value"] <= figure["high"], figure["id"]


def test_the_real_programmes_figures_are_found(figures) -> None:
    found = change(figures)
    assert {name: found[name] for name in PROGRAMME} == PROGRAMME
    assert (found["value"], found["low"], found["high"]) == (CHANGE, LOW, HIGH)
    assert found["unit"] == "USD"


def test_the_real_programmes_worth_is_what_the_guide_says(figures) -> None:
    value = present_value(ROWS)
    assert figures["inputs"]["value"] == INPUTS
    assert figures["presentValue"]["value"] == pytest.approx(value, abs=0.0051)
    assert figures["netPresentValue"]["value"] == pytest.approx(value - INPUTS, abs=0.0051)
    assert figures["ratio"]["value"] == pytest.approx(value / INPUTS, abs=6e-7)
    assert figures["ratio"]["unit"] == "ratio"


@pytest.mark.parametrize("text", [page_text, paper_text])
def test_page_and_paper_show_the_same_figures(account, figures, text) -> None:
    shown = text(account)
    found = change(figures)
    for number in [CHANGE, LOW, HIGH, *(found[name] for name in ("mean", "meanComparison"))]:
        assert f"{number:,.2f}" in shown, number
    for name in ["presentValue", "netPresentValue"]:
        assert f"{abs(figures[name]['value']):,.2f}"[:-3] in shown, name
    assert f"{figures['ratio']['value']:.2f}" in shown


def test_the_workbook_shows_the_same_figures(account, figures) -> None:
    numbers = [value for value in values(account / "account.xlsx").values() if isinstance(value, int | float)]
    found = change(figures)
    for number in [CHANGE, LOW, HIGH, found["mean"], found["meanComparison"]] + [
        figures[name]["value"] for name in ("inputs", "presentValue", "netPresentValue", "ratio")
    ]:
        assert any(abs(each - number) < 0.0051 for each in numbers), number


def test_the_workbooks_own_values_are_what_libreoffice_works_out(account, tmp_path) -> None:
    copy = Path(shutil.copy(account / "account.xlsx", tmp_path))
    written, anew = values(copy), values(recalculated(copy))
    live = formulas(copy)
    assert len(live) > 20
    for place in live:
        given, found = written.get(place), anew.get(place)
        if isinstance(given, int | float) and not isinstance(given, bool):
            assert found == pytest.approx(given, abs=0.0051, rel=1e-9), place
        else:
            assert (found or "") == (given or ""), place


def test_a_change_of_a_proxy_changes_the_ratio(account, figures, tmp_path) -> None:
    copy = Path(shutil.copy(account / "account.xlsx", tmp_path))
    ratio = figures["ratio"]["value"]
    live, before = formulas(copy), values(copy)
    ratios = [
        place for place in live if isinstance(before.get(place), int | float) and abs(before[place] - ratio) < 1e-6
    ]
    assert ratios
    book = openpyxl.load_workbook(copy)
    proxies = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == 1500]
    assert len(proxies) == 1, "the proxy stands in one place, and all else refers to it"
    proxies[0].value = 4500
    book.save(copy)
    expected = present_value([ROWS[0], ROWS[1] | {"proxy": 4500}, ROWS[2]]) / INPUTS
    after = values(recalculated(copy))
    assert [after[place] for place in ratios] == pytest.approx([expected] * len(ratios), abs=6e-7)


def test_the_page_stands_alone_and_runs_nothing(account) -> None:
    page = (account / "account.html").read_text()
    text = Text(page)
    assert "script" not in text.tags
    assert not re.search(r"\son[a-z]+=", page)
    assert [address for address in text.loads if not address.startswith("data:")] == []
    assert not re.search(r"url\(\s*[\"']?(?!data:|#)", page)
    assert "@import" not in page


def test_the_paper_is_fit_for_everybody(account) -> None:
    assert paper.faults(account / "account.pdf", "en") == []


def test_the_account_takes_four_pages_and_then_its_annexes(account) -> None:
    marks = paper.bookmarks(account / "account.pdf")
    annexes = [page for title, page in marks if title.startswith("Annex")]
    assert annexes, marks
    assert min(annexes) <= 5


def test_no_form_holds_a_row_about_a_person(account) -> None:
    assert "NSW-0" not in (account / "account.html").read_text()
    assert "NSW-0" not in (account / "account.json").read_text()
    assert "NSW-0" not in paper_text(account)
    assert all(b"NSW-0" not in content for content in paper.attachments(account / "account.pdf").values())
    cells = [str(value) for value in values(account / "account.xlsx").values()]
    assert not any("NSW-0" in cell for cell in cells)
    # Fewer lines on any sheet than there are people: no measure stands there person by person either.
    assert all(sheet.max_row < 150 for sheet in openpyxl.load_workbook(account / "account.xlsx"))
    own = [str(value) for value in values(account / "own" / "working.xlsx").values()]
    assert sum("NSW-0" in cell for cell in own) >= 445


def test_the_same_workbook_gives_the_same_bytes(outcomes, programme, account, tmp_path) -> None:
    assert outcomes("account", programme, "--out", tmp_path / "again").status == 0
    for name in [*FORMS, "own/working.xlsx"]:
        assert (tmp_path / "again" / name).read_bytes() == (account / name).read_bytes(), name


def test_several_workbooks_each_get_a_folder(outcomes, programme, account, tmp_path) -> None:
    one, other, wrong = (tmp_path / name for name in (programme.name, "other.xlsx", "wrong.csv"))
    shutil.copy(programme, one)
    shutil.copy(programme, other)
    wrong.write_text("no value map")
    answer = outcomes("account", one, wrong, other, "--out", tmp_path / "out")
    assert answer.status == 2
    assert answer.err.splitlines() == [line for line in answer.err.splitlines() if line.startswith("wrong.csv: ")] != []
    for form in FORMS:
        assert (tmp_path / "out" / programme.stem / form).read_bytes() == (account / form).read_bytes()
        assert (tmp_path / "out" / "other" / form).exists()
    assert [path.name for path in sorted((tmp_path / "out" / "wrong").iterdir())] == ["marked.xlsx", "problems.json"]


def test_two_workbooks_of_one_name_are_refused(outcomes, programme, tmp_path) -> None:
    (tmp_path / "other").mkdir()
    shutil.copy(programme, tmp_path / "other")
    answer = outcomes("account", programme, tmp_path / "other" / programme.name, "--out", tmp_path / "out")
    assert answer.status == 64
    assert programme.stem in answer.err
    assert not (tmp_path / "out").exists()


def test_options_say_what_the_workbook_does_not(outcomes, programme, tmp_path) -> None:
    options = {"--provider": "Supported Work <b>", "--commissioner": "The Department", "--period": "1975 to 1978"}
    flat = [part for pair in options.items() for part in pair]
    answer = outcomes("account", programme, "--out", tmp_path, *flat, "--discount-rate", "0.05")
    assert answer.status == 0
    page = (tmp_path / "account.html").read_text()
    assert "Supported Work &lt;b&gt;" in page
    assert "The Department" in page
    found = {figure["id"]: figure for figure in json.loads((tmp_path / "account.json").read_text())["figures"]}
    assert found["ratio"]["value"] == pytest.approx(
        sum(worth(r, 0.05, "endOfYear")[1] for r in ROWS) / INPUTS, abs=6e-7
    )


def test_an_account_can_be_had_in_welsh(outcomes, programme, account, tmp_path) -> None:
    answer = outcomes("account", programme, "--out", tmp_path, "--language", "cy")
    assert answer.status == 0
    page = (tmp_path / "account.html").read_text()
    assert re.search(r"<html[^>]*\blang=\"cy\"", page)
    assert "canlyniad" in page.lower()
    assert paper.faults(tmp_path / "account.pdf", "cy") == []
    one, other = (json.loads((folder / "account.json").read_text())["figures"] for folder in (account, tmp_path))
    assert [figure["value"] for figure in one] == [figure["value"] for figure in other]


def test_an_unknown_option_is_refused(outcomes, programme, tmp_path) -> None:
    answer = outcomes("account", programme, "--out", tmp_path / "out", "--colour", "red")
    assert answer.status not in (0, 2)
    assert "--colour" in answer.err
    assert not (tmp_path / "out").exists()
