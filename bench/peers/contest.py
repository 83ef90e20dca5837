"""Programs measured side by side, in turns, so that what else the machine does hits all of them alike.

A contestant is a process that loads its input, prints "ready", and then for each line on its standard input
does the work once and prints the seconds of CPU time that this took. `contest` lets all of them go in each
round and gives the median of each:

    contest({"tally": ["build/release/bench/pages", ...], "peer": ["node", "pages.mjs", ...]}, rounds=7)
"""
import statistics
import subprocess
import sys


class Contestant:
    def __init__(self, name, words):
        self.name = name
        self.seconds = []
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self._answer() != "ready":
            sys.exit(f"bench-peers: {name} does not get ready")

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"bench-peers: {self.name} ended with code {self.process.wait()}")
        return line.strip()

    def go(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        self.seconds.append(float(self._answer()))

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def contest(programs, rounds=7):
    """Median CPU seconds of a round, by name."""
    contestants = [Contestant(name, words) for name, words in programs.items()]
    for contestant in contestants:  # a round to warm up
        contestant.go()
        contestant.seconds.clear()
    for _ in range(rounds):
        for contestant in contestants:
            contestant.go()
    for contestant in contestants:
        contestant.end()
    return {c.name: statistics.median(c.seconds) for c in contestants}
