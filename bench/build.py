"""How long a build takes after a change to one file of a feature."""

import statistics
from pathlib import Path

from measure import ROOT, Result, run

BUILD = ["swift", "build", "--explicit-target-dependency-import-check", "error", "--product", "outcomes"]
TIMES, TIMES_IF_QUICK = 3, 1
FEATURES = ["Reckoning", "Renderings", "Publishing", "Imports", "Reading", "Columns", "Interchange"]
FEATURES += ["Accounts", "Workbooks", "ValueMaps"]

# Stands below the figures.
NOTE = """The builds add a function, which is the harder case: a change within one builds little more than its file. An
added declaration builds again, in every module above, each file that names anything of the changed module. Modules with
much logic (Reckoning, Renderings, Reading) are therefore imported by the application alone. Accounts, Workbooks and
ValueMaps are the shapes that are passed on: all that works them out, shows or keeps them stands on them, so a change of
a shape costs the most.
"""


def after_a_change(file: Path, times: int) -> float:
    """The median seconds of a debug build after a function was added to a file; leaves the file as it was."""
    text = file.read_text()
    seconds = []
    try:
        for number in range(times):
            file.write_text(f"{text}\nfunc addedToMeasureABuild{number}() -> Int {{ {number} }}\n")
            seconds.append(run(BUILD).seconds)
    finally:
        file.write_text(text)
    run(BUILD)
    return statistics.median(seconds)


def measure(quick: bool) -> list[Result]:
    run(BUILD)
    results = []
    for feature in FEATURES:
        # The largest file of the feature, so that the figure isn't flattered.
        file = max((ROOT / "Sources" / "Features" / feature).rglob("*.swift"), key=lambda each: each.stat().st_size)
        seconds = after_a_change(file, TIMES_IF_QUICK if quick else TIMES)
        results.append(
            Result(f"A build after a change to one file of {feature}", f"{seconds:.1f} s", "5 s", seconds <= 5)
        )
    return results
