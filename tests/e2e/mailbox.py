"""A mail server that keeps what it gets: enough SMTP for one sender on this machine."""

import socketserver
import threading
from email import message_from_string, policy


class Mailbox(socketserver.ThreadingTCPServer):
    """Listens on a free port of 127.0.0.1; `messages` are those received so far."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Session)
        self.messages = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        """What EMAIL_URL has to be."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def close(self):
        self.shutdown()
        self.server_close()


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        self._say(220)
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self._say(354)
                self.server.messages.append(self._message())
            self._say(221 if word == b"QUIT" else 250)

    def _say(self, code):
        self.wfile.write(f"{code} -\r\n".encode())

    def _message(self):
        lines = iter(self.rfile.readline, b".\r\n")
        return message_from_string(b"".join(lines).decode(), policy=policy.default)
