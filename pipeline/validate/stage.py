"""The validate stage: all faults of a run together, then the findings that do not stop it."""

from __future__ import annotations

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames, declared_frame
from pipeline.validate.findings import findings
from pipeline.validate.keys import key_faults
from pipeline.validate.law_faults import law_faults
from pipeline.validate.origins import Origins
from pipeline.validate.schema_faults import schema_faults
from schemas.tables import TABLES


def validate(frames: Frames) -> Frames:
    """The same frames with the table `issues`.

    frames: the tables of the normalise stage, collected. Raises InputFaults with every fault found.
    """
    origins = Origins(frames["origins"])
    faults: list[Fault] = []
    for table in TABLES:
        if table.name in frames:
            faults.extend(schema_faults(table.name, frames[table.name], origins))
    if not faults:
        for table in TABLES:
            if table.name in frames:
                faults.extend(key_faults(table, frames, origins))
    faults.extend(law_faults(frames, origins))
    if faults:
        raise InputFaults(faults)
    return {**frames, "issues": declared_frame("issues", findings(frames, origins))}
