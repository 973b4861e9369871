// The data of the release: taken out of the page, unpacked, and looked up.

/** The bytes of a packed block of the page. */
async function unpack(id) {
  const text = document.getElementById(id).textContent.trim();
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
}

/** The release, ready to be asked. */
export async function loadModel() {
  const [text, cells] = await Promise.all([unpack("data"), unpack("cells")]);
  const view = new DataView(cells);
  const numbers = new Uint16Array(cells.byteLength / 2);
  for (let n = 0; n < numbers.length; n += 1) numbers[n] = view.getUint16(2 * n, true);
  return new Model(JSON.parse(new TextDecoder().decode(text)), numbers);
}

const by = (rows, key) => new Map(rows.map((row) => [row[key], row]));

/** Tables by id, and the verdict of any cell. */
export class Model {
  constructor(document, cells) {
    Object.assign(this, document);
    this.cells = cells;
    this.delegators = ["physician", "pa", "np", "nurse"].filter((d) => document.codes.delegators.includes(d));
    this.stateBy = by(this.states, "state");
    this.dutyBy = by(this.duties, "duty_id");
    this.roleBy = by(this.roles, "role_id");
    this.settingBy = by(this.settings, "setting_id");
    this.classBy = by(this.classes, "class_id");
    this.categoryBy = by(this.categories, "category");
    this.groupBy = by(this.groups, "duty_group");
    this.sourceBy = by(this.sources, "source_id");
    this.ruleBy = by(this.rules, "rule_id");
    this.dutyAt = new Map(this.dutyOrder.map((id, n) => [id, n]));
    this.children = new Map();
    for (const duty of this.duties) {
      if (!duty.parent_duty_id) continue;
      if (!this.children.has(duty.parent_duty_id)) this.children.set(duty.parent_duty_id, []);
      this.children.get(duty.parent_duty_id).push(duty);
    }
    this.opened = new Map();
  }

  /** True where past and coming days are told: the plain role in the plain setting. */
  hasHistory(chosen) {
    return chosen.role === "medical_assistant" && chosen.setting === "physician_office";
  }

  /** The number of the outcome of a cell, or -1 where the role is no title of the state. */
  outcomeNumber(state, chosen, dutyId, delegator = chosen.by) {
    const law = this.law[state];
    const role = law?.roleAt[chosen.role];
    if (role === undefined) return -1;
    const place = this.codes.delegators.indexOf(delegator) * this.dutyOrder.length + this.dutyAt.get(dutyId);
    if (chosen.on && this.hasHistory(chosen)) {
      const line = this.history.changes[state]?.[place];
      if (line) return this.onDay(line, chosen.on);
    }
    const block = role * law.settings + law.settingAt[chosen.setting];
    return this.cells[law.offset + block * this.codes.delegators.length * this.dutyOrder.length + place];
  }

  onDay(line, day) {
    let found = line[0][1];
    for (const [at, outcome] of line) if (at >= 0 && this.history.days[at] <= day) found = outcome;
    return found;
  }

  /** The verdict of a cell alone: `none` where the role is no title of the state. */
  verdict(state, chosen, dutyId, delegator) {
    const number = this.outcomeNumber(state, chosen, dutyId, delegator);
    return number < 0 ? "none" : this.codes.verdicts[this.outcomes[number][0]];
  }

  /** The whole outcome of a cell, or null where the role is no title of the state. */
  outcome(state, chosen, dutyId, delegator) {
    const number = this.outcomeNumber(state, chosen, dutyId, delegator);
    if (number < 0) return null;
    if (!this.opened.has(number)) this.opened.set(number, this.open(number));
    return this.opened.get(number);
  }

  open(number) {
    const [verdict, supervision, supervisors, authorization, credential, hours, limits, rules, checked, conflict] =
      this.outcomes[number];
    return {
      number,
      verdict: this.codes.verdicts[verdict],
      supervision: this.codes.supervision[supervision] ?? null,
      supervisors,
      authorization: this.codes.authorization[authorization] ?? null,
      credential: this.codes.credentials[credential] ?? null,
      training_hours: hours,
      limits: limits.map((n) => this.texts[n]),
      rules: rules.map((n) => this.rules[n]),
      checked: this.codes.checked[checked] ?? null,
      conflict: conflict === 1,
    };
  }

  /** Duties that a rule reaches by name or class; a general delegation has none of its own. */
  reachOf(rule) {
    return rule.reach ?? (rule.duty_id ? [rule.duty_id] : []);
  }

  /** Days on which the verdict of a duty turns somewhere (or in one state), and the cells that turn. */
  daysOf(states, dutyId, delegator) {
    const place = this.codes.delegators.indexOf(delegator) * this.dutyOrder.length + this.dutyAt.get(dutyId);
    const days = new Set();
    for (const state of states) {
      for (const [at] of this.history.changes[state]?.[place] ?? []) if (at >= 0) days.add(this.history.days[at]);
    }
    return [...days].sort();
  }

  conflictsOf(state, dutyId) {
    return this.conflicts.filter((c) => c.state === state && (!dutyId || c.duty_id === dutyId));
  }

  /** Kinds of text that were not looked for in a state and could reach a duty under a delegator. */
  missingKinds(state, dutyId, delegator) {
    const wanted = new Set([
      ...(this.baseKinds[delegator] ?? this.baseKinds.physician ?? []),
      ...(this.groupBy.get(this.dutyBy.get(dutyId).duty_group)?.reached_by ?? []),
    ]);
    const looked = new Set(this.coverage.filter((c) => c.state === state && c.status !== "not_looked_for").map((c) => c.kind));
    return [...wanted].filter((kind) => !looked.has(kind));
  }
}
