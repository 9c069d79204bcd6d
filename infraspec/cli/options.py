"""Arguments that several commands take."""

from infraspec.cli.arguments import Parser

_PATHS = "a spec, a folder, or - for standard input; by default every infraspec.yaml and *.infraspec.yaml below here"


def paths(parser: Parser) -> None:
    """Any number of specs."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS)
    reading(parser)


def one_path(parser: Parser) -> None:
    """One spec."""
    parser.add_argument("path", metavar="PATH", help="a spec, or - for standard input")
    reading(parser)


def reading(parser: Parser) -> None:
    """How a spec is read."""
    parser.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what standard input is called")
    set_ = "the value of a variable of the spec; repeatable"
    parser.add_argument("--set", metavar="NAME=VALUE", action="append", default=[], help=set_)
    overlay = "a file to lay over the spec: it adds and replaces, and null removes; repeatable, in order"
    parser.add_argument("--overlay", metavar="FILE", action="append", default=[], help=overlay)
    configuration(parser)


def configuration(parser: Parser) -> None:
    """Where the settings come from."""
    named = "the configuration, instead of the nearest infraspec.toml or pyproject.toml from each spec's folder upwards"
    parser.add_argument("--config", metavar="FILE", help=named)
    parser.add_argument("--isolated", action="store_true", help="read no configuration")
