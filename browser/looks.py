"""What holds on every page, said once: no accessibility fault, no sideways scrolling, light, usable by keyboard."""

import os
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlparse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

PICTURES = Path(__file__).resolve().parent.parent / "out" / "browser"
HEAVIEST = 60_000
GIVEN = re.compile("⟦[^⟦⟧]*⟧")
SVG = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)

WIDE, NARROW, NARROWEST = 1280, 360, 320
# The dark theme sets colours and nothing else, so the rules about colours are what can fail in it alone.
COLOURS = ["color-contrast", "link-in-text-block"]
# So many pages about words are walked.
MOST_CONCEPTS = 25


def opened(browser: Browser, *, width: int = WIDE, theme: str = "light", script: bool = True) -> BrowserContext:
    """A fresh browser of the given width and theme: a stranger, until somebody signs in."""
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        java_script_enabled=script,
        locale="en-GB",
    )


def name_of(url: str) -> str:
    """A file name for a page's address."""
    path = urlparse(url).path.strip("/") or "home"
    return re.sub(r"[^A-Za-z0-9]+", "-", path)


def picture(page: Page, label: str) -> None:
    """Keeps a picture of the whole page, for people to look at; OUTCOMES_PICTURES=no saves its time."""
    if os.environ.get("OUTCOMES_PICTURES") == "no":
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    # Written in a third of the time that a PNG takes.
    page.screenshot(path=PICTURES / f"{label}.jpeg", full_page=True, quality=80, type="jpeg")


def faults(page: Page, only: list[str] | None = None) -> list[str]:
    """What axe-core finds, or some of its rules, a line for each fault, with the first element that has it."""
    # The script is half a megabyte: a page that is looked at again has it already.
    axe = Axe("0") if page.evaluate("() => 'axe' in window") else Axe()
    options = {"resultTypes": ["violations"]} | ({"runOnly": only} if only else {})
    found = axe.run(page, options=options).response["violations"]
    return [
        f"{page.url}: {fault['id']}: {fault['help']} ({len(fault['nodes'])}x, first: {fault['nodes'][0]['html'][:200]})"
        for fault in found
    ]


def overflow(page: Page) -> list[str]:
    """What is wider than its place: the page, with what sticks out, and whatever scrolls sideways within it."""
    wider = page.evaluate(
        """() => {
            const name = each => each.tagName.toLowerCase() + "." + each.className
            const all = [...document.querySelectorAll("body *")]
            const width = document.documentElement.clientWidth
            const found = []
            if (document.documentElement.scrollWidth > width) {
                const out = all.filter(each => each.getBoundingClientRect().right > width + 1).slice(0, 3)
                found.push("scrolls sideways, because of " + out.map(name).join(", "))
            }
            const scrolls = each => ["auto", "scroll"].includes(getComputedStyle(each).overflowX)
            for (const each of all.filter(each => each.scrollWidth > each.clientWidth && scrolls(each))) {
                found.push(name(each) + " scrolls sideways within the page")
            }
            return found
        }"""
    )
    return [f"{page.url}: {each}" for each in wider]


def opened_everywhere(page: Page) -> None:
    """Opens all that can be opened in place."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })")


def unreadable(page: Page) -> list[str]:
    """Words in charts that are smaller than 10 pixels, that the edge cuts, or that lie on each other."""
    found = page.evaluate(
        """() => [...document.querySelectorAll(".chart svg")].flatMap((chart, number) => {
            const edge = chart.getBoundingClientRect()
            const words = [...chart.querySelectorAll("text")].filter(each => each.textContent.trim())
            const found = []
            const boxes = words.map(each => {
                const box = each.getBoundingClientRect()
                const size = parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a
                const text = each.textContent
                if (size < 10) found.push(`${text}: ${size.toFixed(1)} pixels`)
                if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1) {
                    found.push(`${text}: cut by the edge`)
                }
                return [text, box]
            })
            // Boxes of letters are higher than the letters: lines may share a few pixels.
            for (const [index, [text, a]] of boxes.entries()) {
                for (const [other, b] of boxes.slice(index + 1)) {
                    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
                    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
                    if (wide > 1 && high > 4) found.push(`${text} lies on ${other}`)
                }
            }
            return found.map(each => `chart ${number + 1}: ${each}`)
        })"""
    )
    return [f"{page.url}: {each}" for each in found]


def cells(page: Page) -> dict[str, int]:
    """How many tables, rows, headings and cells the browser tells a screen reader of."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    roles = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
    return {role: roles[role] for role in ("table", "row", "columnheader", "rowheader", "cell")}


