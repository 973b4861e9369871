"""Every fault that somebody can make in the lexicon, each told with its file, record and field."""

from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline import occupations
from pipeline.matching import compile_lexicon, explain, load_lexicon, scan
from pipeline.matching.compile import compile_cached
from pipeline.matching.inflect import verb_forms
from pipeline.matching.lexicon import LexiconFaults, parse_say

GOOD = {
    "verbs.toml": '[draw]\nverbs = ["draw"]\n',
    "things.toml": '[blood]\nnouns = ["blood"]\n',
    "grammar.toml": 'negation = ["not"]\n',
    "duties.toml": '[draw_blood.says]\n"draw + blood" = ["Draws blood"]\n',
}


def faults(tmp_path: Path, **files: str) -> list[tuple[str, ...]]:
    for name, text in {**GOOD, **{f"{k}.toml": v for k, v in files.items()}}.items():
        (tmp_path / name).write_text(text)
    try:
        load_lexicon(tmp_path)
    except LexiconFaults as error:
        return error.faults
    return []


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"verbs": "draw = 3\n"}, ("verbs.toml", "draw", "", "not a table")),
        ({"verbs": '[draw]\nverbs = ["draw"]\ndoes = "yes"\n'}, ("verbs.toml", "draw", "does", "unknown field")),
        ({"verbs": "[draw]\nverbs = []\n"}, ("verbs.toml", "draw", "verbs", "no word in the family")),
        ({"things2": '[blood]\nnouns = ["gore"]\n'}, ("things2.toml", "blood", "", "family declared twice")),
        (
            {"things": '[blood]\nnouns = ["blood"]\nincludes = ["gore"]\n'},
            ("things.toml", "blood", "includes", "no thing family 'gore'"),
        ),
        (
            {"things": '[blood]\nnouns = ["blood"]\nwords = ["blood, venous"]\n'},
            ("things.toml", "blood", "blood, venous", "a phrase with a comma"),
        ),
        ({"verbs": '[draw]\nverbs = ["draw (up)"]\n'}, ("verbs.toml", "draw", "draw (up)", "a phrase with a comma")),
        ({"grammar": 'negation = ["not: "]\n'}, ("grammar.toml", "negation", "not: ", "a phrase with a comma")),
        (
            {"grammar": 'negation = ["not {anybody}"]\n'},
            ("grammar.toml", "negation", "not {anybody}", "no list 'anybody' of names"),
        ),
        ({"grammar": "negation = 3\n"}, ("grammar.toml", "negation", "", "not a list of words")),
        ({"grammar": 'nonsense = ["x"]\n'}, ("grammar.toml", "nonsense", "", "no such role")),
        ({"duties2": "draw_veins = 3\n"}, ("duties2.toml", "draw_veins", "says", "no alias")),
        ({"duties2": GOOD["duties.toml"]}, ("duties2.toml", "draw_blood", "", "duty is also in duties.toml")),
        (
            {"duties2": '[other]\nbeats = ["nothing"]\nsays = {"blood" = ["blood"]}\n'},
            ("duties2.toml", "other", "beats", "no duty 'nothing'"),
        ),
        (
            {"duties2": '[other]\nparent = "nothing"\nsays = {"blood" = ["blood"]}\n'},
            ("duties2.toml", "other", "beats", "no duty 'nothing'"),
        ),
        (
            {"duties2": '[other]\nhelped = "x"\nsays = {"blood" = ["blood"]}\n'},
            ("duties2.toml", "other", "helped", "unknown field or wrong type"),
        ),
        ({"duties2": '[o]\nsays = {"blood" = []}\n'}, ("duties2.toml", "o", "blood", "no example")),
        ({"duties2": '[o]\nsays = {"+ blood" = ["b"]}\n'}, ("duties2.toml", "o", "+ blood", "no verb family before")),
        (
            {"duties2": '[o]\nsays = {"draw +" = ["b"]}\n'},
            ("duties2.toml", "o", "draw +", "an alias needs one to four"),
        ),
        (
            {"duties2": '[o]\nsays = {"blood; far" = ["b"]}\n'},
            ("duties2.toml", "o", "blood; far", "unknown option 'far'"),
        ),
        (
            {"duties2": '[o]\nsays = {"take + blood" = ["b"]}\n'},
            ("duties2.toml", "o", "take + blood", "no verb family"),
        ),
        ({"duties2": '[o]\nsays = {"gore" = ["b"]}\n'}, ("duties2.toml", "o", "gore", "no thing family 'gore'")),
        (
            {"duties2": '[o]\nsays = {"blood; unless gore" = ["b"]}\n'},
            ("duties2.toml", "o", "blood; unless gore", "no thing family 'gore'"),
        ),
        (
            {"duties2": '[o]\nsays = {"blood; unless ~gore" = ["b"]}\n'},
            ("duties2.toml", "o", "blood; unless ~gore", "no thing family 'gore'"),
        ),
        (
            {"duties2": '[o]\nsays = {"blood; with gore" = ["b"]}\n'},
            ("duties2.toml", "o", "blood; with gore", "no thing family 'gore'"),
        ),
    ],
)
def test_a_fault_is_told_where_it_is(tmp_path: Path, files: dict[str, str], wanted: tuple[str, ...]) -> None:
    found = faults(tmp_path, **files)
    assert any(f[:3] == wanted[:3] and wanted[3] in f[3] for f in found), found
    assert all(f[4] for f in found)


