"""Documents, their versions, the reading text in passages, and the quotations taken from it."""

from django.conf import settings
from django.db import models

WORDS_PER_MINUTE = 220


class Collection(models.Model):
    """Whose a thing of the bank is: the public site bank, a classroom's, or a person's own."""

    class Kind(models.TextChoices):
        SITE = "site", "site bank"
        CLASSROOM = "classroom", "classroom"
        PERSONAL = "personal", "personal"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, through="CollectionAccess", related_name="collections")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind"], condition=models.Q(kind="site"), name="one_site_collection"),
        ]

    def __str__(self) -> str:
        return self.name


class CollectionAccess(models.Model):
    """Who may see a collection that is not public; kept by whoever owns it (a classroom: by its memberships)."""

    collection = models.ForeignKey(Collection, models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    may_edit = models.BooleanField(default=False)
    may_see_keys = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "user"], name="one_access_each")]

    def __str__(self) -> str:
        return f"{self.user} → {self.collection}"


class Document(models.Model):
    """A text with a slug and what is known of it. Its words are in its versions."""

    collection = models.ForeignKey(Collection, models.PROTECT, related_name="documents")
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    short = models.CharField(max_length=40, help_text="A short name with the year: CFR 2024.")
    publisher = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=200, blank=True)
    published = models.CharField(max_length=40, blank=True, help_text="EDTF, such as 2018-01.")
    kind = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=12, default="en")
    licence = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=500, blank=True)
    known = models.JSONField(default=dict, blank=True, help_text="How each of these is known.")
    position = models.PositiveIntegerField(default=0)
    highest_number = models.PositiveIntegerField(
        default=0, help_text="The last passage number given; only ever raised."
    )
    current = models.ForeignKey("DocumentVersion", models.PROTECT, null=True, blank=True, related_name="+")
    edition_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="editions")

    class Meta:
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.short

    @property
    def siglum(self) -> str:
        """Return the name for a tight place: publisher's letters and two digits of the year (CFR 24)."""
        name, _, year = self.short.rpartition(" ")
        return f"{name} {year[2:]}" if len(year) == 4 and year.isdigit() else self.short

    @property
    def minutes(self) -> int:
        """Return how long the current version takes to read, in whole minutes, at least one."""
        return max(1, round(self.current.words / WORDS_PER_MINUTE)) if self.current else 1


class DocumentVersion(models.Model):
    """The raw bytes of a document as received; immutable. The database keeps them, so that any host can serve them."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    raw = models.BinaryField()
    received_at = models.DateTimeField(auto_now_add=True)
    # Non-normal: what the passages were made of (entry, corrections, reading code), so that a load repeats no work.
    reading_digest = models.CharField(max_length=64, blank=True)
    words = models.PositiveIntegerField(default=0, help_text="Words of prose; a cache.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once"),
            models.UniqueConstraint(fields=["document", "sha256"], name="version_bytes_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document} v{self.number}"

    @property
    def raw_text(self) -> str:
        """Return the file as text; offsets into it are code points."""
        return bytes(self.raw).decode("utf-8")


class Correction(models.Model):
    """What a person put right in the reading of one version; applied on top of what the code reads."""

    class Op(models.TextChoices):
        KIND = "kind"
        SPLIT = "split"
        JOIN = "join"
        HYPHEN = "hyphen"

    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="corrections")
    op = models.CharField(max_length=8, choices=Op.choices)
    raw = models.PositiveIntegerField(help_text="Offset in the raw text, code points.")
    value = models.CharField(max_length=20, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.op} at {self.raw}"


class Passage(models.Model):
    """A block of the reading text. Paragraphs and list items have a number, given once per document and never reused."""

    class Kind(models.TextChoices):
        HEADING = "heading"
        PARAGRAPH = "paragraph"
        LIST_ITEM = "list_item"
        FOOTNOTE = "footnote"
        CAPTION = "caption"
        FURNITURE = "furniture"

    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="passages")
    position = models.PositiveIntegerField(help_text="Place in the version, from 0.")
    number = models.PositiveIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    level = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(max_length=12, blank=True)
    text = models.TextField()
    folded = models.TextField(default="", blank=True, help_text="The text as it is searched; a cache.")
    start = models.PositiveIntegerField(null=True, help_text="Offset in the reading text; none for furniture.")
    runs = models.JSONField(help_text="[[offset in text, offset in raw, length], …]")
    markers = models.JSONField(default=list, help_text="[[offset in text, footnote label], …]")

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="passage_place_once"),
            models.UniqueConstraint(
                fields=["version", "number"], condition=models.Q(number__isnull=False), name="passage_number_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version.document} ¶ {self.number}" if self.number else f"{self.version}: {self.kind}"


class Evidence(models.Model):
    """A quotation in a document version. The truth is `exact` and `raw`; the offsets are a cache of load_sources."""

    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="evidence")
    digest = models.CharField(max_length=64, help_text="Of version and raw ranges: one row for one place.")
    exact = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    raw = models.JSONField(help_text="[[start, end], …], code points of the raw text.")
    start = models.PositiveIntegerField(null=True, help_text="Non-normal: offset in the reading text.")
    end = models.PositiveIntegerField(null=True, help_text="Non-normal.")
    passage = models.ForeignKey(Passage, models.SET_NULL, null=True, related_name="evidence", help_text="Non-normal.")

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [models.UniqueConstraint(fields=["digest"], name="evidence_once")]

    def __str__(self) -> str:
        return self.exact[:80]
