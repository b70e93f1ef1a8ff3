"""A data set describes itself: Data Package and Croissant say what its files hold."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from frictionless import validate

from db.exporting import list_views
from tests.published import make_database, publish
from versusdb.croissant import CONFORMS_TO

# The specification's tables of what a Dataset, a FileObject, a RecordSet and a Field must have.
REQUIRED = {
    "sc:Dataset": (
        "@context", "conformsTo", "name", "description", "license", "url", "creator",
        "datePublished", "distribution", "recordSet",
    ),
    "cr:FileObject": ("@id", "name", "contentUrl", "contentSize", "encodingFormat", "sha256"),
    "cr:RecordSet": ("@id", "name", "field"),
    "cr:Field": ("@id", "name", "dataType", "source"),
}  # fmt: skip
TYPES = {
    "int64": "sc:Integer", "string": "sc:Text", "timestamp[ms, tz=UTC]": "sc:DateTime",
    "date32[day]": "sc:Date",
}  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set of all formats."""
    folder = tmp_path_factory.mktemp("set")
    return publish(make_database(folder), folder / "out")


@pytest.fixture(scope="module")
def package(published: Path) -> dict[str, Any]:
    """The Data Package of the set."""
    found: dict[str, Any] = json.loads((published / "datapackage.json").read_text())
    return found


