"""What every test gets: no network but loopback, and the shared data where it lies beside the tree."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

_SHARED = Path(__file__).parents[2] / "shared"
_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse every connection that does not stay on this machine."""
    connect = socket.socket.connect

    def guarded(self, address):
        host = address[0] if isinstance(address, tuple) else "unix"
        if host != "unix" and not str(host).startswith(_LOOPBACK):
            pytest.fail(f"a test tried to reach {host}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))


def _guarded_lookup(look_up):
    def guarded(host, *args, **kwargs):
        if host is not None and not str(host).startswith(_LOOPBACK):
            pytest.fail(f"a test tried to look up {host}")
        return look_up(host, *args, **kwargs)

    return guarded


@pytest.fixture(scope="session")
def shared():
    """The folder of real data beside this tree; tests that need it skip where it is absent."""
    if not _SHARED.is_dir():
        pytest.skip("the shared data is not here")
    return _SHARED
