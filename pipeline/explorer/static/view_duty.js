// The page of a duty: what it is, its verdict in each state, and the rules that name it.

import { count, folded, h, outLink } from "./dom.js";
import { go, routeWith } from "./route.js";
import { sign } from "./badge.js";
import { combobox } from "./combo.js";
import { categoryChooser, dutyOffers, lens, lensText } from "./controls.js";
import { dateWarning } from "./dates.js";
import { interleave, shortLine } from "./rules.js";
import { mapFigure } from "./view_ask.js";
import { VERDICT, VERDICT_ORDER, small } from "./terms.js";

export function viewDuty(app, chosen) {
  return chosen.duty ? dutyPage(app, chosen) : dutyIndex(app, chosen);
}

function dutyIndex(app, chosen) {
  const { model } = app;
  const shown = model.categories.filter((c) => !chosen.category || c.category === chosen.category);
  return {
    title: "Duties",
    told: "List of duties",
    node: h("div", { class: "view-index" },
      h("h1", { tabindex: "-1" }, "Duties"),
      h("p", { class: "lead" }, `${model.duties.length} duties that a medical assistant may be asked to do.`),
      h("p", { class: "find" }, combobox({
        label: "Find a duty in plain words", placeholder: "Find a duty: “shots”, “draw blood”", offers: (text) => dutyOffers(app, text),
        pick: (duty) => go(chosen, { duty }), say: app.say,
      })),
      categoryChooser(app, chosen),
      shown.map((c) => h("section", { class: "duty-category" }, h("h2", null, c.label), h("p", { class: "quiet" }, c.definition),
        h("ul", { class: "duty-index" }, model.duties.filter((d) => d.category === c.category).map((d) =>
          h("li", { class: d.parent_duty_id ? "below" : null }, h("a", { href: routeWith(chosen, { duty: d.duty_id }) }, d.label), h("span", { class: "quiet" }, d.definition))))))),
  };
}

function dutyPage(app, chosen) {
  const { model } = app;
  const duty = model.dutyBy.get(chosen.duty);
  const link = (d) => h("a", { href: routeWith(chosen, { duty: d.duty_id }) }, d.label);
  const below = model.children.get(duty.duty_id) ?? [];
  const above = duty.parent_duty_id ? model.dutyBy.get(duty.parent_duty_id) : null;
  const usual = model.customary[duty.duty_id];
  return {
    title: duty.label,
    told: `${duty.label}: verdict in each state`,
    node: h(
      "div", { class: "view-duty" },
      h("h1", { tabindex: "-1" }, duty.label),
      h("p", { class: "lead" }, duty.definition),
      h("ul", { class: "facts" },
        h("li", null, model.categoryBy.get(duty.category)?.label, " · ", model.groupBy.get(duty.duty_group)?.label),
        duty.licensed_act && h("li", null, "A licensed act: no general delegation reaches it"),
        above && h("li", null, "Part of ", link(above)),
        below.length > 0 && h("li", null, "Narrower: ", interleave(below.map(link))),
        usual && h("li", null, `${count(usual, "source")} describe it as usual for medical assistants. Custom is no permission`)),
      lens(app, chosen), dateWarning(model, chosen),
      mapFigure(app, chosen),
      h("section", { "aria-labelledby": "each-state" }, h("h2", { id: "each-state" }, "In each state"), h("p", { class: "quiet" }, lensText(model, chosen), "."), verdictTable(model, chosen)),
      h("section", { "aria-labelledby": "naming" }, h("h2", { id: "naming" }, "Rules that name it or its class"), namingRules(model, chosen)),
    ),
  };
}

function verdictTable(model, chosen) {
  const rows = model.states.map((s) => ({ s, outcome: model.outcome(s.state, chosen, chosen.duty) }));
  const rank = (r) => VERDICT_ORDER.indexOf(r.outcome?.verdict ?? "none");
  rows.sort((a, b) => rank(a) - rank(b) || a.s.name.localeCompare(b.s.name, "en"));
  return h("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": "Verdict in each state" }, h("table", { class: "plain-table" },
    h("thead", null, h("tr", null, ["State", "Verdict", "Asks for", "By"].map((t) => h("th", { scope: "col" }, t)))),
    h("tbody", null, rows.map(({ s, outcome }) => {
      const verdict = outcome?.verdict ?? "none";
      const rule = outcome?.rules[0];
      return h("tr", null,
        h("th", { scope: "row" }, h("a", { href: routeWith(chosen, { view: "ask", state: s.state }) }, s.name)),
        h("td", { class: "told" }, sign(verdict, false), VERDICT[verdict].label, outcome?.conflict && h("span", { class: "flag" }, "sources disagree")),
        h("td", null, outcome ? shortLine(outcome) : ""),
        h("td", null, rule ? outLink(model.sourceBy.get(rule.source_id)?.url, rule.citation) : ""));
    }))));
}

function namingRules(model, chosen) {
  const found = model.rules.filter((r) => model.reachOf(r).includes(chosen.duty));
  if (!found.length) return h("p", null, "No coded rule names it; only general delegations may reach it.");
  const states = new Map();
  for (const rule of found) states.set(rule.state, [...(states.get(rule.state) ?? []), rule]);
  const name = (code) => model.stateBy.get(code)?.name ?? "Federal law";
  return folded(`${count(found.length, "rule")} in ${count(states.size, "jurisdiction")}`, false, h("ul", { class: "naming" },
    [...states].sort((a, b) => name(a[0]).localeCompare(name(b[0]), "en")).map(([code, rules]) => h("li", null, h("b", null, name(code)), h("ul", { class: "signs" },
      rules.map((r) => h("li", null, sign(r.status), outLink(model.sourceBy.get(r.source_id)?.url, r.citation), h("span", { class: "quiet" }, ` ${small(model.roleBy.get(r.role_id)?.label ?? r.role_id)}${r.class_id ? `, as part of: ${small(model.classBy.get(r.class_id)?.label ?? r.class_id)}` : ""}`))))))));
}
