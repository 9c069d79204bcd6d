"""Names of databases: identifiers, users, and the databases inside."""

import re
from collections.abc import Iterator

from infraspec.analysis.databases import databases, originals
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.graph.rds_cluster import DbClusterInstance
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import API, a_database


def _example(lines: str, name: str) -> str:
    return a_database(lines, name=name, engine="postgres", version='"17"')


IDENTIFIER = Problem(
    code="NAM114",
    name="database-identifier",
    level=Level.ERROR,
    title="A name that cannot be a database's identifier",
    explanation="A database's name is its identifier in RDS: 1 to 63 lower-case letters, digits and single hyphens (15 for SQL Server), "
    "the first a letter and the last no hyphen. RDS keeps capitals as lower case, which Terraform refuses.",
    bad=_example("", "Orders_DB:  # <- NAM114"),
    good=_example("", "orders-db:"),
    source=API,
)
_IDENTIFIER = r"[a-z](?:-?[a-z0-9])*\Z"


def identifier(graph: Graph) -> Iterator[Finding]:
    """Compare each database's name with RDS's form."""
    named = [*databases(graph), *(one for one in graph.of(DbClusterInstance) if one.origin[-1] == one.key)]
    for database in named:
        name = database.identifier
        longest = 15 if database.engine.startswith("sqlserver") else 63
        if len(name) > longest:
            found = f"it has {len(name)} characters, and {longest} are the most"
        elif not re.match(_IDENTIFIER, name):
            found = _what(name)
        else:
            continue
        meant = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:longest].strip("-")
        yield Finding(
            problem=IDENTIFIER,
            at=database.origin,
            message=f"a database cannot be called `{name}`",
            label=found,
            help=f"write `{meant}`" if re.match(_IDENTIFIER, meant) else "start with a letter",
            fixes=fix(f"write `{meant}`", Edit(database.origin, meant, How.RENAME))
            if re.match(_IDENTIFIER, meant)
            else (),
            on_key=True,
        )


def _what(name: str) -> str:
    """The first thing that an identifier may not have."""
    wrong = next((character for character in name if not re.match(r"[a-zA-Z0-9-]", character)), None)
    if wrong is not None:
        return f"`{wrong}` cannot stand in it"
    if name != name.lower():
        return "RDS keeps it in lower case"
    return "it starts with a letter" if not name[0].isalpha() else "hyphens stand alone, between others"


RESERVED = Problem(
    code="NAM117",
    name="reserved-subnet-group",
    level=Level.ERROR,
    title="A database called `default`",
    explanation="A database's subnet group is called like the database, and AWS keeps the name `default` for groups of its own.",
    bad=_example("", "default:  # <- NAM117"),
    good=_example("", "orders:"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html",
)


def reserved(graph: Graph) -> Iterator[Finding]:
    """Look for AWS's own name."""
    for database in originals(graph):
        if database.identifier == "default":
            yield Finding(
                problem=RESERVED,
                at=database.origin,
                message="a database cannot be called `default`, since its subnet group would be",
                help="choose another name",
                on_key=True,
            )


DATABASE = Problem(
    code="NAM119",
    name="database-name",
    level=Level.ERROR,
    title="A name that the engine does not take for a database",
    explanation="MySQL and MariaDB take 1 to 64 letters, digits and, after the first, underscores; PostgreSQL 1 to 63, the first a letter "
    "or an underscore; Oracle 1 to 8 letters and digits, the first a letter. SQL Server takes none. `rdsadmin` is RDS's own.",
    bad=_example("    database: order-book  # <- NAM119\n", "orders:"),
    good=_example("    database: order_book\n", "orders:"),
    source=API,
)
_DATABASE = {
    "mysql": (
        r"[A-Za-z0-9][A-Za-z0-9_]{0,63}\Z",
        "1 to 64 letters, digits and, after the first, underscores",
    ),
    "mariadb": (
        r"[A-Za-z0-9][A-Za-z0-9_]{0,63}\Z",
        "1 to 64 letters, digits and, after the first, underscores",
    ),
    "postgres": (
        r"[A-Za-z_][A-Za-z0-9_]{0,62}\Z",
        "1 to 63 letters, digits and underscores, the first no digit",
    ),
    "oracle": (r"[A-Za-z][A-Za-z0-9]{0,7}\Z", "1 to 8 letters and digits, the first a letter"),
}


def database_name(graph: Graph) -> Iterator[Finding]:
    """Compare each database's first database with the engine's form."""
    for database in databases(graph):
        name = database.db_name if isinstance(database, DbInstance) else database.database_name
        form = _DATABASE.get(
            database.engine.removeprefix("aurora-").replace("postgresql", "postgres").partition("-")[0]
        )
        if name is None or (form and re.match(form[0], name) and name.lower() != "rdsadmin"):
            continue
        yield Finding(
            problem=DATABASE,
            at=(*database.origin, "database"),
            message=f"`{name}` cannot be a database of {database.engine}",
            label="RDS's own" if name.lower() == "rdsadmin" else "",
            help=f"write {form[1]}" if form else "remove `database`: SQL Server makes none at first",
            fixes=() if form else fix("remove `database`", Edit((*database.origin, "database"), how=How.REMOVE)),
        )


USER = Problem(
    code="NAM120",
    name="database-user",
    level=Level.ERROR,
    title="A name that RDS does not take for the master user",
    explanation="A master user has 1 to 16 letters, digits and underscores, the first a letter. `rdsadmin` is RDS's own on every engine; "
    "PostgreSQL and SQL Server keep `admin`, and PostgreSQL what begins with `pg_`.",
    bad=_example("    username: admin  # <- NAM120\n", "orders:"),
    good=_example("    username: ledger\n", "orders:"),
    source=API,
)
_USER = r"[A-Za-z][A-Za-z0-9_]{0,15}\Z"


def user(graph: Graph) -> Iterator[Finding]:
    """Compare each master user with RDS's form and the names that engines keep."""
    for database in databases(graph):
        name, engine = database.master_username, database.engine
        if name is None:
            continue
        kept = _kept(name.lower(), engine)
        if kept or not re.match(_USER, name):
            yield Finding(
                problem=USER,
                at=(*database.origin, "username"),
                message=f"the master user of `{database.key}` cannot be called `{name}`",
                label=kept,
                help="remove `username` for the usual one, or write 1 to 16 letters, digits and underscores",
                fixes=fix("remove `username`", Edit((*database.origin, "username"), how=How.REMOVE)),
            )


def _kept(name: str, engine: str) -> str:
    """Who keeps a name for itself; empty where nobody does."""
    if name == "rdsadmin":
        return "RDS's own user"
    if engine.startswith("sqlserver") and name in ("admin", "sa"):
        return "SQL Server's own user"
    if "postgres" in engine and (name == "admin" or name.startswith("pg_")):
        return "a word that PostgreSQL keeps for itself"
    return ""


RULES = (
    Rule(IDENTIFIER, identifier),
    Rule(RESERVED, reserved),
    Rule(DATABASE, database_name),
    Rule(USER, user),
)
