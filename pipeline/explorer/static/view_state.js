// The page of a state: its duties, its rules in plain words, what was looked at, what disagrees, what changed.

import { count, folded, h, outLink } from "./dom.js";
import { routeWith } from "./route.js";
import { bar, legend, sign, signCounts, tally } from "./badge.js";
import { categoryChooser, lens, lensText } from "./controls.js";
import { conflictNotes } from "./answer.js";
import { dateSlider, dateWarning } from "./dates.js";
import { groupRules, interleave, ruleCard, shortLine } from "./rules.js";
import { KIND, LOOKED, day, term } from "./terms.js";

export function viewState(app, chosen) {
  return chosen.state ? statePage(app, chosen) : stateIndex(app, chosen);
}

function stateIndex(app, chosen) {
  const { model } = app;
  return {
    title: "States",
    told: "List of states",
    node: h("div", { class: "view-index" },
      h("h1", { tabindex: "-1" }, "States"),
      h("p", { class: "lead" }, `What each state’s law says of ${model.duties.length} duties. `, lensText(model, chosen), "."),
      lens(app, chosen), legend(),
      h("ul", { class: "state-index" }, model.states.map((s) => {
        const counts = tally(model.duties.map((d) => model.verdict(s.state, chosen, d.duty_id)));
        return h("li", null, h("a", { href: routeWith(chosen, { view: "state", state: s.state }) }, s.name), bar(counts), signCounts(counts));
      }))),
  };
}

function statePage(app, chosen) {
  const { model } = app;
  const state = model.stateBy.get(chosen.state);
  const shown = model.duties.filter((d) => !chosen.category || d.category === chosen.category);
  const counts = tally(shown.map((d) => model.verdict(state.state, chosen, d.duty_id)));
  const changed = changeDays(model, chosen, shown);
  const conflicts = model.conflictsOf(state.state).filter((c) => !chosen.category || !c.duty_id || model.dutyBy.get(c.duty_id)?.category === chosen.category);
  const section = (id, title, ...content) => h("section", { id: `part-${id}`, "aria-labelledby": `title-${id}` }, h("h2", { id: `title-${id}`, tabindex: "-1" }, title), ...content);
  const jump = (id, label) => h("li", null, h("button", { type: "button", class: "plain", on: { click: () => {
    document.getElementById(`part-${id}`).scrollIntoView();
    document.getElementById(`title-${id}`).focus({ preventScroll: true });
  } } }, label));
  return {
    title: state.name,
    told: `${state.name}: ${shown.length} duties`,
    node: h(
      "div", { class: "view-state" },
      h("h1", { tabindex: "-1" }, state.name),
      h("p", { class: "lead" }, lensText(model, chosen), ".", " ", h("a", { href: routeWith(chosen, { view: "compare", duty: "" }) }, "Compare with another state")),
      lens(app, chosen), categoryChooser(app, chosen), dateWarning(model, chosen),
      h("div", { class: "summary" }, bar(counts), legend(counts, "Duties by verdict")),
      dateSlider(app, chosen, changed.map((c) => c.day), "these duties"),
      h("nav", { class: "jumps", "aria-label": "Parts of this page" }, h("ul", null,
        jump("duties", "Duties"), jump("rules", "Rules"), jump("looked", "What was looked at"), jump("conflicts", `Disagreements (${conflicts.length})`), jump("changes", "Changes"))),
      section("duties", "What may be done", dutyLists(model, chosen, shown)),
      section("rules", "The rules, in plain words", rulesOf(model, chosen)),
      section("looked", "What was looked at", coverage(model, chosen)),
      section("conflicts", "Disagreements", conflicts.length ? conflictNotes(model, conflicts) : h("p", null, "None was found.")),
      section("changes", "Changes over time", changeList(model, chosen, changed)),
    ),
  };
}

function dutyLists(model, chosen, duties) {
  const groups = new Map();
  for (const duty of duties) groups.set(duty.duty_group, [...(groups.get(duty.duty_group) ?? []), duty]);
  return h("div", { class: "duty-groups" }, [...groups].map(([group, rows]) => h("div", { class: "duty-group" },
    h("h3", null, model.groupBy.get(group)?.label ?? group),
    h("ul", null, rows.map((d) => {
      const outcome = model.outcome(chosen.state, chosen, d.duty_id);
      const asks = outcome ? shortLine(outcome) : "";
      return h("li", null, sign(outcome?.verdict ?? "none"),
        h("span", null, h("a", { href: routeWith(chosen, { view: "ask", duty: d.duty_id }) }, d.label),
          outcome?.conflict && h("span", { class: "flag" }, "sources disagree"), asks && h("span", { class: "asks" }, asks)));
    })))));
}

