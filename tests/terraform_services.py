"""A Terraform document's roles, machines, balancers, names and databases, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from collections.abc import Iterator

import terraform_databases as databases
from facts import Body, Fact, UnreadError, given, owner
from terraform_network import named, tags_of

WAITS = "waits for "
"""Before the key of a thing that waits for another, and is none of AWS's."""


def managed_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"description": body("description"), "path": body("path", "/"), "document": body.document("policy")}
    yield f"managed_policy/{body('name')}", {**fact, "tags": tags_of(body)}


def role(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"role/{body('name')}",
        {
            "description": body("description"),
            "path": body("path", "/"),
            "seconds": body.number("max_session_duration", 3600),
            "trust": body.document("assume_role_policy"),
            "boundary": body("permissions_boundary"),
            "tags": tags_of(body),
        },
    )


def role_policy_attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"role_policy/{owner(body('role'))} {body('policy_arn')}", {}


def role_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"inline_policy/{owner(body('role'))} {body('name')}", {"document": body.document("policy")}


def instance_profile(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"instance_profile/{body('name')}", {"path": body("path", "/"), "role": body("role")}


def image_parameter(body: Body) -> Iterator[tuple[str, Fact]]:
    # The provider has no type for what a parameter holds; a template must say it.
    yield f"image_parameter/{body('name')}", {"type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>"}


def _disk(ebs: Body, device: str | None) -> Fact:
    fact = given(
        device=device,
        size=ebs.number("volume_size"),
        type=ebs("volume_type", "gp2"),
        iops=ebs.number("iops"),
        throughput=ebs.number("throughput"),
        encrypted=ebs.flag("encrypted"),
        key=ebs("kms_key_id"),
        deleted=ebs.flag("delete_on_termination", default=True),
    )
    ebs.done()
    return fact


def instance(body: Body) -> Iterator[tuple[str, Fact]]:
    metadata, credit = body.block("metadata_options"), body.block("credit_specification")
    template = body.block("launch_template")
    plugged = body.block("network_interface")
    if plugged.number("device_index", 0) != 0:
        raise UnreadError(f"{body.where}: a second interface")
    disks = body.blocks("root_block_device")
    disk_tags = [tags_of(one) for one in disks] or [body("volume_tags", {})]
    yield from named(
        "instance",
        body,
        image=body("ami"),
        interface=plugged("network_interface_id"),
        host=body("host_id"),
        placement_group=body("placement_group"),
        type=body("instance_type"),
        subnet=body("subnet_id"),
        private_ip=body("private_ip"),
        ipv6=body.number("ipv6_address_count"),
        public_ip=body.flag("associate_public_ip_address"),
        groups=body.set_of("vpc_security_group_ids"),
        key=body("key_name"),
        profile=body("iam_instance_profile"),
        tenancy=body("tenancy", "default"),
        monitoring=body.flag("monitoring", default=False),
        protected=body.flag("disable_api_termination", default=False),
        checked=body.flag("source_dest_check", default=True),
        credits=credit("cpu_credits"),
        tokens=metadata("http_tokens", "optional"),
        hops=metadata.number("http_put_response_hop_limit"),
        metadata=metadata("http_endpoint", "enabled"),
        metadata_tags=metadata("instance_metadata_tags"),
        optimized=body.flag("ebs_optimized"),
        user_data=body("user_data"),
        # The provider finds the root device of the image by itself; a template must name it.
        disks=[_disk(one, None) for one in disks],
        disk_tags=disk_tags[0],
        template=template("id"),
        template_version=template("version"),
    )
    body.flag("user_data_replace_on_change")
    for one in (metadata, credit, template, plugged):
        one.done()


def volume(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "volume",
        body,
        zone=body("availability_zone"),
        size=body.number("size"),
        type=body("type", "gp2"),
        iops=body.number("iops"),
        throughput=body.number("throughput"),
        encrypted=body.flag("encrypted"),
        key=body("kms_key_id"),
        shared=body.flag("multi_attach_enabled", default=False),
        on_delete=_on_delete(body, skips=not body.flag("final_snapshot", default=False)),
    )


def _on_delete(body: Body, *, skips: bool) -> str:
    if body.kept:
        return "retain"
    return "delete" if skips else "snapshot"


def volume_attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"volume_attachment/{owner(body('instance_id'))} {body('device_name')}", {"volume": body("volume_id")}
    body("stop_instance_before_detaching")


def network_interface(body: Body) -> Iterator[tuple[str, Fact]]:
    addresses = body("private_ips", [])
    yield from named(
        "network_interface",
        body,
        subnet=body("subnet_id"),
        private_ip=body("private_ip") or (addresses[0] if addresses else None),
        ipv6=body.number("ipv6_address_count"),
        groups=body.set_of("security_groups"),
        description=body("description"),
        checked=body.flag("source_dest_check", default=True),
        on_delete="retain" if body.kept else "delete",
    )


def elastic_ip_association(body: Body) -> Iterator[tuple[str, Fact]]:
    target = {"instance": body("instance_id"), "network_interface": body("network_interface_id")}
    yield f"elastic_ip_association/{body('allocation_id')}", target


def certificate(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"names": body.set_of("subject_alternative_names"), "method": body("validation_method")}
    logged = body.block("options")("certificate_transparency_logging_preference", "ENABLED")
    fact |= {"key": body("key_algorithm", "RSA_2048"), "logged": logged, "tags": tags_of(body)}
    yield f"certificate/{body('domain_name')}", fact


def certificate_validation(body: Body) -> Iterator[tuple[str, Fact]]:
    # It waits, and is no thing of AWS's: a template waits by itself.
    if not body("validation_record_fqdns"):
        raise UnreadError(f"{body.where} waits for no record")
    yield f"{WAITS}{owner(body('certificate_arn'))}", {}


def hosted_zone(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"hosted_zone/{body('name').rstrip('.')}",
        {
            "comment": body("comment", "Managed by Terraform"),
            "vpcs": sorted((one("vpc_id"), one("vpc_region")) for one in body.blocks("vpc")),
            "tags": tags_of(body),
        },
    )
    body("force_destroy")


def record_set(body: Body) -> Iterator[tuple[str, Fact]]:
    alias, zone, name = body.block("alias"), body("zone_id"), body("name").rstrip(".")
    if name.startswith("validation/"):
        yield from _validation(body, name, zone)
        return
    where, one_of, records = body.block("geolocation_routing_policy"), body("set_identifier"), body("records", [])
    yield (
        f"record/{owner(zone)} {name} {body('type')}{f' {one_of}' if one_of else ''}",
        {
            "ttl": body.number("ttl"),
            "records": records if isinstance(records, str) else sorted(records),
            "alias": alias("name"),
            "alias_zone": alias("zone_id"),
            "alias_health": alias.flag("evaluate_target_health"),
            "health_check": body("health_check_id"),
            "weight": body.block("weighted_routing_policy").number("weight"),
            "region": body.block("latency_routing_policy")("region"),
            "failover": body.block("failover_routing_policy")("type"),
            "multivalue": body.flag("multivalue_answer_routing_policy"),
            "location": given(continent=where("continent"), country=where("country"), subdivision=where("subdivision")),
        },
    )
    alias.done()
    where.done()


def _validation(body: Body, name: str, zone: str) -> Iterator[tuple[str, Fact]]:
    """The record that proves a certificate's name, which CloudFormation writes by itself: a CNAME of 300 seconds."""
    written = (body("type"), body.number("ttl"), body("records"), body.flag("allow_overwrite"))
    if written != ("CNAME", 300, [name], True):
        raise UnreadError(f"{body.where}: {written}")
    yield owner(name), {"zone": zone}


def db_subnet_group(body: Body) -> Iterator[tuple[str, Fact]]:
    description = body("description", "Managed by Terraform")
    fact = {"description": description, "subnets": body.set_of("subnet_ids"), "tags": tags_of(body)}
    yield f"db_subnet_group/{body('name')}", fact


def db_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    parameters = {}
    for one in body.blocks("parameter"):
        parameters[one("name")] = one("value")
        one("apply_method")
        one.done()
    fact = {"description": body("description", "Managed by Terraform"), "family": body("family")}
    yield f"db_parameter_group/{body('name')}", {**fact, "parameters": parameters, "tags": tags_of(body)}


def db_instance(body: Body) -> Iterator[tuple[str, Fact]]:
    is_copy = body.has("replicate_source_db") or body.has("snapshot_identifier")
    encrypted = body.flag("storage_encrypted", default=False)
    fact = {
        "engine": body("engine"),
        "version": body("engine_version"),
        "license": body("license_model"),
        "class": body("instance_class"),
        "size": body.number("allocated_storage"),
        "grows_to": body.number("max_allocated_storage"),
        "storage": body("storage_type"),
        "iops": body.number("iops"),
        "throughput": body.number("storage_throughput"),
        "encrypted": None if is_copy else encrypted,
        "key": body("kms_key_id"),
        "database": body("db_name"),
        "port": body.number("port"),
        "user": body("username"),
        "managed_password": body.flag("manage_master_user_password", default=False),
        "multi_az": body.flag("multi_az", default=False),
        "zone": body("availability_zone"),
        "public": body.flag("publicly_accessible", default=False),
        "subnets": body("db_subnet_group_name"),
        "groups": body.set_of("vpc_security_group_ids"),
        "parameters": body("parameter_group_name"),
        "backup_days": body.number("backup_retention_period", None if is_copy else 0),
        "backup_window": body("backup_window"),
        "maintenance_window": body("maintenance_window"),
        "copies_tags": body.flag("copy_tags_to_snapshot", default=False),
        "minor_upgrades": body.flag("auto_minor_version_upgrade", default=True),
        "backups_go_too": body.flag("delete_automated_backups", default=True),
        "protected": body.flag("deletion_protection", default=False),
        "at_once": body.flag("apply_immediately", default=False),
        **databases.of_instance(body),
        "tags": tags_of(body),
    }
    yield f"db_instance/{body('identifier')}", {**fact, "on_delete": databases.on_delete(body)}
