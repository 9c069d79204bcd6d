"""What `validate` and `lint` do: read specs, weigh what was found, tell it, and give the exit code."""

from argparse import Namespace

from infraspec.cli import files, talk
from infraspec.cli.arguments import Parser
from infraspec.cli.checking import checked, outcome_of
from infraspec.cli.options import paths
from infraspec.diagnostic import Level
from infraspec.triage.outcome import Outcome

_WEIGHT = {Level.NOTE: 0, Level.WARNING: 1, Level.ERROR: 2}
LEVELS = ("error", "warning", "note", "never")


def arguments(parser: Parser, *, fail_on: str) -> None:
    """The specs, what counts, and how it is told; `fail_on` is the level that fails where none is named."""
    paths(parser)
    level = f"the least level that gives exit code 1: error, warning, note or never ({fail_on} by default)"
    parser.add_argument("--fail-on", choices=LEVELS, default=fail_on, metavar="LEVEL", help=level)
    talk.arguments(parser)


def judge(options: Namespace, *, advice: bool) -> int:
    """Check every spec that is named; 1 if any has what fails."""
    outcomes = [outcome_of(checked(path, options, advice=advice)) for path in files.find(options.paths)]
    talk.tell(outcomes, options)
    return 1 if any(_fails(one, options.fail_on) for one in outcomes) else 0


def _fails(outcome: Outcome, least: str) -> bool:
    """Whether anything is at or above the level that fails."""
    if least == "never":
        return False
    return any(_WEIGHT[one.level] >= _WEIGHT[Level(least)] for one in outcome.diagnostics)
