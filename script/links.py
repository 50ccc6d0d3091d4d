"""Checks the Markdown documents: every link leads to a file and every #fragment to a heading, every page of docs/ can
be reached by links from README.md, and every script that is named exists.

Links to other sites are looked at for their form alone: a check that needs the network fails for reasons of its own.
"""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")
SCRIPT = re.compile(r"(?<![\w/.])script/[\w.-]*\w")
FENCE = re.compile(r"^\s*(```|~~~)")


def prose(text: str) -> list[tuple[int, str]]:
    """The numbered lines outside blocks of code, with code in the line blanked."""
    lines, inside = [], False
    for number, line in enumerate(text.splitlines(), start=1):
        if FENCE.match(line):
            inside = not inside
        elif not inside:
            lines.append((number, line))
    return lines


def anchors(text: str) -> set[str]:
    """The fragments that a page's headings can be reached by, as GitHub and most others make them."""
    found: set[str] = set()
    for _, line in prose(text):
        heading = HEADING.match(line)
        if not heading:
            continue
        plain = re.sub(r"[`*_]|\[([^\]]*)\]\([^)]*\)", r"\1", heading.group(1)).lower()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        name, count = slug, 0
        while name in found:
            count += 1
            name = f"{slug}-{count}"
        found.add(name)
    return found


def targets(page: Path) -> list[tuple[int, str]]:
    """Each link of a page, with the number of its line."""
    lines = prose(page.read_text(encoding="utf-8"))
    return [(number, target) for number, line in lines for target in LINK.findall(re.sub(r"`[^`]*`", "", line))]


def unreached(root: Path, pages: list[Path]) -> list[str]:
    """The pages of docs/ that a reader who begins at README.md can't get to."""
    waiting, reached = [root / "README.md"], set()
    while waiting:
        page = waiting.pop()
        if page in reached or page not in pages:
            continue
        reached.add(page)
        waiting += [(page.parent / unquote(target).partition("#")[0]).resolve() for _, target in targets(page)]
    lost = [page.relative_to(root) for page in pages if page.is_relative_to(root / "docs") and page not in reached]
    return [f"{page}: no link leads here from README.md" for page in lost]


def unknown_scripts(root: Path, page: Path) -> list[str]:
    lines = enumerate(page.read_text(encoding="utf-8").splitlines(), start=1)
    named = [(number, name) for number, line in lines for name in SCRIPT.findall(line)]
    return [f"{page.relative_to(root)}:{n}: {name} doesn't exist" for n, name in named if not (root / name).exists()]


def problems(root: Path, page: Path) -> list[str]:
    wrong = []
    for number, target in targets(page):
        where = f"{page.relative_to(root)}:{number}"
        if re.match(r"[a-z][a-z0-9+.-]*:", target):
            if not re.match(r"https://[\w.-]+\.[a-z]+(/|$)|mailto:|http://127\.0\.0\.1", target):
                wrong.append(f"{where}: {target} is not an address that readers can use")
            continue
        path, _, fragment = unquote(target).partition("#")
        file = (page.parent / path).resolve() if path else page
        if path.startswith("/") or not file.is_relative_to(root):
            wrong.append(f"{where}: {target} leads out of the project")
        elif not file.exists():
            wrong.append(f"{where}: {target} doesn't exist")
        elif fragment and file.suffix == ".md" and fragment not in anchors(file.read_text(encoding="utf-8")):
            wrong.append(f"{where}: {target} names a heading that isn't there")
    return wrong


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
    pages = [root / name for name in listed.stdout.split("\0") if name and (root / name).exists()]
    wrong = [problem for page in pages for problem in problems(root, page) + unknown_scripts(root, page)]
    wrong += unreached(root, pages)
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
