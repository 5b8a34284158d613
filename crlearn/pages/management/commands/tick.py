from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand

from crlearn.accounts import services
from crlearn.bank.scorecard import scorecard_make
from crlearn.cards.services_follow import cards_follow
from crlearn.lib import clock


class Command(BaseCommand):
    help = (
        "Do all periodic work: erase guests who were not here for 180 days, clear sessions that have expired, let cards "
        "follow facts that were renamed or merged, and make the bank's score card where the bank has changed. "
        "Run it once a day, or as often as you like: what is done already is not done again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        guests = services.guests_expire(now=now)
        before = Session.objects.count()
        import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
        sessions = before - Session.objects.count()
        moved = cards_follow()
        checked = scorecard_make(questions=settings.QUESTIONS_DIR, seeds=settings.SEEDS_DIR, now=now)
        if options["verbosity"]:
            self.stdout.write(f"cards that followed their fact: {moved}")
            self.stdout.write(f"score card of the bank: {'made' if checked else 'as it was'}")
            self.stdout.write(f"guests erased: {guests}")
            self.stdout.write(f"sessions cleared: {sessions}")
