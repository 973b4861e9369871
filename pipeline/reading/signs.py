"""Signs that open the items of a list: bullets, arrows, boxes, emoji."""

from __future__ import annotations

import re

BULLET_SIGNS = (
    "•·●▪◦‣⁃∙○■□▫◆◇►▶➢➤✓✔✦❖–—»›❯❱→⇒➔➜➝➞➙➛➟➠➨➽⟶⮚▸▹▻▷◉◎⦿⦾⬤◘◈⧫⬥⬧⁌⁍‒―∘⚫⚪☐☑"
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06e\u2219"
)
# Behind "o", and behind the letters that Wingdings' bullets turn into where its font is lost, a space and a letter.
_SIGN = re.compile(
    rf"^[{re.escape(BULLET_SIGNS)}*+-]+\ufe0f?(?=\s|[^\W\d_])\s*(?=\S)|^(?:o\s+(?=[A-Z])|[ƒ§Øü]\s+(?=[^\W_]))"
)
# "-5 degrees" and "*required" are no bullets: a sign of ASCII needs a space behind it.
_ASCII_SIGN = re.compile(r"^[*+-](?=\S)")
_BOX = re.compile(r"^\[[ xX✓✔*_]?\]\s+(?=\S)|^[\u2460-\u2473\u2776-\u2793]\s*(?=[^\W\d_])")
_CROSS = re.compile(r"^(?:[⛔🛑👎☓⨯]\ufe0f?\s*|×\s+)(?=[^\W\d_])")
"""Signs that deny and are none that a statement is read by: they become one that is."""
_DENYING = "✕✖✗✘❌❎☒🚫⛔🛑👎"
_PICTURE = "[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
_EMOJI = re.compile(rf"^(?!--)(?:(?![{_DENYING}]){_PICTURE}[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+\s*(?=[^\W\d_])")
_SECTION = re.compile(
    r"^(?:(?:your|our|the|key|main|primary|core|essential|job|position|role|clinical|general|other|additional|minimum|"
    r"preferred|required|about|daily|day-to-day)\s+)*(?:responsibilit|dut(?:y|ies)\b|functions?\b|tasks\b|requirement|"
    r"qualification|skills?\b|education|experience|benefit|perks?\b|compensation|salary|pay\b|schedule|shift|hours\b|"
    r"location|summary|overview|description|role\b|job\b|position\b|opportunity|company|us\b|team\b|details|title|"
    r"prohibited|limits|scope|licen[sc]|certification|what\b|who\b|why\b|how\b|where\b)",
    re.IGNORECASE,
)
_SECTION_WORDS = 6


def strip_bullet(line: str) -> str | None:
    """The words behind a bullet sign, or null where the line begins with none.

    An emoji opens headings as well ("🚀 Responsibilities"): there it is no bullet. A sign that denies ("⛔ Start IVs")
    is one, and is kept as "✗".
    """
    if _ASCII_SIGN.match(line):
        return None
    cross = _CROSS.match(line)
    if cross:
        return f"✗ {line[cross.end() :]}"
    match = _SIGN.match(line) or _BOX.match(line)
    if match is None:
        match = _EMOJI.match(line)
        if match and _is_heading(line[match.end() :]):
            return None
    return line[match.end() :] if match else None


def _is_heading(words: str) -> bool:
    words = words.rstrip()
    return words.endswith(":") or (len(words.split()) <= _SECTION_WORDS and _SECTION.match(words) is not None)
