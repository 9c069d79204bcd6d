"""Ways to spoil a spec: its characters, its words, and its parts."""

import copy
import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

import yaml
from examples import ROOT

from infraspec.catalogue import PROBLEMS

PIECES: Final = (
    *"[]{}:,-?#&*!|>'\"%@` \t\n\r\\~ab0",
    *(
        "\n  ",
        "\n- ",
        ": ",
        "<<: ",
        "<<: [*x, *y]",
        "*x",
        "&x ",
        "&x {",
        "!!str ",
        "!x ",
        "--- ",
        "...\n",
        "%YAML 1.2\n",
    ),
    *(
        "|\n",
        ">-\n",
        "? ",
        "''",
        '"\\u',
        '"\\ud800"',
        "=",
        "0x",
        "1_0",
        "1:30",
        ".inf",
        ".nan",
        "2021-09-18",
        "on",
        "null",
    ),
    *("é", "\ufeff", "\x00", "😀", "\u2028", "\u202e", "\u200b", "\x1b[31m", "\x85", "e\u0301", "한국어", "\ud800"),
    *("${", "{{", "}}", "%{", "$${", "]]>", "&amp;", "::error::", "<b>", "%0A", "\u0660"),
)
"""Text that means something to YAML, to a terminal, or to what reads a report or a rendered document."""

ODD: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1, 10**18, -(2**63), 1.5, float("inf"), float("nan"), "", " ", "\n", "~", "null"),
    *([], {}, [[]], [{}], {"": {}}, {"a": None}, [None], "a" * 5000, "é" * 300, "😀" * 70, "\u202e", "0.0.0.0/0"),
    *("::/0", "10.0.0.0/33", "1.2.3", "999.1.1.1/8", "tier:", "tier:x", "self", "all", "80-79", "0-65536", "-", "*"),
    *("x" * 256, "a.b.c", "arn:aws:iam::aws:policy/x", "vpc-1", "٣", "${x}", "{{x}}", "1" * 4400, 10**4200),
)
"""Values that a field is seldom asked to take."""

Mutation = Callable[[random.Random, str], str]


@cache
def seeds() -> tuple[str, ...]:
    """The texts that are spoilt: specs right and wrong, and the examples of every page of problems."""
    folders = (ROOT / "specs", ROOT / "tests" / "bad_specs")
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.yaml"))]
    return (*texts, *(page for one in PROBLEMS for page in (one.bad, one.good) if page.strip()))


@cache
def parts() -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """Every key that some seed has, and every value below one."""
    keys: dict[str, None] = {}
    values: list[Any] = []
    for text in seeds():
        for _, key, value in places(_loaded(text)):
            values.append(value)
            if isinstance(key, str):
                keys[key] = None
    return tuple(keys), tuple(values)


def places(data: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Each container in data with each of its keys, and what stands there; outermost first."""
    if isinstance(data, dict | list):
        items = list(data.items() if isinstance(data, dict) else enumerate(data))
        for key, value in items:
            yield data, key, value
            yield from places(value)


def _loaded(text: str) -> Any:
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a safe one
    except (yaml.YAMLError, ValueError, TypeError):
        return None


class _Loader(yaml.SafeLoader):
    """Reads dates as text, as a spec does."""


_Loader.yaml_implicit_resolvers = {
    first: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def characters(choose: random.Random, text: str) -> str:
    """Put pieces in and cut pieces out."""
    for _ in range(choose.randint(1, 4)):
        at = choose.randrange(len(text) + 1)
        until = at if choose.random() < 0.6 else at + choose.randint(1, 12)
        text = text[:at] + (choose.choice(PIECES) if until == at else "") + text[until:]
    return text


def lines(choose: random.Random, text: str) -> str:
    """Move, repeat, indent or drop lines; take some from another text."""
    found = text.splitlines(keepends=True) or [""]
    other = choose.choice(seeds()).splitlines(keepends=True)
    for _ in range(choose.randint(1, 3)):
        at, width = choose.randrange(len(found) + 1), choose.randint(1, 6)
        what = choose.randrange(5)
        block = found[at : at + width]
        if what == 0:
            del found[at : at + width]
        elif what == 1:
            found[at:at] = block
        elif what == 2:
            found[at : at + width] = [choose.choice(["  ", "\t", " "]) + one for one in block]
        elif what == 3:
            found[at : at + width] = [one.removeprefix("  ") for one in block]
        else:
            start = choose.randrange(len(other))
            found[at:at] = other[start : start + width]
    return "".join(found)


def structure(choose: random.Random, text: str) -> str:
    """Swap parts between specs: other values, other keys, other places; some shared by anchors, some merged."""
    data = copy.deepcopy(_loaded(text))
    keys, values = parts()
    for _ in range(choose.randint(1, 4)):
        here = list(places(data))
        if not here:
            break
        holder, key, value = choose.choice(here)
        what = choose.randrange(8)
        if what == 0:
            holder[key] = copy.deepcopy(choose.choice(values))
        elif what == 1:
            holder[key] = copy.deepcopy(choose.choice(ODD))
        elif what == 2:
            holder[key] = choose.choice(here)[2]  # one part in two places: an anchor, or even one inside itself
        elif what == 3 and isinstance(holder, dict):
            holder[choose.choice(keys)] = holder.pop(key)
        elif what == 4 and isinstance(holder, dict):
            holder["<<"] = choose.choice([one[2] for one in here if isinstance(one[2], dict)] or [{}])
        elif what == 5:
            holder[key] = [value] if choose.random() < 0.5 else {choose.choice(keys): value}
        elif what == 6 and isinstance(holder, dict):
            holder[choose.choice(keys)] = copy.deepcopy(choose.choice(values))
        else:
            del holder[key]
    style = choose.choice([None, True, False])
    made = yaml.dump(data, Dumper=yaml.SafeDumper, default_flow_style=style, allow_unicode=True, sort_keys=False)
    return made.replace("'<<':", "<<:").replace('"<<":', "<<:")


MUTATIONS: Final[tuple[Mutation, ...]] = (characters, lines, structure)


def spoilt(mutation: Mutation, choose: random.Random, text: str) -> str:
    """A text spoilt in one way; the same where a part inside itself cannot be copied further."""
    try:
        return mutation(choose, text)
    except (RecursionError, yaml.YAMLError):
        return text


def mutilated(choose: random.Random) -> bytes:
    """A seed, spoilt in one way or two."""
    text = choose.choice(seeds())
    for _ in range(choose.choice([1, 1, 2])):
        text = spoilt(choose.choice(MUTATIONS), choose, text)
    raw = text.encode("utf-8", "surrogatepass")
    if choose.random() < 0.1:
        at = choose.randrange(len(raw) + 1)
        raw = raw[:at] + choose.randbytes(choose.randint(1, 4)) + raw[at + choose.randint(0, 2) :]
    return raw
