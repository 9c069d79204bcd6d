"""Measure infraspec against its peers, and print the ratios beside their bars.

    python benchmarks/run.py [--quick] [--only WORD] [--output FILE]

Whole processes are timed, from start to exit, in pairs that alternate: the ratio of each pair is taken, and the median
of those. Ratios hold where milliseconds do not: a busy machine slows both halves of a pair. infraspec is installed as
users install it, the peers into an environment of their own; both stand in build/bench.
"""

import argparse
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import tomllib
import venv
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BENCH = ROOT / "build" / "bench"
TUTORIAL = ROOT / "specs" / "tutorial.yaml"
PAIRS = 7
QUICK_PAIRS = 3
MISTAKES = 2_000

Command = Sequence[str]

VALIDATE = "import sys, cloudformation_validate as cv; cv.CelEngine().validate_template(open(sys.argv[1], 'rb').read())"
"""cloudformation-validate has no command. This is the faster of its two engines."""

MODEL = "import yaml, pydantic; type('Model', (pydantic.BaseModel,), {'__annotations__': {'name': str}})"


class Run(NamedTuple):
    """One process from start to exit."""

    seconds: float
    mebibytes: float
    """The most memory that it held at once."""


class Row(NamedTuple):
    """One bar of the table."""

    name: str
    measure: Callable[["Bench"], float]
    first: float
    goal: float
    large: bool = False
    """Whether it needs 10,000 resources."""