def weight(context: BrowserContext, url: str) -> int:
    """The bytes of a page's HTML, style and script together; charts drawn inside the page are not counted."""
    html = context.request.get(url).body()
    total = len(SVG.sub(b"", html))
    linked = re.findall(rb"<link\b[^>]*rel=\"stylesheet\"[^>]*>|<script\b[^>]*src=[^>]*>", html)
    for tag in linked:
        address = re.search(rb"(?:href|src)=\"([^\"]+)\"", tag)
        if address:
            total += len(context.request.get(urljoin(url, address.group(1).decode())).body())
    return total


def kind(url: str) -> str:
    """What sort of page an address leads to: `/accounts/*/check` for the check of any account."""
    parts = urlparse(url).path.strip("/").split("/")
    return "/".join("*" if number % 2 else part for number, part in enumerate(parts))


def walk(page: Page, start: str, *, most: int = 500) -> list[str]:
    """The addresses of the pages that can be reached from `start` by links, in the order in which they are found.

    A file to download is no page, and one page in several languages is visited in the first only. Of hundreds of
    concepts, two dozen are enough.
    """
    site = urlparse(start).netloc
    concepts = 0
    waiting, seen, pages = [start], {start}, []
    while waiting and len(pages) < most:
        url = waiting.pop(0)
        reply = page.context.request.get(url)
        if "text/html" not in reply.headers.get("content-type", "") or "content-disposition" in reply.headers:
            continue
        page.goto(url)
        pages.append(page.url)
        for href in page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)"):
            target = urldefrag(href).url
            # Where to go after signing in makes no other page of it.
            target = re.sub(r"\?then=[^&]*$", "", target)
            parts = urlparse(target)
            if parts.netloc == site and "language=" not in parts.query and target not in seen:
                seen.add(target)
                concepts += parts.path.startswith("/language/")
                if parts.path.startswith("/language/") and concepts > MOST_CONCEPTS:
                    continue
                waiting.append(target)
    return pages


def some(pages: list[str], most: int = 3) -> list[str]:
    """At most so many pages of each kind, for checks that take long."""
    kinds: Counter[str] = Counter()
    chosen = []
    for url in pages:
        kinds[kind(url)] += 1
        if kinds[kind(url)] <= most:
            chosen.append(url)
    return chosen


def unreachable(page: Page) -> list[str]:
    """What a person without a mouse can't get to, or can't see that they are at."""
    page.evaluate("() => document.activeElement && document.activeElement.blur()")
    wanted = page.evaluate(
        """() => {
            const able = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
            const seen = each => each.checkVisibility() && !each.disabled
            const all = [...document.querySelectorAll(able)].filter(seen)
            // Of radio buttons with one name the keyboard reaches the chosen one, else the first; the arrow keys do
            // the rest.
            const group = each => all.filter(one => one.type === "radio" && one.name === each.name)
            const stop = each => group(each).find(one => one.checked) ?? group(each)[0]
            const reached = all.filter(each => each.type !== "radio" || each === stop(each))
            reached.forEach((each, number) => { each.dataset.stop = number })
            return reached.length
        }"""
    )
    # Noted in the page while the keys are pressed: to ask after each of them would take as long again.
    page.evaluate(
        """() => {
            window.stops = []
            addEventListener("focusin", event => {
                const here = event.target
                const style = getComputedStyle(here)
                const marked = style.outlineStyle !== "none" || style.boxShadow !== "none"
                const isSeen = marked && here.getBoundingClientRect().width > 0
                window.stops.push([here.dataset.stop ?? here.name, isSeen, here.outerHTML.slice(0, 120)])
            })
        }"""
    )
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
    stops = page.evaluate("() => window.stops")
    reached = {str(name) for name, _, _ in stops}
    invisible = sorted({f"{page.url}: no visible focus on {what}" for _, is_seen, what in stops if not is_seen})
    missing = page.evaluate(
        """reached => [...document.querySelectorAll("[data-stop]")]
            .filter(each => !reached.includes(each.dataset.stop))
            .map(each => each.outerHTML.slice(0, 120))""",
        sorted(reached),
    )
    return [f"{page.url}: the keyboard doesn't reach {each}" for each in missing] + invisible


