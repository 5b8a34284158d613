"""Memory: what a learner keeps of each (fact, asks), the events that made it, and the goals it serves."""

from decimal import Decimal

from django.conf import settings
from django.db import models

from crlearn.bank.models import Fact, QuestionVersion


class StudySettings(models.Model):
    """How one learner studies; the defaults are right for most."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="study_settings")
    desired_retention = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("0.90"))
    maximum_interval = models.PositiveIntegerField(default=36500, help_text="Days.")
    learning_steps = models.JSONField(default=list, blank=True, help_text="Seconds; empty: the defaults.")
    relearning_steps = models.JSONField(default=list, blank=True, help_text="Seconds; empty: the defaults.")
    new_per_day = models.PositiveIntegerField(default=20)
    reviews_per_day = models.PositiveIntegerField(default=200)
    two_buttons = models.BooleanField(default=False)
    parameters = models.ForeignKey("ParameterSet", models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "study settings"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(desired_retention__gte="0.70", desired_retention__lte="0.99"),
                name="retention_in_range",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}"


class ParameterSet(models.Model):
    """The weights that a grade was computed with: the library's defaults (no user) or a learner's own fit."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="parameter_sets"
    )
    digest = models.CharField(max_length=64)
    algorithm = models.CharField(max_length=20, default="FSRS-6")
    weights = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "digest"], name="own_parameters_once"),
            models.UniqueConstraint(
                fields=["digest"], condition=models.Q(user__isnull=True), name="default_parameters_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.algorithm} {self.digest[:8]}"


class Card(models.Model):
    """One learner's memory of one (fact, asks). All but the identity can be rebuilt from the events."""

    class Phase(models.TextChoices):
        NEW = "new"
        LEARNING = "learning"
        REVIEW = "review"
        RELEARNING = "relearning"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="cards")
    fact = models.ForeignKey(Fact, models.PROTECT, related_name="cards")
    asks = models.CharField(max_length=40, default="main")
    created_at = models.DateTimeField()
    phase = models.CharField(max_length=10, choices=Phase.choices, default=Phase.NEW)
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    stability = models.FloatField(null=True, blank=True, help_text="Days.")
    difficulty = models.FloatField(null=True, blank=True, help_text="1 to 10.")
    due_at = models.DateTimeField(null=True, blank=True, help_text="Learning steps: to the second.")
    due_day = models.DateField(null=True, blank=True, help_text="Reviews: a study day.")
    last_day = models.DateField(null=True, blank=True)
    reps = models.PositiveIntegerField(default=0)
    lapses = models.PositiveIntegerField(default=0)
    suspended = models.BooleanField(default=False)
    buried_until = models.DateField(null=True, blank=True, help_text="Not shown before this study day.")
    introduced_day = models.DateField(null=True, blank=True, help_text="Study day of the first grade.")
    new_order = models.BigIntegerField(default=0, help_text="Reading order, core first: where a new card comes.")
    last_event = models.ForeignKey("CardEvent", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "fact", "asks"], name="card_once")]
        indexes = [
            # the session: learning cards by second, reviews by day, new ones in their order
            models.Index(fields=["user", "phase", "due_at"], name="card_due_at"),
            models.Index(fields=["user", "phase", "due_day"], name="card_due_day"),
            models.Index(fields=["user", "phase", "new_order"], name="card_new_order"),
            # today's grades of one learner: for the day's limits, the count in the masthead, and undo
            models.Index(fields=["user", "last_day"], name="card_last_day"),
            # cards put aside: the last one for undo, all of them for their list
            models.Index(
                fields=["user"],
                condition=models.Q(suspended=True) | models.Q(buried_until__isnull=False),
                name="card_aside",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact.ref} · {self.asks}"


class CardEvent(models.Model):
    """One thing that happened to a card; append-only. Undo is an event that names its target."""

    class Kind(models.TextChoices):
        ADD = "add"
        GRADE = "grade"
        UNDO = "undo"
        SUSPEND = "suspend"
        UNSUSPEND = "unsuspend"
        BURY = "bury"
        UNBURY = "unbury"
        RESET = "reset"
        SET_DUE = "set_due"

    class Source(models.TextChoices):
        SESSION = "session"
        OFFLINE = "offline"
        QUIZ = "quiz"
        RECALL = "recall"
        CRAM = "cram"
        IMPORT = "import"
        ADDED = "added"

    card = models.ForeignKey(Card, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    source = models.CharField(max_length=8, choices=Source.choices)
    client_uuid = models.UUIDField(unique=True)
    at = models.DateTimeField(help_text="When the learner did it, UTC.")
    received_at = models.DateTimeField()
    study_day = models.DateField()
    face = models.ForeignKey(QuestionVersion, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.JSONField(null=True, blank=True)
    proposed_grade = models.PositiveSmallIntegerField(null=True, blank=True)
    grade = models.PositiveSmallIntegerField(null=True, blank=True)
    milliseconds = models.PositiveIntegerField(null=True, blank=True)
    parameters = models.ForeignKey(ParameterSet, models.PROTECT, null=True, blank=True, related_name="+")
    interval_days = models.PositiveIntegerField(null=True, blank=True, help_text="As shown.")
    due_day = models.DateField(null=True, blank=True, help_text="As shown; recorded, not derived.")
    due_at = models.DateTimeField(null=True, blank=True)
    after = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    target = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="undone_by")
    # Non-normal: an undo of it stands. Written with the undo, so that selectors need no self-join.
    voided = models.BooleanField(default=False)
    first_of_day = models.BooleanField(
        default=False, help_text="Non-normal: its card was not yet graded on its study day."
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(grade__isnull=True) | models.Q(grade__gte=1, grade__lte=4), name="grade_1_to_4"
            ),
            models.CheckConstraint(
                condition=models.Q(kind="grade", grade__isnull=False) | ~models.Q(kind="grade"), name="grade_has_grade"
            ),
        ]
        indexes = [models.Index(fields=["card", "at"], name="event_of_card")]

    def __str__(self) -> str:
        return f"{self.kind} {self.grade or ''} {self.card}"


class Encounter(models.Model):
    """That a learner has once been asked a fact and seen its passage, whether or not it became a card."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="encounters")
    fact = models.ForeignKey(Fact, models.PROTECT, related_name="+")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "fact"], name="encounter_once")]

    def __str__(self) -> str:
        return f"{self.user} met {self.fact}"


class Goal(models.Model):
    """Facts to be recalled by a date at a target: a learner's own, or given by a class."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="goals")
    name = models.CharField(max_length=200)
    facts = models.ManyToManyField(Fact, related_name="goals")
    on = models.DateField()
    target_recall = models.DecimalField(max_digits=3, decimal_places=2, default="0.90")
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
