"""The bank in the administration: to be searched and looked at. It is written in questions/ and loaded by load_bank."""

from django.contrib import admin

from crlearn.bank.models import Disagreement, Fact, FactVersion, Question, QuestionVersion, Report, VocabularyEntry
from crlearn.lib.admin import ReadOnlyAdmin


@admin.register(Fact)
class FactAdmin(ReadOnlyAdmin):
    """Facts, by ref or by what they state."""

    list_display = ["ref", "statement", "nature", "importance", "status", "on_hold"]
    list_filter = ["status", "on_hold", "importance", "nature", "document"]
    list_select_related = ["current"]
    search_fields = ["ref", "current__statement"]

    @admin.display(ordering="current__statement")
    def statement(self, fact: Fact) -> str:
        """Return what the fact says now."""
        return fact.current.statement if fact.current else ""


@admin.register(Question)
class QuestionAdmin(ReadOnlyAdmin):
    """Questions, by ref or prompt."""

    list_display = ["ref", "prompt", "kind", "origin", "status", "on_hold"]
    list_filter = ["status", "on_hold", "kind", "origin", "document"]
    list_select_related = ["current"]
    search_fields = ["ref", "current__prompt"]

    @admin.display(ordering="current__prompt")
    def prompt(self, question: Question) -> str:
        """Return how the question is put now."""
        return question.current.prompt if question.current else ""


@admin.register(FactVersion)
class FactVersionAdmin(ReadOnlyAdmin):
    """What a fact said at one time."""

    list_display = ["fact", "number", "statement", "created_at"]
    list_select_related = ["fact"]
    search_fields = ["fact__ref", "statement"]


@admin.register(QuestionVersion)
class QuestionVersionAdmin(ReadOnlyAdmin):
    """What a question was at one time."""

    list_display = ["question", "number", "prompt", "created_at"]
    list_select_related = ["question"]
    search_fields = ["question__ref", "prompt"]


@admin.register(Disagreement)
class DisagreementAdmin(ReadOnlyAdmin):
    """Where documents differ."""

    list_display = ["ref", "kind", "topic", "status"]
    list_filter = ["kind", "status"]
    list_select_related = ["topic"]
    search_fields = ["ref", "note"]


@admin.register(VocabularyEntry)
class VocabularyEntryAdmin(ReadOnlyAdmin):
    """Topics, entities and terms."""

    list_display = ["name", "kind", "slug", "status"]
    list_filter = ["kind", "status"]
    search_fields = ["name", "slug"]


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    """What learners say of questions."""

    list_display = ["created_at", "kind", "question_version", "text", "answer", "state"]
    list_filter = ["state", "kind"]
    list_select_related = ["question_version__question"]
    search_fields = ["text", "question_version__question__ref"]
