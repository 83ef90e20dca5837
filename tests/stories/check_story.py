#!/usr/bin/env python3
"""Read a story with the real program and hold the record against what a careful reader takes from it.

    check_story.py STORY --tally build/dev/tally [--misses] [--raise]

STORY is a folder with report files, `gold.json` (the reader's rows) and `bar.json` ({"found": N, "traps": M}: what the
program is known to reach; it may only be raised, `--raise` does so). The program is run as a user runs it: `add` into a
fresh book, then `export json`. Exit 0 when the bar is met, 1 when it is not, 2 when the gold itself is broken.

What the rows mean is told in README.md beside this file.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation
from pathlib import Path

QUOTE_LIMIT = 400  # a claim whose quote is longer points at nothing
NOTHING_READ = 99  # traps walked into by a program that gave no record


class BrokenGold(Exception):
    """A row that can never be met: its words do not stand in its report."""


# Small questions -----------------------------------------------------------------------------------------------------


def options(wanted):
    """A row may name one answer or a list of answers that are as good."""
    return wanted if isinstance(wanted, list) else [wanted]


def is_number(found, wanted):
    if isinstance(wanted, list):
        return any(is_number(found, one) for one in wanted)
    if found is None or isinstance(found, bool):
        return False
    try:
        return Decimal(str(found)) == Decimal(str(wanted))
    except InvalidOperation:
        return False


def is_period(found, wanted):
    """2016-04-07 answers 2016-04; 2016~ answers 2016; 2016 does not answer 2016-04."""
    return any(found == w or (found and w and found.startswith((w + "-", w + "~"))) for w in options(wanted))


def words_in(value):
    """All words of a JSON value in one lower-case line."""
    if isinstance(value, dict):
        return " ".join(words_in(v) for v in value.values())
    if isinstance(value, list):
        return " ".join(words_in(v) for v in value)
    return "" if value is None else str(value).lower()


def says(value, wanted):
    """A null among several words answers where nothing is said."""
    words = words_in(value)
    return wanted is None or any(not words if w is None else w.lower() in words for w in options(wanted))


# The two sides -------------------------------------------------------------------------------------------------------


class Story:
    """Gold rows and the texts that they point into."""

    def __init__(self, folder):
        self.folder = folder
        self.gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        self.files = self.gold["documents"]
        self.text = {key: (folder / name).read_text(encoding="utf-8") for key, name in self.files.items()}
        for section, rows in self.gold.items():
            for row in rows if isinstance(rows, list) else []:
                if isinstance(row, dict) and "in" in row and not self.spans(row):
                    raise BrokenGold(f"{section}: {row['in']!r} does not stand in {self.files[row['doc']]}")

    def spans(self, row):
        text, words = self.text[row["doc"]], row["in"]
        starts = [i for i in range(len(text)) if text.startswith(words, i)]
        return [(start, start + len(words)) for start in starts]

    def rows(self, section):
        return self.gold.get(section, [])


class Record:
    """An exported record, looked up by the story's names for its reports."""

    def __init__(self, exported, story):
        self.story = story
        self.all = exported
        by_file = {document["file"]: document for document in exported["documents"]}
        self.document = {key: by_file.get(name) for key, name in story.files.items()}
        self.claim = {claim["id"]: claim for claim in exported["claims"]}

    def id_of(self, key):
        return (self.document[key] or {}).get("id")

    def claims_of(self, key, kinds):
        return [c for c in self.all["claims"] if c["document"] == self.id_of(key) and c["kind"] in kinds]

    def stands_at(self, claim, row):
        """Whether the claim's quote is verbatim, no longer than it may be, and meets the row's words."""
        quote = claim.get("quote") or {}
        start, end = quote.get("start", -1), quote.get("end", -1)
        if not 0 <= start < end <= start + QUOTE_LIMIT or self.story.text[row["doc"]][start:end] != quote.get("exact"):
            return False
        return any(start < row_end and row_start < end for row_start, row_end in self.story.spans(row))

    def claims_at(self, row, kinds):
        return [c for c in self.claims_of(row["doc"], kinds) if self.stands_at(c, row)]


# What answers a row --------------------------------------------------------------------------------------------------


def answers_figure(claim, row):
    value = claim.get("value") or {}
    return (all(is_number(value.get(key), row[key]) for key in ("best", "low", "high") if key in row)
            and all(found in options(row[key]) for key, found in
                    (("modifier", value.get("modifier")), ("unit", claim.get("unit"))) if key in row)
            and ("period" not in row or is_period(claim.get("period"), row["period"]))
            and says(claim.get("attribution"), row.get("said_by")) and says(claim.get("attribution"), row.get("told")))


def answers_change(claim, row):
    change = claim.get("change") or {}
    return (change.get("direction") == row["direction"]
            and all(is_number(change.get(key), row[key]) for key in ("percent", "by", "from", "to") if key in row)
            and ("period" not in row or is_period(claim.get("period"), row["period"]))
            and ("base" not in row or is_period(change.get("base_period"), row["base"])))


