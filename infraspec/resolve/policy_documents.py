"""Policies in IAM's own words, in which entries of the spec stand by name where an ARN would: `bucket:logs/*`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from infraspec.aws import partition
from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.iam import InlinePolicy
from infraspec.graph.resource import Ref
from infraspec.graph.values import Document, Joined, Value
from infraspec.resolve.documents import policy_document
from infraspec.resolve.exported import VALUES, kind_of
from infraspec.resolve.problems import NO_ARN
from infraspec.resolve.scope import WORDS, Found
from infraspec.spec.kinds import ALARM
from infraspec.spec.names import a_word

if TYPE_CHECKING:
    from infraspec.resolve.network import Network
    from infraspec.spec.document import Entry
    from infraspec.spec.iam import Role

Arn = str | Value | Joined

_MADE_OF = {
    "bucket": "s3:::{id}",
    "group": "iam::{account}:group{path}{id}",
    "instance": "ec2:{region}:{account}:instance/{id}",
    "log_group": "logs:{region}:{account}:log-group:{name}",
    "network_interface": "ec2:{region}:{account}:network-interface/{id}",
    "policy": "iam::{account}:policy{path}{id}",
    "role": "iam::{account}:role{path}{id}",
    "security_group": "ec2:{region}:{account}:security-group/{id}",
    "subnet": "ec2:{region}:{account}:subnet/{id}",
    "table": "dynamodb:{region}:{account}:table/{id}",
    "user": "iam::{account}:user{path}{id}",
    "vpc": "ec2:{region}:{account}:vpc/{id}",
    "workspace": "workspaces:{region}:{account}:workspace/{id}",
    "zone": "route53:::hostedzone/{id}",
}
"""What an ARN is made of where neither document has it whole, or where the thing exists already.
https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""
_WITHOUT_ATTRIBUTE = frozenset({"log_group"})
"""Kinds whose ARN the documents have in different forms: with `:*` behind it, and without."""
_BY_NAME = frozenset({"group", "policy", "role", "user"})
"""Kinds whose ARN is made of their name unless they must exist already: so a role may be named by the policies of those
who take it, and theirs by its own, and nothing waits for itself."""
_SPLIT = re.compile(r"(?=[/:])")


def policy(scope: Network, data: Mapping[str, object], at: SpecPath) -> Document | None:
    """A policy that stands at `at`, with the ARNs of the entries that it names; None, with findings, if not all are."""
    found = statements(scope, data, at)
    if found is None or "Statement" not in data:
        return None if found is None else policy_document(data)
    return policy_document({**data, "Statement": found if isinstance(data["Statement"], list) else found[0]})


def statements(scope: Network, data: Mapping[str, object], at: SpecPath) -> list[object] | None:
    """The statements of a policy that stands at `at`, as `policy` has them."""
    written = data.get("Statement", [])
    listed = written if isinstance(written, list) else [written]
    filled: list[object] = []
    for position, statement in enumerate(listed):
        here = (*at, "Statement", position) if isinstance(written, list) else (*at, "Statement")
        filled.append(_Filling(scope).statement(statement, here))
    is_whole = all(one is not None or statement is None for one, statement in zip(filled, listed, strict=True))
    return filled if is_whole else None


def inline_policies(
    scope: Network, written: Mapping[str, Mapping[str, object]], at: SpecPath
) -> tuple[InlinePolicy, ...] | None:
    """Policies of a role, a user or a group, in the order of their names; None, with findings, if one is not whole."""
    found = [(name, policy(scope, one, (*at, name))) for name, one in sorted(written.items())]
    if any(document is None for _, document in found):
        return None
    return tuple(InlinePolicy(name, document) for name, document in found if document is not None)


class _Filling:
    """One statement, in which names become ARNs."""

    def __init__(self, scope: Network) -> None:
        self.scope = scope
        self.lost = False

    def statement(self, statement: object, at: SpecPath) -> object | None:
        """The statement with ARNs in it; None where one is unknown."""
        if not isinstance(statement, Mapping):
            return statement
        filled = {key: self.element(key, value, (*at, key)) for key, value in statement.items()}
        return None if self.lost else filled

    def element(self, key: object, value: object, at: SpecPath) -> object:
        """One element of it: resources, principals and conditions on ARNs may name entries."""
        if key in ("Resource", "NotResource"):
            return self.each(value, at)
        if key in ("Principal", "NotPrincipal") and isinstance(value, Mapping):
            return {
                kind: self.each(one, (*at, kind), stands=True) if kind in ("AWS", "Federated") else one
                for kind, one in value.items()
            }
        if key == "Condition" and isinstance(value, Mapping):
            return {operator: self.condition(operator, one, (*at, operator)) for operator, one in value.items()}
        return value

    def condition(self, operator: object, keys: object, at: SpecPath) -> object:
        """The keys of an operator: those whose name or operator speaks of ARNs."""
        if not isinstance(keys, Mapping):
            return keys
        of_arns = "arn" in str(operator).lower()
        return {
            key: self.each(value, (*at, key)) if of_arns or str(key).lower().endswith("arn") else value
            for key, value in keys.items()
        }

    def each(self, value: object, at: SpecPath, *, stands: bool = False) -> object:
        """One text, or each of a list."""
        if isinstance(value, list):
            return [self.each(one, (*at, position), stands=stands) for position, one in enumerate(value)]
        if not isinstance(value, str) or not is_named(value):
            return value
        found = arn(self.scope, value, at, stands=stands)
        self.lost = self.lost or found is None
        return found


