"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from crlearn.cards import views as cards
from crlearn.quizzes import views as quizzes

urlpatterns = [
    path("", include("crlearn.pages.urls")),
    path("quizzes/", quizzes.choose, name="quizzes"),
    path("quizzes/", include("crlearn.quizzes.urls")),
    path("cards/", cards.session, name="cards"),
    path("cards/", include("crlearn.cards.urls")),
    path("accounts/", include("crlearn.accounts.urls")),
    path("admin/", admin.site.urls),
]