def answers_comparison(claim, row):
    comparison = claim.get("comparison") or {}
    return (comparison.get("sense") in options(row["sense"])
            and ("period" not in row or is_period(claim.get("period"), row["period"]))
            and ("since" not in row or is_period(comparison.get("since"), row["since"])))


def answers_statement(claim, row):
    who = [claim.get("speaker"), claim.get("attribution")]
    return all(says(who, row.get(key)) for key in ("speaker", "role", "of"))


def answers_absence(claim, row):
    who = [claim.get("speaker"), claim.get("attribution"), claim.get("status_by")]
    return says(who, row.get("by")) and ("period" not in row or is_period(claim.get("period"), row["period"]))


CLAIM_SECTIONS = {
    "figures": (answers_figure, {"figure"}),
    "changes": (answers_change, {"change"}),
    "comparisons": (answers_comparison, {"comparison", "change"}),
    "statements": (answers_statement, {"statement"}),
    "absences": (answers_absence, {"absence"}),
}


def answers_published(record, row):
    published = (record.document[row["doc"]] or {}).get("published") or {}
    basis = published.get("basis")
    return is_period(published.get("edtf"), row["edtf"]) and basis in options(row.get("how", basis))


def answers_point(points, period, wanted):
    if period == "latest":
        return any(is_number(p.get("best"), wanted) for p in points)
    for point in points:
        if point["period"] != period:
            continue
        if isinstance(wanted, dict):
            if point.get("modifier") == wanted["modifier"] and all(
                    is_number(point.get(key), wanted[key]) for key in ("best", "low", "high") if key in wanted):
                return True
        elif is_number(point.get("best"), wanted):
            return True
    return False


def answers_series(record, row):
    for series in record.all["series"]:
        told = {p["period"]: p.get("documents", 0) for p in series["points"]}
        if all(answers_point(series["points"], p, w) for p, w in row["points"].items()) and all(
                told.get(p, 0) >= 2 for p in row.get("two_sources", [])):
            return True
    return False


def event_answers(record, event, row):
    wanted = [record.id_of(key) for key in row.get("docs", [])]
    count = event.get("count") or {}
    parts = [part.get("best") for part in event.get("parts") or []]
    telling = any(row.get(key) for key in ("when", "where", "who", "count", "low", "high"))
    return (None not in wanted and set(wanted) <= set(event.get("documents") or [])
            and ("when" not in row or is_period(event.get("when"), row["when"]))
            and says(event.get("where"), row.get("where"))
            and says([event.get("who"), event.get("label")], row.get("who"))
            and all(is_number(count.get(key), row[name]) for name, key in
                    (("count", "best"), ("low", "low"), ("high", "high")) if name in row)
            and all(any(is_number(part, w) for part in parts) for w in row.get("parts", []))
            and ("status" not in row or event.get("status") in options(row["status"]))
            and says(event.get("status_by"), row.get("confirmed_by"))
            and (telling or says(event.get("label"), row["name"].split()[-1])))


def answers_event(record, row):
    return any(event_answers(record, event, row) for event in record.all["events"])


def numbers_of(claim):
    value, change = claim.get("value") or {}, claim.get("change") or {}
    return [value.get(k) for k in ("best", "low", "high")] + [change.get(k) for k in ("percent", "by", "from", "to")]


def answers_finding(record, row):
    here = {claim["id"] for claim in record.claims_at(row, {"figure", "change", "comparison", "event", "statement", "absence"})}
    for finding in record.all["findings"]:
        if finding["verdict"] not in options(row["verdict"]) or finding["claim"] not in here:
            continue
        rests_on = [finding["claim"], *(finding.get("against") or [])]
        numbers = [n for c in rests_on if c in record.claim for n in numbers_of(record.claim[c])]
        if all(any(is_number(n, wanted) for n in numbers) for wanted in row.get("against", [])):
            return True
    return False


RECORD_SECTIONS = {"published": answers_published, "series": answers_series, "events": answers_event, "findings": answers_finding}


def assign(rows, candidates):
    """Largest set of rows that each get a claim of their own (augmenting paths); the rows left out."""
    row_of = {}

    def place(row, seen):
        for claim in candidates[row]:
            if claim in seen:
                continue
            seen.add(claim)
            if claim not in row_of or place(row_of[claim], seen):
                row_of[claim] = row
                return True
        return False

    return [row for row in range(len(rows)) if not place(row, set())]


def find_misses(record, section):
    rows = record.story.rows(section)
    if section in RECORD_SECTIONS:
        return [row for row in rows if not RECORD_SECTIONS[section](record, row)]
    answers, kinds = CLAIM_SECTIONS[section]
    candidates = [[c["id"] for c in record.claims_at(row, kinds) if answers(c, row)] for row in rows]
    return [rows[i] for i in assign(rows, candidates)]


# Traps ---------------------------------------------------------------------------------------------------------------


def false_figures(record):
    """Rows of `not_figures` that the program took for figures."""
    walked_into = []
    for row in record.story.rows("not_figures"):
        values = [n for claim in record.claims_at(row, {"figure"}) for n in numbers_of(claim)[:3]]
        if any(is_number(n, wanted) for n in values for wanted in row["values"]):
            walked_into.append(row)
    return walked_into


