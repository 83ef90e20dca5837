"""Reports in which each figure is marked with the time at which it holds: "arrested 2,315{2023} persons".

A mark stands right behind a number and holds periods in EDTF, with "|" between those that a careful reader would
accept, "?" for none.
"""
import json
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MARK = re.compile(r"\{([^{}\n]*)\}")
NUMBER = re.compile(r"(\d{1,3}(?:[,.  ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?)"
                    r"(?:[\s-]*(?:million|billion|trillion|thousand|hundred|crore|lakh|bn|m))*$")
WORDS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
WORDS |= {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}


class Mark:
    def __init__(self, end, number, periods):
        self.end = end  # characters before the end of the number, in the text without marks
        self.number = number  # as printed
        self.periods = periods  # EDTF, "?" for none

    def digits(self):
        """What tells the number from its neighbours: its digits without the zeros at either end."""
        printed = re.sub(r"[^\d]", "", self.number)
        if not printed:
            parts = [WORDS[word] for word in re.split(r"[\s-]+", self.number.lower()) if word in WORDS]
            printed = str(sum(parts)) if parts else ""
        return printed.strip("0")


def read(path):
    """The text without its marks, and the marks."""
    text, marks, at = "", [], 0
    source = path.read_text(encoding="utf-8")
    for found in MARK.finditer(source):
        text += source[at:found.start()]
        at = found.end()
        number = NUMBER.search(text)
        marks.append(Mark(len(text), number.group(1) if number else "", found.group(1).split("|")))
    return text + source[at:], marks


def reports():
    return sorted(path for path in HERE.glob("*.txt") if path.name != "CMakeLists.txt")


def run(program, text):
    """The lines of JSON that a program prints for a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        out = subprocess.run([*program, str(path)], capture_output=True, text=True, check=True)
        return [json.loads(line) for line in out.stdout.splitlines()]


def same_digits(value, mark):
    """Whether one of a value's numbers is the one printed at a mark."""
    numbers = [(value or {}).get(key) for key in ("best", "low", "high")]
    return any(re.sub(r"[^\d]", "", f"{n:.10f}".rstrip("0") if isinstance(n, float) else str(n)).strip("0") == mark.digits()
               for n in numbers if n is not None)


def is_year_told_twice(period, marked):
    """"2018/2019" for the twelve months from some month of 2018 on: a year that is named by both."""
    ends = re.fullmatch(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)", marked)
    if not ends or period != f"{ends[1]}/{ends[3]}":
        return False
    return 12 * (int(ends[3]) - int(ends[1])) + int(ends[4]) - int(ends[2]) == 11


def from_day(period):
    """"2022-01/2022-08-18" from the first day on."""
    begin, _, end = period.partition("/")
    if len(end) == 10 and len(begin) < 10:
        begin += "-01-01"[:10 - len(begin)] if len(begin) == 4 else "-01"
    return f"{begin}/{end}" if end else begin


def is_marked(period, mark):
    """Whether a period, None for none, is one of those at a mark."""
    period = period or "?"
    return any(from_day(period) == from_day(wanted) or is_year_told_twice(period, wanted) for wanted in mark.periods)