@pytest.mark.parametrize("name", ["verbs", "things", "duties", "grammar"])
def test_a_torn_file_is_told_without_what_the_others_then_lack(tmp_path: Path, name: str) -> None:
    other = '[other]\nbeats = ["draw_blood"]\nsays = {"draw + blood" = ["draws blood"]}\n'
    assert faults(tmp_path, duties2=other) == []
    found = faults(tmp_path, duties2=other, **{name: "[draw]\n<<<<<<< ours\n"})
    assert [f[0] for f in found] == [f"{name}.toml"]
    assert "at line 2" in found[0][3]


def test_all_torn_files_are_told_together(tmp_path: Path) -> None:
    found = faults(tmp_path, verbs="[draw\n", duties="x = = 1\n", grammar="negation = 3\n")
    assert [f[0] for f in found] == ["duties.toml", "verbs.toml"]


def test_the_good_lexicon_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


def test_a_role_may_name_a_family_of_things(tmp_path: Path) -> None:
    assert faults(tmp_path, grammar='negation = ["not <blood>"]\n') == []
    found = faults(tmp_path, grammar='negation = ["<gore>"]\n')
    assert [(f[1], f[2], f[3]) for f in found] == [("negation", "<gore>", "no such family of things")]


def test_a_phrase_may_name_a_list_of_people(tmp_path: Path) -> None:
    text = 'actor = ["{others}"]\nnegation_after = ["left to the {another} or {another}", "no"]\n'
    faults(tmp_path, grammar=text)
    roles = load_lexicon(tmp_path).roles
    assert set(roles["actor"]) == {occupations.plural(name) for name in occupations.ANOTHER}
    assert "left to the surgeon or nurse midwife" in roles["negation_after"]
    assert len(roles["negation_after"]) == len(occupations.ANOTHER) ** 2 + 1


def test_an_alias_in_all_its_parts() -> None:
    parts = parse_say(
        "draw|take + blood|sample arm; near 7; order; through; loose; clinical; unless bank|donor; with lab"
    )
    assert parts == {
        "verbs": ("draw", "take"), "slots": (("blood", "sample"), ("arm",)), "near": 7, "order": True,
        "through": True, "loose": True, "clinical": True, "alone": False, "soft": False, "unless": ("bank", "donor"),
        "beside": ("lab",),
    }  # fmt: skip
    plain = parse_say("blood")
    assert isinstance(plain, dict)
    assert (plain["verbs"], plain["slots"], plain["near"], plain["order"]) == ((), (("blood",),), 4, False)
    assert parse_say("a b c d e") == "an alias needs one to four things"


def test_forms_of_verbs() -> None:
    assert verb_forms("tie down") == {
        "tie down": "base", "ties down": "third", "tying down": "ing", "tied down": "part",
    }  # fmt: skip
    assert verb_forms("take") == {
        "take": "base", "takes": "third", "taking": "ing", "took": "past", "taken": "part",
    }  # fmt: skip


def test_a_lexicon_that_outgrows_the_kernel_is_refused(lexicon) -> None:
    from pipeline.matching.tables import MASKS, MAX_FAMILIES

    family = next(iter(lexicon.verbs.values()))
    many = {f"v{n}": dataclasses.replace(family, name=f"v{n}") for n in range(64 * MASKS + 1)}
    with pytest.raises(LexiconFaults) as caught:
        compile_lexicon(dataclasses.replace(lexicon, verbs=many))
    assert caught.value.faults[0][3] == f"more than {64 * MASKS} verb families"
    thing = next(iter(lexicon.things.values()))
    many = {f"t{n}": dataclasses.replace(thing, name=f"t{n}") for n in range(MAX_FAMILIES + 1)}
    with pytest.raises(LexiconFaults) as caught:
        compile_lexicon(dataclasses.replace(lexicon, things=many))
    assert caught.value.faults[0][0] == "things.toml"


