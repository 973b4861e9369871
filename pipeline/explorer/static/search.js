// Search by plain words: "draw blood", "shots", "Calif.", "start an IV in Maryland".

const ENDS_KEPT = ["ss", "us", "is"];

/** A word without its commonest endings. The same as `stem` in words.py; a test holds the two together. */
export function stem(word) {
  let w = word;
  if (w.length > 4 && w.endsWith("ies")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 2 && w.endsWith("s") && !ENDS_KEPT.some((end) => w.endsWith(end))) w = w.slice(0, -1);
  if (w.length > 5 && w.endsWith("ing")) w = w.slice(0, -3);
  else if (w.length > 4 && w.endsWith("ed")) w = w.slice(0, -2);
  if (w.length > 3 && w.endsWith("e")) w = w.slice(0, -1);
  return w;
}

/** Small letters and digits, points dropped: "Calif." and "D.C." are "calif" and "dc". */
export function fold(text) {
  return text.toLowerCase().replace(/[.'’]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
}

const EMPTY_WORDS = new Set(
  "a an the may can could is are be it in of to for and or by on at with do does i me my who what which when under law allowed legal".split(" "),
);
const NO_ROLE = /\b(medical assistants?|mas?)\b/g;
// Who delegates. "Nurse", "doctor" and "PA" (a state, too) are words of duties and places unless they are said to do so.
const DELEGATORS = [
  ["np", "nurse practitioners?|nps?|aprns?|arnps?|crnps?", ""],
  ["pa", "physician (?:assistant|associate)s?|pa-c", "pa"],
  ["nurse", "(?:registered|practical) nurses?|rns?|lpns?|lvns?", "nurse"],
  ["physician", "", "physician|doctor|md|do"],
].map(([by, always, told]) => [by, new RegExp([
  always && `\\b(?:(?:delegated )?(?:by|under|from) )?(?:an? |the )?(?:${always})\\b(?: delegat\\w+)?`,
  told && `\\b(?:delegated )?(?:by|under) (?:an?|the) (?:${told})\\b`,
].filter(Boolean).join("|"), "gi")]);

/** The delegator that a text names, null for none, and the text without the words for it. */
export function delegatorIn(text) {
  let found = null;
  let rest = text;
  for (const [by, words] of DELEGATORS) {
    const without = rest.replace(words, " ");
    if (without === rest) continue;
    found ??= by;
    rest = without;
  }
  return { by: found, rest };
}

/** An index over duties, states, roles and settings. */
export class Search {
  constructor(model) {
    this.model = model;
    this.words = model.words.map((row) => row[0]);
    this.posts = model.words.map((row) => row.slice(1));
    this.states = model.states.map((s) => ({ row: s, names: [s.name, ...(s.aliases ?? [])].map(fold), code: s.state }));
    this.stateNames = this.states.flatMap(({ row, names }) => names.map((name) => ({ name, row })))
      .sort((a, b) => b.name.length - a.name.length);
    this.folded = new Map(model.duties.map((d) => [d.duty_id, fold(d.label)]));
  }

  /** [first, one past the last] of the words that begin with `start`; the words are in order. */
  range(start) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.words.length && this.words[end].startsWith(start)) end += 1;
    return [low, end];
  }

  /** Duties for some words, best first. */
  duties(text, limit = 8) {
    const wordsOf = (t) => fold(t).replace(NO_ROLE, " ").split(" ").filter((w) => w && !EMPTY_WORDS.has(w));
    const without = wordsOf(delegatorIn(text).rest);
    const asked = without.length ? without : wordsOf(text);
    if (!asked.length) return [];
    const total = this.model.dutyOrder.length;
    const scores = new Map();
    for (const word of asked) {
      const root = stem(word);
      const best = new Map();
      const [low, high] = this.range(root);
      for (let n = low; n < high; n += 1) {
        const posts = this.posts[n];
        const exact = this.words[n] === root ? 1 : root.length > 1 ? 0.45 : 0;
        const rare = Math.log(1 + (2 * total) / posts.length);
        for (let p = 0; p < posts.length; p += 2) {
          const worth = posts[p + 1] * rare * exact;
          if (worth > (best.get(posts[p]) ?? 0)) best.set(posts[p], worth);
        }
      }
      for (const [duty, worth] of best) {
        const score = scores.get(duty) ?? { worth: 0, met: 0 };
        score.worth += worth;
        score.met += 1;
        scores.set(duty, score);
      }
    }
    const most = Math.max(0, ...[...scores.values()].map((s) => s.met));
    const phrase = asked.join(" ");
    return [...scores]
      .filter(([, score]) => score.met === most && score.met * 2 >= asked.length)
      .map(([at, score]) => {
        const id = this.model.dutyOrder[at];
        return [this.model.dutyBy.get(id), score.worth * (` ${this.folded.get(id)}`.includes(` ${phrase}`) ? 2 : 1)];
      })
      .sort((a, b) => b[1] - a[1] || a[0].position - b[0].position)
      .slice(0, limit)
      .map(([duty]) => duty);
  }

  /** States named in a text, and the text without them. Two letters count only as capitals or alone. */
  statesIn(text) {
    const whole = fold(text);
    const found = [];
    let rest = ` ${whole} `;
    // Longest names first: "west virginia" holds "virginia".
    for (const { name, row } of this.stateNames) {
      if (!rest.includes(` ${name} `)) continue;
      rest = rest.replace(` ${name} `, "  ");
      if (!found.includes(row)) found.push(row);
    }
    for (const { row, code } of this.states) {
      const letters = code.toLowerCase();
      // "MA" is a medical assistant as often as Massachusetts: it must stand where a state stands.
      const before = code === "MA" ? "(in|,)\\s*" : "(^|[\\s,(])";
      if (whole !== letters && !new RegExp(`${before}${code}([\\s,.;:?)]|$)`).test(text)) continue;
      rest = rest.replace(` ${letters} `, "  ");
      if (!found.includes(row)) found.push(row);
    }
    return { states: found, rest: rest.trim() };
  }

  /** States whose name, abbreviation or letters begin so. */
  statesLike(text, limit = 60) {
    const asked = fold(text);
    if (!asked) return this.model.states.slice(0, limit);
    const rank = ({ names, code }) =>
      code.toLowerCase() === asked || names.includes(asked) ? 0
        : names.some((n) => n.startsWith(asked)) ? 1
        : names.some((n) => n.split(" ").some((w) => w.startsWith(asked))) ? 2 : 9;
    return this.states.map((s) => [s.row, rank(s)]).filter(([, r]) => r < 9)
      .sort((a, b) => a[1] - b[1]).map(([row]) => row).slice(0, limit);
  }

  /** Rows of roles or settings with a name that holds the words. */
  named(rows, text, limit = 3) {
    const asked = fold(text);
    if (asked.length < 3) return [];
    return rows.filter((row) => [row.label, ...(row.aliases ?? [])].some((n) => fold(n).includes(asked))).slice(0, limit);
  }
}
