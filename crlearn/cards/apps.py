from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "crlearn.cards"

    def ready(self) -> None:
        """Tell accounts how a person's cards are merged, exported and erased."""
        from crlearn.accounts.people import register
        from crlearn.cards import people

        register(people.HOLDINGS)
