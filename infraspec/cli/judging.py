"""What `validate` and `lint` do: read specs, weigh what was found, tell it, and give the exit code."""

from argparse import Namespace

from infraspec.cli import files, talk
from infraspec.cli.arguments import Parser
from infraspec.cli.checking import checked, outcome_of
from infraspec.cli.failure import Failure
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
    parser.add_argument("--fix", action="store_true", help="make the fixes that change nothing that is built")
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff, the other fixes too")
    parser.add_argument("--diff", action="store_true", help="print what --fix would change, and write nothing")
    talk.arguments(parser)


def judge(options: Namespace, *, advice: bool) -> int:
    """Check every spec that is named; 1 if any has what fails."""
    if options.fix or options.diff:
        from infraspec.cli import fixing

        outcomes, is_changed = fixing.fix(options, advice=advice)
        return int(is_changed if options.diff else any(_fails(one, options.fail_on) for one in outcomes))
    if options.unsafe_fixes:
        raise Failure("--unsafe-fixes stands beside --fix or --diff")
    outcomes = [outcome_of(checked(path, options, advice=advice)) for path in files.find(options.paths)]
    talk.tell(outcomes, options)
    return 1 if any(_fails(one, options.fail_on) for one in outcomes) else 0


def _fails(outcome: Outcome, least: str) -> bool:
    """Whether anything is at or above the level that fails."""
    if least == "never":
        return False
    return any(_WEIGHT[one.level] >= _WEIGHT[Level(least)] for one in outcome.diagnostics)
