"""Command: writes the README of a data set: whose words are in it, on what terms, and from when."""

from __future__ import annotations

from publish.describing import Site
from versusdb.data_set import BUNDLE, COMMAND, DataSet, Facts

TEXT = """\
# {title}

What comparison pages of review sites say of tools: entries, scores, critics' quotes and their
history, each with the address it comes from. Made by versusdb {code_version}.

## From when it is

Everything here was observed from {first} to {last}. {run}
The times are UTC; the version of this set is {version}.

## Whose words these are

{sites}

**Licence.** None is given with this set. Names, taglines, descriptions and critics' quotes are
words of the sites they come from, and stand outside any licence of ours; what may be done with
them is for those sites to say. Each row carries its source: `source_url` where it has one, else
the entry, quote or snapshot that it names.

**How to cite.** {citation}

## What is in it

| file | what it is |
| --- | --- |
{files}

Null is what was not observed; it never means none, and never gone. In CSV a null is an empty field
without quotation marks, and an empty text is `""`. A fact whose `valid_to` is null still stood on
the site when its page was last observed. Ids are texts that are computed from what a thing is, and
are the same in every set.

| view | rows | what a row is |
| --- | ---: | --- |
{tables}

What each column means stands in `datapackage.json`, in `croissant.json`, and in the database
itself: `SELECT sql FROM sqlite_master WHERE type = 'view'`.

## In a browser

With Python 3.11 or later and [Datasette](https://datasette.io/), in this folder:

```
pip install '{datasette}'
{command}
```

Then open http://127.0.0.1:8001/. Nothing is written, neither into the database nor beside it, and
nobody can write through it. Whoever takes a newer set starts it again.
"""
DATASETTE = "datasette>=0.65.5,<1"
FILES = {
    "versus.db": "all of it as one SQLite file; programs read the views `v1_…`, "
    "whose names, columns and meanings hold",
    "v1_….parquet": "each view as Parquet, with types",
    "v1_….csv": "each view as CSV (RFC 4180, UTF-8)",
    "datapackage.json": "what every column means, as a Data Package",
    "croissant.json": "the same as Croissant",
    f"{BUNDLE}/": "what shows it all in a browser, with Datasette",
    "SHA256SUMS": "checksums: `sha256sum -c SHA256SUMS`",
}


def write_readme(data: DataSet) -> str:
    """Return the text of the README."""
    formats = {file.format for table in data.tables for file in table.files}
    files = [
        f"| `{name}` | {text} |"
        for name, text in FILES.items()
        if not name.startswith("v1_") or name.rpartition(".")[2] in formats
    ]
    return TEXT.format(
        title=data.facts.title,
        code_version=data.run.code_version,
        first=data.observed.first_at,
        last=data.observed.last_at,
        run=_describe_run(data),
        version=data.version,
        sites=_describe_sites(data),
        citation=write_citation(data.facts),
        datasette=DATASETTE,
        command=COMMAND,
        files="\n".join(files),
        tables="\n".join(
            f"| `{table.name}` | {table.rows:,} | {_escape(table.description)} |"
            for table in data.tables
        ),
    )


def write_citation(facts: Facts) -> str:
    """Return how to name the source of a fact, and this set."""
    names = "; ".join(
        f"{site.attribution} ({site.site})" if site.address else site.site for site in facts.sites
    )
    whose = f"{names}, " if names else ""
    return (
        f"Name the site and the address of the row: {whose}observed up to "
        f"{facts.observed.last_at}, read by versusdb (data set {facts.version})."
    )


def _describe_run(data: DataSet) -> str:
    run = data.run
    ended = f"ended {run.finished_at} ({run.status})"
    if run.finished_at is None:
        ended = "was at work at that time" if run.status == "running" else "was cut off"
    return f"The last run in it is number {run.run_id} (`{run.command}`), which {ended}."


def _describe_sites(data: DataSet) -> str:
    if not data.sites:
        return "Of none of the sites it was read from is it known how they ask to be named."
    return "\n".join(map(_describe_site, data.sites))


def _describe_site(site: Site) -> str:
    name = f"**{_escape(site.name)}**"
    if not site.terms_url:
        return f"- {name}. {_escape(site.terms)}"
    return (
        f"- {name} ({site.address}). Attribution: “{_escape(site.attribution)}”. "
        f"Terms: {_escape(site.terms)} See <{site.terms_url}>."
    )


def _escape(text: str) -> str:
    """Return a text that ends no cell of a table."""
    return " ".join(text.replace("|", "\\|").split())
