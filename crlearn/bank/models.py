"""The bank: facts, questions, groups, disagreements and vocabulary, each an identity with immutable versions.

Nothing here is deleted: what leaves its file is retired, since learners' cards and attempts point at it.
"""

from django.conf import settings
from django.db import models

from crlearn.sources.models import Collection, Document, Evidence


class Status(models.TextChoices):
    """Only what is ready is asked."""

    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    RETIRED = "retired"


class Tracked(models.Model):
    """An entry of the bank's files: its ref is stable for ever."""

    collection = models.ForeignKey(Collection, models.PROTECT)
    ref = models.CharField(max_length=200, unique=True)
    file = models.CharField(
        max_length=100, blank=True, help_text="Where it is kept in questions/; empty: database only."
    )
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.READY)
    entry = models.JSONField(help_text="What it is now, as its file would have it (a fact without its questions).")
    loaded = models.JSONField(
        null=True, blank=True, help_text="What its file last brought: the ancestor of both sides."
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.ref


class VocabularyEntry(Tracked):
    """A topic, an entity or a glossary term."""

    class Kind(models.TextChoices):
        TOPIC = "topic"
        ENTITY = "entity"
        TERM = "term"

    kind = models.CharField(max_length=6, choices=Kind.choices)
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)
    folded = models.TextField(default="", blank=True, help_text="Its names and line as they are searched; a cache.")
    position = models.PositiveIntegerField(default=0)
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="vocabulary")

    class Meta:
        verbose_name_plural = "vocabulary entries"
        ordering = ["kind", "position", "slug"]
        constraints = [models.UniqueConstraint(fields=["collection", "kind", "slug"], name="vocabulary_slug_once")]

    def __str__(self) -> str:
        return self.name


class Fact(Tracked):
    """One key fact. What it says is in its versions; what the site filters by is copied here from the current one."""

    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="facts")
    current = models.ForeignKey("FactVersion", models.PROTECT, null=True, related_name="+")
    topics = models.ManyToManyField(VocabularyEntry, blank=True, related_name="facts_of_topic")
    entities = models.ManyToManyField(VocabularyEntry, blank=True, related_name="facts_of_entity")
    nature = models.CharField(max_length=12)
    importance = models.CharField(max_length=8)
    position = models.PositiveIntegerField(default=0, help_text="Reading order in its document; a cache.")
    on_hold = models.BooleanField(default=False)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="supersedes")

    class Meta:
        ordering = ["document", "position", "ref"]
        indexes = [models.Index(fields=["document", "status", "position"], name="fact_in_reading_order")]


class FactAlias(models.Model):
    """A ref that a fact had before it was renamed, merged or split (then several facts have it); memory follows it."""

    ref = models.CharField(max_length=200)
    fact = models.ForeignKey(Fact, models.CASCADE, related_name="formerly")

    class Meta:
        verbose_name_plural = "fact aliases"
        constraints = [models.UniqueConstraint(fields=["ref", "fact"], name="fact_alias_once")]

    def __str__(self) -> str:
        return f"{self.ref} → {self.fact.ref}"


class Version(models.Model):
    """An immutable state of a fact or a question."""

    number = models.PositiveIntegerField()
    content = models.JSONField(help_text="The entry as in the schema, without what has a column or a row of its own.")
    content_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


class FactVersion(Version):
    """What a fact said at one time, with its evidence."""

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="versions")
    statement = models.TextField()
    folded = models.TextField(default="", blank=True, help_text="The statement as it is searched; a cache.")
    holder = models.CharField(max_length=200, blank=True)
    as_of = models.CharField(max_length=40, blank=True)
    when = models.CharField(max_length=40, blank=True)
    slip = models.TextField(blank=True)
    meaning_changed = models.BooleanField(default=False)
    evidence = models.ManyToManyField(Evidence, through="FactEvidence", related_name="fact_versions")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fact", "number"], name="fact_version_once")]

    def __str__(self) -> str:
        return f"{self.fact.ref} v{self.number}"


class FactEvidence(models.Model):
    """The place of a quotation among the evidence of a fact version."""

    fact_version = models.ForeignKey(FactVersion, models.PROTECT)
    evidence = models.ForeignKey(Evidence, models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "fact evidence"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["fact_version", "position"], name="fact_evidence_place_once")]

    def __str__(self) -> str:
        return f"{self.fact_version}: {self.evidence}"


