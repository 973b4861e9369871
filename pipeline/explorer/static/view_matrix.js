// All duties by all states at once: a grid with one stop of the tab key, gone about by arrows.

import { h } from "./dom.js";
import { go, routeWith } from "./route.js";
import { legend, tally } from "./badge.js";
import { categoryChooser, lens, lensText } from "./controls.js";
import { dateSlider, dateWarning } from "./dates.js";
import { VERDICT } from "./terms.js";

export function viewMatrix(app, chosen) {
  const { model } = app;
  const duties = model.duties.filter((d) => !chosen.category || d.category === chosen.category);
  const states = [...model.states].sort((a, b) => a.state.localeCompare(b.state));
  const { table, counts } = grid(app, chosen, duties, states);
  const days = model.hasHistory(chosen) ? model.history.days : [];
  return {
    title: "Duties by states",
    told: `Table of ${duties.length} duties by ${states.length} states`,
    node: h(
      "div", { class: "view-matrix" },
      h("h1", { tabindex: "-1" }, "Duties by states"),
      h("p", { class: "lead" }, lensText(model, chosen), "."),
      lens(app, chosen), categoryChooser(app, chosen), dateWarning(model, chosen),
      h("div", { class: "matrix-head" }, legend(counts, "Signs in the table, and how many cells bear each"), dateSlider(app, chosen, days, "anything")),
      h("div", { class: "matrix-scroll", role: "region", "aria-label": "Duties by states; scrolls both ways", tabindex: "0" }, table),
    ),
  };
}

function grid(app, chosen, duties, states) {
  const { model } = app;
  const all = [];
  const head = h("thead", null, h("tr", null,
    h("th", { scope: "col", class: "corner" }, "Duty"),
    states.map((s) => h("th", { scope: "col" }, h("a", { href: routeWith(chosen, { view: "state", state: s.state }), title: s.name, tabindex: "-1" }, h("abbr", { title: s.name }, s.state))))));
  const bodies = [];
  let group = null;
  for (const duty of duties) {
    if (duty.duty_group !== group) {
      group = duty.duty_group;
      bodies.push(h("tbody", null, h("tr", { class: "group" },
        h("th", { scope: "rowgroup", colspan: String(states.length + 1) },
          h("span", null, model.categoryBy.get(duty.category)?.label ?? duty.category, " · ", model.groupBy.get(group)?.label ?? group)))));
    }
    const row = h("tr", null, h("th", { scope: "row" }, h("a", { href: routeWith(chosen, { view: "duty", duty: duty.duty_id }), tabindex: "-1" }, duty.label)));
    for (const s of states) {
      const verdict = model.verdict(s.state, chosen, duty.duty_id);
      all.push(verdict);
      const cell = document.createElement("td");
      cell.dataset.v = verdict;
      cell.setAttribute("aria-label", VERDICT[verdict].label);
      cell.textContent = VERDICT[verdict].letter;
      cell.tabIndex = -1;
      row.append(cell);
    }
    row.dataset.duty = duty.duty_id;
    bodies.at(-1).append(row);
  }
  const table = h("table", { class: "matrix", role: "grid", "aria-label": "Verdict of each duty in each state", data: { key: "matrix" } }, head, bodies);
  listenToGrid(app, chosen, table, states);
  return { table, counts: tally(all) };
}

function listenToGrid(app, chosen, table, states) {
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.dataset.duty);
  const first = rows[0]?.cells[1];
  if (first) first.tabIndex = 0;
  let at = first;
  const where = (cell) => ({ duty: cell.parentElement.dataset.duty, state: states[cell.cellIndex - 1].state });
  const name = (cell) => {
    const { duty, state } = where(cell);
    return `${app.model.dutyBy.get(duty).label}, ${app.model.stateBy.get(state).name}: ${VERDICT[cell.dataset.v].label}`;
  };
  table.addEventListener("pointerover", (event) => {
    const cell = event.target.closest("td");
    if (cell && !cell.title) cell.title = name(cell);
  });
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    if (cell) go(chosen, { view: "ask", ...where(cell) });
  });
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell) return;
    const row = rows.indexOf(cell.parentElement);
    const to = {
      ArrowRight: [row, cell.cellIndex + 1], ArrowLeft: [row, cell.cellIndex - 1], ArrowDown: [row + 1, cell.cellIndex],
      ArrowUp: [row - 1, cell.cellIndex], Home: [row, 1], End: [row, states.length],
      PageDown: [Math.min(row + 10, rows.length - 1), cell.cellIndex], PageUp: [Math.max(row - 10, 0), cell.cellIndex],
    }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      go(chosen, { view: "ask", ...where(cell) });
    } else if (to) {
      event.preventDefault();
      const next = rows[to[0]]?.cells[to[1]];
      if (!next || to[1] < 1) return;
      at.tabIndex = -1;
      at = next;
      at.tabIndex = 0;
      at.focus();
      app.say(name(at));
    }
  });
}
