"""A Terraform document's databases, read back into plain facts: what instances and clusters have beside."""

from collections.abc import Iterator

from facts import Body, Fact
from terraform_network import tags_of


def on_delete(body: Body) -> str:
    """What becomes of the data; a last snapshot has a name, and is all that has one."""
    skips, name = body("skip_final_snapshot"), body("final_snapshot_identifier")
    assert bool(skips) == (name is None), body.where
    if body.kept:
        return "retain"
    return "delete" if skips else "snapshot"


def watched(body: Body) -> Fact:
    """What is known of a database while it runs."""
    return {
        "monitored_every": body.number("monitoring_interval"),
        "monitored_by": body("monitoring_role_arn"),
        "insights": body.flag("performance_insights_enabled"),
        "insights_days": body.number("performance_insights_retention_period"),
        "insights_key": body("performance_insights_kms_key_id"),
    }


def of_instance(body: Body) -> Fact:
    """What an instance has that others need not."""
    return {
        "replica_of": body("replicate_source_db"),
        "snapshot": body("snapshot_identifier"),
        "support": body("engine_lifecycle_support"),
        "log_volume": body.flag("dedicated_log_volume"),
        "secret_key": body("master_user_secret_kms_key_id"),
        "iam": body.flag("iam_database_authentication_enabled"),
        "network": body("network_type"),
        "options": body("option_group_name"),
        "certificate": body("ca_cert_identifier"),
        "logs": body.set_of("enabled_cloudwatch_logs_exports"),
        **watched(body),
    }


def member(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"db_cluster_instance/{body('identifier')}",
        {
            "cluster": body("cluster_identifier"),
            "engine": body("engine"),
            "class": body("instance_class"),
            "tier": body.number("promotion_tier", 0),
            "zone": body("availability_zone"),
            "public": body.flag("publicly_accessible"),
            "subnets": body("db_subnet_group_name"),
            "parameters": body("db_parameter_group_name"),
            "certificate": body("ca_cert_identifier"),
            "maintenance_window": body("preferred_maintenance_window"),
            "at_once": body.flag("apply_immediately", default=False),
            "minor_upgrades": body.flag("auto_minor_version_upgrade", default=True),
            **watched(body),
            "on_delete": "retain" if body.kept else "delete",
            "tags": tags_of(body),
        },
    )


def cluster(body: Body) -> Iterator[tuple[str, Fact]]:
    if body("apply_immediately") is not True or body("allow_major_version_upgrade") is not True:
        raise AssertionError(body.where)  # as CloudFormation does, which has no words for them
    capacity = body.block("serverlessv2_scaling_configuration")
    is_copy = body.has("snapshot_identifier")
    yield (
        f"db_cluster/{body('cluster_identifier')}",
        {
            "snapshot": body("snapshot_identifier"),
            "engine": body("engine"),
            "version": body("engine_version"),
            "support": body("engine_lifecycle_support"),
            "class": body("db_cluster_instance_class"),
            "size": body.number("allocated_storage"),
            "storage": body("storage_type"),
            "iops": body.number("iops"),
            "encrypted": body.flag("storage_encrypted", default=None if is_copy else False),
            "key": body("kms_key_id"),
            "database": body("database_name"),
            "user": body("master_username"),
            "managed_password": body.flag("manage_master_user_password", default=False),
            "secret_key": body("master_user_secret_kms_key_id"),
            "port": body.number("port"),
            "iam": body.flag("iam_database_authentication_enabled"),
            "data_api": body.flag("enable_http_endpoint"),
            "capacity": [capacity(key) for key in ("min_capacity", "max_capacity", "seconds_until_auto_pause")],
            "network": body("network_type"),
            "subnets": body("db_subnet_group_name"),
            "groups": body.set_of("vpc_security_group_ids"),
            "parameters": body("db_cluster_parameter_group_name"),
            "logs": body.set_of("enabled_cloudwatch_logs_exports"),
            "backtrack": body.number("backtrack_window"),
            **watched(body),
            "backup_days": body.number("backup_retention_period", 1),
            "backup_window": body("preferred_backup_window"),
            "maintenance_window": body("preferred_maintenance_window"),
            "copies_tags": body.flag("copy_tags_to_snapshot", default=False),
            "backups_go_too": body.flag("delete_automated_backups", default=True),
            "protected": body.flag("deletion_protection", default=False),
            "on_delete": on_delete(body),
            "tags": tags_of(body),
        },
    )
    capacity.done()


def cluster_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    parameters = {}
    for one in body.blocks("parameter"):
        parameters[one("name")] = one("value")
        assert one("apply_method") == "pending-reboot"
        one.done()
    fact = {"description": body("description", "Managed by Terraform"), "family": body("family")}
    yield f"db_cluster_parameter_group/{body('name')}", {**fact, "parameters": parameters, "tags": tags_of(body)}


def option_group(body: Body) -> Iterator[tuple[str, Fact]]:
    options = {}
    for one in body.blocks("option"):
        settings = {}
        for setting in one.blocks("option_settings"):
            settings[setting("name")] = setting("value")
            setting.done()
        options[one("option_name")] = [
            one("version"),
            one.number("port"),
            one.set_of("vpc_security_group_memberships"),
            settings,
        ]
        one.done()
    fact = {"description": body("option_group_description", "Managed by Terraform"), "engine": body("engine_name")}
    fact |= {"version": body("major_engine_version"), "options": options, "tags": tags_of(body)}
    yield f"db_option_group/{body('name')}", fact


READERS = {
    "aws_rds_cluster": cluster,
    "aws_rds_cluster_instance": member,
    "aws_rds_cluster_parameter_group": cluster_parameter_group,
    "aws_db_option_group": option_group,
}
IDENTIFIER = {
    "aws_rds_cluster": "name",
    "aws_rds_cluster_instance": "name",
    "aws_rds_cluster_parameter_group": "name",
    "aws_db_option_group": "name",
}
ATTRIBUTES = {"endpoint": "address"}
