"""State shapes for the map, made once from the packaged atlas and kept as `static/us_states.json`.

Source: `states-albers-10m.json` of the npm package us-atlas 3.0.1 (ISC licence, Michael Bostock), which redistributes
the US Census Bureau's cartographic boundaries of 2017 (public domain), projected by Albers USA to 975 by 610.
To make the file again: `npm pack us-atlas@3.0.1`, unpack, and
`python -m pipeline.explorer.atlas package/states-albers-10m.json pipeline/explorer/static/us_states.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]

SCALE = 2
"""Units of a path by unit of the atlas: half a unit is finer than a screen shows."""
SMALLEST_ISLAND = 1.2
"""Square units of the atlas; smaller islands are left out, save where a state has nothing larger."""
LICENCE = "us-atlas 3.0.1 (ISC, (c) 2013-2019 Michael Bostock), from US Census Bureau cartographic boundaries, 2017"


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON topology as absolute points: integers are deltas, scaled and shifted."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def ring_points(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A closed ring from arc numbers; a negative number (~n) is arc n backwards. Ends that meet are kept once."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def area(points: list[Point]) -> float:
    """Signed area by the shoelace formula, in square units of the atlas."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def centroid(points: list[Point]) -> Point:
    """The centre of gravity of a ring."""
    a = area(points)
    pairs = list(zip(points, points[1:] + points[:1], strict=True))
    cx = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * a)
    cy = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * a)
    return cx, cy


def path_of(rings: list[list[Point]]) -> str:
    """An SVG path in whole units with relative steps; points that fall together are dropped."""
    out = []
    for ring in rings:
        at = [(round(x * SCALE), round(y * SCALE)) for x, y in ring]
        (x, y), steps = at[0], []
        for nx, ny in at[1:]:
            if (nx, ny) != (x, y):
                steps.append(f"{nx - x},{ny - y}")
                x, y = nx, ny
        out.append(f"M{at[0][0]},{at[0][1]}l{' '.join(steps)}z")
    return "".join(out)


def shapes(topology: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """By FIPS code: the path and the centre of the largest part, in units of the path."""
    arcs = decode_arcs(topology)
    out = {}
    for geometry in topology["objects"]["states"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = sorted(
            (ring_points(ring, arcs) for polygon in polygons for ring in polygon), key=lambda r: -abs(area(r))
        )
        kept = rings[:1] + [r for r in rings[1:] if abs(area(r)) >= SMALLEST_ISLAND]
        x, y = centroid(rings[0])
        out[geometry["id"]] = {"path": path_of(kept), "at": [round(x * SCALE), round(y * SCALE)]}
    return dict(sorted(out.items()))


if __name__ == "__main__":
    made = shapes(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    document = {"licence": LICENCE, "size": [975 * SCALE, 610 * SCALE], "shapes": made}
    Path(sys.argv[2]).write_text(json.dumps(document, indent=0, sort_keys=True) + "\n", encoding="utf-8")
