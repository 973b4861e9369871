// The sign of a verdict: a letter in a shape. The colour only repeats what they say.

import { h } from "./dom.js";
import { VERDICT, VERDICT_ORDER } from "./terms.js";

/** The sign alone; `named` adds the verdict's name for those who do not see it. */
export function sign(verdict, named = true) {
  const told = VERDICT[verdict];
  return h(
    "span", { class: "sign", data: { v: verdict, family: told.family } },
    h("span", { "aria-hidden": "true" }, told.letter),
    named && h("span", { class: "unseen" }, told.label),
  );
}

/** The sign with its name beside it. */
export function badge(verdict) {
  return h("span", { class: "badge" }, sign(verdict, false), h("span", null, VERDICT[verdict].label));
}

/** Verdict to number of cells. */
export function tally(verdicts) {
  const counts = new Map();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}

/** What each sign means, with numbers where a tally is given; verdicts that do not occur are left out then. */
export function legend(counts = null, what = "") {
  const shown = VERDICT_ORDER.filter((v) => (counts ? counts.has(v) : v !== "none"));
  return h("ul", { class: "legend", "aria-label": what || "What the signs mean" }, shown.map((v) =>
    h("li", { title: VERDICT[v].means }, sign(v, false), h("span", null, VERDICT[v].label), counts && h("b", null, String(counts.get(v))))));
}

/** A bar of parts in proportion; told in words by the legend that stands with it. */
export function bar(counts) {
  const parts = VERDICT_ORDER.filter((v) => counts.has(v)).map((v) => {
    const part = h("span", { data: { v } });
    part.style.flexGrow = String(counts.get(v));
    return part;
  });
  return h("span", { class: "bar", "aria-hidden": "true" }, parts);
}

/** Numbers by sign in one line: a bar told again by letter and shape. */
export function signCounts(counts) {
  return h("span", { class: "sign-counts" }, VERDICT_ORDER.filter((v) => counts.has(v)).map((v) =>
    h("span", { title: VERDICT[v].label }, sign(v), String(counts.get(v)))));
}
