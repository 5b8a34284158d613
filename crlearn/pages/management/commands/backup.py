import os
import shlex
import sqlite3
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection


class Command(BaseCommand):
    help = (
        "Copy the SQLite database to FILE, safely while the site runs; a file that is there already is not overwritten. "
        "With PostgreSQL it says which pg_dump command does it, and fails."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="where the copy goes; it must not exist yet")

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["file"]
        if connection.vendor == "postgresql":
            raise CommandError(
                f"This database is PostgreSQL. Copy it with:\n  {pg_dump(connection.settings_dict, target)}"
            )
        try:
            target.touch(mode=0o600, exist_ok=False)  # people's history: for the owner's eyes
        except FileExistsError:
            raise CommandError(f"{target} is there already. Name another file, or move that one away.") from None
        except OSError as error:
            raise CommandError(f"{target} cannot be written: {error.strerror}.") from None
        part = target.with_name(target.name + ".part")
        try:
            copy_to(part)
            part.replace(target)
        except (OSError, sqlite3.Error) as error:
            part.unlink(missing_ok=True)
            target.unlink()
            raise CommandError(f"{target} could not be written: {error}") from None
        if options["verbosity"]:
            self.stdout.write(f"{target}: {target.stat().st_size:,} bytes, checked.")


def copy_to(path: Path) -> None:
    """Write a whole and checked copy of the database in use to a new file. Raises OSError, sqlite3.Error."""
    path.touch(mode=0o600, exist_ok=False)
    connection.ensure_connection()
    copy = sqlite3.connect(path)
    try:
        connection.connection.backup(copy)  # one snapshot; writers of the site are not held up
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        (result,) = copy.execute("PRAGMA quick_check").fetchone()
        if result != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {result}")
    finally:
        copy.close()
    with path.open("rb") as written:
        os.fsync(written.fileno())


def pg_dump(config: dict[str, Any], target: Path) -> str:
    """Return the command line that copies a PostgreSQL database; the password is left to PGPASSWORD or ~/.pgpass."""
    parts = ["pg_dump", "--format=custom", f"--file={target}"]
    for option, key in (("--host", "HOST"), ("--port", "PORT"), ("--username", "USER"), ("--dbname", "NAME")):
        if config.get(key):
            parts.append(f"{option}={config[key]}")
    return shlex.join(parts)
