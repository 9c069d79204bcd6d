"""Replicas of databases, and the options of engines."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance, OptionGroup
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import a_database

_REPLICA = "  orders-reader:\n    replica_of: orders{}\n    class: db.t4g.medium\n    security_groups: [db]\n"


def _sql_server(edition: str, mark: str) -> str:
    replica = _REPLICA.format(mark).replace("t4g.medium", "m6i.xlarge")
    return a_database(replica, engine=f"sqlserver-{edition}", version='"16.00"', **{"class": "db.m6i.xlarge"})


NO_REPLICAS = Problem(
    code="RDS145",
    name="database-without-replicas",
    level=Level.ERROR,
    title="A replica of a database that can have none",
    explanation="Replicas begin with a backup of their source, so RDS refuses them where `backup_days` is 0. Oracle has them in the "
    "Enterprise Edition alone, and SQL Server too.",
    bad=_sql_server("se", "  # <- RDS145"),
    good=_sql_server("ee", ""),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html",
)
_WITHOUT = ("oracle-se2", "oracle-se2-cdb", "sqlserver-se", "sqlserver-ex", "sqlserver-web")


def no_replicas(graph: Graph) -> Iterator[Finding]:
    """Look at the source of each replica."""
    for database in graph.of(DbInstance):
        if database.source is None:
            continue
        source = graph.get(database.source)
        days = source.backup_retention_period or 0
        if source.engine in _WITHOUT:
            message = f"{source.engine}, the engine of `{source.key}`, has no replicas"
            at, key = source, "engine"
            help_ = f"remove `{database.key}`"
        elif days == 0:
            message = f"`{source.key}` has no backups, so it can have no replica `{database.key}`"
            at, key = source, "backup_days"
            help_ = f"write `backup_days: 7` in `{source.key}`"
        else:
            continue
        yield Finding(
            problem=NO_REPLICAS,
            at=(*database.origin, "replica_of"),
            message=message,
            related=(Related(at=(*at.origin, key), label="its source"),),
            help=help_,
            fixes=fix(help_, Edit((*source.origin, "backup_days"), "7")) if key == "backup_days" else (),
        )


NO_OPTIONS = Problem(
    code="RDS141",
    name="engine-without-options",
    level=Level.ERROR,
    title="Options for an engine that has none",
    explanation="Option groups are for MySQL, MariaDB, Oracle and SQL Server. What PostgreSQL can do beside, its extensions do: they are "
    "made in the database, and some are named in `shared_preload_libraries` of `parameters`.",
    bad=a_database("    options: [PGAUDIT]  # <- RDS141\n", engine="postgres", version='"17"'),
    good=a_database("    parameters: {shared_preload_libraries: pgaudit}\n", engine="postgres", version='"17"'),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html",
)


def no_options(graph: Graph) -> Iterator[Finding]:
    """Look for option groups of PostgreSQL."""
    for group in graph.of(OptionGroup):
        if group.engine_name == "postgres":
            fixes = fix("remove `options`", Edit(group.origin, how=How.REMOVE))
            message, help_ = "PostgreSQL has no options", "remove `options`; extensions are made in the database"
            yield Finding(problem=NO_OPTIONS, at=group.origin, message=message, help=help_, fixes=fixes)


NO_SECRET = Problem(
    code="RDS146",
    name="replica-without-secret",
    level=Level.ERROR,
    title="The password of a replica",
    explanation="A replica has the users of its source, and no secret of its own. The secret of the source opens both.",
    bad=a_database(_REPLICA.format("")) + "outputs:\n  secret: {of: orders-reader, value: secret_arn}  # <- RDS146\n",
    good=a_database(_REPLICA.format("")) + "outputs:\n  secret: {of: orders, value: secret_arn}\n",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
)


def no_secret(graph: Graph) -> Iterator[Finding]:
    """Look for outputs of secrets among replicas."""
    replicas = {one.address: one.source for one in graph.of(DbInstance) if one.source is not None}
    for output in graph.outputs:
        for one in output.refs:
            if output.attribute == "secret_arn" and one in replicas:
                source = replicas[one].key
                at = ("outputs", output.name, "of")
                yield Finding(
                    problem=NO_SECRET,
                    at=at,
                    message=f"`{one.key}` is a replica, and has no secret of its own",
                    help=f"write `of: {source}`",
                    fixes=fix(f"write `of: {source}`", Edit(at, source)),
                )


RULES = (Rule(NO_REPLICAS, no_replicas), Rule(NO_OPTIONS, no_options), Rule(NO_SECRET, no_secret))
