"""Advice about document clusters."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.docdb import DocDbCluster, DocDbInstance
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import DOCUMENTS, a_document_cluster

OPEN = Problem(
    code="DOC103",
    name="document-cluster-in-the-clear",
    level=Level.WARNING,
    title="A document cluster that is not encrypted",
    explanation="Storage is encrypted unless the spec says otherwise, which cannot be changed later, and clients speak TLS, unless `tls` is "
    "`disabled`. Neither costs anything.",
    bad=a_document_cluster("    tls: disabled  # <- DOC103\n"),
    good=a_document_cluster(),
    source="https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html",
)
LOST = Problem(
    code="DOC112",
    name="document-cluster-lost-by-one-call",
    level=Level.WARNING,
    title="A document cluster that one call deletes for good",
    explanation="Nothing keeps AWS from deleting it, and no last snapshot is made: the data is gone with it. Copies that can be made anew are "
    "the exception.",
    bad=a_document_cluster("    deletion_protection: false\n    on_delete: delete  # <- DOC112\n"),
    good=a_document_cluster("    deletion_protection: false\n    on_delete: snapshot\n"),
    source=DOCUMENTS,
)
ALONE = Problem(
    code="DOC113",
    name="document-cluster-of-one",
    level=Level.NOTE,
    title="A document cluster with one instance",
    explanation="When the instance fails, nothing reads or writes until a new one stands, which takes minutes. A second one in another zone "
    "takes over in less than one.",
    bad=a_document_cluster(instances="1  # <- DOC113"),
    good=a_document_cluster(instances="2"),
    source="https://docs.aws.amazon.com/documentdb/latest/developerguide/failover.html",
)
EMPTY = Problem(
    code="DOC114",
    name="document-log-without-entries",
    level=Level.WARNING,
    title="A log of a document cluster that nothing is written to",
    explanation="`log_exports` sends a log to CloudWatch Logs; what is written to it, parameters say: `audit_logs: all` (or `enabled`) for "
    "`audit`, and `profiler: enabled` for `profiler`. Both are off unless the spec says otherwise.",
    bad=a_document_cluster("    log_exports: [audit]  # <- DOC114\n"),
    good=a_document_cluster("    log_exports: [audit]\n    parameters: {audit_logs: all}\n"),
    source="https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html",
)
_OFF = ("disabled", "none", "")


def in_the_clear(graph: Graph) -> Iterator[Finding]:
    """Look for storage and traffic in the clear."""
    for cluster in graph.of(DocDbCluster):
        if not cluster.storage_encrypted and cluster.kms_key_id is None:
            at, help_ = (*cluster.origin, "encrypted"), "remove `encrypted: false`"
            message = f"the storage of document cluster `{cluster.key}` is not encrypted, and cannot be later"
            yield Finding(problem=OPEN, at=at, message=message, help=help_, fixes=fix(help_, Edit(at, how=How.REMOVE)))
        if dict(graph.get(cluster.parameter_group).parameters)["tls"] == "disabled":
            at, help_ = (*cluster.origin, "tls"), "remove `tls: disabled`"
            message = f"clients of document cluster `{cluster.key}` speak in the clear"
            yield Finding(problem=OPEN, at=at, message=message, help=help_, fixes=fix(help_, Edit(at, how=How.REMOVE)))


def lost(graph: Graph) -> Iterator[Finding]:
    """Look for clusters without either protection."""
    for cluster in graph.of(DocDbCluster):
        if cluster.on_delete == "delete" and not cluster.deletion_protection:
            at = (*cluster.origin, "on_delete")
            yield Finding(
                problem=LOST,
                at=at,
                message=f"one call deletes document cluster `{cluster.key}` and all of its data",
                related=(Related(at=(*cluster.origin, "deletion_protection"), label="and nothing refuses it"),),
                help="write `on_delete: snapshot`",
                fixes=fix("write `on_delete: snapshot`", Edit(at, "snapshot")),
            )


def alone(graph: Graph) -> Iterator[Finding]:
    """Count the instances of each cluster."""
    for cluster in graph.of(DocDbCluster):
        if sum(one.cluster == cluster.address for one in graph.of(DocDbInstance)) == 1:
            message = f"document cluster `{cluster.key}` has one instance, so it fails with it"
            at = (*cluster.origin, "instances")
            yield Finding(problem=ALONE, at=at, message=message, help="write a second instance")


def empty(graph: Graph) -> Iterator[Finding]:
    """Compare the logs of each cluster with its parameters."""
    for cluster in graph.of(DocDbCluster):
        said = dict(graph.get(cluster.parameter_group).parameters)
        for log, parameter, value in (("audit", "audit_logs", "all"), ("profiler", "profiler", "enabled")):
            if log in cluster.enabled_log_exports and said.get(parameter, "") in _OFF:
                help_ = f"write `parameters: {{{parameter}: {value}}}`"
                yield Finding(
                    problem=EMPTY,
                    at=(*cluster.origin, "log_exports"),
                    message=f"nothing is written to the {log} log of document cluster `{cluster.key}`",
                    help=help_,
                    fixes=fix(help_, Edit((*cluster.origin, "parameters"), f"{parameter}: {value}", How.ADD))
                    if parameter not in said
                    else (),
                )


RULES = (Rule(OPEN, in_the_clear), Rule(LOST, lost), Rule(ALONE, alone), Rule(EMPTY, empty))
