// The address of a view: everything chosen stands in the hash, so that it can be sent, printed and gone back to.

export const VIEWS = ["ask", "matrix", "state", "duty", "compare", "about"];
export const DEFAULTS = {
  view: "ask",
  state: "",
  other: "",
  duty: "",
  role: "medical_assistant",
  setting: "physician_office",
  by: "physician",
  on: "",
  category: "",
};
const FIRST_DUTY = "perform_venipuncture";

/** What is chosen, from a hash. Unknown names are left out and told in `unknown`. */
export function readRoute(hash, model) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  const chosen = { ...DEFAULTS, unknown: [] };
  if (VIEWS.includes(path)) chosen.view = path;
  else if (path) chosen.unknown.push(path);
  const known = {
    state: (v) => model.stateBy.has(v),
    other: (v) => model.stateBy.has(v),
    duty: (v) => model.dutyBy.has(v),
    role: (v) => model.roleBy.has(v),
    setting: (v) => model.settingBy.has(v),
    by: (v) => model.delegators.includes(v),
    on: (v) => /^\d{4}-\d\d-\d\d$/.test(v) && !Number.isNaN(Date.parse(v)),
    category: (v) => model.categoryBy.has(v),
  };
  for (const [name, value] of new URLSearchParams(query)) {
    if (!(name in known)) continue;
    if (known[name](value)) chosen[name] = value;
    else if (value) chosen.unknown.push(value);
  }
  if (chosen.view === "ask" && !chosen.duty) chosen.duty = model.dutyBy.has(FIRST_DUTY) ? FIRST_DUTY : model.duties[0].duty_id;
  const own = model.roleBy.get(chosen.role)?.state;
  if (own && chosen.state === "" && chosen.view === "ask") chosen.state = own;
  return chosen;
}

/** The hash of a choice; what is as usual is left out. */
export function routeOf(chosen) {
  const query = new URLSearchParams();
  for (const name of ["state", "other", "duty", "role", "setting", "by", "on", "category"]) {
    if (chosen[name] && chosen[name] !== DEFAULTS[name]) query.set(name, chosen[name]);
  }
  const text = query.toString();
  return `#/${chosen.view}${text ? `?${text}` : ""}`;
}

/** The hash of a choice that differs from the present one in some things. */
export function routeWith(chosen, changes) {
  return routeOf({ ...chosen, ...changes });
}

/** Goes to a choice, as a new entry of the history. */
export function go(chosen, changes) {
  const hash = routeWith(chosen, changes);
  if (hash !== location.hash) location.hash = hash;
}
