"""A real provider of OpenID Connect on this machine (glewlwyd), which demands PKCE with S256."""

import gzip
import json
import shutil
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from product import free_port

MODULES = Path("/usr/lib/glewlwyd")
TABLES = Path("/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz")
CLIENT, SECRET = "outcomes", "a-secret-of-the-client"
PASSWORD = "the heron waits by the weir"  # noqa: S105 (made up)
LONGEST_START = 15.0


def is_there() -> bool:
    return shutil.which("glewlwyd") is not None and TABLES.exists()


class Provider:
    """The provider, with one client and the users that are given."""

    def __init__(self, folder: Path, back: str) -> None:
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.issuer = f"{self.address}/api/oidc"
        database = folder / "glewlwyd.db"
        with sqlite3.connect(database) as made:
            made.executescript(gzip.decompress(TABLES.read_bytes()).decode())
        made.close()
        settings = folder / "glewlwyd.conf"
        settings.write_text(
            "\n".join(
                [
                    f"port={self.port}",
                    'bind_address="127.0.0.1"',
                    f'external_url="{self.address}"',
                    'login_url="login.html"',
                    'api_prefix="api"',
                    'log_mode="console"',
                    'log_level="WARNING"',
                    'cookie_domain="localhost"',
                    "cookie_secure=0",
                    "session_expiration=2419200",
                    'session_key="GLEWLWYD2_SESSION_ID"',
                    'admin_scope="g_admin"',
                    'profile_scope="g_profile"',
                    f'user_module_path="{MODULES}/user"',
                    f'user_middleware_module_path="{MODULES}/user_middleware"',
                    f'client_module_path="{MODULES}/client"',
                    f'user_auth_scheme_module_path="{MODULES}/scheme"',
                    f'plugin_module_path="{MODULES}/plugin"',
                    'hash_algorithm="SHA512"',
                    f'database={{ type="sqlite3" path="{database}" }};',
                ]
            )
        )
        self._log = (folder / "glewlwyd.log").open("w")
        self._process = subprocess.Popen(
            ["glewlwyd", f"--config-file={settings}"], stdout=self._log, stderr=subprocess.STDOUT
        )
        self._browser = Browser()
        self._wait()
        self._ask("POST", "/auth/", {"username": "admin", "password": "password"})
        key = subprocess.run(["openssl", "genrsa", "2048"], capture_output=True, check=True).stdout
        public = subprocess.run(["openssl", "rsa", "-pubout"], input=key, capture_output=True, check=True).stdout
        self._ask(
            "POST",
            "/mod/plugin",
            {"module": "oidc", "name": "oidc", "display_name": "OIDC", "parameters": self._plugin(key, public)},
        )
        self._ask(
            "POST",
            "/client",
            {
                "client_id": CLIENT,
                "name": "Inside Outcomes",
                "confidential": True,
                "client_secret": SECRET,
                "password": SECRET,
                "redirect_uri": [back],
                "authorization_type": ["code"],
                "token_endpoint_auth_method": ["client_secret_basic"],
                "scope": [],
                "enabled": True,
            },
        )

    def add(self, username: str, email: str, name: str) -> None:
        self._ask(
            "POST",
            "/user",
            {
                "username": username,
                "name": name,
                "email": email,
                "password": PASSWORD,
                "scope": ["openid", "g_profile"],
                "enabled": True,
            },
        )

    def user(self, username: str) -> "User":
        return User(self, username)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        self._log.close()

    def _plugin(self, key: bytes, public: bytes) -> dict:
        return {
            "iss": self.issuer,
            "jwt-type": "rsa",
            "jwt-key-size": "256",
            "key": key.decode(),
            "cert": public.decode(),
            "access-token-duration": 3600,
            "refresh-token-duration": 1209600,
            "code-duration": 600,
            "refresh-token-rolling": False,
            "allow-non-oidc": False,
            "auth-type-code-enabled": True,
            "auth-type-token-enabled": False,
            "auth-type-id-token-enabled": False,
            "auth-type-none-enabled": False,
            "auth-type-password-enabled": False,
            "auth-type-client-enabled": False,
            "auth-type-device-enabled": False,
            "auth-type-refresh-enabled": False,
            "pkce-allowed": True,
            "pkce-method-plain-allowed": False,
            "pkce-required": True,
            "jwks-show": True,
            "subject-type": "public",
            "name-claim": "mandatory",
            "email-claim": "mandatory",
            "scope-claim": "no",
            "claims": [
                {
                    "name": "email_verified",
                    "user-property": "username",
                    "type": "boolean",
                    "boolean-value-true": "ben",
                    "boolean-value-false": "eve",
                    "mandatory": True,
                    "scope": [],
                }
            ],
        }

    def _ask(self, method: str, path: str, body: dict) -> bytes:
        return self._browser.ask(method, f"{self.address}/api{path}", body)

    def _wait(self) -> None:
        deadline = time.monotonic() + LONGEST_START
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.address}/config", timeout=2):  # noqa: S310 (our own address)
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError("glewlwyd didn't start")


class Browser:
    """Keeps the provider's one cookie (Python's own jar takes none for `localhost`), and follows nothing by itself."""

    class _Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    def __init__(self) -> None:
        self._cookie = ""
        self._opener = urllib.request.build_opener(self._Stay())

    def ask(self, method: str, address: str, body: dict) -> bytes:
        request = urllib.request.Request(  # noqa: S310 (our own address)
            address, json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method
        )
        try:
            return self._open(request)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {address}: {error.code} {error.read()!r}") from error

    def led_to(self, address: str) -> str:
        """Where an address leads."""
        try:
            self._open(urllib.request.Request(address))  # noqa: S310 (our own address)
        except urllib.error.HTTPError as answer:
            assert answer.code in (302, 303), (answer.code, answer.read())
            return answer.headers["Location"]
        raise AssertionError(f"{address} leads nowhere")

    def _open(self, request: urllib.request.Request) -> bytes:
        request.add_header("Cookie", self._cookie)
        with self._opener.open(request, timeout=10) as answer:
            given = answer.headers["Set-Cookie"]
            self._cookie = given.partition(";")[0] if given else self._cookie
            return answer.read()


class User:
    """Somebody's browser at the provider: signed in there, and content that the client knows who they are."""

    def __init__(self, provider: Provider, username: str) -> None:
        self._browser = Browser()
        self._browser.ask("POST", f"{provider.address}/api/auth/", {"username": username, "password": PASSWORD})
        self._browser.ask("PUT", f"{provider.address}/api/auth/grant/{CLIENT}", {"scope": "openid"})

    def follow(self, address: str) -> str:
        """Opens the address that the client led to, and gives the one that the provider leads back to."""
        return self._browser.led_to(f"{address}&g_continue")
