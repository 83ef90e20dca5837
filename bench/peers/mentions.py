#!/usr/bin/env python3
"""Text to numbers, quantities and dates: tally beside chrono-node and Recognizers-Text (npm) on the same news.

    bench/peers/mentions.py [FILE.jsonl [TEXTS]]     the first TEXTS reports of FILE; run by tools/bench-peers

Recognizers-Text reads some kilobytes a second, so that few texts do; each program reads them as often as it needs
to be timed, and says how long one reading took.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from contest import contest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LOAD = ROOT.parent / "shared" / "evals" / "load" / "news.jsonl.zst"


def lines_of(path):
    if path.suffix == ".zst":
        zstd = subprocess.Popen(["zstd", "-dc", str(path)], stdout=subprocess.PIPE, text=True)
        yield from zstd.stdout
        zstd.kill()
    else:
        yield from path.open(encoding="utf-8")


def texts(count):
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else LOAD
    if path.exists() and (path.suffix != ".zst" or shutil.which("zstd")):
        return [json.loads(line)["text"] for line, _ in zip(lines_of(path), range(count))]
    print("mentions: no load set beside the project; the examples are read")
    return [p.read_text(encoding="utf-8") for p in sorted(ROOT.glob("examples/*/*.txt"))]


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    reports = texts(count)
    size = sum(len(text.encode()) for text in reports)
    speed = str(next((ROOT / "build" / "release").rglob("mention_speed")))
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "texts"
        file.write_text("".join(text.replace("\n", "\\n") + "\n" for text in reports), encoding="utf-8")
        peer = ["node", str(HERE / "mentions.mjs"), str(file)]
        medians = contest({
            "tally, numbers to dates": [speed, "--rounds", str(file), "50"],
            "tally, dates alone": [speed, "--rounds", str(file), "50", "dates"],
            "chrono-node, dates": [*peer, "chrono", "20"],
            "Recognizers-Text, numbers": [*peer, "numbers", "1"],
            "Recognizers-Text, all": [*peer, "all", "1"],
        })
    first = medians["tally, numbers to dates"]
    print(f"mentions: {len(reports)} reports of {size / 1000:.1f} KB, CPU time of one core, median of 7 rounds in turns, "
          f"load {os.getloadavg()[0]:.1f}")
    for name, seconds in medians.items():
        print(f"  {name:28} {size / seconds / 1e6:9.3f} MB/s   {seconds / first:8.1f} times tally's time")


if __name__ == "__main__":
    main()
