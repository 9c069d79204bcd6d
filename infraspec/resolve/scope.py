"""Every name of a spec, and what a bare name means where it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from infraspec.diagnostic import Finding, How, Related, SpecPath, choices
from infraspec.graph.resource import Ref, Resource, Tags, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.spec.document import Entry, Parsed
from infraspec.spec.kinds import KINDS, SUBNET, VPC, Kind
from infraspec.spec.names import words as said
from infraspec.spec.problems import AMBIGUOUS_NAME, NAME_TWICE, UNKNOWN_NAME

if TYPE_CHECKING:
    from infraspec.resolve.nearest import Names
    from infraspec.spec.base import SpecModel
    from infraspec.spec.top import Top

T = TypeVar("T", bound=Resource)
M = TypeVar("M", bound="SpecModel")

_GATEWAYS = frozenset({"internet_gateway", "egress_only_gateway"})
WORDS = frozenset({kind.word for kind in KINDS} | _GATEWAYS)
_IN_VPC = frozenset(kind.word for kind in KINDS if kind.where[:2] == ("vpcs", "*") and len(kind.where) > 2)

ReadFile = Callable[[str], str | None]
"""The text of a file beside the spec, by its path from the spec's folder; None if there is none."""


def no_files(path: str) -> None:
    """The reader of a spec that stands in no folder."""
    del path


class Found(NamedTuple):
    """What a name turned out to mean."""

    word: str
    name: str


class Use(NamedTuple):
    """A place where a name stands, the kinds that it may be of there, and what it means."""

    at: SpecPath
    on_key: bool
    words: tuple[str, ...]
    found: Found | None


