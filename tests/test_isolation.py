"""The fixture that keeps the tests on this machine works."""

from __future__ import annotations

import socket
import urllib.request

import pytest


@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_no_address_but_loopback_is_reached(kind):
    with socket.socket(socket.AF_INET, kind) as outside:
        for reach in (
            lambda: outside.connect(("192.0.2.1", 80)),
            lambda: outside.connect_ex(("192.0.2.1", 80)),
            lambda: outside.sendto(b"x", ("192.0.2.1", 80)),
        ):
            with pytest.raises(pytest.fail.Exception, match="tried to reach"):
                reach()


def test_no_name_is_looked_up():
    with pytest.raises(pytest.fail.Exception, match=r"example\.invalid"):
        urllib.request.urlopen("http://example.invalid/")


def test_loopback_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
