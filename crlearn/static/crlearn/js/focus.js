// Where something new has appeared, the focus goes to it: [data-focus], the verdict or the question.
(() => {
  const focusNew = (root, swapped) => {
    const target = root.matches?.("[data-focus]") ? root : root.querySelector("[data-focus]");
    if (!target) return;
    const wholeSession = swapped && target.closest("#session");
    if (wholeSession) window.scrollTo(0, 0);
    target.focus({ preventScroll: Boolean(wholeSession) });
  };

  if (!location.hash) focusNew(document, false);
  document.addEventListener("htmx:afterSettle", (event) => focusNew(event.target, true));
})();