def small_targets(page: Page) -> list[str]:
    """What is to be hit and is smaller than 24 by 24 pixels (WCAG 2.5.8); links within sentences are excepted."""
    found = page.evaluate(
        """() => {
            const able = "a[href], button, input:not([type=hidden]), select, textarea, summary"
            const seen = each => each.checkVisibility() && !each.matches(".skip-link")
            const isInSentence = each => each.matches("a") && [...each.parentElement.childNodes].some(
                node => node.nodeType === Node.TEXT_NODE && node.data.trim())
            const small = each => {
                const box = each.getBoundingClientRect()
                return box.width < 24 || box.height < 24
            }
            const all = [...document.querySelectorAll(able)]
            return all.filter(each => seen(each) && small(each) && !isInSentence(each)).map(each => {
                const box = each.getBoundingClientRect()
                return `${box.width.toFixed(1)} by ${box.height.toFixed(1)}: ${each.outerHTML.slice(0, 120)}`
            })
        }"""
    )
    return [f"{page.url}: {each}" for each in found]


def broken_addresses(page: Page) -> list[str]:
    """Addresses of cells, in what opens in place, that go on in the next line."""
    found = page.evaluate(
        """() => [...document.querySelectorAll(".derivation dd")].flatMap(each => {
            const found = []
            const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
            while (walker.nextNode()) {
                const node = walker.currentNode
                for (const match of node.data.matchAll(/\\b[A-Z]{1,3}[0-9]+(:[A-Z]{1,3}[0-9]+)?/g)) {
                    const range = document.createRange()
                    range.setStart(node, match.index)
                    range.setEnd(node, match.index + match[0].length)
                    if (range.getClientRects().length > 1) found.push(match[0])
                }
            }
            return found
        })"""
    )
    return [f"{page.url}: {each} is broken" for each in found]


def unreached(page: Page) -> list[str]:
    """The words of a page in the pseudo-language that no catalogue reaches.

    There every phrase's letters carry accents, and what people typed stands between ⟦ and ⟧. What is in another
    language, such as an account made in English, says so with `lang` and is left out.
    """
    texts = page.evaluate(
        """() => {
            const ours = each => each.closest("[lang]").lang === "qps" && !each.closest("script, style")
            const texts = []
            const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
            while (walker.nextNode()) {
                if (ours(walker.currentNode.parentElement)) texts.push(walker.currentNode.data)
            }
            for (const each of document.querySelectorAll("[alt], [title], [aria-label], [placeholder]")) {
                for (const name of ["alt", "title", "aria-label", "placeholder"]) {
                    if (ours(each) && each.hasAttribute(name)) texts.push(each.getAttribute(name))
                }
            }
            return texts
        }"""
    )
    found = []
    for text in texts:
        plain = text
        # Marks can stand within marks.
        while (shorter := GIVEN.sub("", plain)) != plain:
            plain = shorter
        found += [f"{page.url}: {word}" for word in re.findall(r"[^\W\d_]+", plain) if re.search("[A-Za-z]", word)]
    return found


def faults_in_any_light(page: Page, label: str) -> list[str]:
    """What axe-core finds in both themes, at the widths of a desk and a phone; with pictures."""
    found = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        for theme, rules in (("dark", COLOURS), ("light", None)):
            page.emulate_media(color_scheme=theme)
            picture(page, f"{label}-{width}-{theme}")
            found += faults(page, rules)
    return found


def looked_at(page: Page, label: str) -> list[str]:
    """What is wrong with the page that is open, in both themes, at every width and by keyboard; with pictures."""
    found = []
    for width in (NARROWEST, NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        found += overflow(page) + small_targets(page)
    return found + faults_in_any_light(page, label) + unreachable(page)
