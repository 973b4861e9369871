"""Word forms: the regular English endings, so that the lexicon's files need to list only stems."""

from __future__ import annotations

VOWELS = "aeiou"

# Verbs whose past or participle the rules would get wrong: stem -> (past, participle).
IRREGULAR: dict[str, tuple[str, str]] = {
    "draw": ("drew", "drawn"),
    "take": ("took", "taken"),
    "give": ("gave", "given"),
    "get": ("got", "gotten"),
    "do": ("did", "done"),
    "make": ("made", "made"),
    "keep": ("kept", "kept"),
    "send": ("sent", "sent"),
    "bring": ("brought", "brought"),
    "teach": ("taught", "taught"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "run": ("ran", "run"),
    "read": ("read", "read"),
    "set": ("set", "set"),
    "put": ("put", "put"),
    "cut": ("cut", "cut"),
    "hold": ("held", "held"),
    "lead": ("led", "led"),
    "see": ("saw", "seen"),
    "show": ("showed", "shown"),
    "speak": ("spoke", "spoken"),
    "find": ("found", "found"),
    "freeze": ("froze", "frozen"),
    "build": ("built", "built"),
    "pay": ("paid", "paid"),
    "lay": ("laid", "laid"),
    "begin": ("began", "begun"),
    "wear": ("wore", "worn"),
    "buy": ("bought", "bought"),
    "fit": ("fitted", "fitted"),
    "oversee": ("oversaw", "overseen"),
    "go": ("went", "gone"),
    "undergo": ("underwent", "undergone"),
    "forget": ("forgot", "forgotten"),
    "undertake": ("undertook", "undertaken"),
    "let": ("let", "let"),
    "shut": ("shut", "shut"),
    "meet": ("met", "met"),
    "sell": ("sold", "sold"),
    "ship": ("shipped", "shipped"),
    "stick": ("stuck", "stuck"),
    "feed": ("fed", "fed"),
    "say": ("said", "said"),
    "catch": ("caught", "caught"),
    "upkeep": ("upkept", "upkept"),
    "input": ("inputted", "input"),
}

# Stems that double their last letter though they have more than one syllable.
DOUBLING = {
    "submit",
    "resubmit",
    "refer",
    "transfer",
    "admit",
    "permit",
    "input",
    "format",
    "commit",
    "reset",
    "prep",
    "transmit",
    "control",
    "confer",
    "embed",
    "outfit",
    "equip",
    "instil",
    "begin",
    "occur",
    "enrol",
    "fulfil",
    "defer",
    "unwrap",
    "rewrap",
    "patrol",
    "forget",
    "reship",
    "debug",
    "upset",
    "overrun",
    "omit",
}


def verb_forms(stem: str) -> dict[str, str]:
    """Forms of a verb, which may have a particle ("set up"): form -> "base", "third", "ing", "part", "both" or "past".

    "both": base and participle alike ("read", "set up"); "past": a past that is no participle ("took").
    """
    first, _, rest = stem.partition(" ")
    tail = f" {rest}" if rest else ""
    if first.endswith(("s", "x", "z", "ch", "sh")):
        third = first + "es"
    elif first.endswith("y") and len(first) > 1 and first[-2] not in VOWELS:
        third = first[:-1] + "ies"
    elif first.endswith(("do", "go")):
        third = first + "es"
    else:
        third = first + "s"
    short = (
        len(first) >= 3
        and first[-1] not in VOWELS + "wxy"
        and first[-2] in VOWELS
        and first[-3] not in VOWELS
        and sum(c in VOWELS for c in first) == 1
    )
    root = first + first[-1] if short or first in DOUBLING else first
    if first.endswith("ie"):
        ing = first[:-2] + "ying"
    elif first.endswith("e") and not first.endswith("ee") and len(first) > 2:
        ing = first[:-1] + "ing"
    else:
        ing = root + "ing"
    if first.endswith("e"):
        past = first + "d"
    elif first.endswith("y") and len(first) > 1 and first[-2] not in VOWELS:
        past = first[:-1] + "ied"
    else:
        past = root + "ed"
    out = {first + tail: "base", third + tail: "third", ing + tail: "ing"}
    if first in IRREGULAR:
        simple, participle = IRREGULAR[first]
        out.setdefault(simple + tail, "past" if simple != participle else "part")
        out[participle + tail] = "both" if participle == first else "part"
    else:
        out.setdefault(past + tail, "part")
    if first.endswith("l") and first[-2:-1] in ("e", "a") and first[-3:-2] not in VOWELS:
        # British spelling: labelled, labelling.
        out.setdefault(first + "led" + tail, "part")
        out.setdefault(first + "ling" + tail, "ing")
    return out


def noun_forms(stem: str) -> list[str]:
    """Singular and plural of a noun or of a phrase that ends in one."""
    head, _, last = stem.rpartition(" ")
    front = f"{head} " if head else ""
    if last.endswith(("s", "x", "z", "ch", "sh")):
        plural = last + "es" if not last.endswith("s") or last.endswith("ss") else last
    elif last.endswith("y") and len(last) > 1 and last[-2] not in VOWELS:
        plural = last[:-1] + "ies"
    else:
        plural = last + "s"
    return [stem, front + plural] if plural != last else [stem]
