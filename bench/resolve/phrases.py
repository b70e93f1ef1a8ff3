"""Bench: the parts of which invented entries are made: words of names, and pieces of sentences."""

from __future__ import annotations

import re
from typing import Final


def _split(text: str) -> tuple[str, ...]:
    """Return the pieces of a text that stand between bars, however its lines are broken."""
    return tuple(piece for each in text.split("|") if (piece := re.sub(r"\s+", " ", each.strip())))


ONSETS: Final = _split("b|br|c|cl|d|dr|f|fl|g|gr|h|j|k|l|m|n|p|pl|qu|r|s|st|t|tr|v|w|z|sk|th|sh")
VOWELS: Final = _split("a|e|i|o|u|ea|io|oo|ai|y")
CODAS: Final = _split("n|r|l|x|m|nd|rk|st|th|sk|ld|nt|ss")
NOUNS: Final = _split("""Agent|Studio|Code|Gateway|Search|Voice|Pipeline|Router|Review|Memory|Desk|
Canvas|Notes|Index|Bench|Guard|Flow|Chat|Vision|Scribe|Tutor|Relay|Sandbox|Ledger|Lens|Forms|Cache|
Trace|Board|Mail|Pilot|Graph|Vault|Speech|Sheets|Draft|Crawler|Prompt|Hub|Tasks|Planner|Clips|
Support|Docs|Radar|Builder|Runner|Translate|Audit|Library|Recorder|Shield|Schema|Mesh|Reader|Frame|
Kernel|Terminal|Dispatch|Atlas|Counsel|Harvest|Patrol|Console|Mixer|Compass|Beacon""")
VARIANTS: Final = _split("""Pro|Mini|Flash|Coder|Instruct|Lite|Max|Vision|Base|Enterprise|Nano|
Turbo|
Community|Ultra|Cloud|Preview""")
SIZES: Final = _split("7B|22B|3B|70B|1.5B|8x7B|34B|120B")
VERSIONS: Final = _split("2|3|2.0|1.5|4|v2|3.5|3.7|4.1|5|v3|2.5")
FORMS: Final = _split("""SDK|CLI|API|for VS Code|for JetBrains|Plugin|Desktop|for iOS|Self-Hosted|
Course|Toolkit|Connector""")
HEADLINES: Final = _split("""{vendor} {name}|{name}: {what}|{name}|{name} by {vendor}|
Introducing {name}|{vendor} releases {name}|{name} — {what}|{vendor}'s {name}|
{vendor} launches {name}""")

