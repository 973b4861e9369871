// How to read the explorer, what is in it and what is not.

import { h } from "./dom.js";
import { sign } from "./badge.js";
import { CHECKED, LOOKED, VERDICT, VERDICT_ORDER, day, term } from "./terms.js";

export function viewAbout(app) {
  const { model } = app;
  const { info } = model;
  const looked = model.codes.coverageKinds.length * model.states.length;
  const done = (status) => model.coverage.filter((c) => c.state !== "US" && c.status === status).length;
  const checked = model.codes.checked.map((c) => [c, model.rules.filter((r) => r.checked === c).length]);
  const share = info.coding_compared ? ((100 * (info.coding_differing ?? 0)) / info.coding_compared).toFixed(1) : null;
  return {
    title: "How to read this",
    told: "How to read this",
    node: h(
      "div", { class: "view-about prose" },
      h("h1", { tabindex: "-1" }, "How to read this"),
      h("p", { class: "lead" }, "Scopebook tells, duty by duty and state by state, what the law says a medical assistant may do, and names the provision that says so. It records the law; it does not interpret it, and it is not legal advice."),
      h("h2", null, "The signs"),
      h("dl", { class: "tally" }, VERDICT_ORDER.map((v) => h("div", null, h("dt", null, sign(v, false), VERDICT[v].label), h("dd", null, h("span", null, VERDICT[v].means))))),
      h("p", null, "A round sign says that it may be done, a square one that it may not, a broken outline that nobody has looked. The letter and the shape say all; the colour only repeats them."),
      h("h2", null, "Three things that are not the same"),
      h("p", null, h("b", null, "Prohibited"), ": a text forbids it. ", h("b", null, "Silent"), ": the texts were looked at and none reaches it. ", h("b", null, "Not researched"), ": nobody has looked, so nothing is known."),
      h("h2", null, "Which rule wins"),
      h("p", null, "A rule that names the duty goes before one that names its class, and that before a general delegation; a rule for the role before one for a wider role; a rule for the setting before one for any setting; a higher authority before a lower one; at the same rank the stricter. A general delegation never reaches a licensed act. What loses and disagrees is shown as a disagreement, never silently settled."),
      h("h2", null, "What is in this release"),
      h("ul", null,
        h("li", null, `Law as of ${day(model.asOf)}; data ${info.data_version}, code ${info.code_version}.`),
        h("li", null, `${model.rules.length.toLocaleString("en-US")} rules from ${model.sources.length.toLocaleString("en-US")} sources in ${model.states.length} jurisdictions, and federal law.`),
        h("li", null, "How rules were checked: ", checked.map(([c, n]) => `${n.toLocaleString("en-US")} ${term(CHECKED, c)}`).join("; "), "."),
        h("li", null, `Kinds of text: of ${looked} (${model.codes.coverageKinds.length} for each jurisdiction), ${done("read")} ${LOOKED.read.toLowerCase()}, ${done("not_found")} looked for and not found, ${looked - done("read") - done("not_found")} not looked for.`),
        share && h("li", null, `Coded twice by two apart: ${info.coding_compared.toLocaleString("en-US")} fields compared, ${share}% differed before they were settled from the text.`)),
      h("h2", null, "Licences"),
      h("p", null, `Data: ${info.data_licence}. Code: ${info.code_licence}. State shapes: ${model.atlas.licence}.`),
      h("p", null, "The page holds all its data and fetches nothing. Links to sources open other sites."),
    ),
  };
}
