"""Walks every page that a stranger can reach from the first, and checks what holds on all of them."""

import pytest
from conftest import own
from looks import (
    HEAVIEST,
    NARROW,
    NARROWEST,
    WIDE,
    faults_in_any_light,
    name_of,
    opened,
    opened_everywhere,
    overflow,
    small_targets,
    some,
    unreachable,
    unreached,
    walk,
    weight,
)
from playwright.sync_api import Browser
from product import Product
from steps import NAMELESS, make, publish, upload, workbook


def visit(browser: Browser, product: Product, role: str, **how):
    """A browser of its own for each check; the founder signs in once for all of them."""
    context = opened(browser, **how)
    if role == "owner":
        if not product.founder_session:
            own(context, product)
            product.founder_session = context.cookies()
        context.add_cookies(product.founder_session)
    return context


@pytest.fixture(scope="module")
def nameless(browser: Browser, product: Product, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an account whose inputs have no name beside them, as no example of the demo place is."""
    context = opened(browser)
    own(context, product)
    page = context.new_page()
    page.goto(product.address)
    upload(page, workbook(tmp_path_factory.mktemp("nameless") / "nameless.xlsx", NAMELESS, people=True))
    make(page)
    address = publish(page)
    context.close()
    return address


@pytest.fixture(scope="module")
def role() -> str:
    """Whose pages are walked; a file for each, so that they run side by side."""
    return "stranger"


@pytest.fixture(scope="module")
def pages(browser: Browser, product: Product, nameless: str, role: str) -> list[str]:
    """The pages that this role can reach."""
    context = visit(browser, product, role)
    reached = walk(context.new_page(), product.address + "/")
    context.close()
    assert nameless in some(reached), "the checks that take long look at it too"
    return reached


def test_no_page_has_a_fault_that_axe_finds(browser, product, pages, role) -> None:
    context = visit(browser, product, role)
    page, found = context.new_page(), []
    for url in some(pages):
        page.goto(url)
        found += faults_in_any_light(page, f"{role}-{name_of(url)}")
    context.close()
    assert found == []


@pytest.mark.parametrize("language", ["en", "cy", "qps"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(browser, product, pages, role, language) -> None:
    context = visit(browser, product, role, width=NARROWEST)
    page, found = context.new_page(), []
    for url in pages:
        page.goto(f"{url}?language={language}")
        found += overflow(page)
        opened_everywhere(page)
        found += overflow(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_everything_to_be_hit_is_large_enough_for_a_finger(browser, product, pages, role, width) -> None:
    context = visit(browser, product, role, width=width)
    page, found = context.new_page(), []
    for url in pages:
        page.goto(url)
        opened_everywhere(page)
        found += small_targets(page)
    context.close()
    assert found == []


def test_every_page_is_light(browser, product, pages, role) -> None:
    context = visit(browser, product, role)
    weights = {url: weight(context, url) for url in pages}
    context.close()
    assert {url: size for url, size in weights.items() if size >= HEAVIEST} == {}


def test_every_page_can_be_used_by_keyboard(browser, product, pages, role) -> None:
    context = visit(browser, product, role)
    page, found = context.new_page(), []
    for url in some(pages):
        page.goto(url)
        found += unreachable(page)
    context.close()
    assert found == []


def test_every_page_says_the_same_without_script(browser, product, pages, role) -> None:
    # In one session, since a person's own page tells sessions apart.
    with_script, without = visit(browser, product, role), opened(browser, script=False)
    without.add_cookies(with_script.cookies())
    one, other = with_script.new_page(), without.new_page()
    for url in some(pages):
        one.goto(url)
        other.goto(url)
        assert other.inner_text("main") == one.inner_text("main"), url
    with_script.close()
    without.close()


def test_every_page_has_a_title_one_heading_and_its_landmarks(browser, product, pages, role) -> None:
    context = visit(browser, product, role)
    page = context.new_page()
    for url in some(pages):
        page.goto(url)
        assert page.title(), url
        assert page.get_attribute("html", "lang"), url
        for landmark in ["h1", "main", "header", "footer"]:
            assert page.locator(landmark).first.is_visible(), f"{url}: {landmark}"
        assert page.locator("h1").count() == 1, url
    context.close()


def test_no_link_leads_nowhere(browser, product, pages, role) -> None:
    context = visit(browser, product, role)
    page, broken, seen = context.new_page(), [], set()
    for url in some(pages):
        page.goto(url)
        links = page.eval_on_selector_all(
            "a[href], link[href], img[src]", "all => all.map(each => each.href || each.src)"
        )
        for link in links:
            plain, _, fragment = link.partition("#")
            if fragment and plain == page.url.partition("#")[0]:
                if page.locator(f"[id='{fragment}']").count() != 1:
                    broken.append(f"{url}: #{fragment}")
            elif plain.startswith(product.address) and plain not in seen:
                seen.add(plain)
                status = context.request.get(plain).status
                if status != 200:
                    broken.append(f"{url}: {plain} answers {status}")
    context.close()
    assert broken == []


def test_no_word_of_any_page_is_written_past_the_catalogues(browser, product, pages, role) -> None:
    context = visit(browser, product, role)
    page, found = context.new_page(), []
    for url in pages:
        page.goto(f"{url}?language=qps")
        assert page.get_attribute("html", "lang") == "qps"
        found += unreached(page)
    context.close()
    assert found == []
