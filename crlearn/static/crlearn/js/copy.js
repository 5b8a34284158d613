// Copy what a field holds. The buttons are shown only where the browser can do it; without a script one selects the text.
// What came of it is said beside the button, which keeps its name.
(() => {
  const show = (root) => {
    if (!navigator.clipboard) return;
    for (const button of root.querySelectorAll("button[data-copy]")) button.hidden = false;
  };
  document.addEventListener("DOMContentLoaded", () => show(document));
  document.addEventListener("htmx:afterSettle", (event) => show(event.target));
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    const copied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    if (!copied) field.select();
    for (const one of document.querySelectorAll("button[data-copy] + [role=status]")) one.textContent = "";
    button.nextElementSibling.textContent = copied ? button.dataset.copied : button.dataset.failed;
  });
})();
