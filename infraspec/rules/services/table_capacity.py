"""How much of a table can be read and written."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.dynamodb import Table, Throughput
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import a_table

_MODES = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html"

CAPACITY = Problem(
    code="DDB102",
    name="table-capacity",
    level=Level.ERROR,
    title="A capacity that contradicts the rest of a table",
    explanation="A table has a capacity for reads and for writes, and so has each of its indexes; or it is on demand, and so are its "
    "indexes. What is never exceeded, `max_reads` and `max_writes`, is said of a table on demand alone.",
    bad=a_table("    read_capacity: 5  # <- DDB102\n"),
    good=a_table("    read_capacity: 5\n    write_capacity: 5\n"),
    source=_MODES,
)
BOUNDS = Problem(
    code="DDB108",
    name="table-capacity-bounds",
    level=Level.ERROR,
    title="A capacity whose least is more than its most",
    explanation="A capacity that follows the load moves between `min` and `max`.",
    bad=a_table("    read_capacity: {min: 50, max: 5}  # <- DDB108\n    write_capacity: 5\n"),
    good=a_table("    read_capacity: {min: 5, max: 50}\n    write_capacity: 5\n"),
    source="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
)


def _parts(table: Table) -> Iterator[tuple[Throughput, SpecPath]]:
    """What a table and each of its indexes can do, and their entries."""
    yield table.throughput, table.origin
    for index in table.global_indexes:
        yield index.throughput, (*table.origin, "global_indexes", index.name)


def capacity(graph: Graph) -> Iterator[Finding]:
    """Compare what is said of each table and index with how the table is paid for."""
    for table in graph.of(Table):
        if table.billing_mode == "PROVISIONED":
            yield from _half(table)
            yield from _bounded(table)
            continue
        for index in table.global_indexes:
            both = (("read_capacity", index.throughput.reads), ("write_capacity", index.throughput.writes))
            for field, units in both:
                if units is not None:
                    at = (*table.origin, "global_indexes", index.name, field)
                    message = f"table `{table.key}` is on demand, so index `{index.name}` has no capacity"
                    yield _surplus(at, field, message, f"remove `{field}`")


def _half(table: Table) -> Iterator[Finding]:
    """A capacity for one of the two alone."""
    reads, writes = table.throughput.reads, table.throughput.writes
    if reads is None or writes is None:
        there, missing = ("write_capacity", "read_capacity") if reads is None else ("read_capacity", "write_capacity")
        yield Finding(
            problem=CAPACITY,
            at=(*table.origin, there),
            message=f"table `{table.key}` has a `{there}`, and no `{missing}`",
            help=f"add `{missing}`, or remove `{there}` for a table on demand",
            fixes=fix(f"add `{missing}: 5`", Edit(table.origin, f"{missing}: 5", How.ADD)),
            on_key=True,
        )


def _bounded(table: Table) -> Iterator[Finding]:
    """A bound of what is paid for anyway. An index has its table's, which is said once."""
    throughput = table.throughput
    for field, bound in (("max_reads", throughput.max_reads), ("max_writes", throughput.max_writes)):
        if bound is not None:
            message = f"table `{table.key}` has a capacity, so it has no `{field}`"
            yield _surplus((*table.origin, field), field, message, f"remove `{field}`")
    for index in table.global_indexes:
        own = index.throughput
        for field, bound, of_table in (
            ("max_reads", own.max_reads, throughput.max_reads),
            ("max_writes", own.max_writes, throughput.max_writes),
        ):
            if bound is not None and of_table is None:
                at = (*table.origin, "global_indexes", index.name, field)
                message = f"table `{table.key}` has a capacity, so its index has no `{field}`"
                yield _surplus(at, field, message, f"remove `{field}`")


def _surplus(at: SpecPath, field: str, message: str, help_: str) -> Finding:
    fixes = fix(f"remove `{field}`", Edit(at, how=How.REMOVE))
    return Finding(problem=CAPACITY, at=at, message=message, help=help_, fixes=fixes)


def bounds(graph: Graph) -> Iterator[Finding]:
    """Compare both ends of each capacity that follows the load; what an index has of its table is said there."""
    for table in graph.of(Table):
        of_table = table.throughput
        for throughput, at in _parts(table):
            for field, units, inherited in (
                ("read_capacity", throughput.reads, of_table.reads),
                ("write_capacity", throughput.writes, of_table.writes),
            ):
                if units is None or units.maximum is None or units.minimum <= units.maximum:
                    continue
                if at == table.origin or units != inherited:
                    yield Finding(
                        problem=BOUNDS,
                        at=(*at, field),
                        message=f"a capacity cannot move from {units.minimum} up to {units.maximum}",
                        related=(Related(at=(*at, field, "max"), label="the most"),),
                        help=f"write `{{min: {units.maximum}, max: {units.minimum}}}`",
                        fixes=fix(
                            f"write `{{min: {units.maximum}, max: {units.minimum}}}`",
                            Edit((*at, field, "min"), str(units.maximum)),
                            Edit((*at, field, "max"), str(units.minimum)),
                        ),
                    )


RULES = (Rule(CAPACITY, capacity), Rule(BOUNDS, bounds))
