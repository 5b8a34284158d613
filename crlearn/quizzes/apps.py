from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "crlearn.quizzes"

    def ready(self) -> None:
        """Tell accounts how a person's quizzes are merged, exported and erased."""
        from crlearn.accounts.people import register
        from crlearn.quizzes import people

        register(people.HOLDINGS)
