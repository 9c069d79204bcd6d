"""`infraspec lsp`: the language server on standard input and output."""

import gc
import os
from argparse import Namespace
from importlib.util import find_spec

from infraspec.cli.arguments import Parser
from infraspec.cli.failure import Failure


def arguments(parser: Parser) -> None:
    """Editors add `--stdio` to say how they speak; nothing else is spoken here."""
    parser.description = "The language server for editors, on standard input and output."
    parser.add_argument("--stdio", action="store_true", help="what it does anyway")


def run(_: Namespace) -> int:
    """Serve until the editor ends it."""
    if find_spec("pygls") is None:
        raise Failure("the language server needs one more package: pip install 'infraspec[lsp]'")
    from infraspec.cli.language_server.features import server

    gc.enable()  # a server lives for a day; every other command is over before collecting pays
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:  # which pygls closes
        server().start_io(requests, answers)
    return 0
