// The map of the states, as shapes or, where it is narrow, as tiles. One stop of the tab key; arrows go about it.

import { freshId, s } from "./dom.js";
import { neighbour } from "./map_keys.js";
import { VERDICT, VERDICT_ORDER } from "./terms.js";

const TILE_ROWS = [
  { AK: 0, ME: 11 },
  { VT: 10, NH: 11 },
  { WA: 1, ID: 2, MT: 3, ND: 4, MN: 5, IL: 6, WI: 7, MI: 8, NY: 9, RI: 10, MA: 11 },
  { OR: 1, NV: 2, WY: 3, SD: 4, IA: 5, IN: 6, OH: 7, PA: 8, NJ: 9, CT: 10 },
  { CA: 1, UT: 2, CO: 3, NE: 4, MO: 5, KY: 6, WV: 7, VA: 8, MD: 9, DE: 10 },
  { AZ: 2, NM: 3, KS: 4, AR: 5, TN: 6, NC: 7, SC: 8, DC: 9 },
  { OK: 4, LA: 5, MS: 6, AL: 7, GA: 8 },
  { HI: 0, TX: 4, FL: 9 },
];
const ASIDE = ["VT", "NH", "MA", "RI", "CT", "NJ", "DE", "MD", "DC"];
/** How far a label stands from the middle of its state, where that is better read. */
const SHIFT = {
  AK: [6, -10], AZ: [6, 0], CA: [-24, 6], FL: [44, 4], HI: [34, -26], ID: [0, 38], IL: [4, 0], KY: [20, 4], LA: [-22, -2],
  MI: [24, 36], MN: [-12, 4], NV: [-4, -16], NY: [8, 4], OK: [22, 2], SC: [6, -4], TX: [14, 0], VA: [18, 6], WA: [8, 2], WV: [-8, 6],
};

/**
 * verdictOf: (state) => verdict. selected: letters or "". pick: (state) => void. label: what the map shows.
 * tiles: whether to draw tiles. Returns an SVG element.
 */
export function drawMap(model, { verdictOf, selected, pick, label, tiles }) {
  const width = tiles ? 12 * 56 : model.atlas.size[0] + 150;
  const height = tiles ? 8 * 56 : model.atlas.size[1];
  const stem = freshId("map");
  const places = new Map();
  const options = new Map();
  const layer = s("g", null);
  for (const row of model.states) {
    const verdict = verdictOf(row.state);
    const drawn = tiles ? tile(row.state) : shape(model, row);
    if (!drawn) continue;
    places.set(row.state, drawn.at);
    const option = s(
      "g",
      {
        id: `${stem}-${row.state}`, role: "option", class: "place", "aria-selected": String(row.state === selected),
        data: { v: verdict, state: row.state },
      },
      s("title", null, `${row.name}: ${VERDICT[verdict].label}`),
      drawn.parts.map((part) => {
        part.setAttribute("fill", `url(#${stem}-${verdict})`);
        part.classList.add("area");
        return part;
      }),
      drawn.lines ?? [],
      drawn.small
        ? s("text", { x: drawn.at[0], y: drawn.at[1] + 7, class: "both", "aria-hidden": "true" }, s("tspan", { class: "code" }, row.state), s("tspan", { class: "letter", dx: 8 }, VERDICT[verdict].letter))
        : [
          s("text", { x: drawn.at[0], y: drawn.at[1] - 6, class: "code", "aria-hidden": "true" }, row.state),
          s("text", { x: drawn.at[0], y: drawn.at[1] + (tiles ? 18 : 26), class: "letter", "aria-hidden": "true" }, VERDICT[verdict].letter),
        ],
    );
    options.set(row.state, option);
    layer.append(option);
  }
  if (options.has(selected)) layer.append(options.get(selected));
  const map = s(
    "svg",
    {
      viewBox: `${tiles ? 0 : -6} ${tiles ? 0 : 4} ${width} ${height}`, class: tiles ? "map tiles" : "map shapes", role: "listbox", tabindex: "0",
      "aria-label": `${label}. Arrow keys go from state to state, Enter chooses.`,
    },
    patterns(stem),
    layer,
  );
  listenToMap(map, stem, places, options, selected || (places.has("KS") ? "KS" : places.keys().next().value), pick);
  return map;
}

function listenToMap(map, stem, places, options, first, pick) {
  let at = first;
  const mark = (state) => {
    options.get(at)?.classList.remove("at");
    at = state;
    options.get(at)?.classList.add("at");
    // The last drawn lies on top: its outline is whole.
    if (options.has(at)) options.get(at).parentElement.append(options.get(at));
    map.setAttribute("aria-activedescendant", `${stem}-${at}`);
  };
  map.addEventListener("focus", () => mark(at));
  map.addEventListener("blur", () => options.get(at)?.classList.remove("at"));
  map.addEventListener("keydown", (event) => {
    const next = neighbour(places, at, event.key);
    if (next) {
      event.preventDefault();
      mark(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pick(at);
    }
  });
  map.addEventListener("click", (event) => {
    const place = event.target.closest?.(".place");
    if (place) pick(place.dataset.state);
  });
}

function tile(state) {
  const y = TILE_ROWS.findIndex((row) => state in row);
  if (y < 0) return null;
  const x = TILE_ROWS[y][state];
  return { at: [x * 56 + 28, y * 56 + 26], parts: [s("rect", { x: x * 56 + 2, y: y * 56 + 2, width: 52, height: 52, rx: 6 })] };
}

function shape(model, row) {
  const drawn = model.atlas.shapes[row.fips];
  if (!drawn) return null;
  const parts = [s("path", { d: drawn.path })];
  const place = ASIDE.indexOf(row.state);
  if (place < 0) {
    const [dx, dy] = SHIFT[row.state] ?? [0, 0];
    return { at: [drawn.at[0] + dx, drawn.at[1] + dy], parts };
  }
  const x = model.atlas.size[0] + 8;
  const y = 300 + place * 62;
  parts.push(s("rect", { x, y: y - 27, width: 118, height: 54, rx: 8 }));
  const line = s("line", { x1: drawn.at[0], y1: drawn.at[1], x2: x, y2: y, class: "leader" });
  return { at: [x + 59, y + 4], parts, lines: [line], small: true };
}

/** Fills by verdict: a ground and, for all but the plainest, a pattern that survives a grey printer. */
function patterns(stem) {
  const marks = {
    conditional: [s("circle", { cx: 5, cy: 5, r: 1.7 }), s("circle", { cx: 13, cy: 13, r: 1.7 })],
    delegable: [s("path", { d: "M0,5H18M0,14H18" })],
    prohibited: [s("path", { d: "M0,0L18,18M18,0L0,18" })],
    reserved: [s("path", { d: "M5,0V18M14,0V18" })],
    not_researched: [s("path", { d: "M-4,4L4,-4M0,18L18,0M14,22L22,14" })],
  };
  return s("defs", null, VERDICT_ORDER.map((verdict) =>
    s("pattern", { id: `${stem}-${verdict}`, width: 18, height: 18, patternUnits: "userSpaceOnUse", class: "pattern", data: { v: verdict } },
      s("rect", { width: 18, height: 18, class: "ground" }), (marks[verdict] ?? []).map((mark) => {
        mark.classList.add("mark");
        return mark;
      }))));
}
