// The answer in words: the verdict, its conditions, under whom else, the law that says so, and what speaks against it.

import { append, folded, h, outLink } from "./dom.js";
import { routeWith } from "./route.js";
import { sign } from "./badge.js";
import { conditionList, evidence, ruleCard, shortLine, subjectOf } from "./rules.js";
import { CHECKED, CONFLICT, DELEGATOR_SHORT, KIND, PRACTITIONER, VERDICT, an, day, inSetting, list, small, term } from "./terms.js";

const NARROWER = "Narrower duties differ: ";

/** The answer to a question about one state. */
export function answerCard(app, chosen) {
  const { model } = app;
  const outcome = model.outcome(chosen.state, chosen, chosen.duty);
  const verdict = outcome?.verdict ?? "none";
  const limits = (outcome?.limits ?? []).filter((t) => !t.startsWith(NARROWER));
  const card = h(
    "section", { class: "answer", data: { v: verdict }, "aria-labelledby": "answer-title" },
    h("h2", { id: "answer-title" }, sign(verdict, false), h("span", null, VERDICT[verdict].headline)),
    h("p", { class: "said" }, answerSentence(model, chosen, verdict, outcome)),
  );
  if (!outcome) return card;
  if (verdict === "not_researched") card.append(gaps(model, chosen));
  return append(card, [
    outcome.checked && outcome.checked !== "primary_text"
      && h("p", { class: "warn" }, `The rule that decides is ${term(CHECKED, outcome.checked)}: read the provision before you rely on it.`),
    outcome.conflict && h("p", { class: "warn" }, "Another rule of weight says otherwise; see below where sources disagree."),
    conditionList(outcome, limits),
    underWhom(model, chosen),
    narrower(model, chosen),
    lawOf(model, chosen, outcome),
    conflictNotes(model, model.conflictsOf(chosen.state, chosen.duty)),
    changes(model, chosen),
    h("p", { class: "more" },
      h("a", { href: routeWith(chosen, { view: "state" }) }, `All of ${model.stateBy.get(chosen.state).name}`), " ",
      h("a", { href: routeWith(chosen, { view: "duty" }) }, "This duty in every state")),
  ]);
}

/** The verdict as a sentence of its own. */
export function answerSentence(model, chosen, verdict, outcome = null) {
  const state = model.stateBy.get(chosen.state).name;
  const role = an(small(model.roleBy.get(chosen.role).label));
  const who = `${role} ${inSetting(model.settingBy.get(chosen.setting))}`;
  const what = small(model.dutyBy.get(chosen.duty).label);
  const by = an(term(PRACTITIONER, chosen.by));
  const own = model.roleBy.get(chosen.role).state;
  return {
    permitted: `In ${state}, ${who} may ${what} when ${by} delegates it.`,
    conditional: `In ${state}, ${who} may ${what} when ${by} delegates it and what is listed here holds.`,
    delegable: outcome?.rules[0]?.general
      ? `No rule of ${state} names it. A general delegation clause leaves it to ${by} whether ${who} may ${what}.`
      : `The texts of ${state} leave it to ${by} whether ${who} may ${what}.`,
    prohibited: `In ${state}, ${who} may not ${what}, even where ${by} would delegate it.`,
    reserved: `To ${what} is a licensed act, and no rule of ${state} gives it to ${who}.`,
    silent: `The texts of ${state} that could reach it were looked at, and none says whether ${who} may ${what} when ${by} delegates it. That is neither a yes nor a no.`,
    not_researched: `Not all the texts of ${state} that could say whether ${who} may ${what} when ${by} delegates it were looked at. This is a gap in the data, not an answer.`,
    none: `${model.roleBy.get(chosen.role).label} is a title of ${model.stateBy.get(own)?.name ?? "another state"}; ${state} has no such title.`,
  }[verdict];
}

function gaps(model, chosen) {
  const kinds = model.missingKinds(chosen.state, chosen.duty, chosen.by).map((k) => small(term(KIND, k)));
  if (!kinds.length) return h("p", { class: "gap" }, "See what was looked at on the state’s page.");
  return h("p", { class: "gap" }, h("b", null, "Still to be looked at: "), list(kinds), ".");
}

