"""A Terraform document's document clusters, tables and caches, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from collections.abc import Iterator

from facts import Body, Fact, UnreadError, given
from terraform_network import tags_of


def document_subnet_group(body: Body) -> Iterator[tuple[str, Fact]]:
    description = body("description", "Managed by Terraform")
    fact = {"description": description, "subnets": body.set_of("subnet_ids"), "tags": tags_of(body)}
    yield f"document_subnet_group/{body('name')}", fact


def _parameters(body: Body) -> dict[str, str]:
    found = {}
    for one in body.blocks("parameter"):
        found[one("name")] = one("value")
        one("apply_method")
        one.done()
    return found


def document_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"document_parameter_group/{body('name')}",
        {
            "description": body("description", "Managed by Terraform"),
            "family": body("family"),
            "parameters": _parameters(body),
            "tags": tags_of(body),
        },
    )


def _at_once(body: Body) -> None:
    """Changes are made at once, as CloudFormation makes them, which has no word for it."""
    if body("apply_immediately") is not True:
        raise UnreadError(body.where)


def document_cluster(body: Body) -> Iterator[tuple[str, Fact]]:
    _at_once(body)
    name = body("cluster_identifier")
    skips, snapshot = body.flag("skip_final_snapshot", default=False), body("final_snapshot_identifier")
    if body("engine", "docdb") != "docdb" or (not skips and snapshot != f"{name}-final"):
        raise UnreadError(f"{body.where}: {snapshot}")
    yield (
        f"document_cluster/{name}",
        {
            "version": body("engine_version"),
            "storage": body("storage_type", "standard"),
            "encrypted": body.flag("storage_encrypted", default=False),
            "key": body("kms_key_id"),
            "user": body("master_username"),
            "managed_password": body.flag("manage_master_user_password", default=False),
            "port": body.number("port", 27017),
            "subnets": body("db_subnet_group_name"),
            "groups": body.set_of("vpc_security_group_ids"),
            "parameters": body("db_cluster_parameter_group_name"),
            "logs": body.set_of("enabled_cloudwatch_logs_exports"),
            "backup_days": body.number("backup_retention_period", 1),
            "backup_window": body("preferred_backup_window"),
            "maintenance_window": body("preferred_maintenance_window"),
            "protected": body.flag("deletion_protection", default=False),
            "on_delete": "retain" if body.kept else "delete" if skips else "snapshot",
            "tags": tags_of(body),
        },
    )


def document_instance(body: Body) -> Iterator[tuple[str, Fact]]:
    _at_once(body)
    yield (
        f"document_instance/{body('identifier')}",
        {
            "cluster": body("cluster_identifier"),
            "class": body("instance_class"),
            "zone": body("availability_zone"),
            "maintenance_window": body("preferred_maintenance_window"),
            "minor_upgrades": body.flag("auto_minor_version_upgrade", default=True),
            "tier": body.number("promotion_tier", 0),
            "on_delete": "retain" if body.kept else "delete",
            "tags": tags_of(body),
        },
    )


def _throughput(body: Body) -> Fact:
    most = body.block("on_demand_throughput")
    fact = {
        "reads": body.number("read_capacity"),
        "writes": body.number("write_capacity"),
        "most_reads": most.number("max_read_request_units"),
        "most_writes": most.number("max_write_request_units"),
    }
    most.done()
    return fact


def _index(body: Body, partition: str | None = None) -> Fact:
    fact = given(
        name=body("name"),
        partition=partition or body("hash_key"),
        sort=body("range_key"),
        projection=body("projection_type"),
        carries=body.set_of("non_key_attributes"),
        **_throughput(body),
    )
    body.done()
    return fact


def table(body: Body) -> Iterator[tuple[str, Fact]]:
    attributes = {one("name"): one("type") for one in body.blocks("attribute")}
    ttl, recovery, encryption = (body.block(n) for n in ("ttl", "point_in_time_recovery", "server_side_encryption"))
    partition, streams, view = body("hash_key"), body.flag("stream_enabled", default=False), body("stream_view_type")
    recovers = recovery.flag("enabled", default=False)
    yield (
        f"table/{body('name')}",
        {
            "attributes": attributes,
            "partition": partition,
            "sort": body("range_key"),
            "local": sorted((_index(one, partition) for one in body.blocks("local_secondary_index")), key=str),
            "global": sorted((_index(one) for one in body.blocks("global_secondary_index")), key=str),
            "billing": body("billing_mode", "PROVISIONED"),
            **_throughput(body),
            "class": body("table_class", "STANDARD"),
            "ttl": ttl("attribute_name") if ttl.flag("enabled", default=False) else None,
            "stream": view if streams else None,
            "recovers": recovers,
            "recovery_days": recovery.number("recovery_period_in_days", 35 if recovers else None),
            "account_key": encryption.flag("enabled", default=False),
            "key": encryption("kms_key_arn"),
            "key_of": "KMS",
            "protected": body.flag("deletion_protection_enabled", default=False),
            "on_delete": "retain" if body.kept else "delete",
            "tags": tags_of(body),
        },
    )
    for one in (ttl, recovery, encryption):
        one.done()


def table_insights(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"table_insights/{body('table_name')}", {}


def scalable_target(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"scalable_target/{body('resource_id')} {body('scalable_dimension')}",
        {
            "service": body("service_namespace"),
            "least": body.number("min_capacity"),
            "most": body.number("max_capacity"),
        },
    )


def scaling_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    tracking = body.block("target_tracking_scaling_policy_configuration")
    metric = tracking.block("predefined_metric_specification")
    (target,) = {body(name).rpartition(".")[0] for name in ("service_namespace", "resource_id", "scalable_dimension")}
    yield (
        f"target_policy/{body('name')}",
        {
            "type": body("policy_type", "StepScaling"),
            "target": target,
            "value": tracking.number("target_value"),
            "metric": metric("predefined_metric_type"),
        },
    )
    metric.done()
    tracking.done()


def cache_subnet_group(body: Body) -> Iterator[tuple[str, Fact]]:
    description = body("description", "Managed by Terraform")
    fact = {"description": description, "subnets": body.set_of("subnet_ids"), "tags": tags_of(body)}
    yield f"cache_subnet_group/{body('name')}", fact


def cache_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    # CloudFormation gives it a name of its own.
    body("name")
    yield (
        f"cache_parameter_group/{body('description', 'Managed by Terraform')}",
        {"family": body("family"), "parameters": _parameters(body), "tags": tags_of(body)},
    )


def cache_user(body: Body) -> Iterator[tuple[str, Fact]]:
    mode = body.block("authentication_mode")
    yield (
        f"cache_user/{body('user_id')}",
        {
            "name": body("user_name"),
            "engine": body("engine"),
            "access": body("access_string"),
            "by": "no-password-required" if body.flag("no_password_required", default=False) else mode("type"),
            "tags": tags_of(body),
        },
    )
    mode.done()


def cache_user_group(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"engine": body("engine"), "users": body.set_of("user_ids"), "tags": tags_of(body)}
    yield f"cache_user_group/{body('user_group_id')}", fact


def replication_group(body: Body) -> Iterator[tuple[str, Fact]]:
    _at_once(body)
    name, snapshot = body("replication_group_id"), body("final_snapshot_identifier")
    if snapshot not in (None, f"{name}-final"):
        raise UnreadError(f"{body.where}: {snapshot}")
    yield (
        f"cache/{name}",
        {
            "description": body("description"),
            "engine": body("engine", "redis"),
            "version": body("engine_version"),
            "class": body("node_type"),
            "tiering": body.flag("data_tiering_enabled"),
            "nodes": body.number("num_cache_clusters"),
            "shards": body.number("num_node_groups"),
            "replicas": body.number("replicas_per_node_group"),
            "zones": body("preferred_cache_cluster_azs"),
            "failover": body.flag("automatic_failover_enabled", default=False),
            "multi_az": body.flag("multi_az_enabled", default=False),
            "encrypted": body.flag("at_rest_encryption_enabled", default=False),
            "key": body("kms_key_id"),
            "tls": body.flag("transit_encryption_enabled", default=False),
            "tls_mode": body("transit_encryption_mode"),
            "users": body.set_of("user_group_ids"),
            "password": body("auth_token") if body("auth_token_update_strategy", "SET") == "SET" else None,
            "subnets": body("subnet_group_name"),
            "groups": body.set_of("security_group_ids"),
            "parameters": body("parameter_group_name"),
            "port": body.number("port"),
            "snapshot_days": body.number("snapshot_retention_limit", 0),
            "snapshot_window": body("snapshot_window"),
            "maintenance_window": body("maintenance_window"),
            "minor_upgrades": body.flag("auto_minor_version_upgrade", default=True),
            "logs": sorted((_log(one) for one in body.blocks("log_delivery_configuration")), key=str),
            "topic": body("notification_topic_arn"),
            "on_delete": "retain" if body.kept else "delete" if snapshot is None else "snapshot",
            "tags": tags_of(body),
        },
    )


def _log(body: Body) -> Fact:
    to = [body("destination_type"), body("destination")]
    fact = {"type": body("log_type"), "format": body("log_format"), "to": to}
    body.done()
    return fact


def cache_cluster(body: Body) -> Iterator[tuple[str, Fact]]:
    _at_once(body)
    yield (
        f"cache/{body('cluster_id')}",
        {
            "engine": body("engine"),
            "version": body("engine_version"),
            "class": body("node_type"),
            "nodes": body.number("num_cache_nodes"),
            "az_mode": body("az_mode", "single-az"),
            "zone": body("availability_zone"),
            "zones": body("preferred_availability_zones"),
            "tls": body.flag("transit_encryption_enabled", default=False),
            "subnets": body("subnet_group_name"),
            "groups": body.set_of("security_group_ids"),
            "parameters": body("parameter_group_name"),
            "port": body.number("port"),
            "maintenance_window": body("maintenance_window"),
            "minor_upgrades": body.flag("auto_minor_version_upgrade", default=True),
            "topic": body("notification_topic_arn"),
            "on_delete": "retain" if body.kept else "delete",
            "tags": tags_of(body),
        },
    )


READERS = {
    "aws_docdb_subnet_group": document_subnet_group,
    "aws_docdb_cluster_parameter_group": document_parameter_group,
    "aws_docdb_cluster": document_cluster,
    "aws_docdb_cluster_instance": document_instance,
    "aws_dynamodb_table": table,
    "aws_dynamodb_contributor_insights": table_insights,
    "aws_appautoscaling_target": scalable_target,
    "aws_appautoscaling_policy": scaling_policy,
    "aws_elasticache_subnet_group": cache_subnet_group,
    "aws_elasticache_parameter_group": cache_parameter_group,
    "aws_elasticache_user": cache_user,
    "aws_elasticache_user_group": cache_user_group,
    "aws_elasticache_replication_group": replication_group,
    "aws_elasticache_cluster": cache_cluster,
}
IDENTIFIER = {
    "aws_docdb_cluster": "name",
    "aws_dynamodb_table": "name",
    "aws_elasticache_user_group": "name",
}
ATTRIBUTES = {
    "user_id": "name",
    "endpoint": "address",
    "reader_endpoint": "reader_address",
    "primary_endpoint_address": "address",
    "reader_endpoint_address": "reader_address",
    "configuration_endpoint_address": "configuration_address",
    "cluster_address": "address",
}
