"""Document clusters, tables and caches: what may be written, what AWS would refuse, and what both documents say."""

from typing import Any

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.compiler import Checked
from infraspec.graph.docdb import DocDbInstance
from infraspec.graph.dynamodb import Table
from infraspec.graph.elasticache import CacheCluster, ReplicationGroup
from infraspec.graph.elasticache_users import CacheUser
from infraspec.graph.graph import Graph
from infraspec.terraform.emit import emit as terraform

HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
"""
PLACE = {"subnets": "tier:data", "security_groups": "[db]"}
FIELDS = {
    "document_clusters": {"version": '"5.0.0"', "class": "db.r6g.large", "instances": "2", **PLACE},
    "tables": {"partition_key": "customer"},
    "caches": {"engine": "redis", "version": '"7.1"', "class": "cache.t4g.small", **PLACE},
}
MEMCACHED = {"engine": "memcached", "version": '"1.6.22"'}


def judged(section: str, fields: dict[str, str | None], rest: str = "") -> Checked:
    """One entry called `orders`; None leaves a field out."""
    lines = {**FIELDS[section], **fields}
    body = "".join(f"    {name}: {value}\n" for name, value in lines.items() if value is not None)
    return check(f"{HEAD}{section}:\n  orders:\n{body}{rest}".encode(), "spec.yaml")


def codes(section: str, fields: dict[str, str | None], rest: str = "") -> list[str]:
    """What is said of it."""
    return [one.problem.code for one in judged(section, fields, rest).diagnostics]


def graph(section: str, fields: dict[str, str | None], rest: str = "") -> Graph:
    """The graph of one entry."""
    found = judged(section, fields, rest)
    assert found.diagnostics == ()
    assert found.graph is not None
    return found.graph


def both(section: str, fields: dict[str, str | None], kind: str, rest: str = "") -> tuple[dict[str, Any], Any]:
    """The properties of a type in the template, and the whole Terraform document."""
    made = graph(section, fields, rest)
    (found,) = [one for one in cloudformation(made)["Resources"].values() if one["Type"] == kind]
    return found, terraform(made)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"instances": "0"}, ["SPC003"]),
        ({"instances": "17"}, ["SPC003"]),
        ({"instances": "[]"}, ["SPC003"]),
        ({"instances": "true"}, ["SPC003"]),
        ({"instances": "[orders-a, orders-b]"}, []),
        ({"instances": "{orders-a: {zone: a}, orders-c: {zone: c, class: db.r6g.xlarge}}"}, []),
        ({"instances": "{orders-b: {zone: b}}"}, ["DOC106"]),
        ({"instances": "[Orders_A]"}, ["NAM116"]),
        ({"instances": "{Orders_A: {}}"}, ["NAM116"]),
        ({"instances": "{orders-a: }"}, ["SPC003"]),
        ({"class": "r6g.large"}, ["SPC003"]),
        ({"class": None}, ["SPC002"]),
        ({"class": "db.m5.large"}, ["DOC102"]),
        ({"version": '"5.0"'}, ["DOC109"]),
        ({"version": '"6.1.0"'}, ["DOC109"]),
        ({"version": "5.0"}, ["SPC003"]),
        ({"port": "80"}, ["DOC101"]),
        ({"backup_days": "36"}, ["DOC101"]),
        ({"backup_days": "35"}, []),
        ({"subnets": "data-a"}, ["DOC105"]),
        ({"username": "admin"}, ["DOC104"]),
        ({"username": "1st"}, ["NAM122"]),
        ({"parameters": "{tls: disabled}"}, ["SPC003"]),
        ({"parameters": "{audit_logs: all}"}, []),
        ({"log_exports": "[slow]"}, ["SPC003"]),
        ({"password": "correct-horse"}, ["RDS103"]),
        ({"credentials": "correct-horse"}, ["RDS103"]),
        ({"kms_key": "nowhere"}, ["SPC004"]),
        ({"backup_window": "18:00-18:10"}, ["DOC111"]),
        ({"backup_window": "18:00-18:30", "maintenance_window": "sun:18:10-sun:19:00"}, ["DOC111"]),
        ({"instances": "{orders-a: {maintenance_window: never}}"}, ["DOC111"]),
    ],
)
def test_what_documentdb_refuses_is_reported(fields: dict[str, str | None], expected: list[str]) -> None:
    assert codes("document_clusters", fields) == expected


def test_instances_are_numbered_after_their_cluster() -> None:
    made = graph("document_clusters", {"instances": "3"})
    assert [one.identifier for one in made.of(DocDbInstance)] == ["orders-1", "orders-2", "orders-3"]


def test_an_instance_has_its_clusters_class_and_window() -> None:
    instances = "{first: {class: db.r6g.xlarge}, second: {zone: c, maintenance_window: 'mon:19:00-mon:20:00'}}"
    made = graph("document_clusters", {"instances": instances, "maintenance_window": "sun:19:00-sun:19:30"})
    first, second = made.of(DocDbInstance)
    assert (first.instance_class, first.maintenance_window) == ("db.r6g.xlarge", "sun:19:00-sun:19:30")
    assert (second.instance_class, second.availability_zone) == ("db.r6g.large", "ap-northeast-2c")
    assert second.maintenance_window == "mon:19:00-mon:20:00"


@pytest.mark.parametrize(
    ("on_delete", "cluster", "instance", "kept"),
    [
        ("snapshot", "Snapshot", "Delete", False),
        ("retain", "Retain", "Retain", True),
        ("delete", "Delete", "Delete", False),
    ],
)
def test_the_data_of_a_document_cluster_is_kept_as_asked(
    on_delete: str, cluster: str, instance: str, *, kept: bool
) -> None:
    fields = {"on_delete": on_delete, "instances": "1"}
    said, document = both("document_clusters", fields, "AWS::DocDB::DBCluster")
    assert (said["DeletionPolicy"], said["UpdateReplacePolicy"]) == (cluster, cluster)
    said, _ = both("document_clusters", fields, "AWS::DocDB::DBInstance")
    assert said["DeletionPolicy"] == instance
    made = document["resource"]["aws_docdb_cluster"]["orders"]
    assert made["skip_final_snapshot"] is (on_delete == "delete")
    assert made.get("final_snapshot_identifier") == (None if on_delete == "delete" else "orders-final")
    for kind, name in (("aws_docdb_cluster", "orders"), ("aws_docdb_cluster_instance", "orders-1")):
        assert ("lifecycle" in document["resource"][kind][name]) is kept


def test_a_document_cluster_asks_for_a_provider_that_manages_its_password() -> None:
    said, document = both("document_clusters", {}, "AWS::DocDB::DBCluster")
    assert document["terraform"]["required_providers"]["aws"]["version"] == ">= 5.100, < 7.0"
    assert said["Properties"]["ManageMasterUserPassword"] is True
    assert document["resource"]["aws_docdb_cluster_instance"]["orders-1"]["promotion_tier"] == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"partition_key": "{id: text}"}, ["SPC003"]),
        ({"partition_key": "{id: S}"}, ["SPC003"]),
        ({"partition_key": "{id: string, other: string}"}, ["SPC003"]),
        ({"partition_key": "[id]"}, ["SPC003"]),
        ({"sort_key": "customer"}, ["DDB101"]),
        ({"global_indexes": "{by-number: {partition_key: {customer: number}}}"}, ["DDB107"]),
        ({"global_indexes": "{by-id: {partition_key: customer}}"}, []),
        ({"global_indexes": "{by: {partition_key: shop}}"}, ["NAM127"]),
        ({"global_indexes": "{by-shop: {partition_key: shop, projection: keys, include: [a]}}"}, ["SPC003"]),
        ({"local_indexes": "{by-total: {sort_key: total}}"}, ["DDB103"]),
        ({"read_capacity": "5"}, ["DDB102"]),
        ({"read_capacity": "5", "write_capacity": "5"}, []),
        ({"read_capacity": "5", "write_capacity": "5", "max_reads": "10"}, ["DDB102"]),
        ({"global_indexes": "{by-shop: {partition_key: shop, read_capacity: 5}}"}, ["DDB102"]),
        ({"read_capacity": "{min: 9, max: 3}", "write_capacity": "5"}, ["DDB108"]),
        ({"read_capacity": "{min: 3}", "write_capacity": "5"}, ["SPC002"]),
        ({"read_capacity": "{min: 3, max: 9, target: 95}", "write_capacity": "5"}, ["SPC003"]),
        ({"recovery_days": "36"}, ["SPC003"]),
        ({"kms_key": "alias/aws/dynamodb"}, ["SPC003"]),
        ({"kms_key": "aws/dynamodb"}, []),
        ({"kms_key": "nowhere"}, ["SPC004"]),
        ({"stream": "both"}, ["SPC003"]),
        ({"on_delete": "snapshot"}, ["SPC003"]),
    ],
)
def test_what_dynamodb_refuses_is_reported(fields: dict[str, str | None], expected: list[str]) -> None:
    assert codes("tables", fields) == expected


def test_attributes_are_those_of_keys_alone() -> None:
    fields = {
        "sort_key": "{placed_at: number}",
        "local_indexes": "{by-total: {sort_key: {total: number}, include: [currency]}}",
        "global_indexes": "{by-parcel: {partition_key: {parcel: binary}, sort_key: {placed_at: number}}}",
        "ttl": "expires_at",
    }
    (table,) = graph("tables", fields).of(Table)
    assert table.attributes == (("customer", "S"), ("parcel", "B"), ("placed_at", "N"), ("total", "N"))


@pytest.mark.parametrize(("days", "said"), [(None, 35), ("7", 7), ("0", None)])
def test_all_days_of_recovery_are_said_to_terraform_which_keeps_what_is_left_out(
    days: str | None, said: object
) -> None:
    made = terraform(graph("tables", {"recovery_days": days}))["resource"]["aws_dynamodb_table"]["orders"]
    assert made["point_in_time_recovery"].get("recovery_period_in_days") == said


def test_an_index_has_its_tables_capacity_unless_it_says_otherwise() -> None:
    index = "{by-shop: {partition_key: shop, write_capacity: 2}}"
    fields = {"read_capacity": "{min: 5, max: 50}", "write_capacity": "7", "global_indexes": index}
    (table,) = graph("tables", fields).of(Table)
    (made,) = table.global_indexes
    assert made.throughput.reads == table.throughput.reads
    assert made.throughput.writes is not None
    assert made.throughput.writes.minimum == 2


def test_a_capacity_that_follows_the_load_has_a_target_and_a_policy() -> None:
    fields = {"read_capacity": "{min: 5, max: 50}", "write_capacity": "7"}
    said, document = both("tables", fields, "AWS::ApplicationAutoScaling::ScalableTarget")
    assert said["Properties"]["ResourceId"] == {"Fn::Join": ["", ["table/", {"Ref": "TableOrders"}]]}
    (target,) = document["resource"]["aws_appautoscaling_target"].values()
    assert target["resource_id"] == "table/${aws_dynamodb_table.orders.name}"
    lifecycle = document["resource"]["aws_dynamodb_table"]["orders"]["lifecycle"]
    assert lifecycle == {"prevent_destroy": True, "ignore_changes": ["read_capacity"]}


@pytest.mark.parametrize(
    ("key", "sse", "block"),
    [
        (None, {"SSEEnabled": False}, {"enabled": False}),
        ("aws/dynamodb", {"SSEEnabled": True, "SSEType": "KMS"}, {"enabled": True}),
    ],
)
def test_the_keys_of_a_table_are_three(key: str | None, sse: dict[str, Any], block: dict[str, Any]) -> None:
    said, document = both("tables", {"kms_key": key}, "AWS::DynamoDB::Table")
    assert said["Properties"]["SSESpecification"] == sse
    assert document["resource"]["aws_dynamodb_table"]["orders"]["server_side_encryption"] == block


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"class": "t4g.small"}, ["SPC003"]),
        ({"class": "db.t4g.small"}, ["SPC003"]),
        ({"class": "cache.t9.small"}, ["CCH114"]),
        ({"version": '"7"'}, ["CCH109"]),
        ({"nodes": "2"}, ["SPC003"]),
        ({"replicas": "6"}, ["SPC003"]),
        ({"replicas": "0"}, []),
        ({"replicas": "0", "failover": "true"}, ["CCH102"]),
        ({"replicas": "0", "multi_az": "true"}, ["CCH102"]),
        ({"failover": "false", "multi_az": "true"}, ["CCH102"]),
        ({"failover": "false"}, []),
        ({"shards": "2", "failover": "false"}, ["CCH102"]),
        ({"shards": "2", "replicas": "0"}, []),
        ({"shards": "300"}, ["CCH118"]),
        ({"shards": "2", "zones": "[a, c]"}, ["CCH110"]),
        ({"zones": "[a]"}, ["CCH110"]),
        ({"zones": "[a, b]"}, ["CCH110"]),
        ({"zones": "[c, a]"}, []),
        ({"subnets": "data-a"}, ["CCH115"]),
        ({"subnets": "data-a", "replicas": "0"}, []),
        ({"users": '{app: "on ~* +@all"}'}, []),
        ({"users": '{app: "~* +@all"}'}, ["CCH113"]),
        ({"users": '{app: "on >correct-horse ~* +@all"}'}, ["CCH113"]),
        ({"users": '{default: "on ~* +@all"}'}, ["NAM126"]),
        ({"users": '{app: "on ~* +@all"}', "version": '"6.2"'}, ["CCH112"]),
        ({"transit_encryption": "preferred"}, []),
        ({"transit_encryption": "preferred", "version": '"6.2"'}, ["CCH112"]),
        ({"users": '{app: "on ~* +@all"}', "transit_encryption": "none"}, ["CCH103"]),
        ({"users": '{app: "on ~* +@all"}', "auth_token": "token"}, ["SPC003"]),
        ({"auth_token": "arn:aws:secretsmanager:nowhere"}, ["SPC008"]),
        ({"auth_token": "nowhere"}, ["SPC004"]),
        ({"password": "correct-horse"}, ["RDS103"]),
        ({"snapshot_days": "36"}, ["CCH108"]),
        ({"snapshot_window": "17:00-17:30"}, ["CCH117"]),
        ({"snapshot_window": "17:00-18:00", "maintenance_window": "sun:17:30-sun:18:30"}, ["CCH117"]),
        ({"notifications": "nowhere"}, ["SPC004"]),
        ({"slow_log": "nowhere"}, ["SPC004"]),
        ({"class": "cache.r6gd.xlarge", "version": '"6.0"'}, ["CCH112"]),
        ({**MEMCACHED}, []),
        ({**MEMCACHED, "replicas": "1"}, ["SPC003"]),
        ({**MEMCACHED, "snapshot_days": "1"}, ["SPC003"]),
        ({**MEMCACHED, "transit_encryption": "preferred"}, ["SPC003"]),
        ({**MEMCACHED, "on_delete": "snapshot"}, ["SPC003"]),
        ({**MEMCACHED, "nodes": "41"}, ["SPC003"]),
        ({**MEMCACHED, "version": '"1.5.16"'}, ["CCH112"]),
        ({**MEMCACHED, "version": '"1.5.16"', "transit_encryption": "none"}, ["CCH105"]),
    ],
)
def test_what_elasticache_refuses_is_reported(fields: dict[str, str | None], expected: list[str]) -> None:
    assert codes("caches", fields) == expected


@pytest.mark.parametrize(
    ("fields", "group"),
    [
        ({"version": '"7.1"'}, "default.redis7"),
        ({"version": '"6.2"'}, "default.redis6.x"),
        ({"version": '"5.0.6"'}, "default.redis5.0"),
        ({"version": '"7.0"', "shards": "2"}, "default.redis7.cluster.on"),
        ({"engine": "valkey", "version": '"8.0"'}, "default.valkey8"),
    ],
)
def test_a_cache_has_the_parameter_group_of_its_version(fields: dict[str, str | None], group: str) -> None:
    (cache,) = graph("caches", fields).of(ReplicationGroup)
    assert cache.parameter_group == group


def test_a_cache_with_shards_has_cluster_mode_in_its_own_group_too() -> None:
    fields = {"shards": "2", "parameters": "{maxmemory-policy: allkeys-lru}"}
    said, _ = both("caches", fields, "AWS::ElastiCache::ParameterGroup")
    assert said["Properties"]["Properties"] == {"cluster-enabled": "yes", "maxmemory-policy": "allkeys-lru"}


def test_shards_are_added_to_a_cache_that_stands() -> None:
    said, _ = both("caches", {"shards": "2"}, "AWS::ElastiCache::ReplicationGroup")
    assert said["UpdatePolicy"] == {"UseOnlineResharding": True}
    said, _ = both("caches", {}, "AWS::ElastiCache::ReplicationGroup")
    assert "UpdatePolicy" not in said


@pytest.mark.parametrize(
    ("section", "fields", "kind"),
    [
        ("caches", {}, "aws_elasticache_replication_group"),
        ("caches", MEMCACHED, "aws_elasticache_cluster"),
        ("document_clusters", {"instances": "1"}, "aws_docdb_cluster"),
        ("document_clusters", {"instances": "1"}, "aws_docdb_cluster_instance"),
    ],
)
def test_terraform_makes_changes_at_once_as_cloudformation_does(
    section: str, fields: dict[str, str | None], kind: str
) -> None:
    (made,) = terraform(graph(section, fields))["resource"][kind].values()
    assert made["apply_immediately"] is True


def test_a_cache_has_a_replica_in_another_zone() -> None:
    (cache,) = graph("caches", {}).of(ReplicationGroup)
    assert (cache.num_cache_clusters, cache.automatic_failover, cache.multi_az) == (2, True, True)
    assert (cache.at_rest_encryption, cache.transit_encryption, cache.on_delete) == (True, True, "snapshot")
    assert cache.transit_encryption_mode == "required"
    (older,) = graph("caches", {"version": '"6.2"'}).of(ReplicationGroup)
    assert (older.transit_encryption, older.transit_encryption_mode) == (True, None)


def test_redis_has_a_default_user_who_may_do_nothing() -> None:
    users = graph("caches", {"users": '{app: "on ~* +@all"}'}).of(CacheUser)
    assert [(one.user_name, one.access_string, one.authentication) for one in users] == [
        ("app", "on ~* +@all", "iam"),
        ("default", "off -@all", "no-password-required"),
    ]


def test_a_user_without_a_password_is_not_changed_in_every_run() -> None:
    made = terraform(graph("caches", {"users": '{app: "on ~* +@all"}'}))["resource"]["aws_elasticache_user"]
    default, app = made["orders-default"], made["app"]
    assert (default["no_password_required"], "authentication_mode" in default) == (True, False)
    assert (app["authentication_mode"], "no_password_required" in app) == ({"type": "iam"}, False)


def test_nodes_of_memcached_stand_in_several_zones() -> None:
    several, one = (graph("caches", {**MEMCACHED, "nodes": number}).of(CacheCluster)[0] for number in ("2", "1"))
    assert (several.az_mode, one.az_mode, one.on_delete) == ("cross-az", "single-az", "delete")


def test_a_password_comes_from_a_secret_alone() -> None:
    rest = "secrets:\n  token: {generate: {punctuation: false}}\n"
    said, document = both("caches", {"auth_token": "token"}, "AWS::ElastiCache::ReplicationGroup", rest)
    reference = ["", ["{{resolve:secretsmanager:", {"Ref": "SecretToken"}, ":SecretString}}"]]
    assert said["Properties"]["AuthToken"] == {"Fn::Join": reference}
    ((label, text),) = document["data"]["aws_secretsmanager_secret_version"].items()
    assert text == {
        "secret_id": "${aws_secretsmanager_secret.token.arn}",
        "depends_on": ["aws_secretsmanager_secret_version.token"],
    }
    cache = document["resource"]["aws_elasticache_replication_group"]["orders"]
    assert cache["auth_token"] == f"${{data.aws_secretsmanager_secret_version.{label}.secret_string}}"


@pytest.mark.parametrize(
    ("section", "fields", "value", "attribute"),
    [
        ("document_clusters", {}, "endpoint_address", "Endpoint"),
        ("document_clusters", {}, "reader_endpoint_address", "ReadEndpoint"),
        ("tables", {"stream": "keys"}, "stream_arn", "StreamArn"),
        ("caches", {}, "endpoint_address", "PrimaryEndPoint.Address"),
        ("caches", {"shards": "2"}, "endpoint_address", "ConfigurationEndPoint.Address"),
        ("caches", {"shards": "2"}, "endpoint_port", "ConfigurationEndPoint.Port"),
        ("caches", MEMCACHED, "endpoint_address", "ConfigurationEndpoint.Address"),
        ("tables", {}, "stream_arn", None),
        ("caches", {"shards": "2"}, "reader_endpoint_address", None),
        ("caches", MEMCACHED, "reader_endpoint_address", None),
        ("tables", {}, "secret_arn", None),
    ],
)
def test_values_are_exported_where_there_are_some(
    section: str, fields: dict[str, str | None], value: str, attribute: str | None
) -> None:
    rest = f"outputs:\n  asked: {{of: orders, value: {value}}}\n"
    if attribute is None:
        assert codes(section, fields, rest) == ["OUT115"]
    else:
        (made,) = [cloudformation(graph(section, fields, rest))["Outputs"]["Asked"]["Value"]["Fn::GetAtt"]]
        assert made[1] == attribute


@pytest.mark.parametrize(
    ("section", "port", "expected"),
    [("document_clusters", 27017, []), ("document_clusters", 6379, ["SEC210"]), ("caches", 6379, [])],
)
def test_rules_name_what_has_groups(section: str, port: int, expected: list[str]) -> None:
    groups = (
        f"{{db: {{ingress: [{{tcp: {port}, from: app}}], egress: []}}, app: {{egress: [{{tcp: {port}, to: orders}}]}}}}"
    )
    body = "".join(f"    {name}: {value}\n" for name, value in FIELDS[section].items())
    text = HEAD.replace("{db: {egress: []}}", groups) + f"{section}:\n  orders:\n{body}"
    assert [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics] == expected
