"""Command: describes a data set as Croissant 1.1 (http://mlcommons.org/croissant/1.1).

Croissant is schema.org's ``Dataset`` with the columns of its tables; the home page of a server has
the same facts as ``Dataset`` alone. Addresses are relative to where the description itself stands,
for nobody knows yet where the set will be put. The fields are read from Parquet where there is
Parquet, else from CSV.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from versusdb.data_set import FORMATS, DataSet, Facts, Field, File, Table
from versusdb.set_readme import write_citation

CONFORMS_TO = "http://mlcommons.org/croissant/1.1"
TYPES = {"integer": "sc:Integer", "text": "sc:Text", "time": "sc:DateTime", "date": "sc:Date"}
# The registered name of Parquet, and the older one, the only one that mlcroissant knows.
ENCODINGS = {"parquet": [FORMATS["parquet"], "application/x-parquet"]}
# The context that the specification recommends (its first appendix): only names that Croissant
# adds to those of schema.org.
_ADDED = (
    "annotation", "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "excludes",
    "extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes", "isArray",
    "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "readLines", "recordSet",
    "references", "regex", "repeated", "replace", "samplingRate", "sdVersion", "separator",
    "source", "subField", "transform", "unArchive", "value",
)  # fmt: skip
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{name: f"cr:{name}" for name in _ADDED},
}


def describe_croissant(data: DataSet) -> dict[str, Any]:
    """Return what ``croissant.json`` holds."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        **state_facts(data.facts),
        "url": "./",
        "citeAs": write_citation(data.facts),
        "isLiveDataset": False,
        "distribution": [
            _describe_file(data.database, "The database, with all tables"),
            *(
                _describe_file(file, table.description)
                for table in data.tables
                for file in table.files
            ),
        ],
        "recordSet": [_describe_records(table) for table in data.tables],
    }


def describe_markup(facts: Facts, tables: Iterable[Table]) -> dict[str, Any]:
    """Return the same facts as the home page tells them, with what is measured.

    Where to take the data is not in it: the server knows its own addresses.
    """
    return {
        **state_facts(facts),
        "citation": write_citation(facts),
        "isAccessibleForFree": True,
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "propertyID": _name_field(field, table),
                "name": field.name,
                "description": field.description,
                "unitText": field.unit,
            }
            for table in tables
            for field in table.fields
            if field.unit
        ],
    }


def state_facts(facts: Facts) -> dict[str, Any]:
    """Return what is said of the data in the words of schema.org, whatever holds it."""
    people = [
        {"@type": "Organization", "name": site.name, **_name_url(site.address)}
        for site in facts.sites
    ]
    terms = [
        {
            "@type": "CreativeWork",
            "name": f"Terms of {site.name}",
            "text": site.terms,
            **_name_url(site.terms_url),
        }
        for site in facts.sites
    ]
    unknown = {
        "@type": "CreativeWork",
        "name": "No licence is given: see the addresses of the rows",
    }
    return {
        "name": "versusdb",
        "alternateName": facts.title,
        "description": "Comparison pages of review sites, read into one database: entries, "
        "critics' quotes, scores and their history, each with the address it comes from.",
        "license": terms or [unknown],
        "creator": people or [{"@type": "Organization", "name": "versusdb"}],
        "datePublished": facts.observed.last_at,
        "temporalCoverage": f"{facts.observed.first_at}/{facts.observed.last_at}",
        "version": facts.version,
        "inLanguage": "en",
    }


def _name_url(address: str) -> dict[str, str]:
    return {"url": address} if address else {}


def _describe_file(file: File, description: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "description": description,
        "contentUrl": file.name,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": ENCODINGS.get(file.format, FORMATS[file.format]),
        "sha256": file.sha256,
    }


def _describe_records(table: Table) -> dict[str, Any]:
    # Parquet states its types, and its nulls.
    source = max(table.files, key=lambda file: file.format == "parquet")
    records: dict[str, Any] = {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "field": [_describe_field(field, table, source) for field in table.fields],
    }
    if table.key:
        records["key"] = [{"@id": f"{table.name}/{name}"} for name in table.key]
    return records


def _name_field(field: Field, table: Table) -> str:
    return f"{table.name}/{field.name}"


def _describe_field(field: Field, table: Table, source: File) -> dict[str, Any]:
    described: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": _name_field(field, table),
        "name": field.name,
        "description": field.description,
        "dataType": TYPES[field.type],
        "source": {"fileObject": {"@id": source.name}, "extract": {"column": field.name}},
    }
    if field.reference:
        key = f"{field.reference.table}/{field.reference.field}"
        # Not the bare key: mlcroissant, by which Croissant is read, fails on it.
        described["references"] = {"field": {"@id": key}}
    return described
