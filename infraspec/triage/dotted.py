"""A path of a spec in one line."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import SpecPath

_PLAIN_KEY = re.compile(r"[\w/-]+")


def dotted(path: SpecPath) -> str:
    """A path as it is read: `vpcs.main.ingress[0]`, with quotes round keys that a dot would tear apart."""
    return "".join(_steps(path)).removeprefix(".")


def _steps(path: SpecPath) -> Iterator[str]:
    for step in path:
        if isinstance(step, int):
            yield f"[{step}]"
        elif _PLAIN_KEY.fullmatch(step):
            yield f".{step}"
        else:
            quoted = step.replace("\\", "\\\\").replace('"', '\\"')
            yield f'."{quoted}"'
