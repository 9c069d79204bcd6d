"""Specs with one mistake each: some thirty kinds of slip, each made at every place of a spec where it can be made."""

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from examples import text_of

from infraspec.diagnostic import Span, SpecPath
from infraspec.source.document import read
from infraspec.source.located import Child, Data, Located
from infraspec.spec.base import SpecModel
from infraspec.spec.fields import _arguments, _model_in, _step, fields_at, required
from infraspec.spec.kinds import TOP, Kind
from infraspec.spec.reading import model_of
from infraspec.spec.tree import tree

_FREE = frozenset({"cloudformation", "terraform", "tags", "parameters", "instance_parameters", "routes", "icmp"})
"""Keys below which any text may stand, or text that looks like something else."""
_NO_REFERENCES = frozenset(
    {
        *("database", "username", "description", "name", "existing", "CNAME", "host", "path"),
        *("http", "https", "tcp", "namespace", "prefix", "target_tags", "token_domains"),
    }
)


_ANY_NUMBER = frozenset({"above", "at_least", "below", "at_most", "band", "default", "larger_than", "smaller_than"})
"""Keys of which no number is too large: thresholds, values, and sizes in bytes."""


class Place(NamedTuple):
    """A value of a spec, with its key where it has one of its own."""

    path: SpecPath
    data: Data
    where: Located
    key: Span | None
    via_anchor: bool = False
    """Whether what it stands in takes more from an anchor."""


class Mutant(NamedTuple):
    """A spec with one mistake at a place."""

    kind: str
    text: str
    at: int
    """Where the text was changed."""
    path: SpecPath
    """What stood there."""


class Meaning(NamedTuple):
    """What the language knows of a place."""

    model: type[SpecModel] | None
    """The model of the entry that it stands in; None for sections, and for names of entries."""
    loc: tuple[str | int, ...]
    """Where in that entry."""
    annotation: object
    is_name: bool
    """Whether the key is the name of an entry."""

    @property
    def holder(self) -> type[SpecModel] | None:
        """The model whose field this is."""
        here: object = self.model
        for part in self.loc[:-1]:
            here = _step(here, part)
        return _model_in(here)

    @property
    def choices(self) -> tuple[Any, ...]:
        """The words that it takes, where it takes a few."""
        return next((get_args(one) for one in _unions(self.annotation) if get_origin(one) is Literal), ())

    def takes(self, kind: object) -> bool:
        """Whether a plain type is among what it takes."""
        return any(one is kind or get_origin(one) is kind for one in _arguments(self.annotation))


