-- Load: the contract. Names, columns and meanings of the v1_ views hold; new columns only at
-- the end of a view. The comment after the bracket describes the view, the one after a column
-- the column; Datasette and the data set's description show these words.

CREATE VIEW v1_tools ( -- Real tools: one or more entries that were judged to be the same thing
    tool_id, -- Text id: the entry_id of its leading entry
    name, -- Name of the leading entry
    entry_count, -- How many entries are this tool
    comparison_count, -- On how many comparisons any of them stands
    quote_count, -- How many critics' quotes speak of any of them
    panel_ship_pct_min, -- Lowest share of the panel that says ship among its entries, in percent
    panel_ship_pct_max, -- Highest share of the panel that says ship among its entries, in percent
    first_seen_at, -- When any of its entries was first observed (UTC)
    last_seen_at -- When any of its entries was last observed (UTC)
) AS
SELECT
    leading.key,
    leading.name,
    count(*),
    (
        SELECT count(DISTINCT placed.comparison_id)
        FROM entries AS member
        JOIN comparison_entries AS placed ON placed.entry_id = member.entry_id
        WHERE member.entry_id = leading.entry_id OR member.tool_id = leading.entry_id
    ),
    (
        SELECT count(*)
        FROM entries AS member
        JOIN quotes ON quotes.entry_id = member.entry_id
        WHERE member.entry_id = leading.entry_id OR member.tool_id = leading.entry_id
    ),
    min(entries.panel_ship_pct),
    max(entries.panel_ship_pct),
    min(entries.first_seen_at),
    max(entries.last_seen_at)
FROM entries
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id)
GROUP BY leading.entry_id;

CREATE VIEW v1_entries ( -- What a site lists: one row for each slug of a site, with its current values
    entry_id, -- Text id computed from site and slug, or from site, name and tagline without a slug
    tool_id, -- The tool it belongs to
    site, -- Host of the site that lists it
    slug, -- The site's own key; null where no page showed one
    name, -- Name as the site prints it
    category, -- The site's category; an open vocabulary that drifts
    tagline, -- The one-line description on its card
    description, -- The paragraph on its card
    verdict, -- ship, mixed or skip: the panel's badge
    panel_ship_pct, -- Share of the panel that says ship, in percent
    ship_votes, -- How many critics say ship
    skip_votes, -- How many critics say skip
    community_ship_pct, -- Share of the community that says ship, in percent; null without votes
    community_votes, -- How many community votes there are; null where none were shown
    entry_price, -- The card's word for what starting costs, such as Free or Paid
    pricing, -- The site's free text on prices
    source_url, -- The address to cite: the one the site asks for, else the smallest that shows it
    comparison_count, -- On how many comparisons it stands
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at, -- When it was last observed (UTC)
    derived, -- JSON list of the fields that a rule computed and no page stated
    homepage_url, -- The tool's own address
    reviewed_on, -- The day of the site's review
    valid_to -- When every page that showed it had stopped to; null while any still does
) AS
SELECT
    entries.key,
    leading.key,
    entries.site,
    entries.slug,
    entries.name,
    entries.category,
    entries.tagline,
    entries.description,
    entries.verdict,
    entries.panel_ship_pct,
    entries.ship_votes,
    entries.skip_votes,
    entries.community_ship_pct,
    entries.community_votes,
    entries.entry_price,
    entries.pricing,
    coalesce(replace(sites.citation, '{slug}', entries.slug), entries.page_url),
    (SELECT count(*) FROM comparison_entries WHERE comparison_entries.entry_id = entries.entry_id),
    entries.first_seen_at,
    entries.last_seen_at,
    entries.derived,
    entries.homepage_url,
    entries.reviewed_on,
    NULL -- a page is known by its entries, so none stops showing one and is the same page
FROM entries
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id)
LEFT JOIN sites ON sites.site = entries.site;

CREATE VIEW v1_comparisons ( -- Pages that set tools side by side
    comparison_id, -- Text id computed from the site and its entries in page order
    site, -- Host of the site
    url, -- Canonical address; null where only an extract without one was read
    title, -- Title as the page prints it
    entry_a_id, -- The entry in position 1
    entry_b_id, -- The entry in position 2
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at -- When it was last observed (UTC)
) AS
SELECT
    comparisons.key,
    comparisons.site,
    comparisons.url,
    comparisons.title,
    first_entry.key,
    second_entry.key,
    comparisons.first_seen_at,
    comparisons.last_seen_at
FROM comparisons
JOIN comparison_entries AS first_place
    ON first_place.comparison_id = comparisons.comparison_id AND first_place.position = 1
