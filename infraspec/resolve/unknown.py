"""What to say of a name that nothing has."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from infraspec.diagnostic import Edit, Finding, Fix, How, Related, SpecPath, fix
from infraspec.spec.names import a_word
from infraspec.spec.names import words as said
from infraspec.spec.problems import UNKNOWN_NAME

_SURE = 0.8
"""Names as like as this are one name misspelt."""
_MANY = 4
_LISTED = 5
_AWS_NAME = r"arn:aws|[a-z]+-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_ROLE = r"arn:aws[a-z-]*:iam::[0-9]*:role/(?:.*/)?(.+)\Z"


def nothing_called(name: str, words: Sequence[str]) -> str:
    """The message: nothing of these kinds has the name."""
    if len(words) <= _MANY:
        return f"no {phrase(words)} is called `{name}`"
    if "role" in words:
        return f"nothing that has a value to export is called `{name}`"
    if "nat_gateway" in words and "database" in words:
        return f"nothing that has metrics is called `{name}`"
    what = "can be a peer" if "security_group" in words else "a route can lead to"
    return f"nothing that {what} is called `{name}`"


def of_another_kind(name: str, word: str, words: Sequence[str], at: SpecPath, where: SpecPath) -> Finding:
    """The finding for the name of something else, which stands at `where` and is a `word`."""
    return Finding(
        problem=UNKNOWN_NAME,
        at=at,
        message=f"`{name}` is {a_word(word)}, but {a_phrase(words)} is expected here",
        related=(Related(at=where, label="defined here", on_key=True),),
        help=other_kind_help(words, at),
    )


def other_kind_help(words: Sequence[str], at: SpecPath) -> str:
    """What to write where the name of something else stands."""
    if "network_acls" in at[:4] and ("ingress" in at or "egress" in at):
        return "an ACL knows addresses only: write a block or a subnet"
    if len(words) > _MANY:
        return ""
    return "write the name of " + a_word(words[0]).partition(" ")[0] + " " + phrase(words)


def how_to_mend(name: str, words: Sequence[str], at: SpecPath, meant: str | None, *, has_gateway: bool) -> str:
    """What to write instead, or what to define; nothing where the names that there are should be listed.

    `has_gateway` tells whether the VPC that `at` stands in has an internet gateway.
    """
    if found := re.match(_ROLE, name):
        return f"write `{found[1]}`, and define it: `iam: {{roles: {{{found[1]}: {{existing: {found[1]}}}}}}}`"
    if re.match(_AWS_NAME, name):
        return f"define it by a name with `existing: {name}`, and write that name"
    gateway = "internet_gateway" in words and not has_gateway and "nat" not in name and at[:1] == ("vpcs",)
    define = f"write `internet_gateway: {name}` in VPC `{at[1]}`" if gateway else f"define `{name}`"
    if meant is None:
        is_dropped = "transit_attachment" in words and "routes" in at
        return "write the name of an attachment, or `blackhole`" if is_dropped else define if gateway else ""
    return f"write `{meant}`" if is_misspelt(name, meant) else f"write `{meant}`, or {define.removeprefix('write ')}"


def fixes_of(meant: str, at: SpecPath, how: How) -> tuple[Fix, ...]:
    """Write the name that was meant, as a value or as a key."""
    from infraspec.source.editing import quoted  # noqa: PLC0415 - most names are plain text, which fixes alone ask

    return fix(f"write `{meant}`", Edit(at, quoted(meant), how))


def is_misspelt(name: str, meant: str) -> bool:
    """Whether one of two names is the other with a slip; `worker-1` and `worker-2` are two names."""
    one, other = name.lower(), meant.lower()
    if one == other:
        return True
    by_number = re.sub(r"[0-9]+", "", one) == re.sub(r"[0-9]+", "", other)
    if by_number or (len(one) == len(other) and one[:-1] == other[:-1]):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SURE


def those_there_are(names: Sequence[str], words: Sequence[str], name: str) -> str:
    """The names that can stand there, or that there are none."""
    if not names:
        what = phrase(words) if len(words) <= _MANY else "such thing"
        return f"define `{name}`: the spec has no {what}"
    rest = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"there is {', '.join(f'`{known}`' for known in names[:_LISTED])}{rest}"


def phrase(words: Sequence[str]) -> str:
    """Several kinds as a phrase."""
    every = [said(word) for word in words]
    return every[0] if len(every) == 1 else ", ".join(every[:-1]) + " or " + every[-1]


def a_phrase(words: Sequence[str]) -> str:
    """Several kinds with the article of the first."""
    return a_word(words[0]).partition(" ")[0] + " " + phrase(words)


def wrong_kind(value: str, prefix: str, words: Sequence[str]) -> str:
    """What is said of `kind:name` where none of that kind may stand."""
    return f"`{value}` speaks of {a_word(prefix)}, but {a_phrase(words)} is expected here"