def is_named(text: str) -> bool:
    """Whether a text names an entry: it begins with the word of a kind and a colon, and no ARN does."""
    word, colon, _ = text.partition(":")
    return bool(colon) and word in WORDS


def arn(scope: Network, text: str, at: SpecPath, *, stands: bool) -> Arn | None:
    """The ARN of the entry that `kind:name` or `kind:name/more` means, with what stands behind the name.

    `stands` says that it must exist where it is named, as a principal must.
    """
    word, _, rest = text.partition(":")
    name, more = _split(scope, word, rest)
    before = len(scope.findings)
    found = scope.find(f"{word}:{name}", (word,), at)
    if found is None:
        scope.findings[before:] = [_whole(one, word, more) for one in scope.findings[before:]]
        return None
    whole = _arn_of(scope, found, stands=stands)
    if word == ALARM.word:
        scope.named_alarms.append((found.name, at))
    if whole is None:
        message = f"{a_word(word)} has no ARN that a policy could name"
        help_ = "write its ARN, if it has one, or name one of: " + ", ".join(f"`{one}:`" for one in nameable())
        scope.report(Finding(problem=NO_ARN, at=at, message=message, help=help_))
        return None
    return joined(whole, more)


def joined(whole: Arn, more: str) -> Arn:
    """An ARN with what stands behind it."""
    if not more:
        return whole
    if isinstance(whole, str):
        return whole + more
    return Joined((*(whole.parts if isinstance(whole, Joined) else (whole,)), more))


def nameable() -> list[str]:
    """The kinds of entry that a policy can name."""
    return sorted(WORDS & ({word for word, one in VALUES.items() if "arn" in one.values} | _MADE_OF.keys()))


def _whole(finding: Finding, word: str, more: str) -> Finding:
    """A finding about a name, whose fixes write the kind before it and what stands behind it too."""
    fixes = tuple(
        one._replace(
            title=f"write `{word}:{edit.text}{more}`", edits=(edit._replace(text=f'"{word}:{edit.text}{more}"'),)
        )
        for one in finding.fixes
        for edit in one.edits[:1]
        if not edit.text.startswith('"')
    )
    return replace(finding, fixes=fixes, help=fixes[0].title if fixes else finding.help)


def _split(scope: Network, word: str, rest: str) -> tuple[str, str]:
    """The name, and what stands behind it: the longest part that is one, else what stands before `/` or `:`."""
    parts = _SPLIT.split(rest)
    for count in range(len(parts), 0, -1):
        name = "".join(parts[:count])
        if name in scope.names.get(word, {}):
            return name, rest[len(name) :]
    return parts[0], rest[len(parts[0]) :]


def _arn_of(scope: Network, found: Found, *, stands: bool) -> Arn | None:
    entry = scope.parsed.entries.get(found.word, {}).get(found.name)
    existing = cast("str | None", getattr(entry.model, "existing", None)) if entry is not None else None
    if existing is not None and existing.startswith("arn:"):
        return existing
    exported = VALUES.get(found.word)
    has_arn = exported is not None and "arn" in exported.values and found.word not in _WITHOUT_ATTRIBUTE
    by_name = found.word in _BY_NAME and not stands
    if exported is not None and has_arn and existing is None and not by_name:
        return Value(Ref(kind_of(found.word, entry.model) if entry else exported.node, found.name), "arn")
    form = _MADE_OF.get(found.word)
    if form is None or exported is None:
        return None
    value = "name" if "{name}" in form else "id"
    name = existing or (found.name if by_name else Value(Ref(exported.node, found.name), value))
    return Joined(tuple(_parts(scope, form, name, _path(entry))))


def _path(entry: Entry[Any] | None) -> str:
    """The path of a role, user or group; that of one which exists is not known."""
    model = cast("Role | None", entry.model if entry is not None else None)
    return str(getattr(model, "path", "/"))


def _parts(scope: Network, form: str, name: str | Value, path: str) -> Iterator[str | Value]:
    """The text of an ARN and the values in it; two texts never stand beside each other."""
    text = f"arn:{partition(scope.region)}:"
    for part in re.split(r"(\{[a-z]+\})", form):
        piece: str | Value = part
        if part in ("{id}", "{name}"):
            piece = name
        elif part == "{account}":
            piece = scope.account_id()
        elif part == "{region}":
            piece = scope.region
        elif part == "{path}":
            piece = path
        if isinstance(piece, str):
            text += piece
            continue
        yield text
        yield piece
        text = ""
    if text:
        yield text
