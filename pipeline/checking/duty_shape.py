"""Which statements look like duties, whatever they say: they begin with a verb, and are no requirement or benefit."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Verbs with which descriptions of work begin. From the first words of occupation profiles' tasks, those of clinics and
# offices, and what postings add; forms in -s, -ing and -ed are told from these.
_VERBS = frozenset(
    """
    accept access accompany act adapt add adjust administer advise aid align alert analyze answer apply arrange
    assemble assess assign assist attach attend audit authorize balance bill book build calculate calibrate call care
    carry change chart check clean clear close code collaborate collect communicate compare compile complete comply
    compute conduct confer confirm connect consult contact control coordinate copy correct counsel count cover create
    cut deliver demonstrate deposit design determine develop direct discharge discuss disinfect dispense dispose
    distribute document draft draw dress educate email encourage enforce ensure enter escort establish estimate
    evaluate examine exercise explain facilitate fax feed file fill fit flush follow formulate forward gather generate
    give greet guide handle help identify implement inform initiate inject input inspect install instruct insert
    interpret interview inventory investigate issue keep label lead lift listen load locate log mail maintain make
    manage measure meet mix monitor move notify observe obtain open operate order organize orient oversee package
    participate perform pick place plan position post prep prepare prescribe present print process produce program
    promote provide pull purchase put read receive recommend reconcile record recruit refer refill register regulate
    relay remind remove reorder repair replace replenish report represent request research resolve respond restock
    retrieve return review room rotate route run sanitize scan schedule screen scribe search secure select send serve
    set set-up setup ship sort stain start sterilize stock stop store submit suction supervise supply support swab
    take teach test track train transcribe transfer transmit transport treat triage troubleshoot turn type update use
    utilize verify visit wash weigh welcome wipe work wrap write
    """.split()  # noqa: SIM905  a list of two hundred words is read as prose
)
_LEADS = re.compile(
    r"^(?:\(?\d+[.)]\s*)?(?:(?:you(?:['’]ll| will)?|they|he|she|the (?:medical )?assistant|medical assistants?|"
    r"responsible for|duties include|responsibilities include|also|may|will|must|can|and|to|occasionally|routinely|"
    r"regularly|daily|accurately|effectively|efficiently|promptly|safely|properly|be able to|able to)[\s,:]+)*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z'-]*", re.IGNORECASE)
_NOT_DUTY = re.compile(
    r"\b(?:experience|years?|degree|diploma|certifi(?:ed|cation|cate)|licens(?:e|ed|ure)|preferred|required|requirement|"
    r"qualifications?|graduate|proficien(?:t|cy)|knowledge|fluent|salary|401\(?k\)?|pto|vacation|insurance plan|"
    r"benefits?|bonus|paid time|per hour|equal opportunity|tuition|pounds|lbs|must have|ability|willing(?:ness)?|"
    r"apply now|click|cookies?|copyright)\b",
    re.IGNORECASE,
)
_NOT_DUTY_HEADING = re.compile(
    r"\b(?:requirements?|qualifications?|education|skills|benefits?|perks|compensation|pay|about us|who we are|"
    r"we offer|experience|certifications?|licen[sc]es?|physical demands|equal opportunity|how to apply|cost|tuition|"
    r"faq|contact)\b",
    re.IGNORECASE,
)
_WORDS = (2, 60)


def looks_like_duty(text: str, headings: Sequence[str] = ()) -> bool:
    """True for a statement that begins with a verb of work and is, by its words and headings, no requirement."""
    words = text.split()
    if not _WORDS[0] <= len(words) <= _WORDS[1] or text.rstrip().endswith("?"):
        return False
    if _NOT_DUTY.search(text) or any(_NOT_DUTY_HEADING.search(h) for h in headings[-1:]):
        return False
    return opening_verb(text) is not None


def opening_verb(text: str) -> str | None:
    """The verb with which a statement begins, in its bare form; null where it begins otherwise."""
    lead = _LEADS.match(text)
    word = _WORD.match(text, lead.end() if lead else 0)
    if word is None:
        return None
    for form in bare_forms(word.group().lower()):
        if form in _VERBS:
            return form
    return None


def bare_forms(word: str) -> list[str]:
    """What a word may be a form of: itself, without -s, -es, -ies, -ing, -ed, a doubled letter or a dropped e."""
    out = [word]
    if word.endswith("ies") and len(word) > 4:
        out.append(word[:-3] + "y")
    for end in ("es", "s", "ing", "ed"):
        if word.endswith(end) and len(word) > len(end) + 2:
            stem = word[: -len(end)]
            out += [stem, stem + "e"]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                out.append(stem[:-1])
    return out
