"""Each word of the resolver's list does what its line says, and nothing does without the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from db.resolving.facts import Named, Word, read_name, read_variants
from db.resolving.tokens import make_singular, split_words
from db.resolving.words import KINDS, Line, Words, load_words, read_lines

WORDS = load_words()
LINES = WORDS.lines
SPELLED = [
    pytest.param(line, spelling, id=f"{line.number} {spelling}")
    for line in LINES
    for spelling in line.spellings
]
# What these count they count only behind a number.
COUNTED = {("short", "hr"), ("generic", "agent"), ("generic", "agents"), ("filler", "in")}
OF_ONE_FAMILY = [line for line in LINES if line.kind == "variant" and line.of]
GOOD = "vendor | acme | | | Acme Desk\n"


def leave_out(line: Line) -> Words:
    """Return the list as it is without a line."""
    return Words([other for other in LINES if other is not line])


def write_example(line: Line, spelling: str) -> str:
    """Return the example of a line with the word in another spelling."""
    example = split_words(line.example)
    found = [
        (len(words), start)
        for words in map(split_words, line.spellings)
        for start in range(len(example))
        if example[start : start + len(words)] == words
    ]
    assert found, f"the example shows no spelling: {line.example}"
    length, start = max(found)
    return " ".join((*example[:start], spelling, *example[start + length :]))


def is_said(line: Line, spelling: str, named: Named) -> bool:
    """Tell whether a name says what the line says of it."""
    compact = line.value.replace(" ", "")
    texts = [word.text for word in named.words]
    stated = line.value in named.facts.get(line.kind, ())
    match line.kind:
        case "vendor":
            return stated and compact in named.makers and compact not in texts
        case "family":
            makers = named.facts.get("vendor", ())
            return stated and (not line.of or line.of in makers) and compact in texts
        case "variant" | "edition" | "form":
            return stated and Word(compact, 2, line.kind) in named.words
        case "size":
            sizes = named.facts.get("size", ())
            return any(size.endswith(line.value) for size in sizes) and "version" not in named.facts
        case "unit":
            numbers = [word for word in named.words if word.text[0].isdigit()]
            is_counted = [(word.weight, word.kind) for word in numbers] == [(1, "")]
            return is_counted and "version" not in named.facts
        case "short":
            return Word(compact, 3, "short") in named.words
        case "generic":
            return Word(compact, 1, "generic") in named.words
        case "filler":
            return not {make_singular(word) for word in split_words(spelling)} & set(texts)
        case _:
            raise AssertionError(f"no rule of the tests for {line.kind}")


@pytest.mark.parametrize(("line", "spelling"), SPELLED)
def test_a_line_does_what_its_kind_says(line: Line, spelling: str) -> None:
    """The example, in each spelling, is read as the kind says, and without the line it is not."""
    example = write_example(line, spelling)
    assert is_said(line, spelling, read_name(example, WORDS)), read_name(example, WORDS)
    assert not is_said(line, spelling, read_name(example, leave_out(line)))


def test_a_unit_is_one_behind_a_number_only() -> None:
    """A word of two kinds counts something behind a number, and is the other elsewhere."""
    kinds: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for line in LINES:
        for spelling in line.spellings:
            kinds.setdefault(tuple(split_words(spelling)), []).append((line.kind, spelling))
    assert {second for _, *others in kinds.values() for second in others} == COUNTED
    assert read_name("HR Desk", WORDS).words[0] == Word("hr", 3, "short")
    assert read_name("24 HR Desk", WORDS).words[1] == Word("hour", 1, "unit")
    assert [word.text for word in read_name("Forge in Hand", WORDS).words] == ["forge", "hand"]


@pytest.mark.parametrize("line", OF_ONE_FAMILY, ids=lambda line: f"{line.number} {line.value}")
def test_a_variant_of_one_family_is_read_in_taglines(line: Line) -> None:
    """A variant that only one family has is found in a text, and no other variant is."""
    said = f"A large and fast tool on {line.example}, mini in all but name"
    assert list(read_variants(said, WORDS)) == [(line.value, line.of)]
    assert list(read_variants(said, leave_out(line))) == []


def test_families_and_makers_that_a_line_names_are_listed() -> None:
    """What stands under `of` is a line's own value, so that both mean one maker or one family."""
    values = {kind: {line.value for line in LINES if line.kind == kind} for kind in KINDS}
    named = {"family": "vendor", "variant": "family"}
    for line in LINES:
        if line.of and line.kind != "size":
            assert line.of in values[named[line.kind]], line


def test_no_spelling_stands_twice_under_one_kind() -> None:
    """Of two lines for one word, or two spellings of the same words, one would do nothing."""
    spelled = Counter(
        (line.kind, *split_words(spelling)) for line in LINES for spelling in line.spellings
    )
    assert [words for words, count in spelled.items() if count > 1] == []


def test_the_list_is_sorted() -> None:
    """Kinds stand in the order in which they are told, words in that of the alphabet."""
    assert [*dict.fromkeys(line.kind for line in LINES)] == list(KINDS)
    order = [(KINDS.index(line.kind), line.value) for line in LINES]
    assert order == sorted(order)


def test_a_line_is_read_cell_by_cell() -> None:
    """Comments and empty lines are left out, and a number is that of the row in the file."""
    text = f"# kind | value\n\n{GOOD}family | roe | ro e, r.o.e | acme | Roe 2\n"
    assert read_lines(text) == [
        Line(3, "vendor", "acme", ("acme",), "", "Acme Desk"),
        Line(4, "family", "roe", ("roe", "ro e", "r.o.e"), "acme", "Roe 2"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "maker | acme | | | Acme Desk",
        "Vendor | acme | | | Acme Desk",
        " | acme | | | Acme Desk",
        "vendor | acme | | Acme Desk",
        "vendor | acme | | | Acme | Desk",
        "vendor | | acme | | Acme Desk",
        "vendor | acme | | |",
        "acme",
        "   ",
        " # a comment",
    ],
)
def test_a_broken_line_is_refused_with_its_number(row: str) -> None:
    """An unknown kind, a cell too few or too many, no word or no example: the line is named."""
    assert len(read_lines(GOOD)) == 1
    with pytest.raises(ValueError, match=r"^words\.txt, line 3: .*, got '"):
        read_lines(f"{GOOD}\n{row}\n{GOOD}")


def find_all(words: Words, text: str) -> Iterator[tuple[int, list[str]]]:
    tokens = split_words(text)
    for start in range(len(tokens)):
        length, lines = words.find(tokens, start)
        yield length, [f"{kind} {line.value}" for kind, line in lines.items()]


def test_the_longest_run_of_words_is_found() -> None:
    """Of runs that begin at one word the longest counts, and it does not reach past the end."""
    words = Words(
        read_lines(
            "family | code roe | | | Code Roe\nfamily | roe | | | Roe\n"
            "unit | code | | | 2 Code\nform | code roe kit | | | Code Roe Kit\n"
        )
    )
    assert words.longest == 3
    assert list(find_all(words, "My Code Roe")) == [
        (1, []), (2, ["family code roe"]), (1, ["family roe"])
    ]  # fmt: skip
    assert next(find_all(words, "Code-Roe Kit 2")) == (3, ["form code roe kit"])
    assert next(find_all(words, "Code Kit")) == (1, ["unit code"])
