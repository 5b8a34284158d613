// Turns "choose a step for each place" into steps that are moved up and down. Each step carries a hidden
// field, so that the order on the page is the answer; without this file the selects are the control.
(() => {
  const ARROWS = { up: "M8 13V3M3.5 7.5L8 3l4.5 4.5", down: "M8 3v10M3.5 8.5L8 13l4.5-4.5" };
  const SVG = "http://www.w3.org/2000/svg";

  const make = (name, attributes, ...children) => {
    const element = name === "svg" || name === "path" ? document.createElementNS(SVG, name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const makeArrow = (list, step, way) => make(
    "button",
    { type: "button", class: "move", "data-way": way, "aria-label": `${list.dataset[way]}: ${step}` },
    make("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, make("path", { d: ARROWS[way] })),
  );

  const makeRow = (list, { value, text }) => make(
    "li",
    {},
    make("span", { class: "place", "aria-hidden": "true" }),
    make("span", { class: "step" }, text),
    make("input", { type: "hidden", name: "answer", value }),
    make("span", { class: "moves" }, makeArrow(list, text, "up"), makeArrow(list, text, "down")),
  );

  const number = (list) => {
    const rows = [...list.children];
    rows.forEach((row, index) => {
      row.querySelector(".place").textContent = String(index + 1);
      row.querySelector("[data-way=up]").disabled = index === 0;
      row.querySelector("[data-way=down]").disabled = index === rows.length - 1;
    });
  };

  const move = (list, button) => {
    const row = button.closest("li");
    if (button.dataset.way === "up") row.previousElementSibling.before(row);
    else row.nextElementSibling.after(row);
    number(list);
    (button.disabled ? row.querySelector(".move:not(:disabled)") : button).focus();
    const said = document.getElementById(list.dataset.said);
    said.textContent = `${row.querySelector(".place").textContent}. ${row.querySelector(".step").textContent}`;
  };

  // A whole order chosen before is kept; else the steps stand as they were drawn.
  const readSteps = (list) => {
    const selects = [...list.querySelectorAll("select")];
    const steps = [...selects[0].options].filter((option) => option.value);
    const chosen = selects.map((select) => steps.find((step) => step.value === select.value));
    return chosen.every(Boolean) && new Set(chosen).size === steps.length ? chosen : steps;
  };

  const prepare = (root) => {
    for (const list of root.querySelectorAll("[data-ordering]:not([data-ready])")) {
      list.replaceChildren(...readSteps(list).map((step) => makeRow(list, step)));
      list.setAttribute("data-ready", "");
      list.addEventListener("click", (event) => {
        const button = event.target.closest(".move");
        if (button) move(list, button);
      });
      number(list);
    }
  };

  prepare(document);
  document.addEventListener("htmx:load", (event) => prepare(event.target));
})();
