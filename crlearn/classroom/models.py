"""Classrooms around the quizzes: who belongs to them, what is assigned, and who has more time."""

from django.conf import settings
from django.db import models

from crlearn.cards.models import Goal
from crlearn.quizzes.models import Attempt, Quiz
from crlearn.sources.models import Collection


class Classroom(models.Model):
    """A class; whoever makes one is its instructor. Its collection holds what is private to it."""

    name = models.CharField(max_length=200)
    code = models.CharField(max_length=12, unique=True, help_text="To join by.")
    collection = models.OneToOneField(Collection, models.PROTECT, related_name="classroom")
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A role belongs to a classroom, not to a person: one may teach here and learn there."""

    class Role(models.TextChoices):
        STUDENT = "student"
        ASSISTANT = "assistant"
        INSTRUCTOR = "instructor"

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices)
    roster_code = models.CharField(max_length=80, blank=True)
    time_factor = models.DecimalField(
        max_digits=4, decimal_places=2, default=1, help_text="Extra time for the whole class."
    )
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["classroom", "user"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.user} ({self.role})"


class Assignment(models.Model):
    """A quiz or a goal given to a class, with its dates."""

    classroom = models.ForeignKey(Classroom, models.PROTECT, related_name="assignments")
    quiz = models.ForeignKey(Quiz, models.PROTECT, null=True, blank=True, related_name="assignments")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="assignments")
    title = models.CharField(max_length=200)
    rules = models.JSONField(default=dict)
    opens_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiz__isnull=False, goal__isnull=True)
                | models.Q(quiz__isnull=True, goal__isnull=False),
                name="a_quiz_or_a_goal",
            )
        ]

    def __str__(self) -> str:
        return self.title


class AssignedAttempt(models.Model):
    """An attempt that was made for an assignment."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="attempts")
    attempt = models.OneToOneField(Attempt, models.CASCADE, related_name="assigned")

    def __str__(self) -> str:
        return f"{self.assignment}: {self.attempt}"


class Extension(models.Model):
    """More time or more attempts for one person, with the reason kept."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="extensions")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="extensions")
    due_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    extra_attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=300, blank=True)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.membership}: {self.reason}"