class Bench:
    """What is measured: commands, and the times and the memory of each run of them."""

    def __init__(self, pairs: int) -> None:
        self.pairs = pairs
        self.runs: dict[str, list[Run]] = {}
        self.ours = BENCH / "ours" / "bin"
        self.peers = BENCH / "peers" / "bin"
        self.work = BENCH / "work"
        self.work.mkdir(parents=True, exist_ok=True)
        self.tutorial = str(TUTORIAL)
        self.template = str(self.work / "tutorial" / "template.json")

    # The commands.

    def infraspec(self, *arguments: str) -> Command:
        """infraspec as users run it."""
        return [str(self.ours / "infraspec"), *arguments]

    def render_tutorial(self) -> Command:
        """Both documents of the tutorial, written to files."""
        return self.infraspec("render", "all", self.tutorial, "-o", str(self.work / "tutorial"))

    def render_both(self, resources: int) -> Command:
        """Both documents of many resources."""
        return [str(self.ours / "python"), str(HERE / "render_both.py"), str(self.spec(resources))]

    def troposphere(self, resources: int) -> Command:
        """The troposphere script for the same."""
        return [str(self.peers / "python"), str(HERE / "peer_troposphere.py"), str(resources)]

    def spec(self, resources: int, mistakes: int = 0) -> Path:
        """The file of a generated spec."""
        path = self.work / f"{resources}-{mistakes}.yaml"
        if not path.exists():
            command = [sys.executable, str(HERE / "generate.py"), str(resources), "--mistakes", str(mistakes)]
            path.write_bytes(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        return path

    # Measuring.

    def run(self, label: str, command: Command, allowed: Sequence[int] = (0,)) -> Run:
        """Run a command once; its exit code must be one that is allowed."""
        with Path(os.devnull).open("r+b") as nothing, (self.work / "errors.txt").open("w+b") as errors:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=errors)
            # Not process.wait(): the memory of this one child is what wait4 tells, and a child begins with
            # its parent's peak, which is why nothing large is ever held here.
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in allowed:
                errors.seek(0)
                sys.exit(f"exit code {process.returncode}: {' '.join(command)}\n{errors.read().decode()[-2000:]}")
        # ru_maxrss is in KiB, on macOS in bytes.
        run = Run(seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
        self.runs.setdefault(label, []).append(run)
        return run

    def pairs_of(
        self, ours: tuple[str, Command], peer: tuple[str, Command], allowed: Sequence[int] = (0,)
    ) -> list[tuple[Run, Run]]:
        """Alternating runs, after one of each that fills the caches and is not counted."""
        for label, command in (ours, peer):
            self.run(label, command, allowed)
            self.runs[label].pop()
        return [(self.run(*ours, allowed), self.run(*peer, allowed)) for _ in range(self.pairs)]

    def ratio(self, ours: tuple[str, Command], peer: tuple[str, Command], allowed: Sequence[int] = (0,)) -> float:
        """The median over the pairs of the times' ratio."""
        return statistics.median(a.seconds / b.seconds for a, b in self.pairs_of(ours, peer, allowed))


def tutorial_to_linter(bench: Bench) -> float:
    """Both documents in the time that cfn-lint takes for one."""
    bench.run("tutorial: render both", bench.render_tutorial())
    peer = [str(bench.peers / "cfn-lint"), "--regions", "ap-northeast-2", "--", bench.template]
    # cfn-lint's exit code says what kinds of findings there are; warnings are not our matter here.
    return bench.ratio(("tutorial: render both", bench.render_tutorial()), ("tutorial: cfn-lint", peer), range(32))


def tutorial_to_validator(bench: Bench) -> float:
    """Both documents in the time that AWS's validator takes for one."""
    bench.run("tutorial: render both", bench.render_tutorial())
    peer = [str(bench.peers / "python"), "-c", VALIDATE, bench.template]
    return bench.ratio(("tutorial: render both", bench.render_tutorial()), ("tutorial: cloudformation-validate", peer))


def validate_to_imports(bench: Bench) -> float:
    """`validate` against what its two libraries cost alone."""
    ours = ("tutorial: validate", bench.infraspec("validate", bench.tutorial))
    return bench.ratio(ours, ("import yaml, one pydantic model", [str(bench.ours / "python"), "-c", MODEL]))


def help_to_empty(bench: Bench) -> float:
    """`--help` against Python doing nothing."""
    empty = ("empty Python", [str(bench.ours / "python"), "-c", "pass"])
    return bench.ratio(("--help", bench.infraspec("--help")), empty)


def render_to_script(resources: int, bench: Bench) -> float:
    """Both documents in the time that the script takes for CloudFormation's."""
    ours = (f"{resources:,}: render both", bench.render_both(resources))
    return bench.ratio(ours, (f"{resources:,}: troposphere script", bench.troposphere(resources)))


def growth(bench: Bench) -> float:
    """How time grows from 1,000 to 10,000, with start-up taken off: what a line through 100 and 1,000 has at none."""
    ratios = []
    for _ in range(bench.pairs):
        small, middle, large = (
            bench.run(f"{resources:,}: render both", bench.render_both(resources)).seconds
            for resources in (100, 1_000, 10_000)
        )
        startup = small - (middle - small) * 100 / 900
        ratios.append((large - startup) / (middle - startup))
    return statistics.median(ratios)


def memory(bench: Bench) -> float:
    """The most memory held at 10,000."""
    pairs = bench.pairs_of(
        ("10,000: render both", bench.render_both(10_000)),
        ("10,000: troposphere script", bench.troposphere(10_000)),
    )
    return statistics.median(a.mebibytes / b.mebibytes for a, b in pairs)


def lint_to_validate(bench: Bench) -> float:
    """Facts and advice in the time that facts alone take."""
    spec = str(bench.spec(1_000))
    lint = bench.infraspec("lint", "--isolated", "--fail-on", "never", spec)
    return bench.ratio(("1,000: lint", lint), ("1,000: validate", bench.infraspec("validate", "--isolated", spec)))


def mistakes(bench: Bench) -> float:
    """Every mistake reported, against the same spec without any; without end if any is not reported."""
    wrong = bench.infraspec("validate", "--max-diagnostics", "0", str(bench.spec(10_000, MISTAKES)))
    right = bench.infraspec("validate", str(bench.spec(10_000)))
    told = subprocess.run(wrong, check=False, capture_output=True, text=True)
    found = Counter(re.findall(r"^(error|warning|note)\[", told.stdout, re.MULTILINE))
    if found["error"] != MISTAKES:
        print(f"{MISTAKES:,} mistakes, but {found['error']:,} errors are reported", file=sys.stderr)
        return math.inf
    return bench.ratio((f"10,000: validate, {MISTAKES:,} mistakes", wrong), ("10,000: validate, none", right), (0, 1))


ROWS = (
    Row("tutorial: render both / cfn-lint linting the template", tutorial_to_linter, 0.14, 0.05),
    Row("tutorial: render both / cloudformation-validate", tutorial_to_validator, 0.45, 0.15),
    Row("tutorial: `validate` / `import yaml` and one pydantic model defined", validate_to_imports, 1.3, 0.5),
    Row("`--help` / empty Python", help_to_empty, 4, 1.5),
    Row("1,000: render both / troposphere script", partial(render_to_script, 1_000), 1.6, 0.6),
    Row("1,000: lint / validate", lint_to_validate, 1.5, 1.2),
    Row("10,000: render both / troposphere script", partial(render_to_script, 10_000), 1.0, 0.35, large=True),
    Row("time at 10,000 / time at 1,000, start-up taken off", growth, 12, 10.5, large=True),
    Row("peak memory, 10,000: ours / troposphere script", memory, 1.0, 0.6, large=True),
    Row("a spec of 10,000 with 2,000 mistakes, all reported / the clean one", mistakes, 3, 1.5, large=True),
)


def install(tree: Path) -> None:
    """The two environments: infraspec as `tree` has it, and the peers of the versions that its tests are held to."""
    project = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))["project"]
    needed = project["dependencies"]
    environment("ours", needed)
    pip("ours", "install", "--no-deps", "--force-reinstall", str(tree))
    compiled("ours")
    troposphere = [one for one in needed if one.startswith("troposphere")]
    environment("peers", [*project["optional-dependencies"]["judges"], *troposphere])


