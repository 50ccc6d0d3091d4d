"""An app for one-time codes, as a telephone has one (RFC 6238): it reads a picture and says what its code is."""

import base64
import hmac
import struct
import time
from urllib.parse import parse_qs, unquote, urlparse

PERIOD = 30


class App:
    def __init__(self, address: str) -> None:
        asked = urlparse(address)
        assert (asked.scheme, asked.netloc) == ("otpauth", "totp")
        self.account = unquote(asked.path)
        self._secret = parse_qs(asked.query)["secret"][0]
        self._last = 0

    def code(self) -> str:
        """A code that wasn't given before: it waits for the next one where it must."""
        # The server takes the code of the next period too, which spares the wait.
        step = max(int(time.time()) // PERIOD, self._last + 1)
        while step > int(time.time()) // PERIOD + 1:
            time.sleep(0.2)
        self._last = step
        padding = "=" * (-len(self._secret) % 8)
        digest = hmac.digest(base64.b32decode(self._secret + padding), struct.pack(">Q", step), "sha1")
        start = digest[-1] & 15
        return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"