# What a tool is about: a category, and its things, each in two wordings.
TOPICS: Final = {
    category: tuple(_split(thing.replace(" / ", "|")) for thing in _split(things))
    for category, things in {
        "Developer Tools": """pull requests / code reviews|failing builds / broken pipelines|
            stack traces / error reports|old migrations / schema changes|flaky tests / unstable
            suites|
            shell history / past commands|pinned packages / locked versions|release notes /
            changelogs""",
        "Agents": """browser sessions / web tasks|long errands / multi-step jobs|tool calls /
            function calls|hand-offs between agents / delegated work|approval queues / sign-offs|
            scheduled runs / nightly jobs|task plans / to-do trees|retry budgets / spending caps""",
        "Audio & Voice": """phone calls / voice lines|meeting recordings / taped meetings|podcast
            edits / audio cuts|cloned voices / synthetic speakers|live captions / running subtitles|
            background noise / room hum|dubbed videos / translated speech|voice notes / memos""",
        "AI Models": """long contexts / very large prompts|open weights / downloadable checkpoints|
            low-rank adapters / fine-tunes|image inputs / picture prompts|structured output / JSON
            answers|local inference / running on a laptop|token costs / price per call|
            reasoning traces / step-by-step answers""",
        "Research": """papers / preprints|citations / references|lab notebooks / experiment logs|
            survey answers / interview notes|patents / prior art|protein tables / assay sheets|
            grant drafts / proposals|reading lists / literature reviews""",
        "Design": """icon sets / pictograms|brand kits / style guides|wireframes / screen sketches|
            product photos / packshots|slide decks / presentations|colour palettes / themes|
            vector files / outlines|interface copy / button labels""",
        "Data & Analytics": """dashboards / charts|messy spreadsheets / untidy tables|event streams
        /
            clickstreams|warehouse queries / SQL questions|forecasts / projections|duplicate
            records /
            double rows|survey exports / CSV dumps|metric definitions / KPIs""",
        "Customer Support": """support tickets / customer mails|refund requests / returns|help
            centres / knowledge bases|chat transcripts / conversations|escalations / angry threads|
            shift plans / rosters|satisfaction scores / ratings|canned replies / macros""",
        "Security": """leaked secrets / exposed keys|access rights / permissions|phishing mails /
        fake
            invoices|audit trails / access logs|prompt injections / hostile prompts|dependency
            alerts /
            known holes|incident reports / post-mortems|vendor questionnaires / compliance forms""",
        "Documents & Search": """scanned contracts / paper agreements|invoices / bills|company
        wikis /
            internal pages|archives of mail / old inboxes|handwritten forms / filled-in sheets|
            PDF tables / printed figures|meeting minutes / protocols|policy texts / handbooks""",
    }.items()
}
VERBS: Final = _split("""sorts|answers|summarises|watches over|rewrites|collects|compares|labels|
routes|replays|drafts|checks|cleans up|explains|tracks|files|finds|groups|condenses|translates|
guards|
tests|turns around|prepares|audits|searches|ranks|archives|repairs|annotates|links|schedules|scores|
merges|splits|outlines|records|queues|counts|simulates""")
MANNERS: Final = _split("""in one pass|before lunch|without an account|on your own machine|
from the command line|in the browser|while you sleep|for a whole team|with sources beside each
claim|
in forty languages|at a fixed price|behind your firewall|within seconds|from a shared inbox|
as a nightly job|under one key|with a person in the loop|by plain rules you can read|
straight from the editor|on a single card|over a phone line|from three examples|
with every step kept|and asks when unsure|without sending anything out|in the tools you have|
down to the last row|for less than a coffee a day|through one small binary|in plain words|
from any calendar|as soon as they arrive|with two clicks|at the edge|even offline|
between two meetings|without a line of code|on free hardware|at any hour|across all offices""")
OPENINGS: Final = _split("""{name} {verb} {thing} {manner}.|A small service that {verb} {thing}
{manner}.|{name} is a quiet assistant: it {verb} {thing} {manner}.|Built for {who}, {name} {verb}
{thing} {manner}.|{vendor} made it for {who}; it {verb} {thing} {manner}.|It {verb} {thing}
{manner},
and {who} stay in charge.|Think of {name} as a colleague that {verb} {thing} {manner}.|Give it
{thing}; {name} {verb} them {manner}.|The new {name} {verb} {thing} {manner}.|{name} by {vendor}
{verb} {thing} {manner}.|For {who} who live in {thing}: {name} {verb} them {manner}.|What {who} did
by
hand, {name} does: it {verb} {thing} {manner}.""")
AUDIENCES: Final = _split("""small teams|solo founders|field engineers|editors|analysts|teachers|
clinics|law offices|maintainers|operators on call|sales teams|people with too many tabs|
product managers|archivists|support crews|students|public offices|studios|journalists|accountants|
data stewards|night shifts|translators|recruiters|architects|museums|newsrooms|farm co-operatives|
game makers|librarians""")
CLOSINGS: Final = _split("""Runs are kept for a month.|It speaks to the usual trackers.|Nothing is
trained on your data.|An export is one click away.|The first workspace costs nothing.|Teams share
one
queue.|A local mode is promised for spring.|Setup takes about ten minutes.|Keys stay in your own
vault.|It comes with a dozen templates.|Every answer names its source.|Limits can be set per
person.|
The server is a single container.|Roles and sign-in come with the larger plan.|There are clients for
three languages.|A log shows each decision.|Old versions can be called for a year.|It learns house
rules from examples.|Reports arrive each Monday.|The model can be swapped.|Most of it works without
a
network.|Billing is by the minute.|Support answers within a day.|The code is open, the hosting is
not.|A trial needs no card.|Webhooks tell other systems.|Results can be pinned and compared.|It
falls
back to a smaller model under load.|Bulk jobs run at half the price.|A plug-in brings it to the
editor.""")
PRICES: Final = _split("""Free|$20/mo Pro; free tier|Open source (MIT)|Open source (Apache 2.0)|
$9/mo per seat|$0.40 / 1M input tokens|$49/mo, 14 days free|Enterprise, on request|Free for one
person; Team $12/mo|$0.006 per minute|Freemium|Self-hosted free; cloud from $29/mo|$99 a year|
Usage-based|$15/mo; students half|Open weights; hosted $0.20 / 1M tokens""")
