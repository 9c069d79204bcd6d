"""`infraspec validate`: is this spec right?"""

from argparse import Namespace

from infraspec.cli import judging
from infraspec.cli.arguments import Parser


def arguments(parser: Parser) -> None:
    """The specs, and how what is wrong is told."""
    judging.arguments(parser, advice=False)


def run(options: Namespace) -> int:
    """Say what is wrong; 1 if anything is."""
    return judging.judge(options, advice=False)
