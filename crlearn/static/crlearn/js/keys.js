// A key presses the control that carries it: data-key="1", "Enter", "Space", "p".
// Every key has a visible control, so nothing is lost without this file, nor where somebody has switched the keys off.
(() => {
  const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
  const PRESSED_BY_ITSELF = "a[href], button, input, summary, label";

  const findControl = (key) => {
    const controls = document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`);
    return [...controls].find((control) => !control.disabled && control.checkVisibility());
  };

  document.addEventListener("keydown", (event) => {
    if ("noKeys" in document.body.dataset || event.defaultPrevented || event.repeat || event.isComposing) return;
    // AltGr, with which many keyboards write "@", counts as Ctrl and Alt on Windows.
    if ((event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph")) return;
    const at = event.target;
    if (!(at instanceof Element) || at.closest(TYPING)) return;
    const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((key === "Enter" || key === "Space") && at.closest(PRESSED_BY_ITSELF)) return;
    const control = findControl(key);
    if (!control) return;
    event.preventDefault();
    if (control.matches("input")) control.focus();
    control.click();
  });
})();
