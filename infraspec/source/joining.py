"""Two mappings as one: side by side, where each name stands once, or one over the other."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple, Protocol, Self, cast

from infraspec.diagnostic import Finding, Related, Span
from infraspec.source.located import Child, Data, Document, Located
from infraspec.source.problems import DEFINED_TWICE, NOTHING_REMOVED
from infraspec.source.reader import MAX_FINDINGS

_FEW = 300
"""So many names are compared with a misspelt one."""


class Shape(Protocol):
    """Which mappings hold the entries of a language, and which hold sections of them."""

    @property
    def sections(self) -> Mapping[str, Any]:
        """The keys that hold entries or further sections, each with its own shape."""

    @property
    def named(self) -> Any:
        """The shape of each entry, where the keys are names; None where they are not."""


class Tree(NamedTuple):
    """A mapping and its characters."""

    data: dict[str, Data]
    where: Located

    @classmethod
    def of(cls, document: Document) -> Self:
        """The tree of a document that is a mapping."""
        return cls(cast("dict[str, Data]", document.data), document.root)

    @property
    def places(self) -> dict[str, Child]:
        """The characters of each entry."""
        return cast("dict[str, Child]", self.where.children)

    def child(self, key: str) -> Child | None:
        """Where an entry stands."""
        return self.places.get(key)

    def below(self, key: str) -> "Tree | None":
        """What an entry holds, if it is a mapping."""
        value, where = self.data.get(key), self.places[key].value if key in self.data else None
        return Tree(value, where) if isinstance(value, dict) and where is not None else None

    def without(self, key: str) -> "Tree":
        """The same but for one entry."""
        if key not in self.data:
            return self
        data = {name: value for name, value in self.data.items() if name != key}
        return self.made(data, {name: place for name, place in self.places.items() if name != key})

    def put(self, key: str, inside: "Tree") -> "Tree":
        """The same with other entries in the mapping that an entry holds."""
        place = self.places[key]._replace(value=inside.where)
        return self.made({**self.data, key: inside.data}, {**self.places, key: place})

    def made(self, data: dict[str, Data], places: dict[str, Child]) -> "Tree":
        """Other entries at the same place."""
        return Tree(data, self.where._replace(children=places))


def joined(first: Tree, second: Tree, shape: Shape, findings: list[Finding]) -> Tree:
    """Both; what may not stand in two files is reported, and stays as the first has it."""
    data, places = dict(first.data), dict(first.places)
    for key, place in second.places.items():
        inside = shape.named or shape.sections.get(key)
        one, other = first.below(key), second.below(key)
        if key not in data:
            data[key], places[key] = second.data[key], place
        elif inside is None or one is None or other is None:
            findings.append(_twice(key, places[key], place, is_name=shape.named is not None))
        elif _both_define(one, other, inside):
            said = [[name for name in part.data if name not in inside.sections] for part in (one, other)]
            findings.append(_twice(key, places[key], place, said, is_name=shape.named is not None))
            data[key], where = joined(one, other, inside, [])  # so that nothing of either is missed elsewhere
            places[key] = places[key]._replace(value=where)
        else:
            data[key], where = joined(one, other, inside, findings)
            places[key] = places[key]._replace(value=where)
    return first.made(data, places)


def _both_define(one: Tree, other: Tree, shape: Shape) -> bool:
    """Whether two parts of an entry both say more of it than its sections."""
    if shape.named is not None:
        return False
    return all(any(key not in shape.sections for key in part.data) or not part.data for part in (one, other))


def _twice(key: str, first: Child, again: Child, said: Sequence[Sequence[str]] = ((), ()), *, is_name: bool) -> Finding:
    """The finding for what stands in two files; `said` is what each says beside its sections, and only one may."""
    few, many = sorted(said, key=len)
    is_split = bool(few) and not set(few) & set(many)
    move = f"move {' and '.join(f'`{one}`' for one in few)} to where `{many[0]}` is" if is_split else ""
    return Finding(
        problem=DEFINED_TWICE,
        at=Span(again.key_start, again.key_end),
        message=f"`{key}` is defined in two files" if is_name else f"`{key}` stands in two files",
        label="and here again",
        related=(Related(at=Span(first.key_start, first.key_end), label="first here"),),
        help=move or "keep one of the two; an overlay changes what another file says",
    )


def laid_over(base: Tree, over: Tree, findings: list[Finding]) -> Tree:
    """`over` on top of `base`: mappings merge by key, all else replaces, and nothing (`null`) removes."""
    data, places = dict(base.data), dict(base.places)
    for key, place in over.places.items():
        below, above = base.below(key), over.below(key)
        if over.data[key] is None:
            if key not in data and len(findings) < MAX_FINDINGS:
                findings.append(_not_there(key, place, base))
            data.pop(key, None)
            places.pop(key, None)
        elif below is not None and above is not None:
            data[key], where = laid_over(below, above, findings)
            places[key] = places[key]._replace(value=where)
        else:
            data[key], places[key] = over.data[key], place
    return base.made(data, places)


def _not_there(key: str, place: Child, base: Tree) -> Finding:
    """The finding for the removal of nothing."""
    near = [name.lower() for name in base.data][:_FEW]
    close = next(iter(get_close_matches(key.lower(), near, n=1)), None)
    meant = next((name for name in base.data if name.lower() == close), None)
    defined = base.places[meant] if meant is not None else None
    return Finding(
        problem=NOTHING_REMOVED,
        at=Span(place.key_start, place.key_end),
        message=f"`{key}` is not there, so nothing is removed",
        label=f"did you mean `{meant}`?" if meant else "",
        related=(Related(at=Span(defined.key_start, defined.key_end), label="this is there"),) if defined else (),
        help=f"write `{meant}`" if meant else "remove this line",
    )
