"""The bill of materials, `sbom.cdx.json`: cyclonedx-bom reads the lock, and its work is made fit to be kept.

    python -m checks.sbom

The generator writes the address of a package index and the lock's line numbers into it, and knows neither licences
nor who needs whom: the first are left out, the latter added. No time and no random number: the same lock, the same
bytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from checks.licences import licences
from checks.lock import PROJECT, ROOT, RUNTIME, Locked, locked

SBOM = ROOT / "sbom.cdx.json"


def generated() -> dict[str, Any]:
    """What cyclonedx-bom makes of the lock."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "sbom.json"
        words = ["requirements", str(RUNTIME), "--pyproject", str(ROOT / "pyproject.toml"), "--short-PURLs"]
        command = [sys.executable, "-m", "cyclonedx_py", *words, "--output-reproducible", "-o", str(out)]
        subprocess.run(command, check=True, capture_output=True)
        return json.loads(out.read_text(encoding="utf-8"))


def finished(document: dict[str, Any], packages: list[Locked], found: dict[str, str]) -> dict[str, Any]:
    """The document to keep: components by purl with digests and licences, and the graph of dependencies."""
    by_purl = {package.purl: package for package in packages}
    root = document["metadata"]["component"]["bom-ref"]
    components = []
    for component in document["components"]:
        package = by_purl[component["purl"]]
        digests = [{"alg": "SHA-256", "content": digest} for digest in package.hashes]
        components.append({
            "bom-ref": package.purl,
            "type": component["type"],
            "name": component["name"],
            "version": component["version"],
            "purl": package.purl,
            "licenses": [{"expression": found[package.name]}],
            "externalReferences": [{"type": "distribution", "url": package.purl, "hashes": digests}],
            **({"properties": [{"name": "scopebook:marker", "value": package.marker}]} if package.marker else {}),
        })  # fmt: skip
    needs: dict[str, list[str]] = {root: [], **{purl: [] for purl in sorted(by_purl)}}
    for package in packages:
        for name in package.via:
            asking = [root] if name == PROJECT else [p.purl for p in packages if p.name == name]
            for purl in asking:
                needs[purl].append(package.purl)
    return {
        "$schema": document["$schema"],
        "bomFormat": document["bomFormat"],
        "specVersion": document["specVersion"],
        "version": document["version"],
        "metadata": {
            "component": document["metadata"]["component"],
            "properties": document["metadata"]["properties"],
        },
        "components": sorted(components, key=lambda c: c["bom-ref"]),
        "dependencies": [
            {"ref": ref, **({"dependsOn": sorted(set(to))} if to else {})} for ref, to in needs.items()
        ],
    }  # fmt: skip


def validate(text: str) -> None:
    """Raises ValueError where the text is no CycloneDX document."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error is not None:
        raise ValueError(f"no valid CycloneDX: {error}")


def main() -> int:
    packages = locked()
    document = finished(generated(), packages, licences(packages))
    text = json.dumps(document, indent=1, sort_keys=True) + "\n"
    validate(text)
    SBOM.write_text(text, encoding="utf-8")
    print(f"{SBOM.name}: {len(document['components'])} components.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
