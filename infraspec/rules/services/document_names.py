"""Names of document clusters, of their instances and of their users."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.docdb import DocDbCluster, DocDbInstance
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import DOCUMENTS, a_document_cluster

_IDENTIFIER = r"[a-z](?:-?[a-z0-9]){0,62}\Z"
_MOST = 63

IDENTIFIER = Problem(
    code="NAM116",
    name="document-identifier",
    level=Level.ERROR,
    title="A name that cannot be a document cluster's identifier",
    explanation="The name of a cluster, and of an instance, is its identifier: 1 to 63 lower-case letters, digits and single hyphens, the "
    "first a letter and the last no hyphen. AWS keeps capitals as lower case, which Terraform refuses, and `default` for itself.",
    bad=a_document_cluster(name="Orders_DB:  # <- NAM116"),
    good=a_document_cluster(name="orders-db:"),
    source=DOCUMENTS,
)


def identifier(graph: Graph) -> Iterator[Finding]:
    """Compare each name with the form; that of a numbered instance follows from the cluster's."""
    for cluster in graph.of(DocDbCluster):
        instances = [one for one in graph.of(DocDbInstance) if one.cluster == cluster.address]
        longest = max((len(one.identifier) for one in instances if one.origin[-1] == "instances"), default=0)
        name = cluster.identifier
        if longest > _MOST >= len(name):
            yield _finding(cluster, f"an instance of `{name}` would be called by {longest} characters", None)
        elif not _is_identifier(name):
            yield _finding(cluster, f"a document cluster cannot be called `{name}`", _meant(name))
    for instance in graph.of(DocDbInstance):
        if instance.origin[-1] != "instances" and not _is_identifier(instance.identifier):
            message = f"an instance cannot be called `{instance.identifier}`"
            yield _finding(instance, message, _meant(instance.identifier))


def _is_identifier(name: str) -> bool:
    return re.match(_IDENTIFIER, name) is not None and len(name) <= _MOST and name != "default"


def _meant(name: str) -> str | None:
    meant = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:_MOST].strip("-")
    return meant if _is_identifier(meant) else None


def _finding(node: DocDbCluster | DocDbInstance, message: str, meant: str | None) -> Finding:
    is_listed = isinstance(node.origin[-1], int)
    return Finding(
        problem=IDENTIFIER,
        at=node.origin,
        message=message,
        help=f"write `{meant}`"
        if meant
        else "write up to 63 lower-case letters, digits and hyphens, the first a letter",
        fixes=fix(f"write `{meant}`", Edit(node.origin, meant, How.REPLACE if is_listed else How.RENAME))
        if meant
        else (),
        on_key=not is_listed,
    )


USER = Problem(
    code="NAM122",
    name="document-user",
    level=Level.ERROR,
    title="A name that DocumentDB does not take for the master user",
    explanation="A user's name is 1 to 63 letters and digits, the first a letter.",
    bad=a_document_cluster("    username: orders-app  # <- NAM122\n"),
    good=a_document_cluster("    username: ordersapp\n"),
    source=DOCUMENTS,
)
RESERVED = Problem(
    code="DOC104",
    name="reserved-document-user",
    level=Level.ERROR,
    title="A master user whose name DocumentDB keeps for itself",
    explanation="DocumentDB refuses `admin`, `root` and `serviceadmin` as the master user: they are users of its own.",
    bad=a_document_cluster("    username: admin  # <- DOC104\n"),
    good=a_document_cluster("    username: dbadmin\n"),
    source="https://docs.aws.amazon.com/documentdb/latest/developerguide/security.managing-users.html",
)
_KEPT = frozenset({"admin", "root", "serviceadmin", "rdsadmin"})


def user(graph: Graph) -> Iterator[Finding]:
    """Compare each user's name with the form."""
    for cluster in graph.of(DocDbCluster):
        name = cluster.master_username
        if not re.match(r"[A-Za-z][A-Za-z0-9]{0,62}\Z", name):
            at = (*cluster.origin, "username")
            yield Finding(
                problem=USER,
                at=at,
                message=f"`{name}` cannot be the master user of a document cluster",
                help="write up to 63 letters and digits, the first a letter",
            )


def reserved(graph: Graph) -> Iterator[Finding]:
    """Look for the names of the service's own users."""
    for cluster in graph.of(DocDbCluster):
        if cluster.master_username.lower() in _KEPT:
            at = (*cluster.origin, "username")
            yield Finding(
                problem=RESERVED,
                at=at,
                message=f"DocumentDB keeps the user `{cluster.master_username}` for itself",
                help="write another, such as `dbadmin`",
                fixes=fix("write `dbadmin`", Edit(at, "dbadmin")),
            )


RULES = (Rule(IDENTIFIER, identifier), Rule(USER, user), Rule(RESERVED, reserved))
