"""`infraspec completion`: what makes a shell complete commands, options, their values, and files."""

import sys
from argparse import Namespace

from infraspec.cli.arguments import Parser
from infraspec.cli.completing import SHELLS, script

_WHERE = """Put it where your shell looks for it:
  bash   infraspec completion bash > ~/.local/share/bash-completion/completions/infraspec
  zsh    infraspec completion zsh > a file called _infraspec in a folder of $fpath
  fish   infraspec completion fish > ~/.config/fish/completions/infraspec.fish"""


def arguments(parser: Parser) -> None:
    """Which shell."""
    from argparse import RawDescriptionHelpFormatter

    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = _WHERE
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS[:-1]) + f" or {SHELLS[-1]}")


def run(options: Namespace) -> int:
    """Print the script."""
    sys.stdout.write(script(options.shell))
    return 0
