#!/usr/bin/env python3
"""Run one .test file against the real program, in a fresh folder.

    run_test.py PROGRAM FILE.test

Lines that are indented by two spaces are the test, the rest is prose. `$` is a command for bash, `>` goes on
with it, and what follows is what it prints (standard output and standard error together):

      $ tally read missing.txt
      tally: missing.txt: no such file or folder
      [3]

`[3]` is the exit code where it is not 0. In what is expected, `…` stands for anything within a line, and a line
that is only `…` for any lines. `tally` is the program, TALLY_SOURCE the
folder of the sources; NO_COLOR is set and TALLY_BOOK is not.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TIME_LIMIT = 120  # seconds a command


def cases(text):
    """(line number, command, expected lines) for each command of the file."""
    command, expected, start = None, [], 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("  "):
            continue
        line = line[2:]
        if line.startswith("$ "):
            if command is not None:
                yield start, command, expected
            command, expected, start = line[2:], [], number
        elif line.startswith("> ") or line == ">":
            command += "\n" + line[2:]
        elif command is not None:
            expected.append(line)
    if command is not None:
        yield start, command, expected


def pattern(expected):
    parts = []
    for line in expected:
        if line.strip() == "…":
            parts.append("(?:.*\n)*?")
        else:
            parts.append(".*".join(re.escape(piece) for piece in line.split("…")) + "\n")
    return re.compile("".join(parts) + r"\Z")


def main():
    program, path = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    failures = 0
    with tempfile.TemporaryDirectory(prefix="tally-test-") as folder:
        bin_folder = pathlib.Path(folder, ".bin")
        work = pathlib.Path(folder, "work")
        bin_folder.mkdir()
        work.mkdir()
        (bin_folder / "tally").symlink_to(program)
        environment = {k: v for k, v in os.environ.items() if k != "TALLY_BOOK"}
        environment.update(PATH=f"{bin_folder}:{environment['PATH']}", NO_COLOR="1", LC_ALL="C.UTF-8", USER="somebody",
                           TALLY_SOURCE=str(path.resolve().parents[2]))
        for number, command, expected in cases(path.read_text(encoding="utf-8")):
            done = subprocess.run(["bash", "-c", command], cwd=work, env=environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=TIME_LIMIT)
            got = done.stdout.decode("utf-8", "replace")
            if got and not got.endswith("\n"):
                got += "\n"
            if done.returncode != 0:
                got += f"[{done.returncode}]\n"
            if not pattern(expected).match(got):
                failures += 1
                print(f"{path}:{number}: $ {command}\n--- expected\n" + "\n".join(expected) + f"\n--- got\n{got}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
