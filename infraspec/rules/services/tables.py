"""Keys, indexes and names of tables that DynamoDB refuses."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.dynamodb import Key, Table
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import TABLES, a_table

KEY = Problem(
    code="DDB101",
    name="table-key",
    level=Level.ERROR,
    title="A key whose two attributes are one",
    explanation="The partition key and the sort key of a table, or of an index, are two different attributes, with names of 1 to 255 "
    "characters.",
    bad=a_table("    sort_key: customer  # <- DDB101\n"),
    good=a_table("    sort_key: placed_at\n"),
    source="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeySchemaElement.html",
)
_LONGEST = 255


def _keys(table: Table) -> Iterator[tuple[Key, SpecPath]]:
    """Every key, and the entry that has it."""
    yield table.keys, table.origin
    for local in table.local_indexes:
        yield Key(table.keys.partition, local.sort_key), (*table.origin, "local_indexes", local.name)
    for index in table.global_indexes:
        yield index.keys, (*table.origin, "global_indexes", index.name)


def key(graph: Graph) -> Iterator[Finding]:
    """Compare the attributes of each key."""
    for table in graph.of(Table):
        for one, at in _keys(table):
            if one.sort == one.partition:
                yield Finding(
                    problem=KEY,
                    at=(*at, "sort_key"),
                    message=f"`{one.sort}` is both keys of `{at[-1]}`",
                    help="sort by another attribute, or remove `sort_key`",
                )
        for name, _ in table.attributes:
            if not 1 <= len(name.encode()) <= _LONGEST:
                message = f"an attribute of `{table.key}` has a name of {len(name.encode())} bytes"
                yield Finding(problem=KEY, at=table.origin, message=message, help=f"write 1 to {_LONGEST}", on_key=True)


LOCAL = Problem(
    code="DDB103",
    name="local-index-without-sort-key",
    level=Level.ERROR,
    title="A local index of a table that sorts nothing",
    explanation="A local index is another order of the items that have one partition key, so its table has a sort key. An index without "
    "one is a global one.",
    bad=a_table("    local_indexes: {by-total: {sort_key: total}}  # <- DDB103\n"),
    good=a_table("    sort_key: placed_at\n    local_indexes: {by-total: {sort_key: total}}\n"),
    source="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html",
)


def local(graph: Graph) -> Iterator[Finding]:
    """Look for the sort key of each table that has local indexes."""
    for table in graph.of(Table):
        if table.local_indexes and table.keys.sort is None:
            yield Finding(
                problem=LOCAL,
                at=(*table.origin, "local_indexes"),
                message=f"table `{table.key}` has local indexes, but no sort key",
                help="add `sort_key`, or write `global_indexes`",
            )


COUNT = Problem(
    code="QUO121",
    name="table-indexes",
    level=Level.ERROR,
    title="More indexes than a table can have",
    explanation="A table has at most 5 local and, unless the quota was raised, 20 global indexes; each carries at most 20 chosen "
    "attributes, and all together 100.",
    bad=a_table(
        "    sort_key: placed_at\n    local_indexes:  # <- QUO121\n"
        + "".join(f"      by-{number}: {{sort_key: number{number}}}\n" for number in range(6))
    ),
    good=a_table(
        "    sort_key: placed_at\n    local_indexes:\n"
        + "".join(f"      by-{number}: {{sort_key: number{number}}}\n" for number in range(5))
    ),
    source="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
)
_CARRIED, _CARRIED_BY_ALL = 20, 100


def count(graph: Graph) -> Iterator[Finding]:
    """Count the indexes of each table, and what they carry."""
    for table in graph.of(Table):
        for field, indexes, most in (
            ("local_indexes", table.local_indexes, 5),
            ("global_indexes", table.global_indexes, 20),
        ):
            if len(indexes) > most:
                message = f"table `{table.key}` has {len(indexes)} {field.replace('_', ' ')}, and {most} are the most"
                at = (*table.origin, field)
                yield Finding(problem=COUNT, at=at, message=message, help=f"keep {most}", on_key=True)
            for one in indexes:
                if len(one.projection.attributes) > _CARRIED:
                    message = f"index `{one.name}` carries {len(one.projection.attributes)} chosen attributes"
                    at = (*table.origin, field, one.name, "include")
                    yield Finding(problem=COUNT, at=at, message=message, help=f"keep {_CARRIED}, or carry all")
        carried = [one.projection for one in table.local_indexes] + [one.projection for one in table.global_indexes]
        every = sum(len(one.attributes) for one in carried)
        if every > _CARRIED_BY_ALL:
            message = f"the indexes of table `{table.key}` carry {every} chosen attributes together"
            yield Finding(
                problem=COUNT,
                at=table.origin,
                message=message,
                help=f"keep {_CARRIED_BY_ALL}, or carry all",
                on_key=True,
            )


NAME = Problem(
    code="NAM127",
    name="table-name",
    level=Level.ERROR,
    title="A name that cannot be a table's or an index's",
    explanation="A table and an index are called by 3 to 255 letters, digits, hyphens, dots and underscores.",
    bad=a_table(name="order items:  # <- NAM127"),
    good=a_table(name="order-items:"),
    source=TABLES,
)
_NAME = r"[A-Za-z0-9_.-]{3,255}\Z"


def name_of(graph: Graph) -> Iterator[Finding]:
    """Compare each name with the form."""
    for table in graph.of(Table):
        named = [(table.name, table.origin)]
        named += [(one.name, (*table.origin, "local_indexes", one.name)) for one in table.local_indexes]
        named += [(one.name, (*table.origin, "global_indexes", one.name)) for one in table.global_indexes]
        for name, at in named:
            if re.match(_NAME, name):
                continue
            meant = re.sub(r"[^A-Za-z0-9_.-]+", "-", name)
            is_near = re.match(_NAME, meant) is not None
            yield Finding(
                problem=NAME,
                at=at,
                message=f"`{name}` cannot be the name of {'a table' if at == table.origin else 'an index'}",
                help=f"write `{meant}`" if is_near else "write 3 to 255 letters, digits, hyphens, dots and underscores",
                fixes=fix(f"write `{meant}`", Edit(at, meant, How.RENAME)) if is_near else (),
                on_key=True,
            )


TWICE = Problem(
    code="DDB111",
    name="index-name-twice",
    level=Level.ERROR,
    title="Two indexes of a table with one name",
    explanation="Local and global indexes of a table share their names.",
    bad=a_table(
        "    sort_key: placed_at\n    local_indexes: {by-total: {sort_key: total}}\n"
        "    global_indexes: {by-total: {partition_key: total}}  # <- DDB111\n"
    ),
    good=a_table(
        "    sort_key: placed_at\n    local_indexes: {by-total: {sort_key: total}}\n"
        "    global_indexes: {of-total: {partition_key: total}}\n"
    ),
    source=TABLES,
)


def twice(graph: Graph) -> Iterator[Finding]:
    """Compare the names of local and global indexes."""
    for table in graph.of(Table):
        locals_ = {one.name for one in table.local_indexes}
        for one in table.global_indexes:
            if one.name in locals_:
                first = (*table.origin, "local_indexes", one.name)
                yield Finding(
                    problem=TWICE,
                    at=(*table.origin, "global_indexes", one.name),
                    message=f"two indexes of `{table.key}` are called `{one.name}`",
                    related=(Related(at=first, label="the local one", on_key=True),),
                    help="rename one of the two",
                    on_key=True,
                )


RULES = (Rule(KEY, key), Rule(LOCAL, local), Rule(COUNT, count), Rule(NAME, name_of), Rule(TWICE, twice))
