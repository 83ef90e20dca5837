#!/usr/bin/env python3
"""Hold the record of the seed reports against their gold, where both lie beside the project.

    check_seeds.py --tally build/dev/tally --shared ../shared

Adds the two reports in SHARED/seeds to a fresh book, exports the record and hands it to SHARED/gold/check_record.py.
Exit 0 when what it found meets seeds_bar.json, 1 when not, 77 (skipped, said aloud) where SHARED does not stand beside
the project.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from check_story import NOTHING_READ, hold_against_bar

SKIPPED = 77


def run_tally(tally, book, *words):
    return subprocess.run([tally, "--book", book, *words], capture_output=True, text=True, timeout=120)


def export_seeds(tally, seeds):
    with tempfile.TemporaryDirectory() as folder:
        book = str(Path(folder) / "seeds.db")
        added = run_tally(tally, book, "add", *(str(path) for path in sorted(seeds.glob("*.txt"))))
        exported = run_tally(tally, book, "export", "json") if added.returncode == 0 else added
    if exported.returncode != 0:
        print(f"no record: tally ended with {exported.returncode}: {exported.stderr.strip()[:300]}")
        return None
    return exported.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--tally", required=True)
    parser.add_argument("--shared", required=True, type=Path)
    parser.add_argument("--raise", dest="raise_it", action="store_true")
    wish = parser.parse_args()
    checker, gold = wish.shared / "gold" / "check_record.py", wish.shared / "gold" / "seeds.json"
    if not checker.exists():
        print(f"SKIPPED: {checker} does not stand beside the project, so the seed reports were NOT checked")
        return SKIPPED
    record = export_seeds(wish.tally, wish.shared / "seeds")
    found, walked_into = 0, NOTHING_READ
    if record is not None:
        checked = subprocess.run([sys.executable, str(checker), str(gold)], input=record, capture_output=True, text=True)
        print(checked.stdout + checked.stderr)
        last = re.search(r"(\d+) of \d+ found, (\d+) of (\d+) traps avoided", checked.stdout)
        if last:
            found, walked_into = int(last[1]), int(last[3]) - int(last[2])
    return 0 if hold_against_bar(Path(__file__).with_name("seeds_bar.json"), found, walked_into, wish.raise_it) else 1


if __name__ == "__main__":
    sys.exit(main())
