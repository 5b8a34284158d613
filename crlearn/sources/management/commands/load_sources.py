from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crlearn.sources.services import SourceError, documents_load


class Command(BaseCommand):
    help = (
        "Bring the database in step with the documents of seeds/: receive new versions, read them into passages, and "
        "find every quotation again. What has not changed is left alone; on any error nothing is changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.SEEDS_DIR, help="folder of documents.yaml"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = documents_load(options["folder"])
        except SourceError as error:
            raise CommandError(str(error)) from None
        for one in loaded:
            if options["verbosity"]:
                self.stdout.write(f"{one.slug}: {one.outcome}, {one.passages} blocks")
