"""How fast it is, as ratios to a floor that is measured in the same run. `make bench` runs it; nothing is asserted.

A floor is the least that the same work could cost: for a load, the bare YAML loader on the same files; for a page, a bare
Django view behind the same middleware that sends as many statements and as many bytes.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crlearn.settings")
os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "only-for-the-benchmarks-only-for-the-benchmarks")
os.environ.setdefault("ALLOWED_HOSTS", "testserver")
os.environ["HTTPS"] = "0"

RUNS = 5
ROOT = Path(__file__).resolve().parents[2]


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of a piece of work."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def line(name: str, took: float, floor: float | None = None, floor_name: str = "") -> None:
    """Print one result."""
    ratio = f"  {took / floor:6.2f} × {floor_name} ({floor * 1000:.1f} ms)" if floor else ""
    print(f"{name:<46}{took * 1000:10.1f} ms{ratio}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        os.environ["VAR_DIR"] = folder
        import logging

        import django

        django.setup()
        logging.disable(logging.WARNING)
        from django.core.management import call_command

        from tests.benchmarks import loading, requests

        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        print(f"Python {sys.version.split()[0]}, Django {django.__version__}, SQLite; medians of {RUNS}")
        loading.run(line, seconds)
        requests.run(line)


if __name__ == "__main__":
    main()
