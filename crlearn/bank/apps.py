from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "crlearn.bank"