def _unions(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for one in get_args(annotation):
            yield from _unions(one)


@cache
def meaning(path: SpecPath) -> Meaning:
    """What the language knows of what stands at a path."""
    node, kind, holds_names = tree(), TOP, False
    for depth, part in enumerate(path):
        if holds_names and node.named is not None:
            node, holds_names = node.named, False
            assert node.kind is not None
            kind = node.kind
            if depth == len(path) - 1:
                return Meaning(None, (), None, is_name=True)
        elif part in node.sections:
            node = node.sections[str(part)]
            holds_names = node.named is not None
        else:
            return _inside(kind, path[depth:])
    return Meaning(None, (), None, is_name=False)


def _inside(kind: Kind[SpecModel], loc: tuple[str | int, ...]) -> Meaning:
    model = _model(kind)
    annotation: object = model
    for part in loc:
        annotation = _step(annotation, part)
    return Meaning(model, loc, annotation, is_name=False)


def _model(kind: Kind[SpecModel]) -> type[SpecModel]:
    return model_of(kind.module, kind.model)


@cache
def places(name: str) -> tuple[Place, ...]:
    """Every value of a spec that is written where it is, once."""
    document, _, _ = read(text_of(name).encode(), "spec.yaml")
    assert document is not None
    found = {(one.where.start, one.where.end, one.path[-1:]): one for one in _below(document.data, document.root, ())}
    return tuple(found.values())


def _below(data: Data, where: Located, path: SpecPath) -> Iterator[Place]:
    if isinstance(data, dict) and isinstance(where.children, dict):
        merged = any(child.via is not None for child in where.children.values())
        for key, value in data.items():
            child: Child = where.children[key]
            if child.via is None:
                yield Place((*path, key), value, child.value, Span(child.key_start, child.key_end), merged)
                yield from _below(value, child.value, (*path, key))
    elif isinstance(data, list) and isinstance(where.children, list):
        for position, (value, inside) in enumerate(zip(data, where.children, strict=True)):
            yield Place((*path, position), value, inside, None)
            yield from _below(value, inside, (*path, position))


def mutants(name: str) -> Iterator[Mutant]:
    """Each mistake at each place where it can be made."""
    text = text_of(name)
    names = frozenset(str(place.path[-1]) for place in places(name) if meaning(place.path).is_name)
    for place in places(name):
        known = meaning(place.path)
        yield from _of_key(text, place, known)
        yield from _of_value(text, place, known, names)
        yield from _of_layout(text, place)


def _at(text: str, start: int, end: int, instead: str, kind: str, place: Place) -> Mutant:
    return Mutant(kind, text[:start] + instead + text[end:], start, place.path)


def _of_key(text: str, place: Place, known: Meaning) -> Iterator[Mutant]:
    """Slips in and around a key of the language."""
    key = place.key
    if key is None or known.is_name or (known.model is not None and known.holder is None):
        return
    written = text[key.start : key.end]
    fields = fields_at(known.model, known.loc[:-1]) if known.model else []
    if written not in fields and known.model is not None:
        return
    for kind, other in _other_keys(written):
        if other != written and other not in fields:
            yield _at(text, key.start, key.end, other, kind, place)
    alone, line, until = _own_line(text, place, key)
    merged = place.via_anchor
    needed = not merged and known.holder is not None and written in required(known.holder)
    if alone and not isinstance(place.data, dict | list):
        if needed:
            yield _at(text, line, until, "", "drop a key that is needed", place)
        yield _at(text, until, until, text[line:until], "write a key twice", place)
    if place.where.children is None and known.model is not None:
        yield _at(text, place.where.start, place.where.end, "", "a key without a value", place)
    if alone and known.model is not None:
        yield _at(text, line, line, f"{text[line : key.start]}colour: blue\n", "a key that does not exist", place)


def _other_keys(key: str) -> Iterator[tuple[str, str]]:
    """A key with a slip."""
    if len(key) > 3:
        yield "a letter of a key is missing", key[:-2] + key[-1]
        yield "two letters of a key are swapped", key[:-2] + key[-1] + key[-2]
        yield "a letter of a key is doubled", key[:2] + key[1] + key[2:]
        yield "a key in capitals", key.upper()
    if "_" in key:
        yield "a key with hyphens", key.replace("_", "-")
        yield "a key in camel case", re.sub("_(.)", lambda found: found[1].upper(), key)
    if len(key) > 2:
        yield "a key with an s too many", f"{key}s"


def _own_line(text: str, place: Place, key: Span) -> tuple[bool, int, int]:
    """Whether an entry has lines for itself, where they start, and where they end."""
    line = text.rfind("\n", 0, key.start) + 1
    end = text.find("\n", place.where.end)
    until = len(text) if end < 0 else end + 1
    rest = text[place.where.end : until].partition("#")[0].strip()
    return not text[line : key.start].strip() and not rest, line, until


def _of_value(text: str, place: Place, known: Meaning, names: frozenset[str]) -> Iterator[Mutant]:
    """Slips in a value."""
    start, end = place.where.start, place.where.end
    if known.model is None and place.key is not None:
        if isinstance(place.data, dict) and text[start] == "{":
            yield _at(text, start, end, "zzz", "a word instead of a mapping", place)
        return
    if place.where.children is not None:
        if known.takes(list) and isinstance(place.data, list) and text[start] == "[" and place.data:
            yield _at(text, start, end, "{zz: 1}", "a mapping instead of a list", place)
            yield _at(text, end - 1, end - 1, ", ~", "an item without a value", place)
        return
    for kind, instead in _other_values(text[start:end], place, known, names):
        if instead != text[start:end]:
            yield _at(text, start, end, instead, kind, place)


def _other_values(written: str, place: Place, known: Meaning, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    data, bare = place.data, written.rpartition(":")[2]
    if known.annotation is None or known.annotation is object or not _FREE.isdisjoint(known.loc[:-1]):
        return  # inside of a policy, or another place of which the language knows nothing
    yield "a mapping instead of a value", "{zz: 1}"
    yield "a tag", f"!Ref {written}"
    if isinstance(data, bool):
        yield "a word instead of true or false", "maybe"
        yield "yes instead of true", "yes" if data else "no"
        yield "true in quotes", f'"{written}"'
    elif isinstance(data, int):
        yield "a number in base 16", hex(data)
        yield "a number led by 0", f"0{data}"
        if known.loc[-1] in _ANY_NUMBER:
            return
        yield "a negative number", f"-{data or 1}"
        yield "a number in words", "many"
        yield "a number that is too large", "9999999999"
    elif isinstance(data, str):
        yield from _other_texts(written, bare, known, names)


def _other_texts(written: str, bare: str, known: Meaning, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    if re.fullmatch(r"[0-9.]+[.][0-9]+/[0-9]+", written):
        yield "a block with a number over 255", "300." + written.partition(".")[2]
        yield "a block with a prefix over 32", written.replace("/", "/9")
        yield "a block without its prefix", written.partition("/")[0]
        if not written.endswith(("/32", "/0")):
            yield "a block with host bits", re.sub(r"\.[0-9]+/", ".77/", written)
    elif bare in names and len(bare) > 2 and _NO_REFERENCES.isdisjoint(known.loc) and not _may_exist(known):
        yield "a reference with a letter missing", written[:-2] + written[-1]
        yield "a reference with letters swapped", written[:-2] + written[-1] + written[-2]
        yield "a reference to nothing", written.removesuffix(bare) + "nowhere-at-all"
    elif written in known.choices and len(written) > 3:
        yield "a word with a letter missing", written[:-2] + written[-1]
        yield "a word that is none of the choice", "something-else"
    if written[0] not in "\"'|>":
        yield "a quote that is not closed", f'"{written}'


def _may_exist(known: Meaning) -> bool:
    """Whether a name that no entry has is that of something that exists."""
    return known.model is not None and known.model.__name__ == "SessionDocument"


def _of_layout(text: str, place: Place) -> Iterator[Mutant]:
    """Slips in the spaces around a key, and in brackets."""
    key, start = place.key, place.where.start
    if place.where.children is not None and text[start] in "[{":
        yield _at(text, place.where.end - 1, place.where.end, "", "a bracket that is not closed", place)
    if key is None:
        return
    line = text.rfind("\n", 0, key.start) + 1
    if text[line : key.start].strip():
        return
    if key.start > line:
        yield _at(text, line, line + 1, "\t", "a tab", place)
    if place.where.children is None and text[key.end : key.end + 2] == ": " and text[start] not in "\"'|>":
        yield _at(text, key.end + 1, key.end + 2, "", "a space missing behind a colon", place)
    if place.where.children is None and text[key.end : key.end + 2] == ": ":
        yield _at(text, key.end, key.end + 1, "", "a colon missing", place)


def sample(name: str, most: int) -> list[Mutant]:
    """Some of a spec's mutants, as many of each kind where there are enough; the same ones in every run."""
    choose = random.Random(name)  # noqa: S311 - no secret
    of_kind: dict[str, list[Mutant]] = {}
    for one in mutants(name):
        of_kind.setdefault(one.kind, []).append(one)
    chosen: list[Mutant] = []
    for kind in sorted(of_kind):
        every = of_kind[kind]
        chosen += choose.sample(every, min(len(every), -(-most // len(of_kind))))
    return chosen
