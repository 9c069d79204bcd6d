"""What `validate` and `lint` do: read specs, weigh what was found, tell it, and give the exit code."""

from argparse import Namespace

from infraspec.cli import files, talk
from infraspec.cli.arguments import Parser
from infraspec.cli.checking import checked
from infraspec.cli.configuring import Configuration, catalogue
from infraspec.cli.failure import Failure
from infraspec.cli.options import paths
from infraspec.cli.weighing import beyond_baselines
from infraspec.diagnostic import Level, weighs
from infraspec.triage.keys import FORMATS, LEVELS
from infraspec.triage.outcome import Outcome
from infraspec.triage.settings import Settings
from infraspec.triage.weigh import weigh

_FAIL_ON = {True: "warning", False: "error"}
"""The level that fails where nothing says otherwise, with and without advice."""


def arguments(parser: Parser, *, advice: bool) -> None:
    """The specs, what counts, and how it is told."""
    paths(parser)
    parser.add_argument("--select", action="append", metavar="CODES", help="look for these codes or prefixes alone")
    parser.add_argument("--ignore", action="append", metavar="CODES", help="leave out these codes or prefixes")
    level = f"the least level that gives exit code 1: error, warning, note or never ({_FAIL_ON[advice]} by default)"
    parser.add_argument("--fail-on", choices=LEVELS, metavar="LEVEL", help=level)
    parser.set_defaults(baseline=None, write_baseline=None)
    if advice:
        known = "leave out what a baseline names; what it names and is gone is told"
        parser.add_argument("--baseline", metavar="FILE", help=known)
        anew = "write what counts now, but for facts, as a baseline; it does not count then"
        parser.add_argument("--write-baseline", metavar="FILE", help=anew)
    parser.add_argument("--fix", action="store_true", help="make the fixes that change nothing that is built")
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff, the other fixes too")
    parser.add_argument("--diff", action="store_true", help="print what --fix would change, and write nothing")
    talk.arguments(parser)


def judge(options: Namespace, *, advice: bool) -> int:
    """Check every spec that is named; 1 if any has what fails."""
    _refuse(options)
    configuration = Configuration(options)
    named = files.find(options.paths, configuration.excludes)
    settings = [configuration.of(path) for path in named]
    _settle(options, settings[0], advice=advice)
    if options.fix or options.diff:
        from infraspec.cli import fixing

        outcomes, is_changed = fixing.fix(named, settings, options, advice=advice)
        if options.diff:
            return int(is_changed)
    else:
        specs = zip(named, settings, strict=True)
        found = [weigh(checked(path, options, advice=advice), its, catalogue, advice=advice) for path, its in specs]
        outcomes = beyond_baselines(found, settings, options, advice=advice)
        talk.tell(outcomes, options)
    return 1 if any(_fails(one, options.fail_on) for one in outcomes) else 0


def _refuse(options: Namespace) -> None:
    """Refuse options that say nothing together."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise Failure("--unsafe-fixes stands beside --fix or --diff")
    if options.diff and options.write_baseline is not None:
        raise Failure("--diff writes nothing: write the baseline in a run without it")
    if "" in (options.baseline, options.write_baseline):
        raise Failure("a baseline is a file: name it")


def _settle(options: Namespace, settings: Settings, *, advice: bool) -> None:
    """What holds for the run as a whole: the options, else what the settings of its first spec say of `lint`."""
    options.fail_on = options.fail_on or (settings.fail_on if advice else "") or _FAIL_ON[advice]
    options.format = options.format or (settings.format if advice else "") or FORMATS[0]


def _fails(outcome: Outcome, least: str) -> bool:
    """Whether anything is at or above the level that fails."""
    level = None if least == "never" else Level(least)
    return any(weighs(one.level, level) for one in outcome.diagnostics)
