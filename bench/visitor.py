"""A person's browser as far as the benchmarks and the attacks need one: it founds a place, signs in and sends forms."""

import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path

LONGEST = 30.0
FORM_TOKEN = re.compile(r'name="form-token" value="([^"]+)"')
TOKEN = re.compile(r"<code>(io-[\w-]+)</code>")
PASSWORD = "my dog is called bess"  # noqa: S105 (of a place that lives as long as a test)


@dataclass(frozen=True)
class Page:
    status: int
    url: str
    text: str


@dataclass
class Visitor:
    """Goes where it is led and keeps its cookies."""

    address: str
    cookies: CookieJar = field(default_factory=CookieJar)

    def get(self, path: str) -> Page:
        return self._ask(urllib.request.Request(self.address + path))  # noqa: S310 (our own address)

    def post(self, path: str, form: dict[str, str], shown_on: str | None = None) -> Page:
        """Sends a form as a browser would that was shown it on a page."""
        page = self.get(shown_on or path).text
        found = FORM_TOKEN.search(page)
        assert found, f"no form on {shown_on or path}"
        fields = {"form-token": found.group(1), **hidden(page, path), **form}
        body = urllib.parse.urlencode(fields).encode()
        return self._ask(urllib.request.Request(self.address + path, body))  # noqa: S310 (our own address)

    def send(self, path: str, workbook: Path) -> Page:
        """Uploads a workbook as the page's form does, and gives the page that comes of it."""
        parts = [
            b'Content-Disposition: form-data; name="form-token"\r\n\r\n' + self.form_token(path).encode(),
            f'Content-Disposition: form-data; name="workbook"; filename="{workbook.name}"\r\n\r\n'.encode()
            + workbook.read_bytes(),
        ]
        body = b"".join(b"--part\r\n" + part + b"\r\n" for part in parts) + b"--part--\r\n"
        headers = {"Content-Type": "multipart/form-data; boundary=part"}
        return self._ask(urllib.request.Request(self.address + path, body, headers))  # noqa: S310 (our own address)

    def found(self, owner_path: str, email: str = "ann@example.org") -> None:
        """Founds the place by the link that the server printed, which signs in whoever does."""
        key = owner_path.partition("key=")[2]
        form = {"key": key, "name": "Ann Founder", "email": email, "organisation": "First Aid", "password": PASSWORD}
        assert self.post("/owner", form, owner_path).status == 200
        assert "Sign out" in self.get("/me").text

    def token(self, role: str) -> str:
        """A token for a program, as somebody makes it who answers for the organisation."""
        page = self.post("/organisation/tokens", {"name": role, "role": role})
        found = TOKEN.search(page.text)
        assert found, page.text
        return found.group(1)

    @property
    def session(self) -> str:
        """The cookies as a header holds them."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies)

    def form_token(self, path: str) -> str:
        found = FORM_TOKEN.search(self.get(path).text)
        assert found, f"no form on {path}"
        return found.group(1)

    def _ask(self, request: urllib.request.Request) -> Page:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        try:
            with opener.open(request, timeout=LONGEST) as reply:
                return Page(reply.status, reply.url, reply.read().decode(errors="replace"))
        except urllib.error.HTTPError as refusal:
            with refusal:
                return Page(refusal.code, request.full_url, refusal.read().decode(errors="replace"))


def hidden(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form on a page that leads to an address."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.DOTALL)
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form.group(1)) if form else []
    return {name: unescape(value) for name, value in found}