JOIN entries AS first_entry ON first_entry.entry_id = first_place.entry_id
JOIN comparison_entries AS second_place
    ON second_place.comparison_id = comparisons.comparison_id AND second_place.position = 2
JOIN entries AS second_entry ON second_entry.entry_id = second_place.entry_id;

CREATE VIEW v1_comparison_entries ( -- Which entry stands in which place of a comparison
    comparison_id, -- The comparison
    position, -- Place on the page, from 1
    entry_id -- The entry that stands there
) AS
SELECT comparisons.key, comparison_entries.position, entries.key
FROM comparison_entries
JOIN comparisons ON comparisons.comparison_id = comparison_entries.comparison_id
JOIN entries ON entries.entry_id = comparison_entries.entry_id;

CREATE VIEW v1_quotes ( -- Critics' words on an entry, each once
    quote_id, -- Text id computed from the entry and the words
    entry_id, -- The entry the quote speaks of
    reviewer, -- The critic's name; null where the page printed none
    seat, -- The critic's row in the scorecard, from 1
    score, -- The critic's score out of 100
    verdict, -- ship or skip, as the critic said
    text, -- The words; they belong to the site, so cite source_url
    sighting_count, -- In how many snapshots it was seen
    source_url, -- The address to cite
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at, -- When it was last observed (UTC)
    valid_from, -- From when it is known to stand on the site (UTC)
    valid_to -- When every page that showed it had stopped to; null while any still does
) AS
SELECT
    quotes.key,
    entries.key,
    quotes.reviewer,
    quotes.seat,
    quotes.score,
    quotes.verdict,
    quotes.text,
    (SELECT count(*) FROM quote_sightings WHERE quote_sightings.quote_id = quotes.quote_id),
    coalesce(replace(sites.citation, '{slug}', entries.slug), quotes.page_url),
    quotes.first_seen_at,
    quotes.last_seen_at,
    quotes.first_seen_at,
    quotes.valid_to
FROM quotes
JOIN entries ON entries.entry_id = quotes.entry_id
LEFT JOIN sites ON sites.site = entries.site;

CREATE VIEW v1_entry_history ( -- What an entry said from when to when
    entry_id, -- The entry
    name, -- Name in that time
    category, -- Category in that time
    tagline, -- Tagline in that time
    verdict, -- ship, mixed or skip in that time
    panel_ship_pct, -- Share of the panel that says ship in that time, in percent
    ship_votes, -- Critics who say ship in that time
    skip_votes, -- Critics who say skip in that time
    community_ship_pct, -- Share of the community that says ship in that time, in percent
    community_votes, -- Community votes in that time
    entry_price, -- What starting costs in that time
    pricing, -- Prices in that time
    valid_from, -- First observation of these values (UTC)
    valid_to, -- First observation of the next values; null for the current ones
    run_id, -- The run that read them first
    description, -- Description in that time
    derived -- JSON list of the fields that a rule computed
) AS
SELECT
    entries.key,
    entry_versions.name,
    entry_versions.category,
    entry_versions.tagline,
    entry_versions.verdict,
    entry_versions.panel_ship_pct,
    entry_versions.ship_votes,
    entry_versions.skip_votes,
    entry_versions.community_ship_pct,
    entry_versions.community_votes,
    entry_versions.entry_price,
    entry_versions.pricing,
    entry_versions.valid_from,
    entry_versions.valid_to,
    entry_versions.run_id,
    entry_versions.description,
    entry_versions.derived
FROM entry_versions
JOIN entries ON entries.entry_id = entry_versions.entry_id;

CREATE VIEW v1_quote_history ( -- What was said of a quote from when to when
    quote_id, -- The quote
    reviewer, -- The critic's name in that time
    seat, -- The critic's row in that time
    score, -- The score in that time
    verdict, -- ship or skip in that time
    valid_from, -- First observation of these values (UTC)
    valid_to, -- When they ended; null for the current ones
    run_id -- The run that read them first
) AS
SELECT
    quotes.key,
    quote_versions.reviewer,
    quote_versions.seat,
    quote_versions.score,
    quote_versions.verdict,
    quote_versions.valid_from,
    quote_versions.valid_to,
    quote_versions.run_id
FROM quote_versions
JOIN quotes ON quotes.quote_id = quote_versions.quote_id;

CREATE VIEW v1_snapshots ( -- Pages as they were received; their bytes are in the archive file
    snapshot_id, -- Text id computed from address, time and digest
    sha256, -- SHA-256 of the bytes
    url, -- Canonical address; null where none is known
    site, -- Host of the site it is read as
    observed_at, -- When it was observed (UTC)
    status, -- HTTP status; null for a local file
    kind -- comparison, tool or unknown
) AS
SELECT key, sha256, url, site, observed_at, status, kind
FROM snapshots;

