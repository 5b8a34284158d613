from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from crlearn.cards.services_follow import cards_follow

LOCK = 0x43524C65  # any number of our own: hosts that start at once prepare one after the other


class Command(BaseCommand):
    help = (
        "Bring everything in step before serving: database tables, documents, bank and, in production, static files. "
        "What is in step already is left alone."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        reach_database()
        with one_at_a_time():
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                self.stdout.write("Making the tables of the database …")
                call_command("migrate", verbosity=0, interactive=False)
            call_command("load_sources", verbosity=0)
            call_command("load_bank", verbosity=0)
            cards_follow()
        if not settings.DEBUG:
            call_command("collectstatic", verbosity=0, interactive=False)


def reach_database() -> None:
    """Raise CommandError with the database's own words where it cannot be reached, before a pool waits for it."""
    if connection.vendor != "postgresql":
        return
    config = {name: value for name, value in connection.settings_dict["OPTIONS"].items() if name != "pool"}
    alone = connection.copy()
    alone.settings_dict = {**connection.settings_dict, "OPTIONS": config}
    try:
        alone.ensure_connection()
    except OperationalError as error:
        raise CommandError(f"The database cannot be reached: {' '.join(str(error).split())}") from None
    finally:
        alone.close()


def one_at_a_time() -> AbstractContextManager[None]:
    """Return a context that only one host is in at a time, where hosts share a database."""
    return _locked() if connection.vendor == "postgresql" else nullcontext()


@contextmanager
def _locked() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
