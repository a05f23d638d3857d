"""How a client of cafx's own connects: what it trusts, and through which proxy, as the system says.

Every fault of the environment names the setting: a wrong ``SSL_CERT_FILE`` is not the bank's doing.
"""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final
from urllib.request import getproxies, proxy_bypass

import httpx

from cafx.client.deadline import DeadlineTransport
from cafx.client.faults import TRUST_SETTINGS, Fault
from cafx.core.text import printable

if TYPE_CHECKING:
    import ssl

__all__ = ["open_async_http", "open_http", "proxy_for"]

_PROXY_SETTINGS: Final = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
# A name and a password before the host, whatever signs they hold.
_CREDENTIALS: Final = re.compile(r"(?<=//).*@|^[^/]*@")
_SCHEMES: Final = ("http", "https", "socks5", "socks5h")
# The connections to one host are counted by the client, so that the pool need not count all of them.
_POOL: Final = httpx.Limits(max_connections=None, max_keepalive_connections=20, keepalive_expiry=5.0)


def open_http(verify: ssl.SSLContext | None) -> httpx.Client:
    """Return a client whose connections end by the deadline.

    Raises:
        Fault: a setting of the environment cannot be used.
    """
    return httpx.Client(transport=DeadlineTransport(_trust(verify), _proxy()), trust_env=False)


def open_async_http(verify: ssl.SSLContext | None) -> httpx.AsyncClient:
    """Return a client that is awaited, with the same trust and proxy.

    Raises:
        Fault: a setting of the environment cannot be used.
    """
    return httpx.AsyncClient(transport=_AsyncTransport(_trust(verify), _proxy()), trust_env=False)


def proxy_for(host: str) -> str:
    """Return the proxy that *host* is reached through, for messages, without a password; else nothing."""
    setting = _proxy_setting()
    if setting is None or proxy_bypass(host):
        return ""
    try:
        url = httpx.URL(_with_scheme(setting[1]))
    except httpx.InvalidURL:
        return setting[0]
    return f"{url.host}:{url.port}" if url.port else url.host


class _AsyncTransport(httpx.AsyncBaseTransport):
    """Goes through the proxy, or without it to hosts that the system makes an exception for."""

    def __init__(self, verify: ssl.SSLContext, proxy: httpx.Proxy | None) -> None:
        self._direct = httpx.AsyncHTTPTransport(verify=verify, limits=_POOL)
        self._proxied = (
            None if proxy is None else httpx.AsyncHTTPTransport(verify=verify, limits=_POOL, proxy=proxy)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._proxied is None or proxy_bypass(request.url.host):
            return await self._direct.handle_async_request(request)
        return await self._proxied.handle_async_request(request)

    async def aclose(self) -> None:
        await self._direct.aclose()
        if self._proxied is not None:
            await self._proxied.aclose()


def _trust(verify: ssl.SSLContext | None) -> ssl.SSLContext:
    """Return what TLS trusts: the caller's context, or what httpx makes of the environment."""
    if verify is not None:
        return verify
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        setting = next((name for name in TRUST_SETTINGS if os.environ.get(name)), "the system's trust")
        value = os.environ.get(setting, "")
        raise Fault(
            f"was not asked: {setting}={printable(value)} cannot be used ({error});"
            " name a file of certificates there, or unset it"
        ) from error


def _proxy() -> httpx.Proxy | None:
    """Return the proxy for https that the environment or the system names.

    Raises:
        Fault: it is not one that can be used.
    """
    setting = _proxy_setting()
    if setting is None:
        return None
    name, value = setting
    scheme = _with_scheme(value).partition("://")[0].lower()
    if scheme not in _SCHEMES:
        raise Fault(
            f"was not asked: {name}={_shown(value)} is not a proxy that can be used;"
            " one begins with http://, https:// or socks5://"
        )
    if scheme.startswith("socks") and find_spec("socksio") is None:
        raise Fault(f"was not asked: {name}={_shown(value)} is a SOCKS proxy: pip install 'cafx[socks]'")
    try:
        return httpx.Proxy(_with_scheme(value))
    except (ValueError, httpx.InvalidURL) as error:
        raise Fault(f"was not asked: {name}={_shown(value)} is not an address ({error})") from error


def _proxy_setting() -> tuple[str, str] | None:
    """Return the name of the setting and what it says."""
    proxies = getproxies()
    value = proxies.get("https") or proxies.get("all")
    if not value:
        return None
    name = next((name for name in _PROXY_SETTINGS if os.environ.get(name) == value), "the system's proxy")
    return name, value


def _shown(value: str) -> str:
    """Return a proxy's address for a message, without a name and password."""
    return printable(_CREDENTIALS.sub("***@", value))


def _with_scheme(value: str) -> str:
    return value if "://" in value else f"http://{value}"
