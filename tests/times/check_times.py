#!/usr/bin/env python3
"""How many figures of the marked reports hold at the time that a careful reader gives them.

    tests/times/check_times.py --tally build/dev/tally [--misses] [--raise]

right: the period is one of those marked; wrong: another one; silent: none, where one is marked; unread: no figure.
"""
import argparse
import collections
import json
import sys

sys.dont_write_bytecode = True
import marked  # noqa: E402


def sizes_of(change):
    return {"best": change["percent"], "low": change["by"]} if change else None


def judge(claims, mark):
    at = mark.end - 1
    here = [c for c in claims if c["quote"]["start"] <= at < c["quote"]["end"]]
    same = [c for c in here if any(marked.same_digits(value, mark) for value in (c["value"], sizes_of(c["change"])))]
    if not same:
        return "unread", None
    periods = [c["period"] for c in same]
    for period in periods:
        if marked.is_marked(period, mark):
            return "right", period
    period = next((p for p in periods if p), None)
    return ("wrong" if period else "silent"), period


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tally", required=True)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--raise", dest="raises", action="store_true", help="set the bar to what is reached")
    options = arguments.parse_args()
    total = collections.Counter()
    for path in marked.reports():
        text, marks = marked.read(path)
        (article,) = marked.run([options.tally, "read", "--show", "claims"], text)
        claims = [c for c in article["claims"] if c["kind"] in ("figure", "change")]
        for mark in marks:
            verdict, period = judge(claims, mark)
            total[verdict] += 1
            if options.misses and verdict != "right":
                around = text[max(0, mark.end - 60):mark.end + 40].replace("\n", " / ")
                print(f"{verdict:7}{path.stem}  {mark.number} {'|'.join(mark.periods)} not {period}: …{around}…")
    count = sum(total.values())
    print(f"{total['right']} of {count} right ({100 * total['right'] // max(count, 1)} %), {total['wrong']} wrong, "
          f"{total['silent']} silent, {total['unread']} unread")
    bar_file = marked.HERE / "bar.json"
    if options.raises:
        bar_file.write_text(json.dumps({"right": total["right"], "wrong": total["wrong"]}) + "\n", encoding="utf-8")
        return 0
    bar = json.loads(bar_file.read_text(encoding="utf-8"))
    if total["right"] < bar["right"] or total["wrong"] > bar["wrong"]:
        print(f"BELOW THE BAR: {bar['right']} right, at most {bar['wrong']} wrong")
        return 1
    return 0


sys.exit(main())
