"""What every page must hold to, in any width, either theme, and with large text: each check returns what is wrong."""

from axe_playwright_python.base import AXE_SCRIPT

LOOKS = ((1280, "light"), (390, "dark"))  # each width and each theme; the other pairs hold nothing of their own

TOO_SMALL = """() => {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const inText = (control) => {
    if (control.tagName !== "A" || getComputedStyle(control).display !== "inline") return false;
    const block = control.closest("p, li, h1, h2, h3, dd, td, div");
    return block.textContent.trim().length > control.textContent.trim().length + 3;
  };
  const found = [];
  for (const control of document.querySelectorAll(CONTROLS)) {
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (control.matches(".skip") || inText(control)) continue;
    const target = control.matches("input") && control.closest("label") || control;
    const boxes = [target.getBoundingClientRect()];
    const over = getComputedStyle(control, "::after");
    if (over.content !== "none" && over.position === "absolute") boxes.push({ width: parseFloat(over.width), height: parseFloat(over.height) });
    if (!boxes.some((box) => box.width >= 23.9 && box.height >= 23.9)) {
      const { width, height } = boxes[0];
      found.push(`${control.outerHTML.slice(0, 90)} is ${width.toFixed(1)} × ${height.toFixed(1)}`);
    }
  }
  return found;
}"""

SAME_IDS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""

UNSEEN_FOCUS = """() => {
  const TABBABLE = "a[href], button:not(:disabled), input:not([type=hidden], :disabled), select, textarea, summary, [tabindex='0']";
  const ringOf = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && (!pseudo || style.content !== "none");
  };
  const before = document.activeElement;
  const found = [];
  for (const control of document.querySelectorAll(TABBABLE)) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue;
    control.focus({ focusVisible: true, preventScroll: true });
    const label = control.closest("label");
    if (document.activeElement !== control) found.push(`${control.outerHTML.slice(0, 90)} takes no focus`);
    else if (!ringOf(control) && !(label && ringOf(label, "::after"))) found.push(`${control.outerHTML.slice(0, 90)} shows no focus`);
  }
  before.focus({ preventScroll: true });
  return found;
}"""

SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
  return wide.slice(-3).map((one) => `${one.outerHTML.slice(0, 90)} ends at ${one.getBoundingClientRect().right.toFixed(0)} of ${room}`);
}"""


TORN_BRACKETS = """() => {
  const found = [];
  for (const bracket of document.querySelectorAll("mark .lb, mark .rb")) {
    const texts = document.createTreeWalker(bracket.closest("mark"), NodeFilter.SHOW_TEXT, (text) =>
      text.parentElement.closest(".vh") || !text.data.replaceAll("\u2060", "").trim() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const opens = bracket.matches(".lb");
    const text = opens ? texts.nextNode() : texts.lastChild();
    if (!text || !bracket.checkVisibility()) continue;
    const range = document.createRange();
    const at = opens ? text.data.search(/[^\\s\u2060]/) : text.data.trimEnd().replace(/\u2060+$/, "").length - 1;
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const apart = Math.abs(range.getBoundingClientRect().bottom - bracket.getBoundingClientRect().bottom);
    const line = parseFloat(getComputedStyle(text.parentElement).fontSize);
    if (apart > 0.9 * line) found.push(`a bracket stands ${apart.toFixed(0)} px from its word: ${text.data.slice(0, 40)}`);
  }
  return found;
}"""


def brackets(visit):
    """Half brackets that stand in another line than the word they enclose."""
    found = []
    for width in (320, 390, 460, 1280):
        visit.page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {one}" for one in visit.page.evaluate(TORN_BRACKETS)]
    return found


def axe(visit):
    """What axe-core finds, in each width and theme."""
    visit.page.evaluate(AXE_SCRIPT)
    found = []
    for width, theme in LOOKS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.page.emulate_media(color_scheme=theme)
        for fault in visit.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]:
            where = "; ".join(f"{node['html'][:120]} {node['failureSummary'][:200]}" for node in fault["nodes"][:3])
            found.append(f"{width} {theme}: {fault['id']} × {len(fault['nodes'])}: {where}")
    visit.page.emulate_media(color_scheme="light")
    return found


def sideways(visit):
    """Where a page is wider than its window: on small phones, and where somebody has set their text to twice the size."""
    found = []
    for width, text in ((320, 16), (390, 16), (390, 32), (1280, 32)):
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.devtools.send("Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text}})
        found += [f"{width} px, text of {text} px: {one}" for one in visit.page.evaluate(SIDEWAYS)]
    visit.devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 16}})
    return found


def controls(visit):
    """Controls that are too small to hit, that hide their focus, and ids that stand twice."""
    visit.page.set_viewport_size({"width": 390, "height": 900})
    small = [f"too small: {one}" for one in visit.page.evaluate(TOO_SMALL)]
    twice = [f"id stands twice: {one}" for one in visit.page.evaluate(SAME_IDS)]
    return small + twice + visit.page.evaluate(UNSEEN_FOCUS)


CHECKS = {"axe": axe, "sideways": sideways, "controls": controls, "brackets": brackets}


def faults_of(visit, walk):
    """Walk to every page and hold it to every check; return {check: [page: fault]}."""
    found = {name: [] for name in CHECKS}
    for page in walk:
        for name, check in CHECKS.items():
            found[name] += [f"{page}: {fault}" for fault in check(visit)]
        visit.page.set_viewport_size({"width": 1280, "height": 900})
    return found
