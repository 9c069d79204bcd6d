"""`infraspec init`: a first spec that passes `lint`, and what checks it in CI."""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from infraspec.cli import files, starter
from infraspec.cli.arguments import Parser, nearest, one_of
from infraspec.cli.failure import Failure
from infraspec.cli.starter import CI, PRE_COMMIT, TEMPLATES, Wanted

_DEFAULTS: Final = {"template": "minimal", "region": "ap-northeast-2", "cidr": "10.20.0.0/16", "ci": "none"}


def arguments(parser: Parser) -> None:
    """What is written, and where."""
    parser.description = f"{parser.description} On a terminal it asks for what no option says."
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to; this folder by default")
    kinds = "minimal (the default), three-tier or tutorial"
    parser.add_argument("--template", choices=tuple(TEMPLATES), metavar="TEMPLATE", help=kinds)
    parser.add_argument("--name", metavar="WORD", help="the name of the stack; that of the folder by default")
    parser.add_argument("--region", metavar="REGION", help=f"an AWS region; {_DEFAULTS['region']} by default")
    parser.add_argument("--cidr", metavar="BLOCK", help=f"the addresses of the VPC; {_DEFAULTS['cidr']} by default")
    forges = "also write what runs `lint` on a forge: github or gitlab"
    parser.add_argument("--ci", choices=tuple(CI), metavar="FORGE", help=forges)
    parser.add_argument("--pre-commit", action="store_true", help=f"also write {PRE_COMMIT}")
    parser.add_argument("--force", action="store_true", help="write over files that exist")
    parser.add_argument("-y", "--yes", action="store_true", help="ask nothing, and take the defaults")


def run(options: Namespace) -> int:
    """Write all files of a starter, or none."""
    folder = Path(options.folder)
    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder} is a file; name a folder")
    asks = not options.yes and sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    answer = _ask if asks else _take
    template = options.template or answer("template", _DEFAULTS["template"], _one_of(*TEMPLATES))
    wanted = Wanted(
        template=template,
        name=_checked(options.name, "name", _name_of(folder), starter.name, answer),
        region=_checked(options.region, "region", _DEFAULTS["region"], starter.region, answer),
        cidr=_checked(options.cidr, "cidr", _DEFAULTS["cidr"], lambda word: starter.cidr(word, template), answer),
    )
    forge = options.ci or answer("ci", _DEFAULTS["ci"], _one_of("none", *CI))
    made = {folder / "infraspec.yaml": starter.spec(wanted)}
    made |= _beside(_repository(folder), forge, pre_commit=options.pre_commit)
    if not options.force:
        _refuse_to_overwrite([path for path in made if os.path.lexists(path)])
    files.write(made)
    sys.stdout.write("".join(f"{path.as_posix()}\n" for path in made))
    return 0


Check = Callable[[str], str]
Answer = Callable[[str, str, Check], str]


def _checked(given: str | None, what: str, default: str, check: Check, answer: Answer) -> str:
    """What an option says, or else what is answered."""
    return answer(what, default, check) if given is None else check(given)


def _take(_: str, default: str, check: Check) -> str:
    return check(default)


def _ask(what: str, default: str, check: Check) -> str:
    """Ask on the terminal until the answer can be taken; nothing is the default."""
    while True:
        sys.stderr.write(f"{what} [{default}]: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise Failure("nothing is written: the questions were not answered")
        try:
            return check(line.strip() or default)
        except Failure as failure:
            sys.stderr.write(f"{failure}\n")


def _one_of(*known: str) -> Check:
    """A check for one of a few words."""

    def check(word: str) -> str:
        if word not in known:
            raise Failure(f"`{word}` is not one{nearest(word, known) or one_of(known)}")
        return word

    return check


def _name_of(folder: Path) -> str:
    """A folder's name as the name of a stack; another where nothing of it can be one."""
    return re.sub(r"[^A-Za-z0-9]+", "-", folder.resolve().name).strip("-0123456789")[:60].strip("-") or "network"


def _repository(folder: Path) -> Path:
    """The root of the repository that a folder is in, as seen from here; the folder itself where it is in none."""
    root = files.repository(folder)
    return folder if root == folder.resolve() else Path(os.path.relpath(root))


def _beside(root: Path, forge: str, *, pre_commit: bool) -> dict[Path, str]:
    """What is written beside the spec, where forges and pre-commit look for it."""
    from importlib.metadata import version

    found: dict[Path, str] = {}
    if forge in CI:
        found[root / CI[forge]] = starter.rendered(f"{forge}.yml", version=version("infraspec"))
    if pre_commit:
        found[root / PRE_COMMIT] = starter.rendered("pre-commit.yaml", version=version("infraspec"))
    return found


def _refuse_to_overwrite(there: list[Path]) -> None:
    if there:
        names = " and ".join(path.as_posix() for path in there)
        raise Failure(f"{names} {'exists' if len(there) == 1 else 'exist'} already; write over with --force")
