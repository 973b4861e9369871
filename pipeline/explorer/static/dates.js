// The day whose law is shown: a slider over the days on which an answer turns.

import { h } from "./dom.js";
import { go } from "./route.js";
import { day } from "./terms.js";

/** The slider, or a line that says why there is none. days: ISO days on which what is shown may turn. */
export function dateSlider(app, chosen, days, what) {
  const { model } = app;
  if (!model.hasHistory(chosen)) {
    return h("p", { class: "time quiet" }, `Law of ${day(model.asOf)}. Other days are told for a medical assistant in a physician’s office only.`);
  }
  if (!days.length) return h("p", { class: "time quiet" }, `Law of ${day(model.asOf)}. No dated rule changes ${what}.`);
  const eve = new Date(Date.parse(days[0]) - 86_400_000).toISOString().slice(0, 10);
  const stops = [...new Set([eve, ...days, model.asOf])].sort();
  const current = chosen.on || model.asOf;
  const at = Math.max(0, stops.filter((d) => d <= current).length - 1);
  const shown = h("output", { class: "time-day" }, told(model, current));
  const slider = h("input", {
    type: "range", min: 0, max: stops.length - 1, step: 1, value: at, "aria-label": "Day whose law is shown", "aria-valuetext": told(model, stops[at]),
    on: {
      input: () => {
        slider.setAttribute("aria-valuetext", told(model, stops[slider.value]));
        shown.textContent = told(model, stops[slider.value]);
      },
      change: () => {
        app.refocus = "input[type=range]";
        go(chosen, { on: stops[slider.value] === model.asOf ? "" : stops[slider.value] });
      },
    },
  });
  return h(
    "div", { class: "time", role: "group", "aria-label": "Day whose law is shown" },
    h("span", { class: "time-label" }, "Law of "), shown, slider,
    chosen.on && h("button", { type: "button", class: "plain", on: { click: () => go(chosen, { on: "" }) } }, `Back to ${day(model.asOf)}`),
  );
}

const told = (model, iso) => `${day(iso)}${iso === model.asOf ? " (this release)" : iso > model.asOf ? " (to come)" : ""}`;

/** What must be known of any day but the release's. */
export function dateWarning(model, chosen) {
  if (!chosen.on) return null;
  if (!model.hasHistory(chosen)) return h("p", { class: "warn" }, `The address asks for ${day(chosen.on)}; for this role and setting only the law of ${day(model.asOf)} is told.`);
  return h("p", { class: "warn" }, h("b", null, `Law of ${day(chosen.on)}. `),
    "Only rules whose dates are recorded come and go here; earlier wordings may not have been coded. ",
    chosen.on > model.asOf ? "Of days to come, only what today’s texts say is known." : "Where a past day looks silent, an older rule may still have spoken.");
}
