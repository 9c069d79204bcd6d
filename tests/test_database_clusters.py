"""Clusters of databases, replicas and restored databases: what is made of them, and what is refused."""

from typing import Any

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.compiler import Checked
from infraspec.graph.iam import Role
from infraspec.graph.rds import DbInstance, DbSubnetGroup, OptionGroup
from infraspec.graph.rds_cluster import DbCluster, DbClusterInstance
from infraspec.rules.services.cluster_examples import a_multi_az, an_aurora
from infraspec.rules.services.database_examples import NETWORK, a_database
from infraspec.terraform.emit import emit as terraform

REPLICA = "  reader:\n    replica_of: orders\n    class: db.t4g.medium\n    security_groups: [db]\n"


def checked(text: str) -> Checked:
    return check(text.encode(), "spec.yaml")


def codes(text: str) -> list[str]:
    return [one.problem.code for one in checked(text).diagnostics]


def graph_of(text: str) -> Any:
    found = checked(text)
    assert found.diagnostics == ()
    return found.graph


def documents(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    graph = graph_of(text)
    return cloudformation(graph)["Resources"], terraform(graph)["resource"]


def test_the_least_that_makes_a_cluster_is_safe() -> None:
    (cluster,) = graph_of(an_aurora()).of(DbCluster)
    assert (cluster.storage_encrypted, cluster.deletion_protection, cluster.on_delete) == (True, True, "snapshot")
    assert (cluster.backup_retention_period, cluster.port, cluster.master_username) == (7, 3306, "admin")


def test_instances_that_are_counted_are_numbered_and_the_first_is_the_writer() -> None:
    first, second, third = graph_of(an_aurora(instances="3")).of(DbClusterInstance)
    assert [one.identifier for one in (first, second, third)] == ["orders-1", "orders-2", "orders-3"]
    assert [one.promotion_tier for one in (first, second, third)] == [0, 1, 1]
    assert [one.depends_on for one in (first, second)] == [(), (first.address,)]


@pytest.mark.parametrize("written", ["[first, second]", "{first: {}, second: {tier: 1}}"])
def test_instances_are_named_in_a_list_or_with_more(written: str) -> None:
    found = {one.identifier: one.promotion_tier for one in graph_of(an_aurora(instances=written)).of(DbClusterInstance)}
    assert found == {"first": 0, "second": 1}


def test_serverless_alone_has_its_class() -> None:
    text = an_aurora("    serverless: {min: 0, max: 4, pause_after: 600}\n", **{"class": None})
    graph = graph_of(text)
    assert {one.instance_class for one in graph.of(DbClusterInstance)} == {"db.serverless"}
    assert cloudformation(graph)["Resources"]["DbClusterOrders"]["Properties"]["ServerlessV2ScalingConfiguration"] == {
        "MinCapacity": 0,
        "MaxCapacity": 4,
        "SecondsUntilAutoPause": 600,
    }


@pytest.mark.parametrize(
    ("word", "policy", "kept", "skips"),
    [("snapshot", "Snapshot", False, False), ("retain", "Retain", True, False), ("delete", "Delete", False, True)],
)
def test_what_becomes_of_a_cluster_is_the_same_in_both(word: str, policy: str, kept: bool, skips: bool) -> None:  # noqa: FBT001
    found = checked(an_aurora(f"    on_delete: {word}\n"))
    assert found.graph is not None
    resources, made = cloudformation(found.graph)["Resources"], terraform(found.graph)["resource"]
    cluster, block = resources["DbClusterOrders"], made["aws_rds_cluster"]["orders"]
    assert (cluster["DeletionPolicy"], cluster["UpdateReplacePolicy"]) == (policy, policy)
    assert "lifecycle" in block if kept else "lifecycle" not in block
    assert block["skip_final_snapshot"] is skips
    assert block.get("final_snapshot_identifier") == (None if skips else "orders-final")
    members = {one["DeletionPolicy"] for name, one in resources.items() if name.startswith("DbClusterInstance")}
    assert members == {"Retain" if kept else "Delete"}


def test_changes_are_made_at_once_or_not_in_both() -> None:
    for word in ("true", "false"):
        found, made = documents(a_database(f"    apply_immediately: {word}\n"))
        assert found["DbInstanceOrders"]["Properties"]["ApplyImmediately"] is (word == "true")
        assert made["aws_db_instance"]["orders"]["apply_immediately"] is (word == "true")
    cluster = documents(an_aurora())[1]["aws_rds_cluster"]["orders"]
    assert (cluster["apply_immediately"], cluster["allow_major_version_upgrade"]) == (True, True)


def test_a_replica_says_nothing_of_what_it_has_from_its_source() -> None:
    text = a_database("    encrypted: true\n" + REPLICA)
    graph = graph_of(text)
    (group,) = graph.of(DbSubnetGroup)
    assert group.name == "orders"
    properties = cloudformation(graph)["Resources"]["DbInstanceReader"]["Properties"]
    assert properties["SourceDBInstanceIdentifier"] == {"Ref": "DbInstanceOrders"}
    for key in ("Engine", "MasterUsername", "StorageEncrypted", "DBSubnetGroupName", "ManageMasterUserPassword"):
        assert key not in properties
    block = terraform(graph)["resource"]["aws_db_instance"]["reader"]
    assert block["replicate_source_db"] == "${aws_db_instance.orders.identifier}"
    assert block["storage_encrypted"] is True
    assert (block["skip_final_snapshot"], "final_snapshot_identifier" in block) == (True, False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("engine: mysql", ["RDS125"]),
        ("username: reader", ["RDS125"]),
        ("kms_key: arn:aws:kms:ap-northeast-2:123456789012:key/0a1b2c3d", ["RDS125"]),
        ("encrypted: false", ["RDS125"]),
        ("subnets: tier:data", ["RDS125"]),
        ("on_delete: snapshot", ["RDS125"]),
        ("on_delete: retain", []),
        ("multi_az: true", []),
        ("backup_days: 3", []),
        ("parameters: {max_connections: 100}", []),
    ],
)
def test_a_replica_takes_what_rds_lets_it(line: str, expected: list[str]) -> None:
    assert codes(a_database(REPLICA + f"    {line}\n")) == expected


