"""`infraspec show`: a spec with every shorthand and default written out, each with the line it came from."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from infraspec.cli import talk
from infraspec.cli.arguments import Parser, nearest
from infraspec.cli.checking import checked, outcome_of
from infraspec.cli.failure import Failure
from infraspec.cli.options import one_path
from infraspec.compiler import Checked, shown

if TYPE_CHECKING:
    from infraspec.spec.written_out import Part

FORMATS = ("yaml", "json")


def arguments(parser: Parser) -> None:
    """The spec, and what of it."""
    one_path(parser)
    what = "only this: an entry by name, `kind:name`, or a path such as vpcs.main.tiers"
    parser.add_argument("name", nargs="?", metavar="NAME", help=what)
    parser.add_argument(
        "--format", choices=FORMATS, default="yaml", metavar="FORMAT", help="yaml (the default) or json"
    )


def run(options: Namespace) -> int:
    """Write the spec out; 1, with what is wrong, for one that is not sound."""
    spec = checked(options.path, options, advice=False)
    if not spec.is_sound:
        talk.print_text([outcome_of(spec)], sys.stderr, options)
        return 1
    from infraspec.report.spec_text import spec_json, spec_text
    from infraspec.report.written import Places

    whole = shown(spec)
    part = whole if options.name is None else _only(whole, options.name, spec)
    places = Places(spec)
    if options.format == "json":
        from infraspec.json_text import json_text

        made = {"format_version": "1.0", "file": spec.file, **spec_json(part, places.of)}
        sys.stdout.write(json_text(made))
    else:
        sys.stdout.write(spec_text(part, places.said))
    return 0


def _only(whole: "Part", name: str, spec: Checked) -> "Part":
    """The spec without what the name does not mean."""
    from infraspec.report.written import paths_of, pruned

    paths = list(paths_of(whole, name))
    if not paths:
        known = sorted({str(path[-1]) for path in paths_of(whole, None)})
        raise Failure(f"{spec.file} has nothing called `{name}`{nearest(name, known)}")
    return pruned(whole, frozenset(paths))
