"""A web server on loopback that answers with whatever bytes it is told to, well formed or not."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Self

#: What is sent for a request: pieces of bytes, each sent by itself.
Answer = Iterable[bytes]


def page(body: bytes, content_type: str | None = "text/html; charset=utf-8", **headers: str) -> bytes:
    """Give a plain answer with a body; underscores in names of headers stand for dashes."""
    fields = {"Content-Length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    if content_type is not None:
        fields["Content-Type"] = content_type
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body


def moved(location: str, status: int = 302) -> bytes:
    return f"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


class Server:
    """Answers each path with its bytes; `asked` are the requests it got, whole. A request is what `ends` ends."""

    def __init__(
        self,
        answers: Mapping[str, bytes | Callable[[], Answer]],
        secure: ssl.SSLContext | None = None,
        ends: bytes = b"\r\n\r\n",
    ):
        self._answers = answers
        self._secure = secure
        self._ends = ends
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.asked: list[str] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def url(self, path: str, host: str = "paper.example") -> str:
        return f"http{'s' if self._secure else ''}://{host}:{self.port}{path}"

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._start(self._answer, connection)

    def _answer(self, plain: socket.socket) -> None:
        try:
            connection = self._secure.wrap_socket(plain, server_side=True) if self._secure else plain
        except OSError:
            plain.close()  # the certificate was not believed
            return
        with connection:
            request = b""
            while self._ends not in request:
                part = connection.recv(65536)
                if not part:
                    return
                request += part
            self.asked.append(request.decode("latin-1"))
            path = request.split(b" ")[1].decode() if self._ends in b"\r\n\r\n" else ""
            answer = self._answers.get(path, b"HTTP/1.1 404 Not Found\r\n\r\n")
            try:
                for piece in [answer] if isinstance(answer, bytes) else answer():
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
                connection.recv(1)
            except OSError:
                return  # the fetcher had enough