class Scope:
    """The names of a spec. Looking one up reports what is wrong with it, once."""

    def __init__(self, parsed: Parsed, top: Top) -> None:
        self.parsed = parsed
        self.top = top
        self.region = top.region
        self.findings: list[Finding] = []
        self.uses: list[Use] | None = None  # every name that was looked up, where somebody wants to know
        self.read_file: ReadFile = no_files
        self.broken = set(parsed.broken)
        self.names: dict[str, dict[str, SpecPath]] = {kind.word: {} for kind in KINDS}
        self._known: dict[tuple[str, ...], Names] = {}
        self._tiers: dict[str, list[str]] = {}
        self._of: dict[str, dict[str, Entry[SpecModel]]] = {}
        self._drop_what_stands_in_broken_entries()
        for word, entries in parsed.entries.items():
            self.names[word] = {name: entry.path for name, entry in entries.items() if (word, name) not in self.broken}
        self.unread = self.parsed.unread | (_GATEWAYS if any(word == "vpc" for word, _ in self.broken) else set())
        self._gateways()

    def of(self, kind: Kind[M]) -> dict[str, Entry[M]]:
        """The sound entries of one kind, by name."""
        word = kind.word
        if word not in self._of:
            names = self.names.get(word, {})
            entries = self.parsed.of(kind)
            sound = {name: entry for name, entry in entries.items() if name in names}
            self._of[word] = cast("dict[str, Entry[SpecModel]]", sound)
        return cast("dict[str, Entry[M]]", self._of[word])

    def report(self, finding: Finding) -> None:
        """Add a finding."""
        self.findings.append(finding)

    def tags(self, name: str, *own: dict[str, str]) -> Tags:
        """The tags of a thing: the Name tag, the spec's, and its own, the later ones winning."""
        merged = dict(self.top.tags)
        for tags in own:
            merged.update(tags)
        merged["Name"] = name
        return tuple(sorted(merged.items()))

    def find(self, value: str, words: Sequence[str], at: SpecPath, *, on_key: bool = False) -> Found | None:
        """What `value`, or the key at the end of `at`, means among these kinds; None, with a finding, if nothing."""
        prefix, colon, name = value.partition(":")
        if not colon or prefix not in WORDS:
            name = value
        elif prefix in words:
            words = [prefix]
        else:
            from infraspec.resolve import unknown  # noqa: PLC0415 - every name is known while a spec is right

            message, help_ = unknown.wrong_kind(value, prefix, words), f"write the name of {unknown.a_phrase(words)}"
            self.report(Finding(problem=UNKNOWN_NAME, at=at, message=message, help=help_, on_key=on_key))
            return None
        how = How.RENAME if on_key else How.REPLACE
        found = [Found(word, name) for word in words if name in self.names.get(word, ())]
        if self.uses is not None:
            self.uses.append(Use(at, on_key, tuple(words), found[0] if len(found) == 1 else None))
        if len(found) == 1:
            return found[0]
        if found:
            fixes = choices(at, (f"{one.word}:{one.name}" for one in found), how)
            self.report(replace(self._ambiguous(name, found, at), fixes=fixes, on_key=on_key))
        elif not any((word, name) in self.broken or word in self.unread for word in words):
            self.report(replace(self._unknown(name, words, at, how), on_key=on_key))
        return None

    def ref(self, kind: type[T], word: str, value: str, at: SpecPath, *, on_key: bool = False) -> Ref[T] | None:
        """The address of the one thing of this kind that `value` names."""
        found = self.find(value, (word,), at, on_key=on_key)
        return ref(kind, found.name) if found else None

    def each(self, values: Sequence[str], field: SpecPath) -> Iterable[tuple[str, SpecPath]]:
        """The values of a list with the path of each."""
        return ((value, (*field, position)) for position, value in enumerate(values))

    def subnets(self, values: Sequence[str], field: SpecPath) -> tuple[Ref[Subnet], ...] | None:
        """The subnets that a list of tiers and subnets names, by name; None if any is unknown."""
        names: set[str] = set()
        whole = True
        for value, at in self.each(values, field):
            found = self.find(value, ("tier", "subnet"), at)
            if found is None:
                whole = False
            elif found.word == "subnet":
                names.add(found.name)
            else:
                inside = self.subnets_of_tier(found.name)
                whole = whole and not self._lost_a_subnet(found.name)
                names.update(inside)
        return tuple(ref(Subnet, name) for name in sorted(names)) if whole else None

    def subnets_of_tier(self, tier: str) -> list[str]:
        """The names of a tier's subnets."""
        if not self._tiers:
            for name, at in sorted(self.names.get("subnet", {}).items()):
                self._tiers.setdefault(str(at[3]), []).append(name)
        return self._tiers.get(tier, [])

    def security_groups(self, values: Sequence[str], field: SpecPath) -> tuple[Ref[SecurityGroup], ...] | None:
        """The security groups that a list names, in name order; None if any is unknown."""
        refs = [self.ref(SecurityGroup, "security_group", value, at) for value, at in self.each(values, field)]
        if any(found is None for found in refs):
            return None
        return tuple(sorted(set(cast("list[Ref[SecurityGroup]]", refs)), key=lambda found: found.key))

    def vpc_of(self, word: str, name: str) -> str:
        """The name of the VPC that a nested entry stands in."""
        return str(self.names[word][name][1])

    def zone(self, subnet: str) -> str:
        """The zone of a subnet: its full name or identifier."""
        return self.zone_name(self.of(SUBNET)[subnet].model.zone)

    def zone_name(self, zone: str) -> str:
        """A zone as written, with the region put before a bare letter."""
        return self.region + zone if len(zone) == 1 else zone

    def _lost_a_subnet(self, tier: str) -> bool:
        path = self.names["tier"][tier]
        return any(
            word == "subnet" and self.parsed_path("subnet", name)[: len(path)] == path for word, name in self.broken
        )

    def parsed_path(self, word: str, name: str) -> SpecPath:
        """Where an entry stands, sound or not."""
        entry = self.parsed.entries.get(word, {}).get(name)
        return entry.path if entry else self.parsed.broken.get((word, name), ())

    def _drop_what_stands_in_broken_entries(self) -> None:
        """A subnet of a VPC that could not be read is not judged again."""
        for word, entries in self.parsed.entries.items():
            for name, entry in entries.items():
                path = entry.path
                inside_vpc = word in _IN_VPC and ("vpc", str(path[1])) in self.broken
                inside_tier = word == "subnet" and ("tier", str(path[3])) in self.broken
                if inside_vpc or inside_tier:
                    self.broken.add((word, name))

    def _gateways(self) -> None:
        """Internet gateways and egress-only gateways are named by their VPC."""
        for word, vpc in product(sorted(_GATEWAYS), self.of(VPC).values()):
            gateways = self.names.setdefault(word, {})
            gateway, path = getattr(vpc.model, word), (*vpc.path, word)
            if gateway is None:
                continue
            if gateway.name in gateways:
                related = (Related(at=gateways[gateway.name], label="first here"),)
                message = f"two {said(word)}s are called `{gateway.name}`"
                help_ = "a gateway is attached to one VPC; give each VPC its own"
                self.report(Finding(problem=NAME_TWICE, at=path, message=message, related=related, help=help_))
            gateways.setdefault(gateway.name, path)

    def _ambiguous(self, name: str, found: Sequence[Found], at: SpecPath) -> Finding:
        choices = " or ".join(f"`{one.word}:{one.name}`" for one in found)
        related = tuple(
            Related(at=self.names[one.word][one.name], label=f"the {said(one.word)}", on_key=True) for one in found
        )
        message = f"`{name}` may be " + " or ".join(f"the {said(one.word)}" for one in found)
        return Finding(problem=AMBIGUOUS_NAME, at=at, message=message, related=related, help=f"write {choices}")

    def _nearest(self, name: str, words: tuple[str, ...]) -> str | None:
        """The name of one of these kinds that may have been meant."""
        if words not in self._known:
            from infraspec.resolve.nearest import Names  # noqa: PLC0415 - nothing is near while a spec is right

            self._known[words] = Names(known for word in words for known in self.names.get(word, ()))
        return self._known[words].nearest(name)

    def _unknown(self, name: str, words: Sequence[str], at: SpecPath, how: How) -> Finding:
        from infraspec.resolve import unknown  # noqa: PLC0415 - every name is known while a spec is right

        elsewhere = [word for word in self.names if word not in words and name in self.names[word]]
        if elsewhere:
            word = elsewhere[0]
            return unknown.of_another_kind(name, word, words, at, self.names[word][name])
        meant = self._nearest(name, tuple(words))
        has_gateway = any(path[1:2] == at[1:2] for path in self.names.get("internet_gateway", {}).values())
        help_ = unknown.how_to_mend(name, words, at, meant, has_gateway=has_gateway)
        label = f"did you mean `{meant}`?" if meant is not None else ""
        paths = [self.names[word][meant] for word in words if meant is not None and meant in self.names.get(word, ())]
        related = tuple(Related(at=path, label="defined here", on_key=True) for path in paths[:1])
        help_ = help_ or unknown.those_there_are(self._known[tuple(words)].all, words, name)
        message = unknown.nothing_called(name, words)
        fixes = unknown.fixes_of(meant, at, how) if meant is not None else ()
        found = Finding(problem=UNKNOWN_NAME, at=at, message=message, label=label, related=related, help=help_)
        return replace(found, fixes=fixes)


def bare(value: str, word: str) -> str:
    """A name of one known kind, without the `kind:` that may stand before it."""
    return value.removeprefix(f"{word}:")
