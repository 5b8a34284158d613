from django.apps import AppConfig


class ClassroomConfig(AppConfig):
    name = "crlearn.classroom"