function underWhom(model, chosen) {
  return h(
    "div", { class: "block" }, h("h3", null, "Under whom?"),
    h("ul", { class: "whom" }, model.delegators.map((by) => {
      const outcome = model.outcome(chosen.state, chosen, chosen.duty, by);
      const asks = outcome ? shortLine(outcome) : "";
      return h("li", null, h("a", { href: routeWith(chosen, { by }), "aria-current": by === chosen.by ? "true" : null },
        sign(outcome?.verdict ?? "none", false),
        h("span", null, h("b", null, DELEGATOR_SHORT[by]), h("span", null, VERDICT[outcome?.verdict ?? "none"].label, asks ? `: ${asks}` : ""))));
    })),
  );
}

function narrower(model, chosen) {
  const rows = model.children.get(chosen.duty) ?? [];
  if (!rows.length) return null;
  return h("div", { class: "block" }, h("h3", null, "Narrower duties"),
    h("ul", { class: "signs" }, rows.map((d) => h("li", null, sign(model.verdict(chosen.state, chosen, d.duty_id)), h("a", { href: routeWith(chosen, { duty: d.duty_id }) }, d.label)))));
}

function lawOf(model, chosen, outcome) {
  if (!outcome.rules.length) {
    return h("div", { class: "block" }, h("h3", null, "The law"), h("p", null, "No rule decides it. ",
      h("a", { href: routeWith(chosen, { view: "state" }) }, "See which texts were looked at"), "."));
  }
  return h(
    "div", { class: "block" }, h("h3", null, "The law that says so"),
    outcome.rules.map((rule, n) => h("div", { class: "source" },
      (n > 0 || rule.class_id) && h("p", { class: "quiet" }, n > 0 ? "Adds a condition: " : "Speaks of: ", small(subjectOf(model, rule)), "."),
      evidence(model, rule),
      folded("The whole rule as coded", false, ruleCard(model, [rule], chosen, false, "h4")))),
  );
}

/** Disagreements, each with both sides. */
export function conflictNotes(model, conflicts, level = "h3") {
  if (!conflicts.length) return null;
  const cite = (id) => {
    const rule = model.ruleBy.get(id);
    return rule ? outLink(model.sourceBy.get(rule.source_id)?.url, rule.citation) : id;
  };
  return h(
    "div", { class: "block conflicts" }, h(level, null, "Where sources disagree"),
    conflicts.map((c) => h("div", { class: "conflict" },
      h("p", null, h("b", null, term(CONFLICT, c.kind)), c.duty_id ? `: ${small(model.dutyBy.get(c.duty_id)?.label ?? c.duty_id)}` : "", "."),
      h("p", null, c.note ?? ""),
      c.rule_ids?.length > 0 && h("p", null, "One side: ", c.rule_ids.map((id) => h("span", { class: "cite" }, cite(id))), c.other_rule_ids?.length ? " Other side: " : "", (c.other_rule_ids ?? []).map((id) => h("span", { class: "cite" }, cite(id)))),
      c.source_ids?.length > 0 && h("p", null, "Sources: ", c.source_ids.map((id) => h("span", { class: "cite" }, outLink(model.sourceBy.get(id)?.url, model.sourceBy.get(id)?.title ?? id)))))),
  );
}

/** How the answer turned over time; nothing where it did not. */
export function changes(model, chosen) {
  if (!model.hasHistory(chosen)) return null;
  const days = model.daysOf([chosen.state], chosen.duty, chosen.by);
  if (!days.length) return null;
  const at = (on) => model.outcome(chosen.state, { ...chosen, on }, chosen.duty);
  const eve = new Date(Date.parse(days[0]) - 86_400_000).toISOString().slice(0, 10);
  return h("div", { class: "block" }, h("h3", null, "Over time"),
    h("ol", { class: "timeline" }, [eve, ...days].map((d, n) => {
      const outcome = at(d);
      return h("li", null, h("a", { href: routeWith(chosen, { on: d }) }, n ? `From ${day(d)}` : `Before ${day(days[0])}`), " ",
        sign(outcome.verdict), h("span", null, ` ${VERDICT[outcome.verdict].label}`, outcome.rules[0] ? ` (${outcome.rules[0].citation})` : ""));
    })),
    h("p", { class: "quiet" }, "Only rules whose dates are recorded come and go here; earlier wordings may not have been coded."));
}
