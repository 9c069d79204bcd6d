"""Records that stand for another record."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.route53 import HostedZone, RecordSet
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD

_ZONE = HEAD + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n"

ALIAS_OF_NOTHING = Problem(
    code="DNS125",
    name="alias-without-address",
    level=Level.ERROR,
    title="An alias of a record that has no address",
    explanation="An alias answers with the addresses of another record of its zone. Route 53 refuses one of a name that has none, such as a "
    "`CNAME`, of a name in another zone, and of itself. `CNAME` may lead to any name, but not from the top of a zone.",
    bad=_ZONE
    + "    shop.example.com: {zone: example.com, CNAME: shop.example.net}\n"
    + "    www.example.com: {zone: example.com, alias: shop.example.com}  # <- DNS125\n",
    good=_ZONE
    + "    shop.example.com: {zone: example.com, CNAME: shop.example.net}\n"
    + "    www.example.com: {zone: example.com, CNAME: shop.example.com}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html",
)


def alias_of_nothing(graph: Graph) -> Iterator[Finding]:
    """Look for the records that each alias of a name leads to."""
    zones = {one.key: str(one.existing or one.key) for one in graph.of(HostedZone)}  # by whatever name a record has it
    standing = {(zones[one.zone.key], one.name, one.type) for one in graph.of(RecordSet)}
    entries = {one.name: one for one in graph.of(RecordSet)}
    seen: set[SpecPath] = set()
    for record in graph.of(RecordSet):
        target = record.alias.dns_name if record.alias and record.alias.hosted_zone_id is None else None
        if target is None or target not in entries or record.origin in seen:
            continue
        if target == record.name or (zones[record.zone.key], target, record.type) not in standing:
            seen.add(record.origin)
            other = entries[target]
            yield _finding(graph, record, other, is_far=zones[other.zone.key] != zones[record.zone.key])


def _finding(graph: Graph, record: RecordSet, other: RecordSet, *, is_far: bool) -> Finding:
    """What is wrong with the alias of another record, which is in another zone where it is far."""
    is_itself = other.name == record.name
    is_top = graph.get(record.zone).name == record.name  # where no CNAME stands
    what = f"in zone `{other.zone.key}`" if is_far else f"a {other.type} record"
    said = "itself" if is_itself else f"`{other.name}`, which is {what}"
    by_name = not is_top and (is_far or other.type == "CNAME")
    return Finding(
        problem=ALIAS_OF_NOTHING,
        at=(*record.origin, "alias"),
        message=f"`{record.name}` is an alias of {said}",
        related=() if is_itself else (Related(at=other.origin, label="this record", on_key=True),),
        help=f"write `CNAME: {other.name}`" if by_name else "name a load balancer, or a record with addresses",
    )


RULES = (Rule(ALIAS_OF_NOTHING, alias_of_nothing),)
