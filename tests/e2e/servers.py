"""The site in a process of its own: as `make run` starts it on a laptop, and as `make serve` does for others."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 180
STOP_SECONDS = 8


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Server:
    """A started server: its address, and all that it has printed."""

    def __init__(self, command, port, log, **settings):
        """Start `command` with the given settings of the environment, and none of those that the tests run under."""
        self.log = log
        self.address = f"http://127.0.0.1:{port}"
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment(**settings), stdout=out, stderr=out, start_new_session=True
            )

    def wait(self):
        """Return when the site answers; raise with what was printed if it does not."""
        deadline = time.monotonic() + START_SECONDS
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:
                    if answer.status == 200:
                        return self
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"The server did not start:\n{self.printed()}")

    def printed(self):
        return self.log.read_text(errors="replace")

    def stop(self):
        """End the server and whatever it has started."""
        for kind in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, kind)
                self.process.wait(STOP_SECONDS)
            except ProcessLookupError:
                return
            except subprocess.TimeoutExpired:
                continue
            return


SETTINGS = {
    "ALLOWED_HOSTS", "BEHIND_PROXY", "CACHE_URL", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "DEBUG", "DEFAULT_FROM_EMAIL",
    "EMAIL_URL", "HTTPS", "SECRET_KEY", "VAR_DIR",
    "MAKEFLAGS", "MAKELEVEL", "MFLAGS",  # or a make within `make test` names its depth and takes over its arguments
}  # fmt: skip


def environment(**settings):
    """The environment of a server: this one's, with the given settings and none of those that the tests run under."""
    return {name: value for name, value in os.environ.items() if name not in SETTINGS} | settings


def serve_command(port):
    """The command of the README for a production server, by this Python, installing nothing."""
    make = ["make", "--silent", "--old-file=.venv/.installed", "serve", f"BIN={Path(sys.executable).parent}"]
    return [*make, f"PORT={port}", "WORKERS=1"]


def laptop(folder, database_url):
    """Start the site as `make run` does, with its files in `folder`."""
    port = free_port()
    command = [sys.executable, "manage.py", "run", "--port", str(port)]
    log = folder / "laptop.log"
    return Server(command, port, log, DATABASE_URL=database_url, VAR_DIR=str(folder), DEBUG="1").wait()


def production(folder, database_url, *, prepared=True, **settings):
    """Start the site by `make serve`; without `prepared` only its web server, on whatever database there is."""
    port = free_port()
    bare = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    bare += ["--backpressure", "64", "--log-level", "warning"]
    return Server(
        serve_command(port) if prepared else [*bare, "crlearn.wsgi:application"],
        port,
        folder / f"production-{port}.log",
        DATABASE_URL=database_url,
        VAR_DIR=str(folder),
        SECRET_KEY="only-for-the-browser-tests-only-for-the-browser-tests",
        ALLOWED_HOSTS="127.0.0.1",
        HTTPS="0",
        **settings,
    ).wait()
