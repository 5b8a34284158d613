import subprocess
import sys
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Prepare everything and run CRLearn on this laptop. For others to use it, see make serve."
    requires_system_checks = ()  # runserver makes them

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (default 8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("prepare")
        port = options["port"]
        self.stdout.write(f"CRLearn runs at http://127.0.0.1:{port} – stop it with Ctrl-C.")
        if not get_user_model().objects.filter(is_superuser=True).exists():
            self.stdout.write("To make an administrator: .venv/bin/python manage.py createsuperuser")
        self.stdout.flush()
        # The periodic work of a laptop is done at its start, beside the site and not before it.
        subprocess.Popen([sys.executable, "manage.py", "tick", "--verbosity", "0"], cwd=settings.BASE_DIR)
        call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)
