"""Compares the classes of the style sheet with those of the pages: neither has one that the other doesn't know.

A class in `.classes("…")`, or in what a script makes (`className = "…"`), must stand in the style sheet, and a class
of the style sheet in such a place. One with a hyphen may stand in any text of the source, since it is hardly anything
else.
"""

import re
import sys
from pathlib import Path

RULE = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLOCK = re.compile(r"\{[^{}]*\}")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
INTERPOLATION = re.compile(r"\\\([^()]*\)")
NOTE = re.compile(r"^\s*//.*$", re.MULTILINE)
CLASSES = ".classes("
MADE = re.compile(r'\.className = "([^"]*)"')


def styled(css: str) -> set[str]:
    """The classes that selectors name."""
    selectors = COMMENT.sub("", css)
    # Declarations go, innermost first; what stands between the braces of a media query stays.
    selectors = re.sub(r"\{(?=[^{}]*\{)", ";", BLOCK.sub(";", selectors))
    selectors = STRING.sub("", selectors)
    return set(RULE.findall(selectors))


def arguments(source: str) -> list[str]:
    """What stands in the brackets of each `.classes(…)`."""
    found, start = [], source.find(CLASSES)
    while start >= 0:
        end = start + len(CLASSES)
        depth = 1
        while depth and end < len(source):
            depth += {"(": 1, ")": -1}.get(source[end], 0)
            end += 1
        found.append(source[start + len(CLASSES) : end - 1])
        start = source.find(CLASSES, end)
    return found


def words(texts: list[str]) -> set[str]:
    return {word for text in texts for word in INTERPOLATION.sub(" ", text).split()}


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    known = styled((root / "assets" / "style.css").read_text(encoding="utf-8"))
    wrong, used = [], set()
    for path in sorted((root / "Sources").rglob("*.swift")):
        source = NOTE.sub("", path.read_text(encoding="utf-8"))
        given = words([text for argument in arguments(source) for text in STRING.findall(argument)])
        used |= given | {word for word in words(STRING.findall(source)) if "-" in word}
        wrong += [f"{path.relative_to(root)}: assets/style.css has no class {name}" for name in sorted(given - known)]
    for path in sorted((root / "assets").glob("*.js")):
        given = words(MADE.findall(path.read_text(encoding="utf-8")))
        used |= given
        wrong += [f"{path.relative_to(root)}: assets/style.css has no class {name}" for name in sorted(given - known)]
    wrong += [f"assets/style.css: no page has the class {name}" for name in sorted(known - used)]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
