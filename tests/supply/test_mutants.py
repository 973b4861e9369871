"""The maker of mutants: which changes count, and that the code under test is the changed one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checks.lock import ROOT

pytest.importorskip("cosmic_ray", reason="cosmic-ray is not installed (group audit)")

from checks.mutants import mutant, places

SOURCE = '''"""Doc."""
from __future__ import annotations


def grade(points: int | None, least: int = 5) -> bool:
    if points is None:
        return False
    return points >= least and not points == 13
'''


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "grades.py").write_text(SOURCE)
    return tmp_path / "grades.py"


def test_mutants_are_python_and_do_something_else(file: Path) -> None:
    made = [m for p in places(file) if (m := mutant(file, "grades.py", p))]
    assert made
    lines = {(m.line, m.after) for m in made}
    assert (8, "return points > least and not points == 13") in lines
    assert (8, "return points >= least or not points == 13") in lines
    assert (8, "return points >= least and points == 13") in {(n, " ".join(t.split())) for n, t in lines}
    assert (6, "if points is not None:") in lines
    assert (7, "return True") in lines
    for m in made:
        compile(m.source, "grades.py", "exec")
        assert m.before != m.after
        assert m.path == "grades.py"


def test_annotations_and_swaps_of_is_for_equals_are_no_mutants(file: Path) -> None:
    made = [m for p in places(file) if (m := mutant(file, "grades.py", p))]
    assert not [m for m in made if "int &" in m.source or "int +" in m.source]
    assert not [m for m in made if "points is 13" in m.source]
    assert {m.line for m in made} == {5, 6, 7, 8}


def test_operators_can_be_left_out(file: Path) -> None:
    some = {name for name, _ in places(file, ("NumberReplacer", "AddNot"))}
    assert {name for name, _ in places(file)} - some == {"core/NumberReplacer", "core/AddNot"}


def test_a_changed_file_is_what_is_imported(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from checks.mutation import _exchange\n"
        f"path = Path({str(file)!r}); sys.path.insert(0, str(path.parent))\n"
        "_exchange(path, path.read_text().replace('>=', '<'))\n"
        "import grades, fractions; print(grades.grade(3), grades.__file__ == str(path), fractions.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "True True fractions\n", done.stderr


def test_constants_that_come_to_the_same_are_no_mutants(tmp_path: Path) -> None:
    (tmp_path / "few.py").write_text(
        "ONE, TWO = 1, 2\n\n\ndef both(n: int) -> bool:\n    return n & (ONE | TWO) != 0\n"
    )
    path = tmp_path / "few.py"
    made = {m.after for p in places(path) if (m := mutant(path, "few.py", p))}
    assert "return n & (ONE & TWO) != 0" in made
    assert "return n & (ONE - TWO) != 0" in made
    assert not {"return n & (ONE + TWO) != 0", "return n & (ONE ^ TWO) != 0"} & made
