"""The sites of ``examples/``, each started as the first lines of its file say."""

from __future__ import annotations

import os
import runpy
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

EXAMPLES = Path(__file__).parents[2] / "examples"
#: How all of them print prices.
CHOICES = {"digits": "auto", "precision": "minor"}


class Example(NamedTuple):
    """How a site is started, what it needs, and pages of it with their languages."""

    command: str
    needs: tuple[str, ...]
    pages: dict[str, str]

    def is_possible(self):
        return all(map(find_spec, self.needs))


SITES = {
    "shop_django": Example(
        "manage.py runserver --noreload 127.0.0.1:{port}",
        ("django",),
        {"/en/": "en", "/kk/": "kk", "/ru/": "ru", "/uz/": "uz"},
    ),
    "news_flask": Example(
        "news.py", ("flask",), {"/": "en", "/bridge": "en", "/cotton": "ru", "/water": "kk"}
    ),
    "api_fastapi": Example("flats.py", ("fastapi", "jinja2", "uvicorn"), {"/": "en"}),
    "static": Example(
        "menu.py {folder}", (), {"/": "en", "/ky.html": "ky", "/tk.html": "tk", "/uz.html": "uz"}
    ),
}


#: Every page: its site, its path, its language.
PAGES = [(name, path, lang) for name, site in SITES.items() for path, lang in site.pages.items()]


@contextmanager
def running(names, folder):
    """Start sites at once; yields the address of each by its name."""
    ports = {name: _free_port() for name in names}
    processes = {name: _start(name, port, folder) for name, port in ports.items()}
    try:
        for name, process in processes.items():
            _wait(process, ports[name], folder / f"{name}.log")
        yield {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
    finally:
        for process in processes.values():
            process.terminate()
        for process in processes.values():
            process.wait(10)


def live_rates():
    """Return rates with the prices that all the sites have."""
    return runpy.run_path(str(EXAMPLES / "loopback.py"))["live_rates"]()


def _start(name, port, folder):
    file, *given = SITES[name].command.format(port=port, folder=folder / name).split()
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, EXAMPLES / name / file, *given],
            env={**os.environ, "PORT": str(port)},
            stdout=log,
            stderr=log,
        )


def _wait(process, port, log):
    """Wait until a site can be reached."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with closing(socket.socket()) as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    message = f"it does not answer: {log.read_text('utf-8')}"
    raise RuntimeError(message)


def _free_port():
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