@pytest.fixture(scope="module")
def croissant(published: Path) -> dict[str, Any]:
    """The Croissant of the set."""
    found: dict[str, Any] = json.loads((published / "croissant.json").read_text())
    return found


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Yield all objects within a description but its context."""
    if isinstance(node, dict):
        yield node
        node = [value for key, value in node.items() if key != "@context"]
    if isinstance(node, list):
        for value in node:
            yield from walk(value)


def test_package_and_every_row_are_valid(published: Path) -> None:
    """Frictionless finds no error: profile, sizes, hashes, types, primary and foreign keys."""
    report = validate(str(published / "datapackage.json"))
    assert report.flatten(["name", "type", "message"]) == []
    assert report.stats["tasks"] == len(list(published.glob("v1_*"))) + 1


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("v1_quotes.csv", ',"Skeptic",', ',"Sceptic",', "hash-count"),
        ("v1_comparison_entries.csv", ',1,"e', ',1,"x', "foreign-key"),
        ("v1_runs.csv", "1,", "one,", "type-error"),
    ],
)
def test_package_that_is_wrong_is_found(
    published: Path, tmp_path: Path, name: str, old: str, new: str, error: str
) -> None:
    """The validation can fail: by a changed row, a key that leads nowhere, a word for a number."""
    folder = shutil.copytree(published, tmp_path / "copy")
    text = (folder / name).read_bytes().decode()
    assert old in text
    (folder / name).write_bytes(text.replace(old, new, 1).encode())
    report = validate(str(folder / "datapackage.json"))
    assert error in {kind for (kind,) in report.flatten(["type"])}


def test_package_describes_every_column(published: Path, package: dict[str, Any]) -> None:
    """Each view is a resource in both formats; each column has its words, those of the schema."""
    resources = {resource["path"]: resource for resource in package["resources"]}
    with closing(sqlite3.connect(published / "versus.db")) as connection:
        for view in list_views(connection):
            (sql,) = connection.execute(
                "SELECT sql FROM sqlite_master WHERE name = ?", (view.name,)
            ).fetchone()
            schemas = [resources[f"{view.name}.{kind}"]["schema"] for kind in ("csv", "parquet")]
            assert schemas[0] == schemas[1]
            fields = schemas[0]["fields"]
            assert [field["name"] for field in fields] == [column.name for column in view.columns]
            assert all(f"-- {field['description']}\n" in f"{sql}\n" for field in fields)
            assert all(field["description"] for field in fields)
    assert set(resources) - {"versus.db"} == {path.name for path in published.glob("v1_*")}


def test_package_keeps_to_the_profile(package: dict[str, Any]) -> None:
    """What frictionless lets pass and the profile of version 2 does not: types, empty lists."""
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    kinds = {(path["path"].rpartition(".")[2], path.get("type")) for path in package["resources"]}
    assert kinds == {("csv", "table"), ("parquet", None), ("db", None)}
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))
    assert not [value for node in walk(package) for value in node.values() if value in ([], None)]


def test_package_has_units_and_keys(package: dict[str, Any]) -> None:
    """Percentages say so, an entry is known by its id, and what names an entry refers to it."""
    schemas = {resource["name"]: resource.get("schema") for resource in package["resources"]}
    fields = {field["name"]: field for field in schemas["v1_entries"]["fields"]}
    assert fields["panel_ship_pct"]["unit"] == "percent"
    assert fields["panel_ship_pct"]["type"] == "integer"
    assert fields["first_seen_at"]["type"] == "datetime"
    assert schemas["v1_entries"]["primaryKey"] == ["entry_id"]
    references = {
        (name, key["fields"][0]): (key["reference"]["resource"], key["reference"]["fields"][0])
        for name, schema in schemas.items()
        for key in (schema or {}).get("foreignKeys", ())
        if not name.endswith("_parquet")
    }
    assert references["v1_comparisons", "entry_b_id"] == ("v1_entries", "entry_id")
    assert references["v1_entries", "tool_id"] == ("v1_tools", "tool_id")
    assert references["v1_issues", "run_id"] == ("v1_runs", "run_id")
    # The former id is one that no entry has.
    assert ("v1_entry_aliases", "old_entry_id") not in references


def test_sites_are_named_with_their_terms(
    package: dict[str, Any], croissant: dict[str, Any]
) -> None:
    """Both descriptions name the source, its terms and the time, and give no licence of ours."""
    (source,), (terms,) = package["sources"], package["licenses"]
    assert "ShipOrSkip panel review" in source["title"]
    assert terms["path"].startswith("https://shiporskip.io/")
    assert package["created"] == croissant["datePublished"] == "2026-05-02T12:00:00Z"
    assert croissant["license"][0]["url"] == terms["path"]
    assert "ShipOrSkip panel review" in croissant["citeAs"]


def test_croissant_has_what_the_specification_requires(croissant: dict[str, Any]) -> None:
    """Every object has the properties of its type; ids are unique, and references lead to them."""
    assert (croissant["@type"], croissant["conformsTo"]) == ("sc:Dataset", CONFORMS_TO)
    nodes = list(walk(croissant))
    for node in nodes:
        lacking = [name for name in REQUIRED.get(node.get("@type", ""), ()) if not node.get(name)]
        assert lacking == [], node
    ids = [node["@id"] for node in nodes if "@id" in node and len(node) > 1]
    assert len(ids) == len(set(ids)) > 100
    assert {node["@id"] for node in nodes if set(node) == {"@id"}} <= set(ids)
    context = croissant["@context"]
    used = {key for node in nodes for key in node if not key.startswith("@")}
    terms = {"recordSet", "field", "fileObject", "extract", "column", "key", "references", "citeAs"}
    assert terms <= used
    assert {context[term] for term in terms} == {f"cr:{term}" for term in terms}


def test_croissant_files_and_fields_are_those_of_the_set(
    published: Path, croissant: dict[str, Any]
) -> None:
    """Each file is there with its size and digest, each field is a column of that type."""
    files = {file["@id"]: file for file in croissant["distribution"]}
    for file in files.values():
        body = (published / file["contentUrl"]).read_bytes()
        assert file["contentSize"] == f"{len(body)} B"
        assert file["sha256"] == hashlib.sha256(body).hexdigest()
    for records in croissant["recordSet"]:
        schema = pyarrow.parquet.read_schema(published / f"{records['@id']}.parquet")
        held = {
            name: TYPES[str(kind)] for name, kind in zip(schema.names, schema.types, strict=True)
        }
        assert held == {field["name"]: field["dataType"] for field in records["field"]}
        for field in records["field"]:
            assert field["source"] == {
                "fileObject": {"@id": f"{records['@id']}.parquet"},
                "extract": {"column": field["name"]},
            }


def test_site_without_terms_is_named_in_every_description(tmp_path: Path) -> None:
    """Whoever takes the set reads whose words they are, be the terms known or not."""
    path = make_database(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM sites")
        connection.commit()
    published = publish(path, tmp_path / "out")
    readme = (published / "README.md").read_text()
    assert "- **shiporskip.io**. Terms unknown; ask before you quote at length.\n" in readme
    assert "of the row: shiporskip.io, observed up to" in readme
    croissant = json.loads((published / "croissant.json").read_text())
    assert croissant["creator"] == [{"@type": "Organization", "name": "shiporskip.io"}]
    package = json.loads((published / "datapackage.json").read_text())
    assert package["sources"] == [{"title": "shiporskip.io: shiporskip.io"}]
    assert "licenses" not in package
    assert validate(str(published / "datapackage.json")).valid
