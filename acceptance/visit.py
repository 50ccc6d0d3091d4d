"""A browser without a picture: keeps cookies, follows what it is sent to, and fills in the form that a page shows."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass
from html import unescape

TOKEN = re.compile(r'name="form-token" value="([^"]+)"')


@dataclass(frozen=True)
class Page:
    status: int
    address: str
    text: str
    server: str

    @property
    def path(self) -> str:
        return urllib.parse.urlsplit(self.address).path


class Visit:
    def __init__(self, address: str) -> None:
        self.address = address
        jar = http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy())
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.page = Page(0, address, "", "")

    def get(self, path: str) -> Page:
        return self._ask(urllib.request.Request(self._whole(path)))

    def post(
        self, path: str, fields: dict[str, str], file: tuple[str, bytes] | None = None, name: str = "workbook"
    ) -> Page:
        """Sends a form with the token of the page that was last seen; a file as the field of a name."""
        token = TOKEN.search(self.page.text)
        assert token is not None, f"{self.page.address} ({self.page.status}) shows no form"
        fields = {"form-token": unescape(token.group(1)), **hidden(self.page.text, path), **fields}
        if file is None:
            request = urllib.request.Request(self._whole(path), urllib.parse.urlencode(fields).encode())
            return self._ask(request)
        boundary = uuid.uuid4().hex
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
            for field, value in fields.items()
        ]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file[0]}"\r\n'
        body = b"".join([*parts, head.encode(), b"Content-Type: application/octet-stream\r\n\r\n", file[1]])
        body += f"\r\n--{boundary}--\r\n".encode()
        request = urllib.request.Request(self._whole(path), body)
        request.add_header("Content-Type", f"multipart/form-data; boundary={boundary}")
        return self._ask(request)

    def _whole(self, path: str) -> str:
        return path if path.startswith("http") else self.address + path

    def _ask(self, request: urllib.request.Request) -> Page:
        try:
            answer = self.opener.open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            text = answer.read().decode(errors="replace")
            self.page = Page(answer.status or 0, answer.url, text, answer.headers.get("X-Served-By", ""))
        return self.page


def hidden(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form on a page that leads to an address."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.DOTALL)
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form.group(1)) if form else []
    return {name: unescape(value) for name, value in found}
