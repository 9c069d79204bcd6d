"""`infraspec schema`: the JSON Schema that editors complete and check with."""

import sys
from argparse import Namespace

from infraspec.cli.arguments import Parser
from infraspec.shipped import text

SCHEMAS = {"spec": ("specs", "schema.json"), "config": ("specs", "config.schema.json")}
"""The file of each schema."""


def arguments(parser: Parser) -> None:
    """Which schema."""
    which = f"what it describes: {' or '.join(SCHEMAS)} (spec by default)"
    parser.add_argument("which", nargs="?", choices=tuple(SCHEMAS), default="spec", metavar="SCHEMA", help=which)


def run(options: Namespace) -> int:
    """Print the schema."""
    sys.stdout.write(text(*SCHEMAS[options.which]))
    return 0