class Question(Tracked):
    """One way to ask one fact, or a group of facts."""

    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="questions")
    kind = models.CharField(max_length=16, help_text="A key of bank.kinds.KINDS.")
    asks = models.CharField(max_length=40, default="main")
    origin = models.CharField(max_length=10, default="written")
    is_group = models.BooleanField(default=False)
    current = models.ForeignKey("QuestionVersion", models.PROTECT, null=True, related_name="+")
    facts = models.ManyToManyField(Fact, through="QuestionFact", related_name="questions")
    position = models.PositiveIntegerField(default=0, help_text="Place in its file; a cache.")
    on_hold = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["status", "on_hold", "document", "kind"], name="question_drawn_by")]


class QuestionFact(models.Model):
    """The facts that a question asks now, in order; its versions name the versions."""

    question = models.ForeignKey(Question, models.CASCADE)
    fact = models.ForeignKey(Fact, models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["question", "fact"], name="question_fact_once")]

    def __str__(self) -> str:
        return f"{self.question} asks {self.fact}"


class QuestionVersion(Version):
    """What a question was at one time; it names the fact versions that it asks, so the chain to the passage is pinned."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="versions")
    kind = models.CharField(max_length=16)
    prompt = models.TextField(blank=True)
    explanation = models.TextField(blank=True)
    facts = models.ManyToManyField(FactVersion, through="QuestionVersionFact", related_name="question_versions")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="question_version_once")]

    def __str__(self) -> str:
        return f"{self.question.ref} v{self.number}"


class QuestionVersionFact(models.Model):
    """The place of a fact version in a question version."""

    question_version = models.ForeignKey(QuestionVersion, models.PROTECT)
    fact_version = models.ForeignKey(FactVersion, models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["question_version", "fact_version"], name="question_version_fact_once")
        ]

    def __str__(self) -> str:
        return f"{self.question_version} asks {self.fact_version}"


class Disagreement(Tracked):
    """Facts that documents, or one document in two places, put differently."""

    class Kind(models.TextChoices):
        CONTRADICTION = "contradiction"
        UPDATE = "update"
        MEASURE = "measure"
        DEGREE = "degree"
        ATTRIBUTION = "attribution"

    kind = models.CharField(max_length=13, choices=Kind.choices)
    topic = models.ForeignKey(VocabularyEntry, models.PROTECT, null=True, blank=True, related_name="disagreements")
    note = models.TextField(blank=True)


class DisagreementClaim(models.Model):
    """One side of a disagreement: a fact, and in short what it says."""

    disagreement = models.ForeignKey(Disagreement, models.CASCADE, related_name="claims")
    fact = models.ForeignKey(Fact, models.PROTECT, related_name="claims")
    says = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["disagreement", "fact"], name="claim_once")]

    def __str__(self) -> str:
        return self.says


class BankFile(models.Model):
    """A file of questions/ as it was last loaded whole, so that an unchanged one costs nothing."""

    name = models.CharField(max_length=100, unique=True)
    sha256 = models.CharField(max_length=64)
    context = models.CharField(
        max_length=64, help_text="Digest of what it was checked against: vocabulary, documents, code."
    )
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name


class ScoreCard(models.Model):
    """How the bank as it was last checked came out of the lint; the newest one counts."""

    digest = models.CharField(max_length=64, unique=True, help_text="Of the files as they were loaded.")
    card = models.JSONField(help_text="bank.lint.score.Score, as JSON.")
    made_at = models.DateTimeField()

    class Meta:
        get_latest_by = "made_at"

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"


class Report(models.Model):
    """What a learner says of a question: it is wrong, or an answer of theirs should count."""

    class Kind(models.TextChoices):
        PROPOSED_ANSWER = "proposed_answer", "should count as right"
        PROBLEM = "problem", "something is wrong"

    class State(models.TextChoices):
        OPEN = "open"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    question_version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="reports")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    answer = models.JSONField(null=True, blank=True)
    text = models.TextField(blank=True)
    client_uuid = models.UUIDField(unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "-created_at"], name="report_open_newest")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.question_version}"
