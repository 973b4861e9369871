// What codes are called in plain words.

/** `letter` and `family` (the shape: may, not, open) tell a verdict without its colour. */
export const VERDICT = {
  permitted: {
    letter: "P", family: "may", label: "Permitted", headline: "Yes.",
    means: "A rule names it and allows it under ordinary delegation and supervision.",
  },
  conditional: {
    letter: "C", family: "may", label: "On conditions", headline: "Yes, on conditions.",
    means: "A rule names it and allows it if something more holds: training, a credential, supervision, an order, a limit.",
  },
  delegable: {
    letter: "D", family: "may", label: "Delegable", headline: "It can be delegated.",
    means: "No rule names it; a general delegation clause leaves it to the practitioner who delegates.",
  },
  prohibited: {
    letter: "X", family: "not", label: "Prohibited", headline: "No.",
    means: "A rule names it and forbids it to this role.",
  },
  reserved: {
    letter: "R", family: "not", label: "Reserved", headline: "Not by any rule.",
    means: "It is a licensed act, and no rule gives it to this role.",
  },
  silent: {
    letter: "S", family: "open", label: "Silent", headline: "The law does not say.",
    means: "The texts that could reach it were looked at and none does. That is neither a yes nor a no.",
  },
  not_researched: {
    letter: "?", family: "open", label: "Not researched", headline: "Nobody has looked.",
    means: "Not all the texts that could reach it were looked at. This is a gap in the data, not an answer.",
  },
  none: {
    letter: "–", family: "open", label: "No such title", headline: "No such title here.",
    means: "The chosen role is a title that this state does not have.",
  },
};
export const VERDICT_ORDER = ["permitted", "conditional", "delegable", "prohibited", "reserved", "silent", "not_researched", "none"];

export const SUPERVISION = {
  unspecified: "The text does not say where the supervisor must be",
  general: "The supervisor can be reached",
  on_site: "The supervisor is in the facility",
  in_room: "The supervisor is in the room",
};
export const SUPERVISION_SHORT = { general: "supervisor within reach", on_site: "supervisor on site", in_room: "supervisor in the room" };
export const AUTHORIZATION = {
  unspecified: "The text asks for no special order",
  standing_order: "By a standing order",
  patient_order: "By an order for the patient",
  written_protocol: "By a written protocol",
  dose_verified: "A licensed person checks the drug and the dose",
};
export const AUTHORIZATION_SHORT = {
  standing_order: "standing order", patient_order: "order for the patient", written_protocol: "written protocol", dose_verified: "drug and dose checked",
};
export const CREDENTIAL = {
  none: "None asked for",
  training: "Training",
  national_certification: "National certification",
  state_registration: "State registration",
  state_certification: "State certification",
  state_license: "State license",
};
export const AUTHORITY = {
  statute: "Statute", regulation: "Regulation", board_guidance: "Board guidance",
  attorney_general: "Attorney general’s opinion", court: "Court decision", professional_body: "Professional body",
};
export const CHECKED = {
  primary_text: "read in the provision itself",
  secondary_text: "known from a report of the provision",
  unchecked: "not checked by anyone",
};
export const PRACTITIONER = {
  physician: "physician", podiatrist: "podiatrist", pa: "physician assistant", np: "nurse practitioner",
  nurse: "nurse (RN, LPN)", chiropractor: "chiropractor", optometrist: "optometrist", naturopath: "naturopath",
  dentist: "dentist", pharmacist: "pharmacist",
};
export const DELEGATOR_SHORT = { physician: "Physician", pa: "PA", np: "NP", nurse: "Nurse" };
export const KIND = {
  ma_law: "Law on medical assistants", physician_delegation: "Physicians’ delegation clause",
  medical_board_rules: "Medical board’s rules", medical_board_guidance: "Medical board’s guidance",
  pa_np_delegation: "Delegation by PAs and NPs", nursing_rules: "Nursing board’s rules",
  drug_administration: "Who may administer drugs", immunization: "Who may give vaccines",
  xray_operator: "X-ray operators", laboratory_phlebotomy: "Laboratory and phlebotomy",
  laser_cosmetic: "Lasers and cosmetic acts", dialysis: "Dialysis", titles_registers: "Titles and registers",
};
export const LOOKED = { read: "Read", not_found: "Looked for, none found", not_looked_for: "Nobody has looked" };
export const CONFLICT = {
  rule_against_rule: "Two rules of the same rank differ",
  authority_against_authority: "A lower authority contradicts a higher one",
  secondary_against_law: "A report says other than the law",
  custom_against_law: "Custom says other than the law",
  practice_against_law: "Practice says other than the law",
  bill_reported_as_law: "A bill is reported as if it were law",
};
export const TEXT_READ = { full: "the whole text", excerpt: "a part of the text", report: "a report of it", description: "a description" };

/** A code in plain words, or the code itself with spaces: a later release may know more codes than this page. */
export function term(table, code) {
  return table[code] ?? String(code).replaceAll("_", " ");
}

/** First letter small, unless the word is an abbreviation. */
export function small(label) {
  return /^[A-Z][A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** With "a" or "an". */
export function an(words) {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}

/** "in a school"; telehealth is no place. */
export function inSetting(setting) {
  return setting.setting_id === "telehealth" ? "by telehealth" : `in ${an(small(setting.label))}`;
}

/** "a, b and c". */
export function list(words, last = "and") {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** A day as people write it; the text itself where it is no day. */
export function day(iso) {
  const [y, m, d] = String(iso).split("-").map(Number);
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return months[m - 1] && d ? `${d} ${months[m - 1]} ${y}` : String(iso);
}