function rulesOf(model, chosen) {
  const own = model.rules.filter((r) => r.state === chosen.state);
  const federal = model.rules.filter((r) => r.state === "US");
  const touches = (r) => !chosen.category || r.general || model.reachOf(r).some((id) => model.dutyBy.get(id)?.category === chosen.category);
  const on = chosen.on || model.asOf;
  const ended = (r) => (r.effective_to && r.effective_to <= on ? `No longer in force: ended ${day(r.effective_to)}.` : r.effective_from && r.effective_from > on ? `Not yet in force on ${day(on)}.` : false);
  const cards = (rules) => groupRules(rules.filter(touches)).sort((a, b) => Boolean(ended(a[0])) - Boolean(ended(b[0]))).map((g) => ruleCard(model, g, chosen, ended(g[0])));
  const mine = cards(own);
  return [
    mine.length ? h("div", { class: "rules" }, mine) : h("p", null, "No rule of this state is coded", chosen.category ? " for this category." : "."),
    federal.length > 0 && folded(`Federal rules that bind here too (${groupRules(federal.filter(touches)).length})`, false, h("div", { class: "rules" }, cards(federal))),
  ];
}

function coverage(model, chosen) {
  const rows = new Map(model.coverage.filter((c) => c.state === chosen.state).map((c) => [c.kind, c]));
  const agreement = model.agreement.find((a) => a.state === chosen.state);
  return [
    h("p", null, "“Silent” is only said where every kind of text that could reach a duty was looked at. Where one was not, the verdict is “not researched”."),
    h("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": "Kinds of text looked at" }, h("table", { class: "plain-table" },
      h("thead", null, h("tr", null, ["Kind of text", "What came of it", "When", "Sources and notes"].map((t) => h("th", { scope: "col" }, t)))),
      h("tbody", null, model.codes.coverageKinds.map((kind) => {
        const row = rows.get(kind);
        const status = row?.status ?? "not_looked_for";
        return h("tr", null, h("th", { scope: "row" }, term(KIND, kind)),
          h("td", null, h("span", { class: "looked", data: { looked: status } }, term(LOOKED, status))),
          h("td", null, row?.looked_on ? day(row.looked_on) : "never"),
          h("td", null, interleave((row?.source_ids ?? []).map((id) => outLink(model.sourceBy.get(id)?.url, model.sourceBy.get(id)?.citation ?? model.sourceBy.get(id)?.title ?? id))), row?.note ? h("p", null, row.note) : null));
      })))),
    agreement && h("p", { class: "quiet" }, `Coded twice apart: ${agreement.compared} fields compared, ${agreement.differing ?? 0} differed before they were settled from the text.`),
  ];
}

/** Days on which a duty turns, with what turns. */
function changeDays(model, chosen, duties) {
  if (!model.hasHistory(chosen)) return [];
  const found = new Map();
  for (const d of duties) {
    for (const iso of model.daysOf([chosen.state], d.duty_id, chosen.by)) found.set(iso, [...(found.get(iso) ?? []), d]);
  }
  return [...found].sort().map(([iso, rows]) => ({ day: iso, duties: rows }));
}

function changeList(model, chosen, changed) {
  if (!model.hasHistory(chosen)) return h("p", null, "Told for a medical assistant in a physician’s office only.");
  if (!changed.length) return h("p", null, "No dated rule changes these duties.");
  return h("ol", { class: "changes" }, changed.map(({ day: iso, duties }) => {
    const eve = new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10);
    const turned = duties.map((d) => [d, model.verdict(chosen.state, { ...chosen, on: eve }, d.duty_id), model.verdict(chosen.state, { ...chosen, on: iso }, d.duty_id)]);
    const list = h("ul", { class: "signs" }, turned.map(([d, was, is]) => h("li", null, sign(was), h("span", { "aria-hidden": "true" }, "→"), sign(is),
      h("a", { href: routeWith(chosen, { view: "ask", duty: d.duty_id, on: iso }) }, d.label), was === is && h("span", { class: "quiet" }, " (conditions or citation)"))));
    return h("li", null, h("h3", null, h("a", { href: routeWith(chosen, { on: iso }) }, day(iso)), iso > model.asOf ? " (to come)" : ""),
      turned.length > 12 ? folded(count(turned.length, "duty", "duties"), false, list) : list);
  }));
}

