// A rule of law in plain words, with its citation, its address, how it was checked and since when it stands.

import { count, folded, h, outLink } from "./dom.js";
import { routeWith } from "./route.js";
import { badge, sign } from "./badge.js";
import { AUTHORITY, AUTHORIZATION, AUTHORIZATION_SHORT, CHECKED, CREDENTIAL, PRACTITIONER, SUPERVISION, SUPERVISION_SHORT, TEXT_READ, day, list, small, term } from "./terms.js";

/** What a rule or an outcome asks for, one line each: [what, how]. Nothing where the text asks nothing. */
export function conditionLines(said) {
  const lines = [];
  if (said.supervision && said.supervision !== "unspecified") lines.push(["Supervision", term(SUPERVISION, said.supervision)]);
  if (said.supervisors?.length) lines.push(["Who may supervise", list(said.supervisors.map((p) => term(PRACTITIONER, p)), "or")]);
  if (said.authorization && said.authorization !== "unspecified") lines.push(["Order", term(AUTHORIZATION, said.authorization)]);
  if (said.credential && said.credential !== "none") {
    const hours = said.training_hours ? `, ${count(said.training_hours, "hour")} at least` : "";
    lines.push(["Credential", `${term(CREDENTIAL, said.credential)}${hours}`]);
  } else if (said.training_hours) lines.push(["Training", count(said.training_hours, "hour")]);
  return lines;
}

/** Conditions as a list of terms, with the rest that the text adds. */
export function conditionList(said, limits) {
  const lines = conditionLines(said);
  const texts = limits.filter(Boolean);
  if (!lines.length && !texts.length) return null;
  return h(
    "dl", { class: "conditions" },
    lines.map(([what, how]) => h("div", null, h("dt", null, what), h("dd", null, how))),
    texts.length > 0 && h("div", null, h("dt", null, "More from the text"), h("dd", null, texts.map((t) => h("p", null, t)))),
  );
}

/** What an outcome asks for, in few words, for lists. */
export function shortLine(said) {
  const parts = [SUPERVISION_SHORT[said.supervision], AUTHORIZATION_SHORT[said.authorization]];
  if (said.credential && said.credential !== "none") parts.push(small(term(CREDENTIAL, said.credential)));
  if (said.training_hours) parts.push(count(said.training_hours, "hour"));
  return parts.filter(Boolean).join(", ");
}

/** Since when a rule stands and until when, in words. */
function inForce(rule) {
  const { effective_from: from, effective_to: to } = rule;
  if (from && to) return `In force from ${day(from)} until ${day(to)}`;
  if (to) return `In force until ${day(to)}; since when is not recorded`;
  return from ? `In force since ${day(from)}` : "In force; since when is not recorded";
}

/** Citation, rank, check and dates of a rule. */
export function evidence(model, rule) {
  const source = model.sourceBy.get(rule.source_id);
  return h(
    "div", { class: "evidence" },
    h("p", { class: "citation" }, outLink(source?.url, rule.citation), h("span", { class: "rank" }, term(AUTHORITY, rule.authority))),
    source && h("p", null, source.title, " · ", source.publisher),
    h("p", null,
      `${capital(term(CHECKED, rule.checked))}, ${day(rule.checked_on)}`,
      source?.text_read ? ` (${term(TEXT_READ, source.text_read)})` : "", ". ", inForce(rule), "."),
    source?.currency && h("p", null, "The copy says of its date: ", source.currency, "."),
    source?.changed_since && h("p", { class: "warn" }, h("b", null, "Changed since it was read: "), source.changed_since, "."),
    !source?.url && h("p", null, "No address is recorded for this source."),
  );
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** What a rule speaks of: a duty, or a class with its exceptions. */
export function subjectOf(model, rule) {
  if (rule.duty_id) return model.dutyBy.get(rule.duty_id)?.label ?? rule.duty_id;
  return model.classBy.get(rule.class_id)?.label ?? rule.class_id;
}

/** Rules that one text makes about several duties, told once: they differ in the duty alone. */
export function groupRules(rules) {
  const groups = new Map();
  for (const rule of rules) {
    const { duty_id: _duty, reach: _reach, rule_id, ...rest } = rule;
    const key = rule.duty_id ? JSON.stringify([rule_id.split("/")[0], rest]) : rule_id;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(rule);
  }
  return [...groups.values()];
}

/** A card for a group of rules. chosen: for links to the duties. */
export function ruleCard(model, group, chosen, ended = false, level = "h3") {
  const [rule] = group;
  const link = (id) => h("a", { href: routeWith(chosen, { view: "duty", duty: id, other: "" }) }, model.dutyBy.get(id)?.label ?? id);
  const reach = rule.class_id ? model.reachOf(rule) : [];
  const role = model.roleBy.get(rule.role_id);
  const who = rule.delegators?.length ? list(rule.delegators.map((p) => term(PRACTITIONER, p)), "or") : "the text names nobody";
  const where = rule.setting_ids?.length
    ? list(rule.setting_ids.map((id) => small(model.settingBy.get(id)?.label ?? id)), "or") : "any";
  return h(
    "article", { class: "rule", data: { v: rule.status } },
    h("header", null, sign(rule.status), h(level, null,
      rule.class_id ? subjectOf(model, rule) : interleave(group.map((r) => link(r.duty_id)))), badge(rule.status)),
    ended && h("p", { class: "warn" }, ended),
    h("p", { class: "who" }, h("b", null, "For: "), small(role?.label ?? rule.role_id), h("span", { class: "dot" }, " · "),
      h("b", null, rule.status === "prohibited" ? "Delegator: " : "Delegated by: "), who, h("span", { class: "dot" }, " · "), h("b", null, "Setting: "), where),
    conditionList(rule, [rule.limits]),
    rule.excepted_duty_ids?.length > 0 && h("p", null, h("b", null, "Not: "), interleave(rule.excepted_duty_ids.map(link))),
    rule.general && h("p", { class: "quiet" }, "A general delegation: it reaches every duty that no closer rule reaches and that is not a licensed act."),
    reach.length > 0 && folded(`Reaches ${count(reach.length, "duty", "duties")}`, false, h("p", { class: "reach" }, interleave(reach.map(link)))),
    evidence(model, rule),
  );
}

/** Nodes with commas between. */
export function interleave(nodes) {
  return nodes.flatMap((node, n) => (n ? [", ", node] : [node]));
}
