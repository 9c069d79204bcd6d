"""What DocumentDB refuses of a cluster."""

from collections.abc import Iterator

from infraspec.analysis.stores import stores
from infraspec.data.store_classes import DOCUMENT_VERSIONS
from infraspec.data.zones import canonical, may_be_one
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix, nearest_bound
from infraspec.graph.docdb import DocDbCluster, DocDbInstance
from infraspec.graph.graph import Graph
from infraspec.rules.mends import elsewhere
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import DOCUMENTS, a_document_cluster

_INSTANCE = "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBInstance.html"
_GROUP = "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBSubnetGroup.html"
_MOST_INSTANCES = 16

SETTING = Problem(
    code="DOC101",
    name="document-cluster-setting",
    level=Level.ERROR,
    title="A setting that DocumentDB refuses",
    explanation="A cluster listens on a port of 1150 to 65535, keeps its backups for 1 to 35 days, and has 1 to 16 instances.",
    bad=a_document_cluster("    backup_days: 0  # <- DOC101\n"),
    good=a_document_cluster("    backup_days: 7\n"),
    source=DOCUMENTS,
)
_BOUNDS = (("port", 1150, 65535), ("backup_days", 1, 35))


def setting(graph: Graph) -> Iterator[Finding]:
    """Compare each number with its bounds."""
    for cluster in graph.of(DocDbCluster):
        values = {"port": cluster.port, "backup_days": cluster.backup_retention_period}
        for field, low, high in _BOUNDS:
            if not low <= values[field] <= high:
                yield Finding(
                    problem=SETTING,
                    at=(*cluster.origin, field),
                    message=f"`{field}` of document cluster `{cluster.key}` cannot be {values[field]}",
                    help=f"write {low} to {high}",
                    fixes=nearest_bound((*cluster.origin, field), values[field], low, high),
                )
        count = sum(one.cluster == cluster.address for one in graph.of(DocDbInstance))
        if count > _MOST_INSTANCES:
            yield Finding(
                problem=SETTING,
                at=(*cluster.origin, "instances"),
                message=f"document cluster `{cluster.key}` has {count} instances, and {_MOST_INSTANCES} are the most",
                help=f"write {_MOST_INSTANCES} or fewer",
            )


VERSION = Problem(
    code="DOC109",
    name="document-cluster-version",
    level=Level.ERROR,
    title="A version that DocumentDB does not have",
    explanation=f"DocumentDB has the versions {', '.join(DOCUMENT_VERSIONS)}, and takes them with all three numbers.",
    bad=a_document_cluster(version='"5.0"  # <- DOC109'),
    good=a_document_cluster(),
    source="https://docs.aws.amazon.com/documentdb/latest/developerguide/release-notes.html",
)


def version(graph: Graph) -> Iterator[Finding]:
    """Look each version up."""
    for cluster in graph.of(DocDbCluster):
        if cluster.engine_version not in DOCUMENT_VERSIONS:
            at = (*cluster.origin, "version")
            meant = [one for one in DOCUMENT_VERSIONS if one.startswith(f"{cluster.engine_version}.")]
            help_ = f'write "{meant[0]}"' if len(meant) == 1 else f"write one of {', '.join(DOCUMENT_VERSIONS)}"
            yield Finding(
                problem=VERSION,
                at=at,
                message=f"DocumentDB has no version {cluster.engine_version}",
                help=help_,
                fixes=fix(help_, Edit(at, f'"{meant[0]}"'))
                if len(meant) == 1
                else choices(at, (f'"{one}"' for one in DOCUMENT_VERSIONS)),
            )


NETWORK = Problem(
    code="DOC105",
    name="document-cluster-network",
    level=Level.ERROR,
    title="A document cluster whose subnets are in one zone, or in two VPCs",
    explanation="DocumentDB asks for subnets of at least two zones, even for one instance, and all of one VPC.",
    bad=a_document_cluster(subnets="[data-a]  # <- DOC105"),
    good=a_document_cluster(subnets="[data-a, data-c]"),
    source=_GROUP,
)


def network(graph: Graph) -> Iterator[Finding]:
    """Count the zones and the VPCs of each cluster's subnets."""
    for store in stores(graph):
        if not isinstance(store.node, DocDbCluster):
            continue
        at = (*store.node.origin, "subnets")
        zones, vpcs = {canonical(one.zone) for one in store.subnets}, sorted({one.vpc.key for one in store.subnets})
        if len(vpcs) > 1:
            message = f"document cluster `{store.node.key}` has subnets of the VPCs {' and '.join(vpcs)}"
            yield Finding(problem=NETWORK, at=at, message=message, help="name subnets of one VPC")
        elif len(zones) < 2:
            yield Finding(
                problem=NETWORK,
                at=at,
                message=f"document cluster `{store.node.key}` needs subnets of two zones",
                label=f"all in {min(zones)}" if zones else "there is none",
                help="add a subnet of another zone",
                fixes=choices(at, elsewhere(graph, store.subnets), How.ADD),
            )


ZONE = Problem(
    code="DOC106",
    name="document-zone-without-subnet",
    level=Level.ERROR,
    title="An instance of a document cluster in a zone without a subnet",
    explanation="An instance stands in one of its cluster's subnets, and so in one of their zones.",
    bad=a_document_cluster(instances="{orders-b: {zone: b}}  # <- DOC106"),
    good=a_document_cluster(instances="{orders-b: {zone: c}}"),
    source=_INSTANCE,
)


def zone(graph: Graph) -> Iterator[Finding]:
    """Look up each instance's zone among those of the subnets."""
    for instance in graph.of(DocDbInstance):
        cluster = graph.get(instance.cluster)
        subnets = [graph.get(one) for one in graph.get(cluster.subnet_group).subnets]
        zones = sorted({canonical(one.zone) for one in subnets})
        wanted = instance.availability_zone
        if wanted is None or any(may_be_one(wanted, one) for one in zones):
            continue
        at = (*instance.origin, "zone")
        yield Finding(
            problem=ZONE,
            at=at,
            message=f"instance `{instance.key}` has no subnet in {wanted}",
            related=(Related(at=(*cluster.origin, "subnets"), label="in " + " and ".join(zones)),),
            help=f"write one of {', '.join(zones)}",
            fixes=choices(at, zones),
        )


KEY = Problem(
    code="DOC110",
    name="document-key-without-encryption",
    level=Level.ERROR,
    title="A key for a document cluster that is not encrypted",
    explanation="A key makes sense only for storage that is encrypted.",
    bad=a_document_cluster(
        "    encrypted: false\n    kms_key: arn:aws:kms:ap-northeast-2:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"
        "  # <- DOC110\n"
    ),
    good=a_document_cluster(
        "    kms_key: arn:aws:kms:ap-northeast-2:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789\n"
    ),
    source="https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html",
)


def key(graph: Graph) -> Iterator[Finding]:
    """Compare each key with whether the storage is encrypted."""
    for cluster in graph.of(DocDbCluster):
        if cluster.kms_key_id is not None and not cluster.storage_encrypted:
            at = (*cluster.origin, "encrypted")
            yield Finding(
                problem=KEY,
                at=(*cluster.origin, "kms_key"),
                message=f"document cluster `{cluster.key}` has a key, but is not encrypted",
                related=(Related(at=at, label="not encrypted"),),
                help="remove `encrypted: false`, or `kms_key`",
                fixes=fix("remove `encrypted: false`", Edit(at, how=How.REMOVE)),
            )


RULES = (Rule(SETTING, setting), Rule(VERSION, version), Rule(NETWORK, network), Rule(ZONE, zone), Rule(KEY, key))
