import signal
import socket
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import settings

# A test never fails on a time.
settings.register_profile("figcheck", settings.default, deadline=None)
settings.load_profile("figcheck")


@pytest.fixture(autouse=True)
def nothing_leaves_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test look a name up, or connect to anything but loopback."""
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def known(host: Any, *rest: Any, **more: Any) -> Any:
        if host not in (None, "localhost"):
            try:
                ip_address(host)
            except ValueError:
                raise socket.gaierror(socket.EAI_NONAME, "no test looks a name up") from None
        return look_up(host, *rest, **more)

    def near(self: socket.socket, address: Any) -> None:
        assert isinstance(address, str) or address[0] == "localhost" or ip_address(address[0]).is_loopback, address
        connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", known)
    monkeypatch.setattr(socket.socket, "connect", near)


@pytest.fixture(autouse=True, scope="session")
def _ctrl_c() -> None:
    """Hear ctrl+c: what runs in the background ignores it, and so would all that the tests start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