def test_a_replica_of_a_replica_has_the_engine_of_the_first() -> None:
    text = a_database(
        REPLICA + "    backup_days: 1\n" + REPLICA.replace("reader:", "second:").replace("of: orders", "of: reader")
    )
    assert {one.engine for one in graph_of(text).of(DbInstance)} == {"mysql"}


def test_a_replica_of_itself_is_refused() -> None:
    assert set(codes(a_database(REPLICA.replace("of: orders", "of: reader")))) == {"RDS125"}


def test_a_replica_of_nothing_is_reported_once() -> None:
    assert codes(a_database(REPLICA.replace("of: orders", "of: order"))) == ["SPC004"]


def test_a_restored_database_brings_its_users() -> None:
    found, made = documents(a_database("    snapshot: orders-before\n"))
    properties, block = found["DbInstanceOrders"]["Properties"], made["aws_db_instance"]["orders"]
    assert properties["DBSnapshotIdentifier"] == block["snapshot_identifier"] == "orders-before"
    assert "MasterUsername" not in properties
    assert "username" not in block
    assert "StorageEncrypted" not in properties
    assert block["storage_encrypted"] is True


@pytest.mark.parametrize("key", ["engine", "version", "storage_gib", "subnets"])
def test_a_database_that_is_no_replica_says_what_it_is(key: str) -> None:
    assert codes(a_database(**{key: None})) == ["SPC002"]


@pytest.mark.parametrize("key", ["instances", "class"])
def test_a_cluster_of_aurora_says_its_instances(key: str) -> None:
    assert codes(an_aurora(**{key: None})) == ["SPC002"]


def test_monitoring_makes_a_role_that_trusts_rds_alone() -> None:
    graph = graph_of(a_database("    monitoring: 60\n"))
    (role,) = graph.of(Role)
    assert role.role_name == "orders-monitoring"
    assert "monitoring.rds.amazonaws.com" in role.assume_role_policy.text
    assert role.managed_policy_arns == ("arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",)


