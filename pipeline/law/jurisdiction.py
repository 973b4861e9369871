"""The law of one jurisdiction on one day, ready to be asked about any role, setting, delegator and duty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.law.resolver import Candidate, Verdict, resolve
from pipeline.law.rule import Rule

ANY_SETTING = "any"
_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


@dataclass(frozen=True, eq=False)
class World:
    """What the resolver needs beside rules.

    role_parents, own_scope: role to its parent, and roles whose own text says all (wider rules do not reach them).
    licensed: duties that are licensed acts. reached_by: duty to special kinds of text that could reach it.
    base_kinds: delegator to the kinds of text that must have been looked at before anything is silent.
    looked_at: state to the kinds of text that were looked at there.
    """

    role_parents: dict[str, str | None]
    own_scope: frozenset[str]
    licensed: frozenset[str]
    reached_by: dict[str, frozenset[str]]
    base_kinds: dict[str, frozenset[str]]
    looked_at: dict[str, frozenset[str]]

    def role_chain(self, role_id: str) -> list[str]:
        """The role and the wider ones whose rules reach it, nearest first."""
        chain: list[str] = []
        current: str | None = role_id
        while current is not None and current not in chain:
            chain.append(current)
            current = None if current in self.own_scope else self.role_parents.get(current)
        return chain

    def unruled(self, state: str, delegator: str, duty_id: str) -> str:
        """`silent` where every kind of text that could reach the duty was looked at, else `not_researched`."""
        return self._unruled(state, delegator, self.reached_by.get(duty_id, frozenset()))

    @cache  # noqa: B019  one world lives as long as the run
    def _unruled(self, state: str, delegator: str, special: frozenset[str]) -> str:
        base = self.base_kinds.get(delegator, self.base_kinds.get("physician", frozenset()))
        return "silent" if base | special <= self.looked_at.get(state, frozenset()) else "not_researched"


class Jurisdiction:
    """Rules of one state and the federal ones, in force on `day`, filed by duty."""

    def __init__(self, state: str, rules: Iterable[Rule], world: World, day: date) -> None:
        self.state = state
        self.world = world
        self._by_duty: dict[str, list[Rule]] = {}
        self.rules = [r for r in rules if (r.state == state or r.federal) and r.in_force(day)]
        for rule in self.rules:
            for duty in rule.duties:
                self._by_duty.setdefault(duty, []).append(rule)
        self._told_apart = {
            duty: (
                frozenset(s for r in rules_on for s in r.setting_ids),
                frozenset(d for r in rules_on for d in r.delegators),
            )
            for duty, rules_on in self._by_duty.items()
        }
        self._cells: dict[tuple[str, ...], Verdict] = {}
        self._cache: dict[tuple[object, ...], Verdict] = {}

    def law_role(self, role_id: str) -> str:
        """The role that stands for this one: itself where a rule speaks of it, else the nearest wider one."""
        spoken_of = {r.role_id for r in self.rules} | {"medical_assistant"} | self.world.own_scope
        for role in self.world.role_chain(role_id):
            if role in spoken_of:
                return role
        return self.world.role_chain(role_id)[-1]

    def law_settings(self, setting_ids: Iterable[str]) -> dict[str, str]:
        """For each setting the one that stands for it: the first that the same rules name; `any` where none does."""
        naming: dict[str, frozenset[str]] = {
            s: frozenset(r.rule_id for r in self.rules if s in r.setting_ids) for s in setting_ids
        }
        first: dict[frozenset[str], str] = {frozenset(): ANY_SETTING}
        return {s: first.setdefault(rules, s) for s, rules in naming.items()}

    def candidates(self, role_id: str, setting_id: str, delegator: str, duty_id: str) -> list[Candidate]:
        """The rules in force that reach the cell."""
        distance = {role: n for n, role in enumerate(self.world.role_chain(role_id))}
        return [
            Candidate(rule, rule.reach[duty_id], distance[rule.role_id])
            for rule in self._by_duty.get(duty_id, [])
            if rule.role_id in distance
            and (not rule.setting_ids or setting_id in rule.setting_ids)
            and (not rule.delegators or delegator in rule.delegators)
        ]

    def verdict(self, role_id: str, setting_id: str, delegator: str, duty_id: str) -> Verdict:
        """The verdict of one cell. Cells that the same rules reach in the same way share the work."""
        settings, delegators = self._told_apart.get(duty_id, _NOTHING)
        cell = (
            duty_id,
            role_id,
            setting_id if setting_id in settings else ANY_SETTING,
            delegator if delegator in delegators else "",
            self.world.unruled(self.state, delegator, duty_id),
        )
        if cell not in self._cells:
            found = self.candidates(role_id, setting_id, delegator, duty_id)
            licensed = duty_id in self.world.licensed
            key = (licensed, cell[-1], *((c.rule.rule_id, c.reach, c.role_distance) for c in found))
            if key not in self._cache:
                self._cache[key] = resolve(found, licensed, cell[-1])
            self._cells[cell] = self._cache[key]
        return self._cells[cell]
