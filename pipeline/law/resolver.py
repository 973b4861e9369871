"""Which rule wins (the codebook, "Which rule wins"), one cell at a time, with every step told.

The order, each step deciding only where those before it leave a tie:
1. a rule that names the duty beats one that names its class, which beats a general delegation;
2. a rule for the role itself beats one for a wider role;
3. a rule for the setting beats one for any setting;
4. a federal prohibition beats a state's rule (a federal rule that allows decides nothing: it is the states that say who
   may do what; it adds its limits to theirs);
5. a higher authority beats a lower;
6. the narrower class beats the wider;
7. the stricter beats the milder.
A general delegation reaches neither a licensed act nor a duty that another rule forbids. Rules that allow the duty at
the same rank as the winner add the conditions on which the winner is silent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.law.rule import CLASS, GENERAL, NAMED, Rule


@dataclass(frozen=True, eq=False)
class Candidate:
    """A rule in force that reaches the cell. `role_distance`: 0 for the role itself, 1 for its parent, and so on."""

    rule: Rule
    reach: int
    role_distance: int

    @property
    def names_setting(self) -> bool:
        return bool(self.rule.setting_ids)

    @property
    def floor(self) -> bool:
        """A federal rule that allows: it asks something everywhere, and gives no permission."""
        return self.rule.federal and self.rule.allows

    @property
    def weight(self) -> tuple[int, int, int]:
        """The rank within which authority decides: how it reaches the duty, role, setting."""
        return (self.reach, self.role_distance, 0 if self.names_setting else 1)

    @property
    def order(self) -> tuple[object, ...]:
        return (
            *self.weight,
            0 if self.rule.federal else 1,
            self.rule.authority_rank,
            self.rule.breadth,
            self.rule.strictness,
            self.rule.rule_id,
        )


@dataclass(frozen=True)
class Verdict:
    """What the law in force says of one cell."""

    verdict: str
    supervision: str | None = None
    supervisors: tuple[str, ...] = ()
    authorization: str | None = None
    credential: str | None = None
    training_hours: int | None = None
    limits: str = ""
    rules: tuple[Rule, ...] = ()
    lost: tuple[Rule, ...] = ()
    against: tuple[Rule, ...] = ()
    steps: tuple[str, ...] = field(default=(), compare=False)

    @property
    def conflict(self) -> bool:
        return bool(self.against)

    @property
    def checked(self) -> str | None:
        return self.rules[0].checked if self.rules else None


def resolve(candidates: Sequence[Candidate], licensed_act: bool, unruled: str) -> Verdict:
    """The verdict of one cell.

    candidates: the rules in force that reach the cell, in any order.
    licensed_act: whether the duty is one that a general delegation never reaches.
    unruled: the verdict where no rule decides, `silent` or `not_researched`.
    """
    steps: list[str] = [f"{len(candidates)} rule(s) in force reach the duty."]
    ranked = sorted((c for c in candidates if not c.floor), key=lambda c: c.order)
    floors = sorted((c for c in candidates if c.floor), key=lambda c: c.order)
    for floor in floors:
        steps.append(f"{floor.rule.rule_id} is federal and gives no permission; what it asks is told in the limits.")
    if licensed_act:
        general = [c for c in ranked if c.reach == GENERAL]
        if general:
            steps.append("It is a licensed act, which no general delegation reaches.")
        ranked = [c for c in ranked if c.reach != GENERAL]
    if not ranked:
        verdict = unruled if not licensed_act or unruled == "not_researched" else "reserved"
        steps.append(_no_rule(verdict))
        limits = _with_floors("", floors)
        return Verdict(verdict, limits=limits, lost=tuple(c.rule for c in candidates), steps=tuple(steps))
    winner = ranked[0]
    steps.append(f"{winner.rule.rule_id} decides: {_why(winner, ranked[1:])}.")
    return _compose(winner, ranked[1:], floors, steps)


def _with_floors(limits: str, floors: list[Candidate]) -> str:
    parts = [limits] if limits else []
    parts += [f"Federal law ({c.rule.citation}): {c.rule.limits}" for c in floors if c.rule.limits]
    return " | ".join(parts)


def _compose(winner: Candidate, rest: list[Candidate], floors: list[Candidate], steps: list[str]) -> Verdict:
    rule = winner.rule
    verdict = rule.status
    parts = {
        "supervision": rule.supervision,
        "authorization": rule.authorization,
        "credential": rule.credential,
    }
    supervisors, hours, limits = rule.supervisors, rule.training_hours, rule.limits
    helpers: list[Rule] = []
    for other in rest:
        if not _adds_to(winner, other):
            continue
        more = other.rule
        added = [
            name
            for name, none in (("supervision", "unspecified"), ("authorization", "unspecified"), ("credential", "none"))
            if parts[name] == none and getattr(more, name) != none
        ]
        for name in added:
            parts[name] = getattr(more, name)
        if hours is None and more.training_hours is not None and parts["credential"] == more.credential:
            hours = more.training_hours
            added.append("training_hours")
        if not supervisors and more.supervisors and "supervision" in added:
            supervisors = more.supervisors
        if more.status == "conditional" and verdict == "permitted":
            verdict = "conditional"
            added.append("its condition")
        if added:
            helpers.append(more)
            if more.limits and more.limits not in limits:
                limits = f"{limits} | {more.limits}" if limits else more.limits
            steps.append(f"{more.rule_id} stands at the same rank and adds {', '.join(added)}.")
    against = tuple(c.rule for c in rest if _contradicts(winner, c))
    for opposed in against:
        steps.append(
            f"{opposed.rule_id} says otherwise ({opposed.status}, {opposed.authority}): a conflict, published."
        )
    if rule.allows:
        limits = _with_floors(limits, floors)
    made = (rule, *helpers)
    return Verdict(
        verdict=verdict,
        supervision=parts["supervision"],
        supervisors=supervisors,
        authorization=parts["authorization"],
        credential=parts["credential"],
        training_hours=hours,
        limits=limits,
        rules=made,
        lost=tuple(c.rule for c in (*rest, *floors) if c.rule not in made),
        against=against,
        steps=tuple(steps),
    )


def _adds_to(winner: Candidate, other: Candidate) -> bool:
    """Another allowing rule of the same rank binds too."""
    if not winner.rule.allows or not other.rule.allows:
        return False
    return other.weight == winner.weight


def _contradicts(winner: Candidate, other: Candidate) -> bool:
    """Allowing against forbidding: at the same rank, or where the loser is of a higher authority."""
    if winner.rule.allows == other.rule.allows or GENERAL in (winner.reach, other.reach):
        return False
    if other.rule.federal != winner.rule.federal:
        return False
    if other.role_distance != winner.role_distance:
        return False
    return other.weight == winner.weight or other.rule.authority_rank < winner.rule.authority_rank


def _why(winner: Candidate, rest: list[Candidate]) -> str:
    reach = {
        NAMED: "it names the duty",
        CLASS: "it names a class that holds the duty",
        GENERAL: "only a general delegation reaches the duty",
    }[winner.reach]
    if not rest:
        return f"{reach}, and no other rule reaches it"
    second = rest[0]
    for differs, reason in (
        (second.reach != winner.reach, f"{reach}, more closely than {second.rule.rule_id}"),
        (second.role_distance != winner.role_distance, "it speaks of this very role"),
        (second.names_setting != winner.names_setting, "it speaks of this setting"),
        (second.rule.federal != winner.rule.federal, "a federal prohibition goes before a state's rule"),
        (second.rule.authority_rank != winner.rule.authority_rank, "its authority is higher"),
        (second.rule.breadth != winner.rule.breadth, "its class is narrower"),
        (second.rule.strictness != winner.rule.strictness, "at the same rank the stricter rule stands"),
    ):
        if differs:
            return reason
    return f"{reach}; {second.rule.rule_id} says the same at the same rank"


def _no_rule(verdict: str) -> str:
    return {
        "silent": "The texts that could reach it were looked at, and no rule does: silent.",
        "reserved": "No rule gives this licensed act to the role: reserved.",
        "not_researched": "Not all kinds of text that could reach it were looked at: not researched.",
    }[verdict]
