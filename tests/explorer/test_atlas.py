"""The map's shapes, from a small topology drawn by hand."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

from pipeline.explorer import atlas

# A square of 10 by 10 in two arcs, the second to be walked backwards; an island of 4, and one too small to draw.
TOPOLOGY = {
    "transform": {"scale": [0.5, 0.5], "translate": [100, 200]},
    "arcs": [
        [[0, 0], [20, 0], [0, 20]],
        [[0, 0], [0, 20], [20, 0]],
        [[60, 60], [4, 0], [0, 4], [-4, 0], [0, -4]],
        [[90, 90], [1, 0], [0, 1], [-1, 0], [0, -1]],
    ],
    "objects": {
        "states": {
            "geometries": [
                {"id": "56", "type": "Polygon", "arcs": [[0, -2]]},
                {"id": "15", "type": "MultiPolygon", "arcs": [[[3]], [[0, -2]], [[2]]]},
                {"id": "11", "type": "Polygon", "arcs": [[3]]},
            ]
        }
    },
}
SQUARE = "M200,400l20,0 0,20 -20,0 0,-20z"


def test_arcs_are_sums_of_steps_scaled_and_shifted() -> None:
    assert atlas.decode_arcs(TOPOLOGY)[0] == [(100, 200), (110, 200), (110, 210)]


def test_rings_are_closed_from_arcs_walked_either_way() -> None:
    ring = atlas.ring_points([0, -2], atlas.decode_arcs(TOPOLOGY))
    assert ring == [(100, 200), (110, 200), (110, 210), (100, 210), (100, 200)]
    assert atlas.area(ring) == 100
    assert atlas.area(ring[::-1]) == -100
    assert atlas.centroid(ring) == (105, 205)


def test_shapes_keep_the_largest_part_and_islands_worth_drawing() -> None:
    shapes = atlas.shapes(TOPOLOGY)
    assert list(shapes) == ["11", "15", "56"]
    assert shapes["56"] == {"path": SQUARE, "at": [210, 410]}
    assert shapes["15"] == {"path": f"{SQUARE}M260,460l4,0 0,4 -4,0 0,-4z", "at": [210, 410]}
    assert shapes["11"]["path"] == "M290,490l1,0 0,1 -1,0 0,-1z", "a state with nothing larger keeps what it has"


def test_points_that_fall_together_are_dropped() -> None:
    assert atlas.path_of([[(0, 0), (0.1, 0), (5, 0), (5, 0.2)]]) == "M0,0l10,0z"


def test_the_file_that_is_shipped_is_made_by_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "atlas.json").write_text(json.dumps(TOPOLOGY))
    made = tmp_path / "made.json"
    monkeypatch.setattr(sys, "argv", ["atlas", str(tmp_path / "atlas.json"), str(made)])
    monkeypatch.delitem(sys.modules, "pipeline.explorer.atlas", raising=False)
    runpy.run_module("pipeline.explorer.atlas", run_name="__main__")
    shipped = json.loads((Path(atlas.__file__).parent / "static" / "us_states.json").read_text())
    document = json.loads(made.read_text())
    assert {k: v for k, v in document.items() if k != "shapes"} == {k: v for k, v in shipped.items() if k != "shapes"}
    assert document["shapes"]["56"]["path"] == SQUARE