def test_a_role_of_a_long_name_is_not_too_long() -> None:
    name = "a" * 60
    (role,) = graph_of(a_database("    monitoring: 60\n", name=f"{name}:")).of(Role)
    assert len(role.role_name) <= 64


def test_a_role_that_exists_is_named_by_its_arn() -> None:
    roles = "iam: {roles: {watch: {existing: rds-monitoring-role}}}\n"
    found, made = documents(a_database("    monitoring: {seconds: 60, role: watch}\n") + roles)
    joined = found["DbInstanceOrders"]["Properties"]["MonitoringRoleArn"]["Fn::Join"][1]
    assert joined == ["arn:aws:iam::", {"Ref": "AWS::AccountId"}, ":role/rds-monitoring-role"]
    assert made["aws_db_instance"]["orders"]["monitoring_role_arn"].endswith(":role/rds-monitoring-role")


def test_options_of_an_engine_have_its_version() -> None:
    text = a_database("    options: {TDE: {}, SQLSERVER_AUDIT: {settings: {IAM_ROLE_ARN: none}}}\n")
    text = (
        text.replace("mysql", "sqlserver-se").replace('"8.4"', '"16.00.4215.2.v1"').replace("t4g.medium", "m6i.large")
    )
    found = checked(text).graph
    assert found is not None
    (group,) = found.of(OptionGroup)
    assert (group.engine_name, group.major_engine_version) == ("sqlserver-se", "16.00")
    assert [one.option_name for one in group.options] == ["SQLSERVER_AUDIT", "TDE"]


@pytest.mark.parametrize("word", ["orders", "database_cluster:orders"])
def test_a_rule_names_a_cluster(word: str) -> None:
    groups = (
        f"{{db: {{ingress: [{{tcp: 3306, from: web}}], egress: []}}, web: {{egress: [{{tcp: 3306, to: '{word}'}}]}}}}"
    )
    graph = graph_of(an_aurora(network=NETWORK.replace("{db: {egress: []}}", groups)))
    assert "DbClusterOrders" in cloudformation(graph)["Resources"]


