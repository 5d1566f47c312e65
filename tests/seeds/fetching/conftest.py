import socket
from ipaddress import ip_address
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test look a name up or connect to anything but loopback."""
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def known(host: str, *rest: Any, **more: Any) -> Any:
        ip_address(host)  # raises ValueError, which no code under test expects
        return look_up(host, *rest, **more)

    def near(self: socket.socket, address: tuple[str, int]) -> None:
        assert ip_address(address[0]).is_loopback
        connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", known)
    monkeypatch.setattr(socket.socket, "connect", near)
