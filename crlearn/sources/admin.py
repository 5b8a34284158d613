"""Documents in the administration: to be looked at. They come from seeds/ by load_sources."""

from django.contrib import admin

from crlearn.lib.admin import ReadOnlyAdmin
from crlearn.sources.models import Document, DocumentVersion, Evidence, Passage


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    """Documents and what is known of them."""

    list_display = ["slug", "title", "publisher", "published", "kind", "collection"]
    list_select_related = ["collection"]
    search_fields = ["slug", "title", "publisher"]


@admin.register(DocumentVersion)
class DocumentVersionAdmin(ReadOnlyAdmin):
    """Versions as received."""

    list_display = ["document", "number", "sha256", "words", "received_at"]
    list_select_related = ["document"]
    exclude = ["raw"]


@admin.register(Passage)
class PassageAdmin(ReadOnlyAdmin):
    """Blocks of the reading text."""

    list_display = ["version", "position", "number", "kind", "level", "text"]
    list_filter = ["kind", "version__document"]
    list_select_related = ["version__document"]
    search_fields = ["text"]


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    """Quotations and where they stand."""

    list_display = ["exact", "version", "passage", "start", "end"]
    list_filter = ["version__document"]
    list_select_related = ["version__document", "passage__version__document"]
    search_fields = ["exact"]