def test_what_a_cluster_is_reached_by_is_exported() -> None:
    wanted = ("reader_endpoint_address", "endpoint_port", "secret_arn", "arn", "id")
    outputs = "outputs:\n" + "".join(f"  {one}: {{of: orders, value: {one}}}\n" for one in wanted)
    graph = graph_of(an_aurora() + outputs)
    made = terraform(graph)["output"]
    assert made["database-cluster-orders-endpoint"]["value"] == "${aws_rds_cluster.orders.endpoint}"
    assert made["reader_endpoint_address"]["value"] == "${aws_rds_cluster.orders.reader_endpoint}"
    assert made["secret_arn"]["value"] == "${aws_rds_cluster.orders.master_user_secret[0].secret_arn}"
    exported = cloudformation(graph)["Outputs"]
    assert exported["ReaderEndpointAddress"]["Value"] == {"Fn::GetAtt": ["DbClusterOrders", "ReadEndpoint.Address"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (an_aurora("    storage_gib: 100\n"), ["AUR102"]),
        (an_aurora("    storage_type: aurora\n"), []),
        (an_aurora("    backtrack_hours: 0\n"), []),
        (an_aurora("    backtrack_hours: 73\n"), ["AUR107"]),
        (an_aurora("    backup_days: 36\n"), ["AUR105"]),
        (an_aurora("    backup_days: 35\n"), []),
        (an_aurora(instances="17"), ["SPC003"]),
        (an_aurora(instances="0"), ["SPC003"]),
        (an_aurora(instances="{orders-a: {zone: b}}"), ["AUR108"]),
        (an_aurora(instances="{orders-a: {tier: -1}}"), ["AUR108"]),
        (
            a_database(REPLICA) + an_aurora(instances="[reader]").partition(NETWORK)[2].replace("  orders:", "  shop:"),
            ["AUR108"],
        ),
        (an_aurora(instances="{Orders_A: {}}"), ["NAM114"]),
        (an_aurora(engine="aurora"), ["SPC003"]),
        (an_aurora(version='"8"'), ["RDS120"]),
        (an_aurora(version='"8.0.mysql_aurora.3.10.0"'), []),
        (an_aurora(version='"5.7"'), ["RDS116"]),
        (an_aurora(engine="aurora-postgresql", version='"17"', **{"class": "db.r6g.large"}), []),
        (an_aurora("    username: admin\n", engine="aurora-postgresql", version='"17"'), ["NAM120"]),
        (an_aurora("    database: order-book\n"), ["NAM119"]),
        (an_aurora("    port: 80\n"), ["RDS110"]),
        (an_aurora("    log_exports: [upgrade]\n"), ["RDS124"]),
        (an_aurora("    backup_window: 18:00-18:10\n"), ["RDS111"]),
        (an_aurora("    serverless: {min: 0.5, max: 2}\n"), ["AUR104"]),
        (an_aurora("    serverless: {min: 0.3, max: 2}\n", **{"class": "db.serverless"}), ["AUR104"]),
        (an_aurora("    serverless: {min: 0, max: 256}\n", **{"class": "db.serverless"}), []),
        (an_aurora("    serverless: {min: 0, max: 257}\n", **{"class": "db.serverless"}), ["SPC003"]),
        (an_aurora("    serverless: {min: 1, max: 2, pause_after: 300}\n", **{"class": "db.serverless"}), ["AUR104"]),
        (an_aurora("    serverless: {min: 0, max: 2, pause_after: 299}\n", **{"class": "db.serverless"}), ["AUR104"]),
        (an_aurora(**{"class": "db.serverless"}), ["AUR104"]),
        (an_aurora("    public: true\n"), ["RDS117"]),
        (an_aurora(subnets="[data-a]"), ["RDS101"]),
        (an_aurora("    password: correct-horse\n"), ["RDS103"]),
        (an_aurora("    snapshot: before\n    username: keeper\n"), ["RDS140"]),
        (a_multi_az(), []),
        (a_multi_az(**{"class": None}), ["AUR103"]),
        (a_multi_az(storage_type="aurora"), ["AUR103"]),
        (a_multi_az("    iam_authentication: true\n"), ["AUR103"]),
        (a_multi_az("    network: dual\n"), ["AUR103"]),
        (a_multi_az("    serverless: {min: 1, max: 2}\n"), ["AUR103"]),
        (a_multi_az("    instances: 3\n"), ["AUR101"]),
        (a_multi_az("    auto_minor_version_upgrade: false\n"), ["AUR101"]),
        (a_database("    monitoring: 7\n"), ["RDS118"]),
        (a_database("    monitoring: 0\n"), []),
        (a_database("    monitoring: true\n"), ["SPC003"]),
        (a_database("    monitoring: {seconds: 5, role: nobody}\n"), ["SPC004"]),
        (a_database("    performance_insights: {days: 8}\n"), ["RDS119"]),
        (a_database("    performance_insights: {days: 731}\n"), []),
        (a_database("    performance_insights: true\n").replace("t4g.medium", "t4g.micro"), ["RDS119"]),
        (a_database("    performance_insights: false\n").replace("t4g.medium", "t4g.micro"), []),
        (a_database("    dedicated_log_volume: true\n"), ["RDS143"]),
        (a_database("    extended_support: false\n", engine="mariadb", version='"11.8"'), ["RDS143"]),
        (a_database("    snapshot: 'bad name'\n"), ["SPC008"]),
        (a_database("    backup_days: 0\n" + REPLICA), ["RDS112", "RDS145"]),
        (a_database("    options: [PGAUDIT]\n", engine="postgres", version='"17"'), ["RDS141"]),
        (a_database("    options: {TDE: {settings: {A: true}}}\n"), ["SPC003"]),
        (a_database("    kms_key: nobody\n"), ["SPC004"]),
    ],
)
def test_what_aws_would_refuse_is_reported(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