def test_the_last_families_of_verbs_are_found_as_the_first(tmp_path: Path) -> None:
    """As many families as there is room for: `scan`, which sieves by them, finds what `explain` finds."""
    from pipeline.matching.tables import MASKS

    names = [f"{a}{b}ork" for a in "bdfglmnprstvwz" for b in ("a", "e", "i", "o", "u", *"hlrwy")]
    names = [f"{name}{end}" for end in "abcd" for name in names][: 64 * MASKS]
    verbs = "".join(f'[{name}]\nwords = ["{name}"]\n' for name in names)
    says = "".join(f'[d_{name}.says]\n"{name} + blood" = ["{name} blood"]\n' for name in names)
    assert faults(tmp_path, verbs=verbs, duties=says) == []
    compiled = compile_lexicon(load_lexicon(tmp_path))
    found = scan(compiled, pa.array([f"{name} blood" for name in names]))
    assert found.row.tolist() == list(range(64 * MASKS))


def test_a_compiled_lexicon_is_kept_and_a_torn_one_made_anew(lexicon, tmp_path: Path) -> None:
    first = compile_cached(lexicon, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()
    for torn in (whole[:1000], b"", b"no pickle", pickle.dumps(None)[:-1]):
        kept.write_bytes(torn)
        again = compile_cached(lexicon, tmp_path / "cache")
        assert explain(again, "Draws blood") == explain(first, "Draws blood") != []
        assert kept.read_bytes() == whole
    assert [p.name for p in (tmp_path / "cache").iterdir()] == [kept.name]


def test_views_of_strings_and_arrays_without_buffers(compiled) -> None:
    assert scan(compiled, pa.array([None, "Draws blood"], pa.string_view())).row.tolist() == [1]
    empty = pa.Array.from_buffers(pa.string(), 0, [None, pa.py_buffer(b""), pa.py_buffer(b"")])
    assert len(scan(compiled, empty)) == 0


@pytest.mark.parametrize(
    ("unless", "text", "found"),
    [
        ("dog", "Draws blood, checks the dog", True),  # behind a comma: not close by
        ("~dog", "Draws blood, checks the dog", False),
        ("~dog", "Checks the dog and its teeth, then, at noon, draws blood", False),
        ("~dog", "Draws blood. Checks the dog.", True),  # another sentence
        ("~dog", "Draws blood", True),
        ("dog", "Draws dog blood", True),  # the thing itself is not looked at
        ("~dog", "Draws dog blood", False),
    ],
)
def test_a_thing_anywhere_in_the_sentence_bars_a_line(tmp_path: Path, unless: str, text: str, found: bool) -> None:
    things = '[blood]\nnouns = ["blood", "dog blood"]\n[dog]\nnouns = ["dog", "dog blood"]\n'
    duties = f'[draw_blood.says]\n"draw + blood ; unless {unless}" = ["Draws blood"]\n'
    for name, content in {**GOOD, "things.toml": things, "duties.toml": duties}.items():
        (tmp_path / name).write_text(content)
    compiled = compile_lexicon(load_lexicon(tmp_path))
    assert any(one.kept for one in explain(compiled, text)) == found
    assert (len(scan(compiled, pa.array([text])).duty) > 0) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Runs strep tests and records results", True),  # governed by another verb
        ("Records results of strep tests", True),
        ("Runs flu tests, cleans the room, and, at noon, records results", True),  # one of them is enough
        ("Records results", False),
        ("Records results. Runs strep tests.", False),  # another sentence
        ("Runs strep tests", False),
    ],
)
def test_a_line_may_ask_for_a_thing_elsewhere_in_the_sentence(tmp_path: Path, text: str, found: bool) -> None:
    things = '[result]\nnouns = ["result"]\n[strep]\nnouns = ["strep test"]\n[flu]\nnouns = ["flu test"]\n'
    duties = '[log_results.says]\n"record + result ; with strep|flu" = ["Runs flu tests and records results"]\n'
    verbs = '[record]\nverbs = ["record"]\n[test]\nverbs = ["run"]\n'
    for name, content in {**GOOD, "verbs.toml": verbs, "things.toml": things, "duties.toml": duties}.items():
        (tmp_path / name).write_text(content)
    compiled = compile_lexicon(load_lexicon(tmp_path))
    assert any(one.kept for one in explain(compiled, text)) == found
    assert (len(scan(compiled, pa.array([text])).duty) > 0) == found
    if text.startswith("Records results") and not found:
        assert {one.reason for one in explain(compiled, text)} == {"without what it must stand with"}
