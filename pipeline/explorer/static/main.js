// The frame: reads the address, draws the view, keeps the focus, and tells what changed.

import { h, refill } from "./dom.js";
import { readRoute, routeOf, routeWith, DEFAULTS } from "./route.js";
import { loadModel } from "./data.js";
import { Search, delegatorIn } from "./search.js";
import { combobox } from "./combo.js";
import { sign } from "./badge.js";
import { PRACTITIONER, VERDICT, an, day, small, term } from "./terms.js";
import { viewAsk } from "./view_ask.js";
import { viewMatrix } from "./view_matrix.js";
import { viewState } from "./view_state.js";
import { viewDuty } from "./view_duty.js";
import { viewCompare } from "./view_compare.js";
import { viewAbout } from "./view_about.js";

const DRAW = { ask: viewAsk, matrix: viewMatrix, state: viewState, duty: viewDuty, compare: viewCompare, about: viewAbout };
const NAV = [["ask", "Ask"], ["matrix", "Matrix"], ["state", "States"], ["duty", "Duties"], ["compare", "Compare"], ["about", "How to read this"]];

const main = document.getElementById("main");
const live = document.getElementById("live");
const narrow = matchMedia("(max-width: 700px)");
const app = {
  model: null, search: null, narrow: narrow.matches, refocus: null, chosen: null,
  say: (text) => {
    live.textContent = text;
  },
};

/** Draws what the address asks for. */
function draw() {
  const chosen = readRoute(location.hash, app.model);
  const sameView = app.chosen?.view === chosen.view && (chosen.view === "ask" || chosen.view === "compare" || (chosen.state === app.chosen.state && chosen.duty === app.chosen.duty));
  const focus = app.refocus ?? focusKey(document.activeElement);
  app.refocus = null;
  const first = app.chosen === null;
  app.chosen = chosen;
  const { title, told, node } = DRAW[chosen.view](app, chosen);
  const unknown = chosen.unknown.length > 0 && h("p", { class: "warn", role: "status" }, "This address names what the release does not know: ", chosen.unknown.join(", "), ".");
  refill(main, unknown, node);
  document.title = `${title} – Scopebook`;
  drawNav(chosen);
  document.getElementById("address").textContent = location.href;
  if (first) return;
  app.say(told);
  const kept = sameView && focus ? main.querySelector(focus) : null;
  if (kept) kept.focus({ preventScroll: true });
  else if (!sameView) {
    window.scrollTo(0, 0);
    main.querySelector("h1")?.focus({ preventScroll: true });
  }
}

/** How to find a control again after the view was drawn anew. */
function focusKey(element) {
  if (!element || !main.contains(element)) return null;
  const name = element.getAttribute("aria-label");
  if (element.type === "radio") return `input[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
  if (name) return `${element.tagName.toLowerCase()}[aria-label="${CSS.escape(name)}"]`;
  const href = element.getAttribute("href");
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}

function drawNav(chosen) {
  const kept = { role: chosen.role, setting: chosen.setting, by: chosen.by };
  refill(document.getElementById("nav"), NAV.map(([view, label]) => {
    const state = view === "compare" || view === "ask" ? chosen.state : "";
    const other = view === "compare" ? chosen.other : "";
    const duty = view === "ask" ? chosen.duty : "";
    return h("li", null, h("a", { href: routeOf({ ...DEFAULTS, ...kept, view, state, other, duty }), "aria-current": view === chosen.view ? "page" : null }, label));
  }));
}

/** Offers of the search field: answers, duties, states, roles, settings. */
function everything(text) {
  if (!text.trim()) return [];
  const { model, search } = app;
  const { by, rest: others } = delegatorIn(text);
  const base = { ...app.chosen, on: "", other: "", category: "", ...(by && { by }) };
  const under = by ? `, delegated by ${an(term(PRACTITIONER, by))}` : "";
  const { states, rest } = search.statesIn(others.trim() ? others : text);
  const duties = rest || !states.length ? search.duties(states.length ? rest : text, 6) : [];
  const answers = states.slice(0, 2).flatMap((s) => duties.slice(0, 3).map((d) => {
    const verdict = model.verdict(s.state, base, d.duty_id);
    return { label: `${d.label} in ${s.name}${under}`, detail: VERDICT[verdict].label, node: sign(verdict, false), value: routeWith(base, { view: "ask", state: s.state, duty: d.duty_id }) };
  }));
  const likely = states.length ? states : search.statesLike(text, 4);
  const place = (s) => ({ label: s.name, detail: "State", value: routeWith(base, { view: "state", state: s.state, duty: "" }) });
  const act = (d) => ({ label: d.label + under, detail: d.definition, value: routeWith(base, { view: "duty", duty: d.duty_id, state: "" }) });
  const role = (r) => ({ label: r.label, detail: "Role", value: routeWith(base, { view: "ask", role: r.role_id, state: r.state ?? base.state }) });
  const setting = (s) => ({ label: s.label, detail: "Setting", value: routeWith(base, { view: "ask", setting: s.setting_id }) });
  const named = [...search.named(model.roles, text).map(role), ...search.named(model.settings, text).map(setting)];
  // Words that name a duty come first; a state alone ("Calif.") has no duty before it.
  return [...answers, ...(states.length && !rest ? likely.map(place) : []), ...duties.map(act), ...(states.length && !rest ? [] : likely.map(place)), ...named];
}

function drawFrame() {
  const { info, asOf } = app.model;
  refill(document.getElementById("search"), combobox({
    label: "Search duties, states and roles", placeholder: "Search: draw blood, shots, Calif.", type: "search", keep: false,
    offers: everything, say: app.say, pick: (hash) => {
      location.hash = hash;
    },
  }));
  refill(document.getElementById("line"),
    h("b", null, "Scopebook"), `: what a medical assistant may do, state by state, with the provision that says so. Law as of ${day(asOf)}; data ${info.data_version}. `,
    h("b", null, "Not legal advice."), ` Data ${info.data_licence}, code ${info.code_licence}; `, h("a", { href: "#/about" }, small("How to read this")), ".");
}

async function start() {
  app.model = await loadModel();
  app.search = new Search(app.model);
  drawFrame();
  draw();
  window.addEventListener("hashchange", draw);
  narrow.addEventListener("change", (event) => {
    app.narrow = event.matches;
    draw();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(input|select|textarea)$/i.test(document.activeElement?.tagName ?? "")) {
      event.preventDefault();
      document.querySelector("#search input").focus();
    }
  });
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    (main.querySelector("h1") ?? main).focus();
  });
  document.documentElement.dataset.ready = "yes";
  performance.mark("ready");
}

start().catch((error) => {
  refill(main, h("h1", null, "The page could not be opened"), h("p", null, `Its data could not be read: ${error.message}. A browser of 2023 or later is needed. The same data are in the CSV files of the release.`));
});
