"""What a cell of a table answers: "Yes", "X", "✗", "N/A", "(not performed here)", "Provider only"."""

from __future__ import annotations

import re
import unicodedata

from pipeline.reading.people import ANOTHER, HOLDER, is_names

_YES = frozenset({"yes", "y", "x", "✓", "✔", "☑", "✅", "√", "•", "●", "■", "🗸", "👍", "🟢", "⬤", "[x]", "(x)", "[✓]",
                  "allowed", "permitted", "may", "can", "ok", "okay", "check", "checked", "check mark", "checkmark",
                  "tick", "authorized", "approved", "in scope", "within scope"})  # fmt: skip
_NO = frozenset({"no", "n", "✗", "✘", "✕", "✖", "❌", "❎", "☒", "⛔", "🚫", "👎", "🔴", "×", "–", "—", "-", "--",
                 "not ok", "not okay",
                 "n/a", "na", "n.a", "none", "never", "prohibited", "forbidden", "excluded", "not allowed",
                 "not permitted", "not delegated", "may not", "cannot", "x mark", "cross", "cross mark"})  # fmt: skip
_BLANK = frozenset({"", "☐", "□", "○", "◯", "⬜", "[ ]", "[]", "( )", "()", "_"})
MARKS = frozenset({"", "x", "[x]", "(x)", *(sign for sign in _YES | _NO | _BLANK if not any(map(str.isalnum, sign)))})
NOT_DONE = "NIC"
_OPENS = re.compile(
    r"^(yes|no|never|not allowed|not permitted|prohibited)\b(?=[\s,;:(/–—-])(?!-)(?!\s+(?:more|less|later|known)\b)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^([YN])(?:\s*[,;:(/]|\s+[–—-]+\s)\s*(?=\S)")  # "Y, once checked", "N (nurse only)"
_NOT = re.compile(
    r"^(?:not|no longer) (?!only\b|limited\b|required\b|needed\b|necessary\b|until\b|less\b|more\b|to exceed\b|"
    r"unless\b|without\b|before\b|later\b)|^(?:may|must|can|shall|should|do|does|will|is|are|can)"
    r"(?: not|not|n['’]t|['’]t)(?: (?:perform|do|be (?:done|performed|delegated)|delegated?|allowed|permitted)\b.*)?$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"^(?:not|never|no longer) (?:(?:to be|currently|routinely|ever|usually) )?(?:performed|done|allowed|permitted|"
    r"offered|provided|available|applicable (?:at|in|to|for|here)|delegated|delegable|authori[sz]ed|approved|used|"
    r"given|here\b|at (?:this|our|the|any)|in (?:this|our) |in scope|within|part of|(?:for|by|an?) (?:the |an? )?(?:MA|"
    r"medical|assist|unlicensed))"
    r"|^(?:(?:may|must|can|shall|should)(?: not|n['’]t)|cannot)"
    r"(?:$| perform\b| do\b| be (?:done\b|performed|delegated))"
    r"|^(?:out of|outside|beyond|exceeds)(?: of)? (?:the |his |her |their |our |an? )?(?:MA |role |legal )?scope\b"
    r"|^off[- ]limits\b|^(?:prohibited|forbidden|disallowed|unauthori[sz]ed)\b"
    r"|^(?:refer(?:red)?|defer(?:red)?|send|sent|restricted|limited|reserved|left)(?: out)?(?: to| for)"
    r"(?: the| an?)? (?!MA|medical a)(?:[\w/]+ ){0,2}?(?:" + ANOTHER.pattern + r")",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^(?:(?:by|for) )?(?:the |an? )?(?P<who>.+?)(?:['’]s?)?,? only$|^only (?:by |for )?(?P<one>.+)$", re.IGNORECASE
)
_BRACKETS = "()[]{} .*†‡"
CONDITION = re.compile(
    r"^(?:with|without|under|if|when|after|upon|per|only|limited|trained|supervised|needs|requires?|order|delegated|"
    r"conditional|sometimes|certified|assists?|see|MA[ -]|yes|\*)",
    re.IGNORECASE,
)
"""Opens cells that may stand among answers: "With an order"."""
ANSWER_WORDS = 10
_CHARS = 200


def answer(cell: str) -> str | None:
    """ "yes", "no" or "" for an empty cell; null for a cell that is no answer."""
    if len(cell) > _CHARS:
        return None
    folded = _folded(cell)
    for shape in (folded, folded.strip(_BRACKETS)):
        if shape in _BLANK:
            return ""
        if shape in _YES:
            return "yes"
        if shape in _NO:
            return "no"
    if len(cell) == 1 and cell.isupper() and cell.isascii():
        return "no" if cell in NOT_DONE else "yes"  # "R" for what a role does, "I" for whom it is told
    if len(cell.split()) > ANSWER_WORDS:
        return None
    opened = _OPENS.match(cell)
    if opened:
        return "yes" if opened.group(1).lower() == "yes" else "no"
    lettered = _LETTER.match(cell)
    if lettered:
        return "yes" if lettered.group(1) == "Y" else "no"
    sign, _, behind = folded.partition(" ")
    if behind and sign in MARKS and sign not in ("", "x", "-", "–", "—", "•", "●", "■"):
        return answer(sign)  # "✗ Not here", "✓ with training"
    return "no" if denies(cell) or _NOT.match(cell.strip(_BRACKETS)) else None


def denies(cell: str) -> bool:
    """Whether a cell says in words that a task is not the job-holder's, whatever its column: "Not at this clinic"."""
    words = cell.strip(_BRACKETS + "–—-:")
    if len(words) > _CHARS or len(words.split()) > ANSWER_WORDS:
        return False
    only = _ONLY.match(words)
    if only:
        who = only.group("who") or only.group("one")
        return bool(ANOTHER.search(who)) and not HOLDER.search(who) and is_names(who)
    return bool(_DENIED.match(words))


def said(cell: str) -> str:
    """An answer as a statement ends in it: "Yes", "No", "Never", "Yes, with training", "No, not at this clinic"."""
    told = answer(cell)
    words = cell.strip()
    if not told or _OPENS.match(words):
        return words
    if _folded(words).strip(_BRACKETS) in _YES | _NO or len(words) == 1:
        several = len(words.split()) > 1 and told == "no" and words.lower().startswith("not ")
        return words if several else "Yes" if told == "yes" else "Never" if words.lower() == "never" else "No"
    lettered = _LETTER.match(words)
    sign, _, behind = words.partition(" ")
    if lettered:
        words = words[lettered.end() :]
    elif _folded(sign) in MARKS and behind:
        words = behind
        if answer(behind) == told:
            return said(behind)
    return f"{'Yes' if told == 'yes' else 'No'}, {words.strip(_BRACKETS + '–—-:')}"


def _folded(cell: str) -> str:
    """Small letters, without the signs that only say how a sign is drawn, or what a note is."""
    kept = "".join(ch for ch in cell.lower() if unicodedata.category(ch) not in ("Mn", "Cf", "Sk"))
    return kept.strip().rstrip(".*†‡ ") or kept.strip(".*†‡ ")
