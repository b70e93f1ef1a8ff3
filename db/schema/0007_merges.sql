-- Schema 7: pairs that only other pairs join are told from those that the rule joins.

DROP VIEW v1_merges;

CREATE VIEW v1_merges ( -- Pairs of entries that are one tool, and what says so
    entry_a_id, -- One entry
    entry_b_id, -- The other entry
    tool_id, -- The tool that both belong to
    decided_by, -- rule, operator where a person has said so, or chain where other pairs join them
    rule, -- The rule that joined them; null where a person did, or a chain of other pairs does
    score, -- How much speaks for it, in thousandths; null where they were never compared
    evidence -- JSON object: what speaks for it, and what against it
) AS
SELECT
    entry_a.key, entry_b.key, leading.key, 'operator', NULL, pairs.score, decisions.evidence
FROM verdicts
JOIN decisions ON decisions.decision_id = verdicts.decision_id
JOIN entries AS entry_a ON entry_a.entry_id = verdicts.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = verdicts.entry_b_id
JOIN entries AS leading ON leading.entry_id = coalesce(entry_a.tool_id, entry_a.entry_id)
LEFT JOIN pairs ON pairs.entry_a_id = entry_a.entry_id AND pairs.entry_b_id = entry_b.entry_id
WHERE verdicts.word = 'same'
    -- Else another word overrules it.
    AND leading.entry_id = coalesce(entry_b.tool_id, entry_b.entry_id)
    AND NOT EXISTS (
        SELECT 1 FROM verdicts AS later
        WHERE later.entry_a_id = verdicts.entry_a_id AND later.entry_b_id = verdicts.entry_b_id
            AND later.word = 'same' AND later.decision_id > verdicts.decision_id
    )
UNION ALL
SELECT
    entry_a.key, entry_b.key, leading.key, iif(pairs.rule IS NULL, 'chain', 'rule'), pairs.rule,
    pairs.score, pairs.evidence
FROM pairs
JOIN entries AS entry_a ON entry_a.entry_id = pairs.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = pairs.entry_b_id
JOIN entries AS leading ON leading.entry_id = coalesce(entry_a.tool_id, entry_a.entry_id)
WHERE pairs.outcome = 'merged' AND NOT EXISTS (
    SELECT 1 FROM verdicts
    WHERE verdicts.entry_a_id = pairs.entry_a_id AND verdicts.entry_b_id = pairs.entry_b_id
        AND verdicts.word = 'same'
);
