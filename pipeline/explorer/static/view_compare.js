// Two states side by side, the differences first.

import { count, folded, h } from "./dom.js";
import { go, routeWith } from "./route.js";
import { sign } from "./badge.js";
import { combobox } from "./combo.js";
import { categoryChooser, lens, lensText, stateOffers } from "./controls.js";
import { dateWarning } from "./dates.js";
import { conditionLines } from "./rules.js";
import { VERDICT, small } from "./terms.js";

export function viewCompare(app, chosen) {
  const { model } = app;
  const [a, b] = [chosen.state, chosen.other].map((code) => model.stateBy.get(code));
  const field = (label, key) => h("span", { class: "part" }, combobox({
    label, shown: model.stateBy.get(chosen[key])?.name ?? "", placeholder: "a state", offers: (text) => stateOffers(app, text),
    pick: (state) => go(chosen, { [key]: state }), say: app.say,
  }));
  const title = a && b ? `${a.name} and ${b.name} compared` : "Compare two states";
  return {
    title,
    told: title,
    node: h(
      "div", { class: "view-compare" },
      h("h1", { tabindex: "-1" }, title),
      h("section", { class: "question", "aria-label": "States to compare" }, h("p", { class: "sentence" }, h("span", { class: "part" }, "How does "), field("First state", "state"), h("span", { class: "part" }, " differ from "), field("Second state", "other"), h("span", { class: "part" }, "?"))),
      lens(app, chosen), categoryChooser(app, chosen), dateWarning(model, chosen),
      a && b ? comparison(model, chosen, a, b) : h("p", { class: "lead" }, "Name two states above."),
    ),
  };
}

function comparison(model, chosen, a, b) {
  const rows = model.duties.filter((d) => !chosen.category || d.category === chosen.category).map((duty) => {
    const [left, right] = [a, b].map((s) => model.outcome(s.state, chosen, duty.duty_id));
    const [lv, rv] = [left, right].map((o) => o?.verdict ?? "none");
    const asks = [left, right].map((o) => (o ? conditionLines(o).map(([what, how]) => `${what}: ${small(how)}`) : []));
    const apart = new Set([VERDICT[lv].family, VERDICT[rv].family]);
    const kind = lv !== rv ? (apart.has("may") && apart.has("not") ? 0 : 1) : asks[0].join() !== asks[1].join() ? 2 : 3;
    return { duty, sides: [[lv, asks[0], a], [rv, asks[1], b]], kind };
  });
  const part = (kinds) => rows.filter((r) => kinds.includes(r.kind));
  const opposed = part([0]);
  const differing = part([1]);
  const other = part([2]);
  const same = part([3]);
  const section = (title, found) => found.length > 0 && h("section", null, h("h2", null, title, h("span", { class: "quiet" }, ` ${found.length}`)), table(chosen, a, b, found, title));
  return [
    h("p", { class: "lead" }, lensText(model, chosen), `. ${count(opposed.length + differing.length, "duty has", "duties have")} another verdict, ${other.length} the same verdict on other conditions, ${same.length} the same.`),
    section("One allows what the other does not", opposed),
    section("Other differences of verdict", differing),
    section("Same verdict, other conditions", other),
    same.length > 0 && folded(`The same in both (${same.length})`, false, table(chosen, a, b, same, "The same in both")),
  ];
}

function table(chosen, a, b, rows, title) {
  return h("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": title }, h("table", { class: "plain-table compare" },
    h("thead", null, h("tr", null, h("th", { scope: "col" }, "Duty"), [a, b].map((s) => h("th", { scope: "col" }, h("a", { href: routeWith(chosen, { view: "state", state: s.state, other: "" }) }, s.name))))),
    h("tbody", null, rows.map(({ duty, sides }) => h("tr", null,
      h("th", { scope: "row" }, h("a", { href: routeWith(chosen, { view: "duty", duty: duty.duty_id, other: "" }) }, duty.label)),
      sides.map(([verdict, asks, s]) => h("td", null,
        h("a", { class: "told", href: routeWith(chosen, { view: "ask", state: s.state, duty: duty.duty_id, other: "" }) }, sign(verdict, false), VERDICT[verdict].label, h("span", { class: "unseen" }, ` in ${s.name}: ${duty.label}`)),
        asks.length > 0 && h("span", { class: "asks" }, asks.join("; ")))))))));
}
