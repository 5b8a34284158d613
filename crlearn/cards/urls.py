"""Addresses under /cards/."""

from django.urls import path

from crlearn.cards import views

app_name = "cards"
urlpatterns = [
    path("show/", views.show, name="show"),
    path("grade/", views.grade, name="grade"),
    path("undo/", views.undo, name="undo"),
    path("add/", views.add, name="add"),
]
