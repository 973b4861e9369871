"""A lexicon of few words for tests: each role of grammar has a word or two, and every option of an alias is used.

Between the families that are said stand others that are not, so that they lie in all words of the masks.
"""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.matching import CompiledLexicon, Lexicon, compile_cached, compile_lexicon, load_lexicon

VERBS = {
    "draw": 'verbs = ["draw"]\nacts = ["collection"]',
    "give": 'verbs = ["give"]',
    "chart": 'verbs = ["record", "label"]\nacts = ["charting"]',
    "book": 'verbs = ["book"]\nblocks = true',
    "do": 'verbs = ["perform"]\nacts = ["performance"]\ndoes = true',
    "aid": 'verbs = ["assist"]\nhelps = true',
    "put": 'verbs = ["put", "read"]\nwords = ["answer for"]',
    "teach": 'verbs = ["teach"]\nwords = ["does"]',
    "measure": 'verbs = ["test", "weigh"]\nacts = ["reading", "inventory"]',
}
THINGS = {
    "blood": 'nouns = ["blood"]\nwords = ["drawing tubes", "blood collection"]',
    "urine": 'nouns = ["urine"]',
    "sample": 'nouns = ["sample"]\nincludes = ["blood", "urine"]',
    "pill": 'nouns = ["pill"]\nwords = ["recording pills", "recorded pills", '
    '"charting of pills", "the charting", "the reading"]',
    "oral": 'words = ["oral"]',
    "ecg": 'nouns = ["ecg"]\nwords = ["ecg test"]',
    "stitch": 'words = ["suture", "sutures", "suturing"]',
    "arm": 'nouns = ["arm"]',
    "left": 'words = ["left"]',
    "room": 'nouns = ["room"]\nwords = ["weigh station"]',
    "flu": 'words = ["flu", "flu pill", "flu pill box", "flu pill blue card"]',
    "chart": 'nouns = ["chart", "record", "blood chart"]',
    "judge": 'words = ["diagnose", "diagnosing", "prescribe"]\nacts = true',
    "scale": 'nouns = ["scale"]',
    "letters": 'words = ["strasse", "flu", "日本", "жук", "office", "oeuvre"]',
    "clinic": 'nouns = ["clinic"]',
    "stock": 'words = ["inventory"]',
}
GRAMMAR = {
    "and": ["and", "or"],
    "determiner": ["the", "a", "your"],
    "adverb": ["quickly", "daily", "only", "as ordered"],
    "be": ["is", "are", "be"],
    "modal": ["may", "must", "will"],
    "to": ["to"],
    "of": ["of"],
    "by": ["by"],
    "including": ["including", "includes"],
    "light_preposition": ["in", "with", "including", "such as", "answer for"],
    "topic": ["regarding"],
    "preposition": ["for", "under", "before"],
    "relative": ["who", "which", "if", "while"],
    "who": ["who", "which"],
    "asking": ["may", "does", "who"],
    "answer_yes": ["yes"],
    "answer_no": ["no"],
    "pause": ["while", "before", "and", "if"],
    "actor": ["nurse", "nurses", "physician", "the reading"],
    "holder": ["you", "your", "assistant", "assistants", "who"],
    "we": ["we", "our school"],
    "seek": ["seeking"],
    "negation": ["cannot", "may not", "is not", "never", "not"],
    "negation_short": ["except", "without"],
    "negation_after": ["forbidden", "not allowed", "is not allowed", "are not allowed"],
    "turn": ["but", "however"],
    "requirement_before": ["knowledge of", "experience with", "need", "skill in"],
    "requirement_after": ["experience", "certificate"],
    "requirement_end": ["preferred", "a plus"],
    "education_before": ["course", "learn"],
    "ability": ["able to", "ability to", "skill in"],
    "condition": ["if certified", "trained"],
    "tail": ["machine", "machines"],
    "head_negated": ["prohibited"],
    "head_requirement": ["requirements"],
    "head_other": ["benefits"],
    "head_duties": ["duties"],
    "procedure": ["procedures"],
    "only": ["only"],
    "allowed": ["allowed"],
    "pronoun": ["it", "them"],
    "teaching": ["teach", "teaches"],
    "delegating": ["delegate", "delegates"],
    "causing": ["rely on", "lets", "wants"],
    "minding": ["watch"],
    "person": ["patient", "patients"],
    "clinical": ["clinic", "<ecg>", "first aid"],
    "ambiguous": ["record", "records", "label", "labels", "test", "tests", "testing", "assist", "recording", "draw"],
    "abbreviation": ["approx", "dr"],
}
# More of the same, which no text of chance is made of.
ALSO = {
    "holder": ["ask you to"],
    "seek": ["ask you to"],
    "determiner": ["no", "that"],
    "relative": ["how", "unless"],
    "asking": ["how", "has"],
    "organisation": ["team", "service"],
    "condition": ["unless"],
    "pause": ["but"],
    "requirement_after": ["inventory"],
    "adverb": ["as needed", "as asked", "as told", "as usual", "as ordered here", "as ordered now"],
}
DUTIES = """
[arm]
parent = "bleed"
[arm.says]
"draw + blood arm" = ["draws blood from the arm"]
"draw + blood left arm ; near 3" = ["draws blood, left arm"]
[bleed]
[bleed.says]
"draw + blood" = ["draws blood"]
"sample left ; order" = ["sample, left"]
[bring]
[bring.says]
"give|draw + pill ; through ; unless flu|scale" = ["gives pills"]
[ecg]
beats = ["twin"]
[ecg.says]
"ecg" = ["ecgs"]
[flu]
[flu.says]
"give + pill flu arm left ; near 6 ; soft" = ["gives flu pills, left arm"]
[judge]
[judge.says]
"judge ; alone" = ["cannot diagnose"]
[letters]
[letters.says]
"letters" = ["x flu y"]
[notes]
[notes.says]
"chart + chart|room ; order ; near 2" = ["records the room"]
"chart + blood ; loose" = ["records blood"]
[oral]
parent = "bring"
[oral.says]
"give + pill oral" = ["gives oral pills"]
"give + pill oral urine" = ["gives oral urine pills"]
[roomy]
[roomy.says]
"room ; clinical" = ["a room in the clinic"]
[scales]
[scales.says]
"scale ; loose" = ["under the scale"]
"measure + arm scale ; order" = ["weighs the arm on the scale"]
[stitch]
helped = true
[stitch.says]
"stitch" = ["suturing"]
"do + stitch room ; through" = ["performs sutures in rooms"]
[twin]
beats = ["ecg"]
[twin.says]
"ecg arm" = ["ecg on the arm"]
[stock]
[stock.says]
"measure + stock" = ["weighs the inventory"]
[tour]
[tour.says]
"aid + clinic ; through" = ["assists in the clinic"]
[urine]
parent = "bring"
[urine.says]
"put + urine|scale" = ["puts urine"]
"give|measure + urine ; through" = ["tests urine"]
"give + urine pill" = ["gives urine pills"]
"""


