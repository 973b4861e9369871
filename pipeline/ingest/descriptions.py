"""Descriptions of documents on the work of medical assistants, from the files under raw/sources/."""

from __future__ import annotations

from pipeline.faults import Fault
from pipeline.ingest.records import Reader
from pipeline.ingest.toml_files import parse_toml
from pipeline.ingest.vocabulary import Rows
from schemas import raw


def read_description(file: str, data: bytes, rows: Rows, faults: list[Fault]) -> None:
    """Append one document: its source, its text (headings and statements, one a line), its skills and roles."""
    table, found = parse_toml(file, data)
    faults.extend(found)
    if found:
        return
    reader = Reader(file, table, faults)
    source = reader.one("source", raw.DescriptionSource)
    sections = reader.records("section", raw.SectionRecord, "heading", required=True)
    categories = reader.records("role_categories", raw.RoleCategoriesRecord, "role")
    skills = reader.records("role_skills", raw.RoleSkillsRecord, "role")
    factors = reader.records("factor", raw.FactorRecord, "factor_id")
    reader.finish()
    if source is None:
        return
    rows["sources"].append(
        {
            "source_id": source.source_id,
            "title": source.title,
            "publisher": source.publisher,
            "kind": source.kind,
            "state": source.state,
            "url": source.url or None,
            "citation": None,
            "authority": None,
            "licence": source.licence,
            "text_read": "description",
            "currency": None,
            "changed_since": None,
            "text_digest": None,
            "read_on": source.read_on,
        }
    )
    rows["source_texts"].append({"source_id": source.source_id, "text": description_text(source.title, sections)})
    rows["role_categories"].extend(
        {"role_id": r.role, "category": c, "source_id": source.source_id, "practice_size": r.practice_size}
        for r in categories
        for c in r.categories
    )
    rows["role_skills"].extend(
        {"role_id": r.role, "skill_id": s, "source_id": source.source_id} for r in skills for s in r.skills
    )
    rows["job_factors"].extend(
        {"factor_id": f.factor_id, "label": f.label, "source_id": source.source_id} for f in factors
    )


def description_text(title: str, sections: list[raw.SectionRecord]) -> str:
    """The document as Markdown: its title, then each heading with its statements as a list."""
    lines = [f"# {title}"]
    for section in sections:
        lines.append(f"## {section.heading}")
        lines.extend(f"- {' '.join(statement.split())}" for statement in section.statements)
    return "\n".join(lines) + "\n"
