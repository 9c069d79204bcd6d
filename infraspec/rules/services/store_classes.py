"""Classes of document clusters and caches, and caches' versions: what the tables know."""

from collections.abc import Iterator

from infraspec.analysis.stores import Cache, caches
from infraspec.data.store_classes import cache_classes, cache_versions, date, document_classes
from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath, choices
from infraspec.graph.docdb import DocDbInstance
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import CACHES, a_cache, a_document_cluster

DOCUMENT = Problem(
    code="DOC102",
    name="unknown-document-class",
    level=Level.WARNING,
    title="A class that DocumentDB is not known to have",
    explanation=f"Classes are compared with a list of {date()}; one that is younger can be used all the same.",
    bad=a_document_cluster(**{"class": "db.m5.large  # <- DOC102"}),
    good=a_document_cluster(),
    source="https://docs.aws.amazon.com/documentdb/latest/developerguide/db-instance-classes.html",
)
CACHE = Problem(
    code="CCH114",
    name="unknown-cache-class",
    level=Level.WARNING,
    title="A class that ElastiCache is not known to have",
    explanation=f"Classes are compared with a list of {date()}; one that is younger can be used all the same.",
    bad=a_cache(**{"class": "cache.t4g.large  # <- CCH114"}),
    good=a_cache(),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html",
)


def document_class(graph: Graph) -> Iterator[Finding]:
    """Look each class up, once where it is written once."""
    told = set()
    for instance in graph.of(DocDbInstance):
        is_mapped = isinstance(instance.origin[-1], str) and instance.origin[-1] != "instances"
        at = (*(instance.origin if is_mapped else graph.get(instance.cluster).origin), "class")
        if instance.instance_class not in document_classes() and at not in told:
            told.add(at)
            yield _unknown(DOCUMENT, at, instance.instance_class, "DocumentDB", document_classes())


def cache_class(graph: Graph) -> Iterator[Finding]:
    """Look each class up."""
    for cache in caches(graph):
        if cache.node_type not in cache_classes():
            yield _unknown(CACHE, (*cache.origin, "class"), cache.node_type, "ElastiCache", cache_classes())


def _unknown(problem: Problem, at: SpecPath, name: str, service: str, known: frozenset[str]) -> Finding:
    from difflib import get_close_matches  # noqa: PLC0415 - nothing is near while a spec is right

    near = get_close_matches(name, sorted(known), n=3)
    return Finding(
        problem=problem,
        at=at,
        message=f"no class {name} of {service} is in the list of {date()}",
        help=f"write one such as {near[0]}" if near else "write another",
        fixes=choices(at, near),
    )


VERSION = Problem(
    code="CCH109",
    name="unknown-cache-version",
    level=Level.WARNING,
    title="A version that ElastiCache is not known to have",
    explanation="Valkey's versions, and Redis's from 6 on, have two numbers (`8.0`, `7.1`), Memcached's three (`1.6.22`). They are compared "
    f"with a list of {date()}; one that is younger can be used all the same.",
    bad=a_cache(version='"8"  # <- CCH109'),
    good=a_cache(),
    source=CACHES,
)


def cache_version(graph: Graph) -> Iterator[Finding]:
    """Look each version up."""
    for cache in caches(graph):
        engine = engine_of(cache)
        known = cache_versions(engine)
        if cache.engine_version not in known:
            at = (*cache.origin, "version")
            near = [one for one in known if one.startswith(f"{cache.engine_version.partition('.')[0]}.")] or known
            yield Finding(
                problem=VERSION,
                at=at,
                message=f"no version {cache.engine_version} of {engine} is in the list of {date()}",
                related=(Related(at=(*cache.origin, "engine"), label="this engine"),),
                help=f'write one such as "{near[-1]}"',
                fixes=choices(at, (f'"{one}"' for one in reversed(near))),
            )


def engine_of(cache: Cache) -> str:
    """The engine of a cache."""
    return cache.engine if isinstance(cache, ReplicationGroup) else "memcached"


RULES = (Rule(DOCUMENT, document_class), Rule(CACHE, cache_class), Rule(VERSION, cache_version))
