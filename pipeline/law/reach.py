"""Which duties a rule reaches: the one it names and its children, or the members of its class, less the excepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def descendants(duty_id: str, children: dict[str, list[str]]) -> list[str]:
    """The duty itself and every duty below it."""
    out = [duty_id]
    for child in children.get(duty_id, []):
        out.extend(descendants(child, children))
    return out


def rule_reach(
    rules: Iterable[dict[str, Any]],
    duties: Iterable[dict[str, Any]],
    classes: Iterable[dict[str, Any]],
    members: Iterable[dict[str, Any]],
) -> list[dict[str, Any]]:
    """Rows of the table `rule_reach`.

    A rule names its duty; a duty below it is reached as a class is. The members of a class are reached with those
    below them that the class lists itself; the class of general delegation is reached as `general`.
    """
    children: dict[str, list[str]] = {}
    for duty in duties:
        if duty["parent_duty_id"]:
            children.setdefault(duty["parent_duty_id"], []).append(duty["duty_id"])
    general = {c["class_id"] for c in classes if c["general"]}
    in_class: dict[str, list[str]] = {}
    for member in members:
        in_class.setdefault(member["class_id"], []).append(member["duty_id"])
    out = []
    for rule in rules:
        excepted = set(rule["excepted_duty_ids"])
        if rule["class_id"] is not None:
            kind = "general" if rule["class_id"] in general else "class"
            reached = dict.fromkeys(in_class.get(rule["class_id"], []), kind)
        else:
            reached = dict.fromkeys(descendants(rule["duty_id"], children), "class")
            reached[rule["duty_id"]] = "named"
        kept = {d: k for d, k in reached.items() if d not in excepted}
        out.extend(
            {"rule_id": rule["rule_id"], "duty_id": d, "reach": k, "breadth": len(kept)} for d, k in kept.items()
        )
    return out
