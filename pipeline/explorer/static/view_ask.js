// The first view: a question, its answer in words, and the map of all states for the same question.

import { h } from "./dom.js";
import { go, routeWith } from "./route.js";
import { answerCard } from "./answer.js";
import { legend, sign, tally } from "./badge.js";
import { questionBar, questionText } from "./controls.js";
import { dateSlider, dateWarning } from "./dates.js";
import { drawMap } from "./map.js";
import { VERDICT, VERDICT_ORDER, an, inSetting, small, term, PRACTITIONER } from "./terms.js";

export function viewAsk(app, chosen) {
  const { model } = app;
  const title = questionText(model, chosen);
  return {
    title: chosen.state ? title : `${title} All states`,
    told: chosen.state ? `${VERDICT[model.verdict(chosen.state, chosen, chosen.duty)].headline} ${title}` : title,
    node: h(
      "div", { class: "view-ask" },
      h("h1", { class: "unseen", tabindex: "-1" }, title),
      h("p", { class: "printed question-printed" }, title),
      questionBar(app, chosen),
      dateWarning(model, chosen),
      h("div", { class: "two" },
        chosen.state ? answerCard(app, chosen) : allStates(app, chosen),
        mapFigure(app, chosen)),
      statesByVerdict(model, chosen),
    ),
  };
}

function allStates(app, chosen) {
  const { model } = app;
  const duty = model.dutyBy.get(chosen.duty);
  const verdicts = model.states.map((s) => model.verdict(s.state, chosen, chosen.duty));
  return h(
    "section", { class: "answer", "aria-labelledby": "answer-title" },
    h("h2", { id: "answer-title" }, "It depends on the state."),
    h("p", { class: "said" }, `Whether ${an(small(model.roleBy.get(chosen.role).label))} ${inSetting(model.settingBy.get(chosen.setting))} may ${small(duty.label)} when ${an(term(PRACTITIONER, chosen.by))} delegates it, across ${verdicts.length} jurisdictions:`),
    h("dl", { class: "tally" }, tallied(verdicts)),
    h("p", { class: "prompt" }, "Name a state in the question above, or choose one on the map."),
    h("p", { class: "quiet" }, h("b", null, duty.label, ": "), duty.definition, " ", h("a", { href: routeWith(chosen, { view: "duty" }) }, "More on this duty")),
  );
}

function tallied(verdicts) {
  const counts = tally(verdicts);
  return VERDICT_ORDER.filter((v) => counts.has(v)).map((v) =>
    h("div", null, h("dt", null, sign(v, false), VERDICT[v].label), h("dd", null, h("b", null, String(counts.get(v))), h("span", null, VERDICT[v].means))));
}

/** The map with its legend and the slider of days. */
export function mapFigure(app, chosen) {
  const { model } = app;
  const verdictOf = (state) => model.verdict(state, chosen, chosen.duty);
  const counts = tally(model.states.map((s) => verdictOf(s.state)));
  const duty = model.dutyBy.get(chosen.duty);
  const map = drawMap(model, {
    verdictOf, selected: chosen.state, tiles: app.narrow,
    label: `Map of the states: ${duty.label}`,
    pick: (state) => {
      app.refocus = "svg.map";
      go(chosen, { view: "ask", state });
    },
  });
  const scope = model.stateBy.has(chosen.state) && chosen.view === "ask" ? [chosen.state] : model.states.map((s) => s.state);
  return h("figure", { class: "map-figure" },
    h("figcaption", null, h("h2", null, duty.label, " by state")),
    map, legend(counts, "Signs on the map, and how many states bear each"),
    dateSlider(app, chosen, model.daysOf(scope, chosen.duty, chosen.by), scope.length === 1 ? "this answer" : "this duty anywhere"));
}

/** The map as lists, for those who do not use it. */
export function statesByVerdict(model, chosen) {
  const groups = VERDICT_ORDER.map((v) => [v, model.states.filter((s) => model.verdict(s.state, chosen, chosen.duty) === v)]).filter(([, rows]) => rows.length);
  return h("section", { class: "by-verdict", "aria-labelledby": "by-verdict-title" },
    h("h2", { id: "by-verdict-title" }, "The same as a list"),
    groups.map(([v, rows]) => h("div", { class: "verdict-row" },
      h("h3", null, sign(v, false), VERDICT[v].label, h("span", { class: "quiet" }, ` ${rows.length}`)),
      h("p", null, rows.map((s) => h("a", { href: routeWith(chosen, { view: "ask", state: s.state }) }, s.name))))));
}
