"""Command: describes a data set as a Data Package (https://datapackage.org, version 2).

Each view is a table as CSV, with its schema; the same as Parquet, and the database, are resources
beside it. These are no tables to a program that reads Data Packages, for hardly one can open them,
but Parquet has its schema here all the same.
"""

from __future__ import annotations

from typing import Any

from versusdb.data_set import FORMATS, DataSet, Field, File, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TYPES = {"integer": "integer", "text": "string", "time": "datetime", "date": "date"}

# A resource that is no table has no type; frictionless takes "parquet" for one all the same, and
# fails where it lacks what reads it.
FORMAT_NAMES = {"parquet": "apache-parquet"}


def describe_package(data: DataSet) -> dict[str, Any]:
    """Return what ``datapackage.json`` holds."""
    licenses = [
        {"title": f"{site.name}: {site.terms}", "path": site.terms_url}
        for site in data.sites
        if site.terms_url
    ]
    return {
        "$schema": PROFILE,
        "name": "versusdb",
        "title": data.facts.title,
        "description": "Comparison pages of review sites, read into one database: entries, "
        "critics' quotes, scores and their history, each with the address it comes from.",
        "version": data.version,
        "created": data.observed.last_at,
        "sources": [
            {
                "title": f"{site.name}: {site.attribution}",
                **({"path": site.address} if site.address else {}),
            }
            for site in data.sites
        ],
        # The profile takes no empty list.
        **({"licenses": licenses} if licenses else {}),
        "resources": [
            *(_describe_resource(table, file) for table in data.tables for file in table.files),
            {
                **_describe_file(data.database, "database"),
                "title": "All tables",
                "description": "SQLite; programs read the views whose names begin with v1_",
            },
        ],
    }


def _describe_resource(table: Table, file: File) -> dict[str, Any]:
    is_table = file.format == "csv"
    name = table.name if is_table else f"{table.name}_{file.format}"
    resource = {
        **_describe_file(file, name),
        "description": table.description,
        "schema": _describe_schema(table),
    }
    if is_table:
        resource |= {"type": "table", "encoding": "utf-8", "dialect": {"lineTerminator": "\r\n"}}
        resource["rows"] = table.rows
    return resource


def _describe_file(file: File, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "path": file.name,
        "format": FORMAT_NAMES.get(file.format, file.format),
        "mediatype": FORMATS[file.format],
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }


def _describe_schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_describe_field(field, table) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    references = [
        {
            "fields": [field.name],
            "reference": {"resource": field.reference.table, "fields": [field.reference.field]},
        }
        for field in table.fields
        if field.reference
    ]
    if references:
        schema["foreignKeys"] = references
    return schema


def _describe_field(field: Field, table: Table) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": TYPES[field.type],
        "description": field.description,
    }
    if field.unit:
        described["unit"] = field.unit
    if field.unit == "percent":
        described["constraints"] = {"minimum": 0, "maximum": 100}
    if field.name in table.key:
        described["constraints"] = {"required": True}
    return described
