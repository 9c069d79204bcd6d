"""What a diagnostic is known by from one run to the next, wherever its lines have moved."""

import json
import os
from hashlib import sha256
from pathlib import Path

from infraspec.diagnostic import Diagnostic

_DIGITS = 32


def fingerprint(diagnostic: Diagnostic, root: Path) -> str:
    """32 hex digits of the code, the file from `root`, and the paths in the spec; no line number goes in."""
    related = sorted(json.dumps(mark.path, ensure_ascii=False) for mark in diagnostic.related)
    parts = [diagnostic.problem.code, below(diagnostic.file, root), diagnostic.path, related]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def below(file: str, root: Path) -> str:
    """A file as seen from the folder `root`, with `/`; one that lies outside has its absolute path."""
    for straight in (os.path.abspath, os.path.realpath):  # a folder that was reached by a link has two names
        place = Path(straight(file))
        if place.is_relative_to(straight(root)):
            return place.relative_to(straight(root)).as_posix()
    return Path(os.path.abspath(file)).as_posix()  # noqa: PTH100 - a link in the way is how the user names it
