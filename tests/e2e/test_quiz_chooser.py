"""The page on which a quiz is chosen: its lists stand in two columns where there is room, so that Begin is near."""

import pytest

TOPS = "labels => labels.map(label => [label.getBoundingClientRect().left, label.getBoundingClientRect().top])"


@pytest.mark.parametrize(("width", "columns"), [(390, 1), (700, 2), (1280, 2)])
def test_topics_and_types_stand_in_columns_that_begin_level(person, width, columns):
    visit = person(width=width)
    visit.goto("/quizzes/")
    for name in ("topics", "kinds"):
        places = visit.page.locator(f"label:has([name={name}])").evaluate_all(TOPS)
        lefts = sorted({round(left) for left, _ in places})
        assert len(lefts) == columns
        firsts = [min(top for left, top in places if round(left) == column) for column in lefts]
        assert max(firsts) - min(firsts) < 1
