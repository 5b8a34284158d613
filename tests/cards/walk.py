"""Walking through a session as a browser without scripts does: by the forms that the pages hold."""

from html.parser import HTMLParser

from django.urls import reverse

HTMX = {"HTTP_HX_REQUEST": "true"}


class _Forms(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.inside = {}, None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = self.found.setdefault(attrs["action"], {})
        elif tag == "input" and self.inside is not None and attrs.get("name") != "csrfmiddlewaretoken":
            self.inside[attrs["name"]] = attrs.get("value", "")
        elif tag == "button" and self.inside is not None:
            self.inside.setdefault("buttons", []).append(attrs)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = None


def text(response):
    return response.content.decode()


def forms(response):
    """The forms of a page: address → hidden fields, and under "buttons" the attributes of its buttons."""
    parser = _Forms()
    parser.feed(text(response))
    return parser.found


def form(response, name):
    """The fields of the form that posts to a named address of the cards; None where the page has none."""
    fields = forms(response).get(reverse(f"cards:{name}"))
    return fields and {key: value for key, value in fields.items() if key != "buttons"}


def buttons(response, name="grade"):
    return forms(response)[reverse(f"cards:{name}")]["buttons"]


def prompt(client):
    return client.get(reverse("cards"))


def turned(client, page=None, **headers):
    """The answer side of the card that a page shows, or of the one that is due now."""
    return client.get(reverse("cards:show"), form(page or prompt(client), "show"), **headers)


def grade(client, grade, page=None, **headers):
    """Give a grade on an answer side, or on that of the card that is due now."""
    return client.post(reverse("cards:grade"), form(page or turned(client), "grade") | {"grade": grade}, **headers)


def undo(client, page=None, **headers):
    return client.post(reverse("cards:undo"), form(page or prompt(client), "undo"), **headers)
