// The question: who, where, what, and under whom. Each part can be changed where it stands.

import { h } from "./dom.js";
import { go } from "./route.js";
import { combobox } from "./combo.js";
import { PRACTITIONER, an, inSetting, small, term } from "./terms.js";

/** Offers of duties for some words; without words, all by category. */
export function dutyOffers(app, text) {
  const { model, search } = app;
  const found = text.trim() ? search.duties(text, 12) : model.duties;
  return found.map((d) => ({ label: d.label, value: d.duty_id, detail: text.trim() ? d.definition : model.categoryBy.get(d.category)?.label }));
}

export function stateOffers(app, text) {
  return app.search.statesLike(text).map((s) => ({ label: s.name, value: s.state, detail: s.state }));
}

/** A choice from a list, with a label that is read but seen only where it helps. */
export function chooser(label, rows, value, pick) {
  const groups = rows.filter((r) => r.rows);
  const option = (r) => h("option", { value: r.value, selected: r.value === value }, r.label);
  return h(
    "select", { "aria-label": label, on: { change: (event) => pick(event.target.value) } },
    rows.filter((r) => !r.rows).map(option),
    groups.map((g) => h("optgroup", { label: g.label }, g.rows.map(option))),
  );
}

export function roleChooser(app, chosen, pick) {
  const option = (r) => ({ value: r.role_id, label: small(r.label) });
  const roles = [...app.model.roles].sort((a, b) => (a.role_id === "medical_assistant" ? -1 : b.role_id === "medical_assistant" ? 1 : a.label.localeCompare(b.label, "en")));
  const own = new Map();
  for (const role of roles.filter((r) => r.state)) own.set(role.state, [...(own.get(role.state) ?? []), role]);
  const titles = [...own].sort().map(([state, rows]) => ({ label: `Titles of ${app.model.stateBy.get(state)?.name ?? state}`, rows: rows.map(option) }));
  return chooser("Role", [...roles.filter((r) => !r.state).map(option), ...titles], chosen.role, pick);
}

export function settingChooser(app, chosen, pick) {
  const rows = [...app.model.settings].sort((a, b) => a.label.localeCompare(b.label, "en"));
  return chooser("Setting", rows.map((s) => ({ value: s.setting_id, label: inSetting(s) })), chosen.setting, pick);
}

export function delegatorChooser(app, chosen, pick) {
  return chooser("Delegated by", app.model.delegators.map((d) => ({ value: d, label: an(term(PRACTITIONER, d)) })), chosen.by, pick);
}

/** What a change of role asks of the rest: a title of one state is asked about in that state. */
export function withRole(model, chosen, role) {
  const own = model.roleBy.get(role)?.state;
  return own && chosen.view !== "matrix" && chosen.view !== "duty" ? { role, state: own } : { role };
}

/** The question as a sentence of fields. */
export function questionBar(app, chosen) {
  const { model } = app;
  const change = (changes) => go(chosen, changes);
  return h(
    "section", { class: "question", "aria-label": "Your question" },
    h("p", { class: "sentence" },
      h("span", { class: "part" }, "May a ", roleChooser(app, chosen, (role) => change(withRole(model, chosen, role)))),
      h("span", { class: "part" }, " in ", combobox({
        label: "State", shown: model.stateBy.get(chosen.state)?.name ?? "", placeholder: "any state",
        offers: (text) => stateOffers(app, text), pick: (state) => change({ state }), say: app.say,
      })),
      h("span", { class: "part" }, combobox({
        label: "Duty, in plain words", shown: small(model.dutyBy.get(chosen.duty).label), placeholder: "draw blood",
        offers: (text) => dutyOffers(app, text), pick: (duty) => change({ duty, on: "" }), say: app.say,
      }), ","),
      h("span", { class: "part" }, settingChooser(app, chosen, (setting) => change({ setting, on: "" })), ","),
      h("span", { class: "part" }, " delegated by ", delegatorChooser(app, chosen, (by) => change({ by })), "?")),
  );
}

/** The question in words, for print and for the title of the page. */
export function questionText(model, chosen) {
  const role = small(model.roleBy.get(chosen.role).label);
  const where = chosen.state ? `in ${model.stateBy.get(chosen.state).name} ` : "";
  const what = small(model.dutyBy.get(chosen.duty).label);
  return `May ${an(role)} ${where}${what}, ${inSetting(model.settingBy.get(chosen.setting))}, delegated by ${an(term(PRACTITIONER, chosen.by))}?`;
}

/** Role, setting and delegator in one row, for the views that show many cells. */
export function lens(app, chosen, ...more) {
  const { model } = app;
  const change = (changes) => go(chosen, changes);
  const part = (label, control) => h("label", { class: "lens-part" }, h("span", null, label), control);
  return h(
    "div", { class: "lens", role: "group", "aria-label": "Whose duties are shown" },
    part("Role", roleChooser(app, chosen, (role) => change(withRole(model, chosen, role)))),
    part("Setting", settingChooser(app, chosen, (setting) => change({ setting, on: "" }))),
    part("Delegated by", delegatorChooser(app, chosen, (by) => change({ by }))),
    ...more,
  );
}

/** All duties, or those of one category. */
export function categoryChooser(app, chosen) {
  const options = [["", "All categories"], ...app.model.categories.map((c) => [c.category, c.label])];
  return h(
    "fieldset", { class: "chips" }, h("legend", null, "Category"),
    options.map(([value, label]) => h("label", null,
      h("input", { type: "radio", name: "category", value, checked: chosen.category === value, on: { change: () => go(chosen, { category: value }) } }),
      h("span", null, label))),
  );
}

/** Who is meant, in one line. */
export function lensText(model, chosen) {
  return `${model.roleBy.get(chosen.role).label} ${inSetting(model.settingBy.get(chosen.setting))}, delegated by ${an(term(PRACTITIONER, chosen.by))}`;
}

