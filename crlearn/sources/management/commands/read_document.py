import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crlearn.sources import reading


class Command(BaseCommand):
    help = (
        "Print how a document of seeds/ reads: its blocks in order, as text or, with --json, as a list of "
        '{"kind", "text", "raw": [[start, end], ...]} with raw offsets in code points of the file. Needs no database.'
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="a slug of documents.yaml, such as cfr-2024")
        parser.add_argument("--json", action="store_true", help="print JSON instead of text")
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.SEEDS_DIR, help="folder of documents.yaml"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            entries = {entry.slug: entry for entry in reading.load_entries(folder / "documents.yaml")}
            if (entry := entries.get(options["slug"])) is None:
                raise CommandError(f"No document {options['slug']}. There are: {', '.join(entries)}.")
            raws = {slug: (folder / one.file).read_bytes().decode("utf-8") for slug, one in entries.items()}
        except (reading.EntryError, OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from None
        blocks = reading.read(raws[entry.slug], entry, corpus=reading.vocabulary(raws.values()))
        if options["json"]:
            data = [
                {"kind": block.kind, "text": block.text, "raw": [list(span) for span in block.raw]} for block in blocks
            ]
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))
            return
        for block in blocks:
            self.stdout.write(f"[{block.kind}{f' {block.label}' if block.label else ''}]\n{block.text}\n")