def is_wanted(record, claim, rows):
    """Whether a figure claim answers one of the reader's rows (who says so aside)."""
    return any(record.stands_at(claim, row) and answers_figure(claim, {
        "modifier": (claim.get("value") or {}).get("modifier"), "unit": claim.get("unit"),
        **{key: value for key, value in row.items() if key not in ("said_by", "told")}}) for row in rows)


def surplus_figures(record, key):
    """Figure claims of a fully read report that no row holds; all of them where there are twice as many as rows."""
    rows = [row for row in record.story.rows("figures") + record.story.rows("also_figures") if row["doc"] == key]
    claims = record.claims_of(key, {"figure"})
    if len(claims) > 2 * len(rows):
        return claims
    return [claim for claim in claims if not is_wanted(record, claim, rows)]


def spring_traps(record):
    """(name, walked into, how many there were) of each kind of trap."""
    gold = record.story.gold
    traps = [("not figures", false_figures(record), len(record.story.rows("not_figures")))]
    for key in gold.get("figures_complete", []):
        extra = [[c.get("value"), c.get("unit"), c.get("period"), (c.get("quote") or {}).get("exact")]
                 for c in surplus_figures(record, key)]
        traps.append((f"only figures of {key}", extra, max(1, len(record.claims_of(key, {"figure"})))))
    if "fails_at_most" in gold:
        failing = [f["explanation"] for f in record.all["findings"] if f["verdict"] == "fails"]
        traps.append(("false alarms", [failing] if len(failing) > gold["fails_at_most"] else [], 1))
    return traps


# Running -------------------------------------------------------------------------------------------------------------


def export_record(tally, story):
    """The record of a fresh book, or None and why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        book = ["--book", str(Path(folder) / "story.db")]
        add = [tally, *book, "add", *(str(story.folder / name) for name in story.files.values())]
        for command in (add, [tally, *book, "export", "json"]):
            done = subprocess.run(command, capture_output=True, text=True, timeout=120)
            if done.returncode != 0:
                return None, f"{' '.join(command[3:5])} ended with {done.returncode}: {done.stderr.strip()[:300]}"
    exported = json.loads(done.stdout)
    if exported.get("format") != "tally-record/1":
        return None, "what was exported is no tally-record/1"
    return exported, ""


def judge(record, show_misses):
    """Prints a line a section; returns (found, wanted, traps avoided, traps)."""
    found = wanted = avoided = size = 0
    for section in ("published", "series", "figures", "changes", "comparisons", "events", "statements", "absences", "findings"):
        rows, misses = record.story.rows(section), find_misses(record, section)
        found, wanted = found + len(rows) - len(misses), wanted + len(rows)
        print(f"{section:20} {len(rows) - len(misses):3} / {len(rows)}")
        for row in misses if show_misses else []:
            print("    missed   " + json.dumps(row, ensure_ascii=False))
    for name, walked_into, of in spring_traps(record):
        avoided, size = avoided + of - len(walked_into), size + of
        print(f"{name:20} {of - len(walked_into):3} / {of} avoided")
        for what in walked_into if show_misses else []:
            print("    walked   " + json.dumps(what, ensure_ascii=False))
    print(f"{found} of {wanted} found, {avoided} of {size} traps avoided")
    return found, wanted, avoided, size


def hold_against_bar(path, found, walked_into, raise_it):
    """The bar: at least so many rows found, at most so many traps walked into. Only ever raised."""
    bar = json.loads(path.read_text(encoding="utf-8"))
    met = found >= bar["found"] and walked_into <= bar["traps_walked_into"]
    better = found > bar["found"] or walked_into < bar["traps_walked_into"]
    if met and better and raise_it:
        path.write_text(json.dumps({"found": found, "traps_walked_into": walked_into}) + "\n", encoding="utf-8")
        print(f"bar raised to {found} found, {walked_into} traps walked into")
    elif met and better:
        print(f"above its bar ({bar['found']} found, {bar['traps_walked_into']} traps walked into): raise it with --raise")
    elif not met:
        print(f"BELOW ITS BAR: {bar['found']} found, at most {bar['traps_walked_into']} traps walked into")
    return met


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("story", type=Path)
    parser.add_argument("--tally", required=True, help="the program")
    parser.add_argument("--misses", action="store_true", help="print every row missed and every trap walked into")
    parser.add_argument("--raise", dest="raise_it", action="store_true", help="raise the bar to what was reached")
    wish = parser.parse_args()
    try:
        story = Story(wish.story)
    except (BrokenGold, KeyError, OSError, ValueError) as broken:
        print(f"{wish.story}/gold.json: {broken}", file=sys.stderr)
        return 2
    exported, why_not = export_record(wish.tally, story)
    if exported is None:
        print(f"no record: {why_not}")
        found, walked_into = 0, NOTHING_READ
    else:
        found, _, avoided, size = judge(Record(exported, story), wish.misses)
        walked_into = size - avoided
    return 0 if hold_against_bar(wish.story / "bar.json", found, walked_into, wish.raise_it) else 1


if __name__ == "__main__":
    sys.exit(main())
