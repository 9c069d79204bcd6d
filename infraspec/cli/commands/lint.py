"""`infraspec lint`: is this spec right, and could it be better?"""

from argparse import Namespace

from infraspec.cli import judging
from infraspec.cli.arguments import Parser


def arguments(parser: Parser) -> None:
    """The specs, and how what is found is told."""
    judging.arguments(parser, advice=True)


def run(options: Namespace) -> int:
    """Say what is wrong and what could be better; 1 if anything weighs as much as a warning."""
    return judging.judge(options, advice=True)
