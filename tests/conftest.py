"""What every test gets: no network but loopback, and the shared data where it lies beside the tree."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: on a machine that others use too, an example may take however long.
settings.register_profile("cafx", deadline=None)
settings.load_profile("cafx")

_SHARED = Path(__file__).parents[2] / "shared"
_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse everything that would leave this machine: connections, datagrams, look-ups of names."""
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo

    def guarded_look_up(host, *args, **kwargs):
        _check(host)
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


def _guarded(method):
    def guarded(self, *args):
        if isinstance(args[-1], tuple):  # an address of the internet; others are files and pipes
            _check(args[-1][0])
        return method(self, *args)

    return guarded


def _check(host):
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and not str(name).startswith(_LOOPBACK):
        pytest.fail(f"a test tried to reach {name}")


@pytest.fixture(autouse=True)
def no_history(monkeypatch):
    """Keep the user's own history out of the tests; one that needs a history sets another folder."""
    monkeypatch.setenv("CAFX_DATA", str(Path(__file__).with_name("no-history")))


@pytest.fixture(scope="session")
def shared():
    """The folder of real data beside this tree; tests that need it skip where it is absent."""
    if not _SHARED.is_dir():
        pytest.skip("the shared data is not here")
    return _SHARED
