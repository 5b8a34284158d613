"""Quizzes, and what learners do with them: attempts, their items, drafts and responses."""

import uuid

from django.conf import settings
from django.db import models

from crlearn.bank.models import Question, QuestionVersion
from crlearn.sources.models import Collection


class Quiz(models.Model):
    """A quiz that somebody keeps: sections of fixed questions and draws, and its settings."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    collection = models.ForeignKey(Collection, models.PROTECT, related_name="quizzes")
    title = models.CharField(max_length=200)
    rules = models.JSONField(default=dict, help_text="What an attempt copies.")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "quizzes"

    def __str__(self) -> str:
        return self.title


class QuizSection(models.Model):
    """A part of a quiz: either its fixed questions, or so many drawn from a filtered pool."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200, blank=True)
    draw = models.PositiveSmallIntegerField(null=True, blank=True, help_text="How many to draw; none: the fixed ones.")
    pool = models.JSONField(default=dict, help_text="The filter of a draw.")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["quiz", "position"], name="section_place_once")]

    def __str__(self) -> str:
        return self.title or f"{self.quiz} §{self.position}"


class SectionQuestion(models.Model):
    """A fixed question of a section, with its points."""

    section = models.ForeignKey(QuizSection, models.CASCADE, related_name="questions")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    points = models.DecimalField(max_digits=6, decimal_places=2, default=1)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["section", "question"], name="section_question_once")]

    def __str__(self) -> str:
        return f"{self.section}: {self.question}"


class Attempt(models.Model):
    """One run through questions by one learner. Its rules are copied onto it, so that they do not change midway."""

    class Purpose(models.TextChoices):
        FIRST = "first", "the newcomer's question"
        QUIZ = "quiz", "a quiz of one's own choice"
        RECALL = "recall", "recall of a section"
        AGAIN = "again", "only the wrong ones"
        ASSIGNED = "assigned", "a kept quiz"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="attempts")
    quiz = models.ForeignKey(Quiz, models.PROTECT, null=True, blank=True, related_name="attempts")
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    rules = models.JSONField(help_text="Behaviour, filters and settings in force, with their version number.")
    client_uuid = models.UUIDField(unique=True, help_text="Of the form that started it: a double click starts one.")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    deadline_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            # home: the newest unfinished one of a learner
            models.Index(
                fields=["user", "-started_at"], condition=models.Q(finished_at__isnull=True), name="attempt_unfinished"
            ),
            models.Index(fields=["user", "-started_at"], name="attempt_of_user"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.public_id}"


class Item(models.Model):
    """One question in an attempt: pins its version and the order that was drawn."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(help_text="From 1.")
    question_version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="items")
    order = models.JSONField(default=dict, help_text="The order of options, pairs or steps as drawn.")
    max_mark = models.DecimalField(max_digits=6, decimal_places=2, default=1)
    # Non-normal: from the responses and mark changes.
    mark = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["attempt", "position"], name="item_place_once")]

    def __str__(self) -> str:
        return f"{self.attempt} {self.position}"


class Draft(models.Model):
    """What a learner has typed or chosen and not yet submitted; overwritten as they go on."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="draft")
    form = models.JSONField()
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.item}"


class Response(models.Model):
    """A submitted answer; append-only. The database has the last word on one response a try."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="responses")
    try_no = models.PositiveSmallIntegerField(default=1)
    client_uuid = models.UUIDField(unique=True)
    answer = models.JSONField(null=True, help_text="Ids, never positions; none: gave up or out of time.")
    gave_up = models.BooleanField(default=False)
    score = models.DecimalField(max_digits=5, decimal_places=4)
    code = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    per_fact = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ["try_no"]
        constraints = [
            models.UniqueConstraint(fields=["item", "try_no"], name="one_response_a_try"),
            models.CheckConstraint(condition=models.Q(score__gte=0, score__lte=1), name="score_0_to_1"),
        ]

    def __str__(self) -> str:
        return f"{self.item} try {self.try_no}: {self.code}"


class MarkChange(models.Model):
    """A mark that somebody changed afterwards; append-only."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="mark_changes")
    client_uuid = models.UUIDField(unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    old = models.DecimalField(max_digits=8, decimal_places=4, null=True)
    new = models.DecimalField(max_digits=8, decimal_places=4, null=True)
    reason = models.CharField(max_length=40)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.item}: {self.old} → {self.new}"
