"""One person's browser: what they see and press, and whatever the browser complains of meanwhile."""

import re
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5

MOST_TABS = 200
DESCRIBE_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  return [at.tagName.toLowerCase(), at.id && "#" + at.id, (at.getAttribute("aria-label") || at.innerText || at.value || "")
    .trim().slice(0, 40)].filter(Boolean).join(" ");
}"""


class Visit:
    """A browser of somebody new at `address`."""

    def __init__(
        self, browser, address, *, width=1280, height=900, javascript=True, dark=False, zone="Europe/Helsinki",
        past_csp=False,
    ):  # fmt: skip
        """past_csp: let a test's own script run where the site's policy would refuse it."""
        self.address = address
        self.complaints = []
        self.expected = set()
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            timezone_id=zone,
            locale="en-GB",
            reduced_motion="reduce",
            bypass_csp=past_csp,
        )
        self.context.set_default_timeout(15_000)
        self.page = self.tab()

    def tab(self):
        """Open another tab of the same browser."""
        page = self.context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def expect_status(self, *codes):
        """Take an answer with one of these status codes for what was meant to happen."""
        self.expected.update(str(code) for code in codes)

    def _heard(self, message):
        if message.type not in {"error", "warning"}:
            return
        status = re.search(r"responded with a status of (\d+)|Response Status Error Code (\d+)", message.text)
        if not status or (status[1] or status[2]) not in self.expected:
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def goto(self, path):
        return self.page.goto(self.address + path)

    @cached_property
    def devtools(self):
        """The browser's own protocol, for what a page cannot say of itself."""
        return self.context.new_cdp_session(self.page)

    @property
    def path(self):
        """The address of the page without its host."""
        return self.page.url.removeprefix(self.address)

    def heading(self):
        return self.page.get_by_role("heading", level=1)

    def button(self, name):
        return self.page.get_by_role("button", name=name)

    def link(self, name):
        return self.page.get_by_role("link", name=name)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self):
        """What has the focus, in words; nothing where the page itself has it."""
        return self.page.evaluate(DESCRIBE_FOCUS)

    def tab_to(self, locator):
        """Press Tab until a control has the focus, as somebody without a mouse would."""
        for _ in range(MOST_TABS):
            if locator.evaluate("element => element === document.activeElement"):
                return locator
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {locator}; the focus is at {self.focus()!r}")

    def close(self):
        self.context.close()


def choose_quiz(visit, *, count=5, documents=(), kinds=(), topics=(), name=""):
    """Go to the page of quizzes, choose by the names that it shows, and begin. With a `name` the same questions are drawn each time."""
    visit.goto("/quizzes/")
    if name:
        identity = visit.page.locator("main input[name=client_uuid]")
        identity.evaluate("(field, value) => { field.value = value; }", str(uuid5(NAMESPACE_URL, name)))
    visit.page.get_by_label(str(count), exact=True).check()
    for name in (*documents, *kinds, *topics):
        visit.page.get_by_label(re.compile(f"^{re.escape(name)}")).check()
    visit.button("Begin").click()
    visit.page.wait_for_url(re.compile(r"/quizzes/[0-9a-f-]{36}/1/$"))
