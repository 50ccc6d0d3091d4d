"""Says where the Chromium that the browser's driver brought stands; exits with 1 where it brought none."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    path = Path(playwright.chromium.executable_path)
print(path)
sys.exit(0 if path.exists() else 1)
