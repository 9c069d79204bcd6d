"""What is asked of both backends beside their documents: whether they know words of their own, and what they make."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Resource
from infraspec.source.located import Document


def wrong_overrides(graph: Graph) -> Iterator[Finding]:
    """What the backends say against words of their own: asked of a spec that is sound but for them."""
    if any(one.cloudformation for one in graph.overrides):
        from infraspec.cloudformation import emit as cloudformation

        yield from cloudformation.wrong_overrides(graph)
    if any(one.terraform for one in graph.overrides):
        from infraspec.terraform import emit as terraform

        yield from terraform.wrong_overrides(graph)


def places(document: Document | None) -> Callable[[SpecPath], tuple[str, str]]:
    """What says where a path of a spec stands, as `file:line`, and the path as text."""
    from infraspec.source.places import Places

    assert document is not None  # noqa: S101 - a sound spec has a document
    return Places(document).of


class Thing(NamedTuple):
    """Something that is emitted, and where it comes from."""

    backend: str
    """`cloudformation` or `terraform`."""
    id: str
    """Its logical id, or its address."""
    type: str
    path: SpecPath


def things(graph: Graph, only: Resource | None = None) -> Iterator[Thing]:
    """Everything that both documents of a sound spec make; or what they make of one node."""
    from infraspec.cloudformation import emit as cloudformation
    from infraspec.terraform import emit as terraform

    yield from (Thing("cloudformation", *one) for one in cloudformation.made(graph, only))
    yield from (Thing("terraform", *one) for one in terraform.made(graph, only))
