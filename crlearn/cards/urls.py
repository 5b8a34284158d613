"""Addresses under /cards/."""

from django.urls import path

from crlearn.cards import views, views_aside

app_name = "cards"
urlpatterns = [
    path("show/", views.show, name="show"),
    path("grade/", views.grade, name="grade"),
    path("undo/", views.undo, name="undo"),
    path("put-aside/", views.put_aside, name="put_aside"),
    path("aside/", views_aside.aside, name="aside"),
    path("take-up/", views_aside.take_up, name="take_up"),
    path("add/", views.add, name="add"),
]