def _apart(families: dict[str, str], between: int, filler: str) -> str:
    """Tables of TOML, each family with some behind it that no text says."""
    out = []
    for n, (name, body) in enumerate(families.items()):
        out.append(f"[{name}]\n{body}\n")
        out += [f"[f{n}x{k}]\n{filler.format(f'q{n}x{k}')}\n" for k in range(between)]
    return "\n".join(out)


def plain_lexicon(folder: Path, more: int = 0) -> Lexicon:
    """The lexicon, written to `folder` and read as any other; with `more` phrases that no text says."""
    (folder / "verbs.toml").write_text(_apart(VERBS, 41, 'words = ["{}v"]'), encoding="utf-8")
    (folder / "things.toml").write_text(_apart(THINGS, 21, 'words = ["{}t"]'), encoding="utf-8")
    grammar = {**GRAMMAR, **{role: [] for role in ALSO if role not in GRAMMAR}}
    roles = [f"{role} = {words + ALSO.get(role, [])}".replace("'", '"') for role, words in grammar.items()]
    roles.append(f"opener = {[' '.join(['zz'] * n) for n in range(3, more + 3)]}".replace("'", '"'))
    (folder / "grammar.toml").write_text("\n".join(roles), encoding="utf-8")
    (folder / "duties.toml").write_text(DUTIES, encoding="utf-8")
    return load_lexicon(folder)


def plain_compiled(lexicon: Lexicon) -> CompiledLexicon:
    """The same, compiled; kept between runs where the tests are run hundreds of times."""
    kept = os.environ.get("SCOPEBOOK_TEST_LEXICONS")
    return compile_cached(lexicon, kept) if kept else compile_lexicon(lexicon)
