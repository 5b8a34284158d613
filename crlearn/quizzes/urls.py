"""Addresses under /quizzes/."""

from django.urls import path

from crlearn.quizzes import views, views_take

app_name = "quizzes"
urlpatterns = [
    path("first/", views.first, name="first"),
    path("recall/<slug:slug>/<int:number>/", views.recall, name="recall"),
    path("<uuid:attempt>/", views_take.attempt, name="attempt"),
    path("<uuid:attempt>/result/", views_take.result, name="result"),
    path("<uuid:attempt>/again/", views_take.again, name="again"),
    path("<uuid:attempt>/cards/", views_take.add_cards, name="add_cards"),
    path("<uuid:attempt>/<int:position>/", views_take.item, name="item"),
    path("<uuid:attempt>/<int:position>/count/", views_take.count, name="count"),
    path("<uuid:attempt>/<int:position>/report/", views_take.report, name="report"),
]
