"""A whole account from a real programme's workbook, beside WeasyPrint alone making the PDF of the same page."""

import tempfile
from pathlib import Path

from measure import MEGABYTE, OUTCOMES, PYTHON, Result, megabytes, paired, reference, run

PAIRS, PAIRS_IF_QUICK = 9, 3

WEASYPRINT = """
import sys
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


def measure(quick: bool) -> list[Result]:
    workbook = reference() / "data" / "programme" / "nsw-provider.xlsx"
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "account")
        account = [OUTCOMES, "account", workbook, "--out", out]
        run(account)
        paper = [PYTHON, "-c", WEASYPRINT, out / "account.html", Path(scratch, "alone.pdf")]
        ours, theirs, ratio = paired(lambda: run(account), lambda: run(paper), PAIRS_IF_QUICK if quick else PAIRS)
        memory = max(run(account, watch=True).memory for _ in range(3))
    return [
        Result(
            "An account of 445 people, all four forms, beside WeasyPrint alone, started cold, on the same page",
            f"{ratio:.2f} times ({ours:.2f} s, {theirs:.2f} s)",
            "at most 1.5 times",
            ratio <= 1.5,
        ),
        Result("Most memory meanwhile, worker included", megabytes(memory), "500 MB", memory <= 500 * MEGABYTE),
    ]