CREATE VIEW v1_sightings ( -- Which snapshot showed which entry or quote, and where on the page
    snapshot_id, -- The snapshot
    subject, -- entry or quote
    subject_id, -- The entry_id or quote_id
    place, -- Index of the text block it was read from
    valid_from, -- When the page was observed to show it (UTC)
    valid_to -- When the same page was first observed without it; null while it shows it
) AS
SELECT
    snapshots.key, 'entry', entries.key, card_sightings.place,
    snapshots.observed_at, NULL
FROM card_sightings
JOIN snapshots ON snapshots.snapshot_id = card_sightings.snapshot_id
JOIN cards ON cards.card_id = card_sightings.card_id
JOIN entries ON entries.entry_id = cards.entry_id
UNION ALL
SELECT
    snapshots.key, 'quote', quotes.key, quote_sightings.place,
    snapshots.observed_at, quote_sightings.valid_to
FROM quote_sightings
JOIN snapshots ON snapshots.snapshot_id = quote_sightings.snapshot_id
JOIN quotes ON quotes.quote_id = quote_sightings.quote_id;

CREATE VIEW v1_runs ( -- The ledger: every run that wrote, and what it counted; null means not tracked
    run_id, -- Rising number
    command, -- The command that ran
    status, -- running, clean, issues, failed, stopped by a signal, or killed
    started_at, -- When it began (UTC)
    finished_at, -- When it ended (UTC); null while it runs or if it was killed
    pages_seen, -- Pages and files it was given or found
    pages_fetched, -- New snapshots it archived
    pages_unchanged, -- Snapshots that were already read
    pages_failed, -- Pages it could not fetch or read
    entries_added, -- Entries seen for the first time
    entries_changed, -- Entries with a new version
    quotes_added, -- Quotes seen for the first time
    issues, -- Issues it met
    entries_ended, -- Entries that no page shows any more
    quotes_ended, -- Quotes that no page shows any more
    code_version, -- Version of versusdb
    reader_version -- Digest of the reader's code
) AS
SELECT
    run_id, command, status, started_at, finished_at, pages_seen, pages_fetched, pages_unchanged,
    pages_failed, entries_added, entries_changed, quotes_added, issues, entries_ended,
    quotes_ended, code_version, reader_version
FROM runs;

CREATE VIEW v1_issues ( -- What could not be fetched or read
    issue_id, -- Text id computed from stage, code, page and field
    run_id, -- The run that first saw it
    stage, -- fetch, parse or load
    code, -- Short name of the kind of issue
    url, -- Address of the page; null for a local file
    field, -- Field of the record it is about; empty for the whole page
    message, -- What happened, in one line
    first_seen_at, -- When it was first seen (UTC)
    last_seen_at, -- When it was last seen (UTC)
    resolved_at, -- When the page was next observed without it (UTC); null while open
    expected, -- What should have stood there
    found, -- What stood there
    snapshot_sha256 -- Digest of the bytes it was found in
) AS
SELECT
    key, run_id, stage, code, url, field, message, first_seen_at, last_seen_at, resolved_at,
    expected, found, snapshot_sha256
FROM issues;

CREATE VIEW v1_merge_queue ( -- Pairs of entries that may be one tool and wait for a person's word
    entry_a_id, -- One entry
    entry_b_id, -- The other entry
    score, -- How much speaks for it, in thousandths
    reason, -- Why it was not decided without a person
    name_a, -- Name of the one
    name_b, -- Name of the other
    evidence -- JSON: what speaks for and against
) AS
SELECT
    entry_a.key, entry_b.key, merge_candidates.score, merge_candidates.reason,
    entry_a.name, entry_b.name, merge_candidates.evidence
FROM merge_candidates
JOIN entries AS entry_a ON entry_a.entry_id = merge_candidates.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = merge_candidates.entry_b_id;

CREATE VIEW v1_entry_aliases ( -- Former ids of entries whose slug became known later
    old_entry_id, -- The id it had
    entry_id -- The id it has
) AS
SELECT entry_aliases.old_key, entries.key
FROM entry_aliases
JOIN entries ON entries.entry_id = entry_aliases.entry_id;

CREATE VIEW v1_sites ( -- The sites that are read, and how they ask to be cited
    site, -- Host
    name, -- Name of the publication
    attribution, -- The words to name it by
    terms, -- What it allows, in one sentence
    terms_url, -- Its own page on that
    citation -- Address a tool is cited by, with {slug} in it
) AS
SELECT site, name, attribution, terms, terms_url, citation
FROM sites
WHERE EXISTS (SELECT 1 FROM snapshots WHERE snapshots.site = sites.site);
