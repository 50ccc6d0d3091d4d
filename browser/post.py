"""A real mail server on this machine that keeps what it is given, and wants STARTTLS, a name and a password."""

import email
import ssl
import subprocess
import time
from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from product import free_port

USER, PASSWORD = "outcomes", "pass:word@1"
LONGEST_WAY = 10.0


class Post:
    """The server, and the letters that came, oldest first. Addresses that begin with "gone" are refused for good."""

    def __init__(self, folder: Path) -> None:
        self.letters: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.certificate = folder / "certificate.pem"
        key = folder / "key.pem"
        what = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
        command = ["openssl", *what.split(), "-keyout", key, "-out", self.certificate]
        subprocess.run(command, check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, key)
        self.port = free_port()
        self._controller = Controller(
            self,
            hostname="localhost",
            port=self.port,
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            authenticator=self._authenticate,
        )
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()

    def settings(self, password: str = "pass%3Aword%401") -> dict[str, str]:  # noqa: S107 (made up)
        return {
            "OUTCOMES_MAIL": f"smtp://{USER}:{password}@localhost:{self.port}",
            "OUTCOMES_MAIL_FROM": "outcomes@harrowmere.example",
            "OUTCOMES_CERTIFICATES": str(self.certificate),
        }

    def letter(self, to: str, having: Callable[[EmailMessage], bool] = lambda _: True) -> EmailMessage:
        """Waits for the newest letter to somebody."""
        deadline = time.monotonic() + LONGEST_WAY
        while time.monotonic() < deadline:
            for letter in reversed(self.letters):
                if to in str(letter["To"]) and having(letter):
                    return letter
            time.sleep(0.02)
        raise AssertionError(f"no letter to {to} came: {[str(letter['To']) for letter in self.letters]}")

    @staticmethod
    def _authenticate(_server, _session, _envelope, _mechanism, data) -> AuthResult:
        right = isinstance(data, LoginPassword) and data.login == USER.encode() and data.password == PASSWORD.encode()
        return AuthResult(success=right)

    async def handle_RCPT(self, _server, session, envelope, address, _options) -> str:
        if session.ssl is None:
            return "530 not in the open"
        if address.startswith("gone"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope) -> str:
        self.raw.append(envelope.content)
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        self.letters.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


def text_of(letter: EmailMessage) -> str:
    return letter.get_content().replace("\r\n", "\n")


def link_in(letter: EmailMessage) -> str:
    """The one link of a letter, which stands on a line of its own."""
    links = [line for line in text_of(letter).splitlines() if line.startswith("http")]
    assert len(links) == 1, text_of(letter)
    return links[0]
