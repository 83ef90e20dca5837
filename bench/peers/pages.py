#!/usr/bin/env python3
"""Bytes to article: tally beside Readability with linkedom (npm) and python3-readability (Debian), on the same pages.

    bench/peers/pages.py [FOLDER [EVERY]]     every EVERYth *.html.gz below FOLDER; run by tools/bench-peers
"""
import os
import pathlib
import subprocess
import sys

from contest import contest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PAGES = ROOT.parent / "shared" / "evals" / "pages"
DEBIAN_PYTHON = "/usr/bin/python3"  # the one that Debian's packages are for, whatever else is on PATH


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    files = [str(path) for path in sorted(folder.rglob("*.html.gz"))[::every]]
    if not files:
        print(f"pages: no *.html.gz below {folder}; nothing measured")
        return
    programs = {
        "tally": [str(next((ROOT / "build" / "release").rglob("bench/pages"))), "--rounds", *files],
        "@mozilla/readability, linkedom": ["node", str(HERE / "pages.mjs"), *files],
    }
    if subprocess.run([DEBIAN_PYTHON, "-c", "import readability"], stderr=subprocess.DEVNULL).returncode == 0:
        programs["python3-readability, lxml"] = [DEBIAN_PYTHON, str(HERE / "pages_readability.py"), *files]
    else:
        print("pages: python3-readability is not installed; left out")
    medians = contest(programs)
    print(f"pages: bytes to article, {len(files)} pages, CPU time of one core, median of 7 rounds in turns, "
          f"load {os.getloadavg()[0]:.1f}")
    for name, seconds in medians.items():
        print(f"  {name:32} {len(files) / seconds:8.1f} pages/s   {seconds / medians['tally']:6.1f} times tally's time")


if __name__ == "__main__":
    main()
