"""Runs the benchmarks, prints what they found, and writes it to docs/performance.md.

    run.py [--quick] [account] [workbook] [upload] [http] [store] [page] [language] [search] [start] [build]

A quick run, or one of some parts only, prints but doesn't write.
"""

import argparse
import datetime
import os
import sys

import account
import build
import language
import load
import page
import search
import start
import store
import upload
import workbook
from measure import ROOT, Result

PARTS = {
    "account": account,
    "workbook": workbook,
    "upload": upload,
    "http": load,
    "store": store,
    "page": page,
    "language": language,
    "search": search,
    "start": start,
    "build": build,
}
REPORT = ROOT / "docs" / "performance.md"

HEAD = """# Performance

`script/bench` measures the product beside other programs, in turn, in one run on one machine, and writes this page.
Ratios carry over from machine to machine better than seconds do. Memory is the sum over all processes, so a page that
two share counts twice.

Measured on {date}, on a machine with {cores} cores and {memory:.0f} GB of memory.

| what | measured | asked | |
| --- | --- | --- | --- |
"""


def report(results: list[Result]) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    date = datetime.datetime.now(datetime.UTC).date()
    rows = [
        f"| {each.what} | {each.measured} | {each.asked} | {'met' if each.met else 'not met'} |" for each in results
    ]
    return HEAD.format(date=date, cores=os.cpu_count(), memory=memory) + "\n".join(rows) + "\n\n" + build.NOTE


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    chosen = parser.parse_args()
    for name in chosen.parts:
        if name not in PARTS:
            parser.error(f"{name} is not a part: {', '.join(PARTS)}")
    results = []
    for name in chosen.parts or PARTS:
        for result in PARTS[name].measure(chosen.quick):
            print(result, flush=True)
            results.append(result)
    if not chosen.quick and not chosen.parts:
        REPORT.write_text(report(results))
        print(f"Written to {REPORT.relative_to(ROOT)}")
    return 0 if all(each.met for each in results) else 1


sys.exit(main())