def environment(name: str, packages: Sequence[str]) -> None:
    """An environment with these packages, made anew only when they change."""
    stamp, wanted = BENCH / name / "installed.txt", "\n".join(packages)
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        venv.create(BENCH / name, with_pip=True, clear=True)
        pip(name, "install", *packages)
        compiled(name)
        stamp.write_text(wanted, "utf-8")


def pip(name: str, *arguments: str) -> None:
    """Run an environment's pip."""
    subprocess.run([str(BENCH / name / "bin" / "python"), "-m", "pip", "-qq", *arguments], check=True)


def compiled(name: str) -> None:
    """Compile all modules of an environment, so that no run pays for it."""
    command = [str(BENCH / name / "bin" / "python"), "-m", "compileall", "-q", str(BENCH / name / "lib")]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def table(results: Sequence[tuple[Row, float]], bench: Bench) -> str:
    """The ratios, and below them the medians that they are made of, as Markdown."""
    lines = ["| ratio | measured | first | goal |", "|---|---|---|---|"]
    for row, measured in results:
        verdict = "" if measured > row.first else " (goal)" if measured <= row.goal else " (first)"
        lines.append(f"| {row.name} | {measured:.2f}{verdict} | {row.first:g} | {row.goal:g} |")
    lines += ["", "| whole process | median ms | peak MiB | runs |", "|---|---|---|---|"]
    for label, runs in bench.runs.items():
        middle = statistics.median(run.seconds for run in runs) * 1000
        most = statistics.median(run.mebibytes for run in runs)
        lines.append(f"| {label} | {middle:,.0f} | {most:.0f} | {len(runs)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Install, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_PAIRS} pairs, and nothing of 10,000 resources")
    parser.add_argument("--only", default="", metavar="WORD", help="the ratios with this word in their name")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the tables there as well")
    parser.add_argument("--tutorial", type=Path, default=TUTORIAL, metavar="SPEC", help="another spec in its place")
    parser.add_argument(
        "--tree", type=Path, default=ROOT, metavar="DIR", help="measure the infraspec of another folder"
    )
    options = parser.parse_args()
    install(options.tree)
    shutil.rmtree(BENCH / "work", ignore_errors=True)
    bench = Bench(QUICK_PAIRS if options.quick else PAIRS)
    bench.tutorial = str(options.tutorial)
    results = []
    for row in ROWS:
        if options.only in row.name and not (options.quick and row.large):
            results.append((row, row.measure(bench)))
            print(f"{row.name}: {results[-1][1]:.2f}", file=sys.stderr)
    text = table(results, bench)
    print(text, end="")
    if options.output is not None:
        options.output.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
