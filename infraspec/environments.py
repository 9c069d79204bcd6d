"""What makes of one spec that of an environment: further files, overlays and variables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from infraspec.deploy_time import Later
from infraspec.diagnostic import Finding, Related, Span, SpecPath
from infraspec.source.joining import Tree
from infraspec.source.located import Child, Data, Document, Located
from infraspec.source.scalars import plain_value
from infraspec.source.substitution import Setting, escaped, substituted
from infraspec.spec.environment import Declared, environment
from infraspec.spec.problems import NEEDED_WHEN_COMPILED
from infraspec.spec.refusal import NotSettable

if TYPE_CHECKING:
    from infraspec.graph.graph import Graph
    from infraspec.spec.written_out import Part

ReadFile = Callable[[str], str | None]


class Layers(NamedTuple):
    """What is said of a spec from outside."""

    overlays: tuple[tuple[str, bytes], ...]
    """Files that are laid over it in this order, each by name and content."""
    settings: Mapping[str, str]
    """What its variables are set to."""


def laid_out(
    document: Document, read_file: ReadFile, layers: Layers, *, advice: bool
) -> tuple[Document | None, tuple[Finding, ...]]:
    """A spec with all its files and the values of its variables in it; None where nothing can be said of it."""
    found: tuple[Finding, ...] = ()
    if isinstance(document.data, dict) and ("include" in document.data or layers.overlays):
        from infraspec.source.layers import layered  # noqa: PLC0415 - most specs stand in one file
        from infraspec.spec.tree import tree  # noqa: PLC0415 - as above

        made, found = layered(document, read_file, layers.overlays, tree())
        if made is None:
            return None, found
        document = made
    document, more = _with_variables(document, layers.settings, advice=advice)
    return document, (*found, *more)


def _with_variables(
    document: Document, settings: Mapping[str, str], *, advice: bool
) -> tuple[Document, tuple[Finding, ...]]:
    """A spec with the values of its variables in it; one that declares none keeps every `${` as it is."""
    data = document.data
    entries = data.get("variables") if isinstance(data, dict) else None
    if not isinstance(entries, dict):
        if settings and (entries is None and document.is_whole):
            raise NotSettable(f"{next(iter(settings))}: the spec has no `variables`")
        return document, ()
    given = {name: (text, plain_value(text)) for name, text in settings.items()}
    declared, found = environment(entries, given, is_whole=document.is_whole)
    document = _with_defaults(
        document, {name: cast("Data", declared[name].value) for name in given if name in declared}
    )
    known = {name: _setting(name, one, document) for name, one in declared.items()}
    document, more = substituted(document, known, advice=advice)
    return document, (*found, *more)


def _setting(name: str, declared: Declared, document: Document) -> Setting:
    """A variable, and where its value stands."""
    default = None if declared.note else document.locate(("variables", name, "default"))[0]
    return Setting(cast("Data", declared.value), default, declared.note, declared.is_later)


def _with_defaults(document: Document, values: Mapping[str, Data]) -> Document:
    """A spec whose variables have the values that they were given: what is left to the deployment starts from there."""
    if not values:
        return document
    spec = Tree.of(document)
    section = spec.below("variables")
    for name, value in values.items():
        entry = section.below(name) if section is not None else None
        if value is not None and entry is not None and section is not None:
            key = section.places[name]
            span = Span(key.key_start, key.key_end)
            nowhere = Child(span.start, span.end, Located(span.end, span.end, None), span)
            section = section.put(
                name, entry.made({**entry.data, "default": value}, {**entry.places, "default": nowhere})
            )
    made = spec.put("variables", section) if section is not None else spec
    return replace(document, data=made.data, root=made.where)


def lost(document: Document, graph: Graph) -> Iterator[Finding]:
    """Each use of a variable of `deploy_time` that one of the two documents of a sound spec does not hold."""
    from infraspec.cloudformation.emit import sites as of_cloudformation  # noqa: PLC0415 - only such specs need it
    from infraspec.terraform.emit import sites as of_terraform  # noqa: PLC0415 - as above

    later = {one.name for one in graph.variables}
    held = of_cloudformation(graph) & of_terraform(graph)
    for path, start in _used(document.root, ()):
        name = next((one.variable for one in document.uses.get(start, ()) if one.variable in later), None)
        if name is None or start in held:
            continue
        yield Finding(
            problem=NEEDED_WHEN_COMPILED,
            at=path,
            message=f"this must be known when the spec is compiled, and `{name}` is set when it is deployed",
            related=(Related(at=("variables", name, "deploy_time"), label="a parameter of both documents"),),
            help=f"remove `deploy_time` from `{name}`, or write the value here",
        )


def _used(where: Located, path: SpecPath) -> Iterator[tuple[SpecPath, int]]:
    """Each scalar of a spec by its path, and where it starts."""
    inside = where.children
    if isinstance(inside, dict):
        for key, child in inside.items():
            yield from _used(child.value, (*path, key))
    elif isinstance(inside, list):
        for position, one in enumerate(inside):
            yield from _used(one, (*path, position))
    else:
        yield path, where.start


def put_in(whole: Part, later: frozenset[str]) -> Part:
    """A spec that is written out, without the variables whose values stand in it now; `later` are the others."""
    value = cast("dict[str, Part]", whole.value)
    made = {key: _open_again(part) if later else part for key, part in value.items() if key != "variables"}
    variables = value["variables"]
    if later and isinstance(variables.value, dict):
        kept = {name: part for name, part in variables.value.items() if name in later}
        made["variables"] = variables._replace(value=kept)
    return whole._replace(value=made)


def _open_again(part: Part) -> Part:
    """A part in which what is left to the deployment stands as it was written."""
    value = part.value
    if isinstance(value, dict):
        return part._replace(value={key: _open_again(one) for key, one in value.items()})
    if isinstance(value, list):
        return part._replace(value=[_open_again(one) for one in value])
    if isinstance(value, Later):
        texts = (f"${{{one.text}}}" if one.is_variable else escaped(one.text) for one in value.pieces)
        return part._replace(value="".join(texts))
    return part._replace(value=escaped(value)) if isinstance(value, str) else part
