"""From a spreadsheet to an account and beyond, in the browser, with the real worker and a real workbook."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlparse

import pytest
from conftest import own
from looks import WIDE, faults, looked_at, name_of, opened
from playwright.sync_api import Browser, Page, Route, expect
from product import ROOT, Product, command
from steps import HEADINGS, ROWS, make, publish, upload, was_read, workbook


@pytest.fixture
def own_page(browser: Browser, empty_product: Product) -> Iterator[Page]:
    context = opened(browser)
    own(context, empty_product)
    page = context.new_page()
    page.goto(empty_product.address)
    yield page
    context.close()


def test_a_spreadsheet_becomes_an_account_that_strangers_can_read(browser, empty_product, own_page, tmp_path) -> None:
    upload(own_page, workbook(tmp_path / "befriending.xlsx", people=True))
    was_read(own_page)
    assert looked_at(own_page, "import") == []
    own_page.fill("#provider", "Kettle On")
    own_page.fill("#period", "2025/26")
    make(own_page)
    assert looked_at(own_page, "draft") == []
    address = own_page.url
    assert browser.new_page().goto(address).status in (403, 404), "a draft is the organisation's alone"
    own_page.get_by_role("link", name="Check and publish").click()
    assert looked_at(own_page, "check") == []
    expect(own_page.get_by_text("Loneliness: Measured at the start: 14. Measured again: 14.")).to_be_visible()
    expect(own_page.get_by_text("The ratio less what was put in.")).to_be_visible()
    own_page.get_by_role("link", name="Change Period").click()
    expect(own_page.locator("#period")).to_have_value("2025/26")
    expect(own_page.locator("#period")).to_be_in_viewport()
    own_page.go_back()
    own_page.goto(address)
    address = publish(own_page)
    context = opened(browser, script=False)
    stranger = context.new_page()
    stranger.goto(empty_product.address)
    stranger.locator(f"main a[href='{urlparse(address).path}']").click()
    assert stranger.url == address
    expect(stranger.get_by_text("Kettle On").first).to_be_visible()
    figures = json.loads(context.request.get(address + "/account.json").body())["figures"]
    assert {"inputs", "presentValue", "netPresentValue", "ratio"} <= {figure["id"] for figure in figures}
    assert context.request.get(address + "/account.pdf").body().startswith(b"%PDF")
    assert context.request.get(address + "/account.xlsx").body().startswith(b"PK")
    assert b"Kettle On" in context.request.get(address + "/account.html").body()
    context.close()


def test_nothing_that_names_a_person_is_kept(empty_product, own_page, tmp_path) -> None:
    upload(own_page, workbook(tmp_path / "named.xlsx", people=True))
    expect(own_page.get_by_text("Nothing of it was kept").first).to_be_visible()
    assert "Quillfeather" not in own_page.content()
    make(own_page)
    kept = b"".join(path.read_bytes() for path in empty_product.data.rglob("*") if path.is_file())
    assert b"Quillfeather" not in kept
    assert b"C-13" in kept, "the codes are kept, so the search would have found the names"


def test_what_was_taken_as_its_headings_say_is_folded_away_and_what_was_guessed_is_not(own_page, tmp_path) -> None:
    upload(own_page, workbook(tmp_path / "plain.xlsx"))
    expect(own_page.get_by_text("Taken for: A value map.")).to_be_visible()
    expect(own_page.get_by_text("20% of the change would have happened anyway").first).to_be_visible()
    expect(own_page.locator("#column-0-5")).to_be_hidden()
    own_page.get_by_text("Change how “Value map” was taken").click()
    expect(own_page.locator("#column-0-5")).to_be_visible()
    headings = ["Benefit at the end" if each == "What changed" else each for each in HEADINGS]
    upload(own_page, workbook(tmp_path / "guessed.xlsx", headings=headings))
    expect(own_page.locator("#column-0-4")).to_be_visible()
    expect(own_page.locator("#column-0-5")).to_be_hidden()


def test_fields_side_by_side_line_up_however_long_their_hints_are(own_page, tmp_path) -> None:
    upload(own_page, workbook(tmp_path / "fields.xlsx"))
    was_read(own_page)
    own_page.set_viewport_size({"width": WIDE, "height": 900})
    lines: dict[float, set[float]] = {}
    fields = own_page.locator(".columns > .field", has=own_page.locator("#provider, #commissioner, #service, #period"))
    for field in fields.all():
        field_box, box = field.bounding_box(), field.locator("input:not([type=hidden])").bounding_box()
        assert field_box is not None
        assert box is not None
        lines.setdefault(round(field_box["y"]), set()).add(round(box["y"]))
    assert [len(tops) for tops in lines.values()] == [1] * len(lines)
    assert len(lines) < fields.count(), "some stand side by side"


def test_what_waits_can_be_cleared_away(own_page, tmp_path) -> None:
    upload(own_page, workbook(tmp_path / "unwanted.xlsx"))
    own_page.goto(re.sub(r"(https?://[^/]+).*", r"\1", own_page.url))
    waiting = own_page.locator("li", has_text="Look at what we understood of unwanted.xlsx")
    expect(waiting.get_by_text(re.compile(r"since .*, \d\d:\d\d UTC"))).to_be_visible()
    waiting.get_by_role("link", name="Take it back unwanted.xlsx").click()
    own_page.get_by_role("button", name="Take it back").click()
    own_page.goto(re.sub(r"(https?://[^/]+).*", r"\1", own_page.url))
    assert own_page.get_by_text("unwanted.xlsx").count() == 0


def test_questions_are_answered_on_the_page(own_page, tmp_path) -> None:
    headings = ["Duration in months" if each.startswith("How long") else each for each in HEADINGS]
    rows = [[*row[:6], 24, *row[7:]] for row in ROWS]
    upload(own_page, workbook(tmp_path / "months.xlsx", rows, headings))
    expect(own_page.get_by_role("heading", name="This workbook needs your help")).to_be_visible()
    was_read(own_page)
    assert looked_at(own_page, "questions") == []
    own_page.get_by_label(re.compile("Months that make whole years")).check()
    own_page.get_by_role("button", name="Save and read again").click()
    expect(own_page.get_by_role("heading", name="Did we understand your workbook?")).to_be_visible()


def test_problems_are_listed_with_their_places_and_in_a_marked_copy(own_page, tmp_path) -> None:
    rows = [[*row[:5], "lots", *row[6:]] for row in ROWS]
    upload(own_page, workbook(tmp_path / "wrong.xlsx", rows))
    expect(own_page.get_by_text("2 problems to mend in your workbook")).to_be_visible()
    expect(own_page.get_by_text("Sheet Value map, cells F2, F3")).to_be_visible()
    was_read(own_page)
    assert looked_at(own_page, "problems") == []
    with own_page.expect_download() as copy:
        own_page.get_by_role("link", name=re.compile("every problem marked")).click()
    assert Path(copy.value.path()).read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("letter.pdf", b"%PDF-1.7 hello", "This is a PDF and not a workbook."),
        ("empty.xlsx", b"", "No file was chosen, or it is empty."),
        ("web.csv", b"<!doctype html><html><body>hello</body></html>", "web page"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_in_plain_words(own_page, tmp_path, name, content, sentence) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    own_page.goto(re.sub(r"(https?://[^/]+).*", r"\1", own_page.url) + "/imports/new")
    own_page.set_input_files("#workbook", path)
    own_page.get_by_role("button", name="Read this workbook").click()
    expect(own_page.get_by_role("alert")).to_contain_text(sentence)
    assert faults(own_page) == []


def test_the_first_page_of_an_empty_installation_says_how_to_begin(own_page) -> None:
    assert looked_at(own_page, "empty") == []
    own_page.get_by_role("link", name="Turn a spreadsheet into an account").click()
    expect(own_page.get_by_label("Your workbook")).to_be_visible()


def test_a_form_sent_without_a_file_says_so_beside_the_field(own_page) -> None:
    own_page.goto(own_page.url + "imports/new")
    own_page.get_by_role("button", name="Read this workbook").click()
    expect(own_page.get_by_role("alert")).to_contain_text("No file was chosen, or it is empty.")
    assert looked_at(own_page, "no-file") == []


def test_a_correction_stands_beside_and_a_withdrawal_leaves_a_page(browser, empty_product, own_page, tmp_path) -> None:
    upload(own_page, workbook(tmp_path / "first.xlsx"))
    own_page.fill("#provider", "Kettle On")
    own_page.fill("#period", "2025/26")
    make(own_page)
    address = publish(own_page)
    own_page.get_by_role("link", name="Correct this account").click()
    assert looked_at(own_page, "correct") == []
    # Sent with nothing, it says so in the summary and keeps who and for whom.
    own_page.get_by_role("button", name="Read this workbook").click()
    expect(own_page.get_by_role("alert")).to_contain_text("Give a reason.")
    expect(own_page.locator("#provider")).to_have_value("Kettle On")
    expect(own_page.locator("#period")).to_have_value("2025/26")
    assert looked_at(own_page, "correct-empty") == []
    own_page.fill("#reason", "The proxy was last year’s.")
    own_page.set_input_files(
        "#workbook", workbook(tmp_path / "second.xlsx", [[*row[:7], 700, *row[8:]] for row in ROWS])
    )
    own_page.get_by_role("button", name="Read this workbook").click()
    expect(own_page.get_by_label("What was wrong?")).to_have_value("The proxy was last year’s.")
    assert looked_at(own_page, "import-correction") == []
    make(own_page)
    assert publish(own_page) == address
    expect(own_page.get_by_text("The proxy was last year’s.").first).to_be_visible()
    expect(own_page.locator("main").get_by_text("Kettle On").first).to_be_visible()
    own_page.get_by_role("link", name="Read edition 1, which stands beside this one").click()
    expect(own_page.get_by_text("This edition was corrected.")).to_be_visible()
    own_page.get_by_role("link", name="Read edition 2, which stands beside this one").click()
    assert own_page.url == address
    own_page.get_by_role("link", name="Edition 1", exact=True).click()
    expect(own_page.get_by_text("This edition was corrected.")).to_be_visible()
    own_page.goto(address)
    own_page.get_by_role("link", name="Withdraw this account").click()
    assert looked_at(own_page, "withdraw") == []
    own_page.get_by_role("button", name="Withdraw it").click()
    expect(own_page.get_by_role("alert")).to_contain_text("Give a reason.")
    own_page.fill("#reason", "It named a person.")
    own_page.get_by_role("button", name="Withdraw it").click()
    expect(own_page.get_by_role("heading", name="This account was withdrawn")).to_be_visible()
    assert looked_at(own_page, "withdrawn") == []
    context = opened(browser)
    assert context.request.get(address).status == 410
    assert context.request.get(address + "/account.pdf").status == 410
    context.close()


def without_refresh(route: Route) -> None:
    """Lets a page stand that would load itself again, so that it can be looked at."""
    if route.request.method != "GET":
        route.continue_()
        return
    reply = route.fetch(max_redirects=0)
    headers = {name: value for name, value in reply.headers.items() if name != "refresh"}
    route.fulfill(response=reply, headers=headers)


def test_a_job_shows_how_far_it_is_and_can_be_stopped(own_page, tmp_path) -> None:
    path = workbook(tmp_path / "stopped.xlsx")
    own_page.route("**/jobs/*", without_refresh)
    being_made = own_page.get_by_role("heading", name="Your account is being made")
    # One runs at a time, so the second waits for the first, and is stopped before its turn.
    for _ in range(2):
        upload(own_page, path)
        own_page.get_by_role("button", name="Make the account").first.click()
    expect(being_made).to_be_visible()
    own_page.get_by_role("button", name="Stop this").click()
    expect(own_page.get_by_role("heading", name="This was stopped")).to_be_visible()
    assert looked_at(own_page, "job-stopped") == []
    # The page of a job that goes on stays as it is while it is looked at, since it doesn't load itself again here.
    upload(own_page, path)
    own_page.get_by_role("button", name="Make the account").first.click()
    expect(being_made).to_be_visible()
    # The form's answer led here, past the route above.
    own_page.reload()
    expect(being_made).to_be_visible()
    assert looked_at(own_page, "job") == []


def test_a_reading_shows_how_far_it_is_and_can_be_stopped(empty_product, own_page, tmp_path) -> None:
    own_page.route(re.compile(r"/imports/[a-z0-9]{12}$"), without_refresh)
    with empty_product.worker_held():
        upload(own_page, workbook(tmp_path / "slow.xlsx"))
        own_page.reload()
        expect(own_page.get_by_role("heading", name="Your workbook is being read")).to_be_visible()
        assert looked_at(own_page, "reading") == []
        own_page.get_by_role("button", name="Stop this").click()
        expect(own_page.get_by_text("It is being stopped.")).to_be_visible()
    own_page.unroute(re.compile(r"/imports/[a-z0-9]{12}$"))
    expect(own_page.get_by_role("heading", name="This was stopped")).to_be_visible(timeout=20_000)
    assert looked_at(own_page, "reading-stopped") == []
    assert list((empty_product.data / "uploads").iterdir()) == []


def test_a_large_workbook_is_shown_when_it_has_been_read(empty_product, own_page, tmp_path) -> None:
    # A reader that was stopped is started again by the next file, and only one that runs can be held.
    upload(own_page, workbook(tmp_path / "first.xlsx"))
    expect(own_page.get_by_role("heading", name="Did we understand your workbook?")).to_be_visible(timeout=20_000)
    with empty_product.worker_held():
        upload(own_page, workbook(tmp_path / "late.xlsx"))
        expect(own_page.get_by_role("heading", name="Your workbook is being read")).to_be_visible()
    # The page looks again by itself.
    expect(own_page.get_by_role("heading", name="Did we understand your workbook?")).to_be_visible(timeout=20_000)


def test_an_import_is_taken_back(own_page, tmp_path) -> None:
    upload(own_page, workbook(tmp_path / "back.xlsx"))
    own_page.get_by_role("link", name="Take this workbook back").click()
    assert looked_at(own_page, "take-back") == []
    own_page.get_by_role("button", name="Take it back").click()
    expect(own_page.get_by_role("heading", name="This workbook was taken back")).to_be_visible()


def test_the_template_filled_with_its_example_becomes_an_account(own_page, tmp_path) -> None:
    own_page.goto(re.sub(r"(https?://[^/]+).*", r"\1", own_page.url) + "/imports/new")
    with own_page.expect_download() as file:
        own_page.get_by_role("link", name="Download the template filled with an example").click()
    path = tmp_path / "template.xlsx"
    file.value.save_as(path)
    upload(own_page, path)
    expect(own_page.get_by_role("heading", name="Did we understand your workbook?")).to_be_visible()
    make(own_page)
    expect(own_page.get_by_text("This is a draft.").first).to_be_visible()


def test_the_example_is_read_alike_in_every_language(own_page, tmp_path) -> None:
    """What the template asks for in Welsh is found under its Welsh headings."""
    start = re.sub(r"(https?://[^/]+).*", r"\1", own_page.url)
    found = {}
    for language in ("en", "cy"):
        path = tmp_path / f"{language}.xlsx"
        path.write_bytes(own_page.context.request.get(f"{start}/template-example.xlsx?language={language}").body())
        out = tmp_path / language
        done = subprocess.run(
            [command(), "account", path, "--out", out, "--date", "2026-01-31"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found[language] = shape(json.loads((out / "account.json").read_text()))
    assert found["cy"] == found["en"]


def shape(part: object) -> object:
    """What stands where in an account, with its figures and without its words."""
    if isinstance(part, dict):
        return {key: shape(value) for key, value in part.items() if key != "check"}
    if isinstance(part, list):
        return [shape(each) for each in part]
    return "words" if isinstance(part, str) and not re.fullmatch(r"-?[0-9.,]+", part) else part


def test_the_real_programme_shows_its_published_figures(own_page, reference) -> None:
    upload(own_page, reference / "data" / "programme" / "nsw-provider.xlsx")
    make(own_page)
    expect(own_page.get_by_text("US$1,794").first).to_be_visible()
    assert name_of(own_page.url).startswith("accounts-")


def test_the_same_workbook_gives_the_same_bytes_on_the_command_line(own_page, tmp_path) -> None:
    """The page of an account says what to type; typed, it gives the very same figures."""
    path = workbook(tmp_path / "same.xlsx")
    upload(own_page, path)
    make(own_page)
    kept = own_page.context.request.get(own_page.url + "/account.json").body()
    date = json.loads(kept)["check"]["date"]
    out = tmp_path / "out"
    subprocess.run(
        [command(), "account", path, "--out", out, "--language=en", f"--date={date}"], cwd=ROOT, check=True, timeout=120
    )
    assert (out / "account.json").read_bytes() == kept
