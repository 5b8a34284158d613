// A form is sent once, however often its button is pressed. The button is not disabled:
// a disabled button would lose its focus, and its name and value with it.
(() => {
  const free = (form) => {
    form.removeAttribute("aria-busy");
  };

  const showFault = (shown) => {
    const fault = document.querySelector("[data-fault]");
    if (!fault) return;
    fault.hidden = !shown;
    if (shown) fault.scrollIntoView({ block: "center" });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.setAttribute("aria-busy", "true");
  }, true);

  // Back from the browser's memory, a sent form can be sent again: the server knows an answer by its number.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[aria-busy]").forEach(free);
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form");
    if (form) free(form);
    showFault(false);
  });

  for (const fault of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(fault, () => showFault(true));
  }
})();
