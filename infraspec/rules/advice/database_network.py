"""Where databases stand: zones, addresses, and ways to the internet."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.analysis.databases import Database, databases, is_public, subnets_of, what
from infraspec.analysis.interfaces import places
from infraspec.analysis.internet import way_out
from infraspec.analysis.ledger import free, ledgers
from infraspec.analysis.routing import routing
from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, Safety, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.advice.database_examples import PAGE, a_database
from infraspec.rules.rule import Rule

SINGLE = Problem(
    code="NET406",
    name="database-without-standby",
    level=Level.NOTE,
    title="A database without a standby in another zone",
    explanation="When its zone or its machine fails, it is away until RDS has built another, and so it is during maintenance. A standby "
    "takes over within a minute or two and costs as much again. It is not missed in tests.",
    bad=a_database(top="  # <- NET406", lines="multi_az: false"),
    good=a_database(),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
)
FULL = Problem(
    code="NET208",
    name="database-subnet-without-spare-address",
    level=Level.WARNING,
    title="A subnet with too few addresses left for its databases",
    explanation="A database takes an address in one of its subnets, and another in the subnet that it fails over to or is rebuilt in. A "
    "subnet keeps an address for each database that may come, and one to spare.",
    bad="",
    good="",
    source=PAGE,
)
PUBLIC = Problem(
    code="SEC307",
    name="public-database",
    level=Level.NOTE,
    title="A database with a public address",
    explanation="Its groups are all that stands between it and the internet. Machines of the VPC, and people through Session Manager or a "
    "VPN, need no public address of it.",
    bad=a_database(lines="public: true  # <- SEC307\n    multi_az: true", routes="0.0.0.0/0: igw"),
    good=a_database(lines="multi_az: true"),
    source="https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
)
BY_GATEWAY = Problem(
    code="NET309",
    name="database-in-public-subnet",
    level=Level.NOTE,
    title="A database without a public address in a subnet that leads to the internet",
    explanation="It cannot be reached from outside, but one word, `public: true`, would change that. Subnets of databases have a route table "
    "without a route to an internet gateway.",
    bad=a_database(routes="0.0.0.0/0: igw").replace("    subnets: tier:data", "    subnets: tier:data  # <- NET309"),
    good=a_database(),
    source=PAGE,
)


def single(graph: Graph) -> Iterator[Finding]:
    """Look for the standby of each database."""
    for database in graph.of(DbInstance):
        if not database.multi_az and database.source is None:
            zones = sorted({canonical(one.zone) for one in subnets_of(graph, database)})
            yield Finding(
                problem=SINGLE,
                at=database.origin,
                message=f"database `{database.key}` has no standby, so it fails with its zone",
                help=f"write `multi_az: true`; it may stand in {' and '.join(zones)}",
                fixes=_standby(database),
                on_key=True,
            )


def _standby(database: DbInstance) -> tuple[Fix, ...]:
    """The standby, which doubles the price, where the engine has one and the zone is left to RDS."""
    if database.availability_zone is not None or database.engine in ("sqlserver-ex", "sqlserver-web"):
        return ()
    return fix("write `multi_az: true`", Edit((*database.origin, "multi_az"), "true"), safety=Safety.CHOICE)


def full(graph: Graph) -> Iterator[Finding]:
    """Count the databases of each subnet against the addresses that are left in it."""
    wanted: dict[str, list[Database]] = defaultdict(list)
    for database in databases(graph):
        for subnet in places(graph, database):
            wanted[subnet.key].append(database)
    books = ledgers(graph) if wanted else {}
    for name, these in wanted.items():
        left = free(books[name])
        if left < len(these) + 1 and books[name].subnet.existing is None:
            subnet = books[name].subnet
            yield Finding(
                problem=FULL,
                at=(*subnet.origin, "cidr"),
                message=f"`{name}` has {max(left, 0)} addresses left, and {len(these)} databases may stand in it",
                related=(Related(at=these[0].origin, label="may stand here", on_key=True),),
                help=f"write a larger block than /{subnet.cidr.prefixlen}",
            )


def public(graph: Graph) -> Iterator[Finding]:
    """Look for public databases."""
    for database in databases(graph):
        if is_public(graph, database):
            at = (*database.origin, "public")
            message = f"{what(database)} `{database.key}` has a public address"
            help_ = "remove `public: true`, and reach it from inside the VPC"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            yield Finding(problem=PUBLIC, at=at, message=message, help=help_, fixes=fixes)


def by_gateway(graph: Graph) -> Iterator[Finding]:
    """Look for the way out of the subnets of each database that is not public."""
    found = routing(graph)
    for database in databases(graph):
        opened = [one for one in places(graph, database) if way_out(graph, found, one) == "gateway"]
        if opened and not is_public(graph, database):
            table = found.table[opened[0].key].key
            yield Finding(
                problem=BY_GATEWAY,
                at=(*database.origin, "subnets"),
                message=f"`{opened[0].key}`, in which {what(database)} `{database.key}` may stand, leads to an internet gateway",
                related=(Related(at=opened[0].origin, label=f"its routes are `{table}`", on_key=True),),
                help="name subnets whose route table has no route to an internet gateway",
            )


RULES = (
    Rule(FULL, full, needs_whole=True),
    Rule(BY_GATEWAY, by_gateway),
    Rule(SINGLE, single),
    Rule(PUBLIC, public),
)
