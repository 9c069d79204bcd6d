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


def launch_template(body: Body) -> Iterator[tuple[str, Fact]]:
    disks = []
    for mapping in body.blocks("block_device_mappings"):
        disks.append(_disk(mapping.block("ebs"), mapping("device_name")))
        mapping.done()
    market = body.block("instance_market_options")
    spot = market.block("spot_options")
    yield (
        f"launch_template/{body('name')}",
        {
            "market": market("market_type"),
            "spot": [spot(key) for key in ("max_price", "spot_instance_type", "instance_interruption_behavior")],
            "disks": disks,
            # The provider sends empty text where there is none.
            "user_data": body("user_data", ""),
            "tags_given": {one("resource_type"): tags_of(one) for one in body.blocks("tag_specifications")},
            "tags": tags_of(body),
        },
    )
    for one in (market, spot):
        one.done()


def instance(body: Body) -> Iterator[tuple[str, Fact]]:
    metadata, credit = body.block("metadata_options"), body.block("credit_specification")
    template = body.block("launch_template")
    disks = body.blocks("root_block_device")
    disk_tags = [tags_of(one) for one in disks] or [body("volume_tags", {})]
    yield from named(
        "instance",
        body,
        image=body("ami"),
        type=body("instance_type"),
        subnet=body("subnet_id"),
        private_ip=body("private_ip"),
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
    for one in (metadata, credit, template):
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
        groups=body.set_of("security_groups"),
        description=body("description"),
        checked=body.flag("source_dest_check", default=True),
    )


def elastic_ip_association(body: Body) -> Iterator[tuple[str, Fact]]:
    target = {"instance": body("instance_id"), "network_interface": body("network_interface_id")}
    yield f"elastic_ip_association/{body('allocation_id')}", target


BALANCER = {
    "enable_deletion_protection": "protected",
    "enable_cross_zone_load_balancing": "cross_zone",
    "idle_timeout": "idle_timeout",
    "enable_http2": "http2",
    "drop_invalid_header_fields": "drops_invalid_headers",
}


def load_balancer(body: Body) -> Iterator[tuple[str, Fact]]:
    mappings = [
        given(subnet=one("subnet_id"), allocation=one("allocation_id"), private_ip=one("private_ipv4_address"))
        for one in body.blocks("subnet_mapping")
    ]
    mappings += [{"subnet": subnet} for subnet in body("subnets", [])]
    attributes = {name: body(key) for key, name in BALANCER.items()}
    yield (
        f"load_balancer/{body('name')}",
        {
            "type": body("load_balancer_type", "application"),
            "scheme": "internal" if body.flag("internal", default=False) else "internet-facing",
            "subnets": sorted(mappings, key=str),
            "groups": body.set_of("security_groups"),
            "addresses": body("ip_address_type", "ipv4"),
            "tags": tags_of(body),
            **{name: str(value).lower() for name, value in attributes.items() if value is not None},
        },
    )


def target_group(body: Body) -> Iterator[tuple[str, Fact]]:
    check = body.block("health_check")
    yield (
        f"target_group/{body('name')}",
        {
            "protocol": body("protocol"),
            "port": body.number("port"),
            "vpc": body("vpc_id"),
            "target_type": body("target_type", "instance"),
            "delay": body.number("deregistration_delay", 300),
            "check": given(
                enabled=check.flag("enabled", default=True),
                protocol=check("protocol"),
                port=str(check("port", "traffic-port")),
                path=check("path"),
                interval=check.number("interval"),
                timeout=check.number("timeout"),
                healthy=check.number("healthy_threshold"),
                unhealthy=check.number("unhealthy_threshold"),
                matcher=check("matcher"),
            ),
            "tags": tags_of(body),
        },
    )
    check.done()


def target(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"target/{owner(body('target_group_arn'))} {body('target_id')} {body.number('port')}"
    yield key, {"zone": body("availability_zone")}


def action(body: Body) -> Fact:
    """What is done with a request, whether it forwards to one group or to several."""
    forward, redirect, answer = (body.block(name) for name in ("forward", "redirect", "fixed_response"))
    groups = [(one("arn"), one.number("weight", 1)) for one in forward.blocks("target_group")]
    alone = body("target_group_arn")
    fact = given(
        type=body("type"),
        forward=sorted(groups) or ([(alone, 1)] if alone else []),
        redirect=given(**{key: redirect(key) for key in ("protocol", "port", "host", "path", "query")}),
        code=redirect("status_code") or answer("status_code"),
        content_type=answer("content_type"),
        body=answer("message_body"),
    )
    for one in (forward, redirect, answer, body):
        one.done()
    return fact


def listener(body: Body) -> Iterator[tuple[str, Fact]]:
    certificate = body("certificate_arn")
    yield (
        f"listener/{owner(body('load_balancer_arn'))} {body.number('port')}",
        {
            "protocol": body("protocol"),
            "policy": body("ssl_policy"),
            "certificates": [certificate] if certificate else [],
            "actions": [action(one) for one in body.blocks("default_action")],
            "tags": tags_of(body),
        },
    )


def listener_certificate(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"listener_certificate/{body('listener_arn')} {body('certificate_arn')}", {}


def listener_rule(body: Body) -> Iterator[tuple[str, Fact]]:
    conditions = {}
    for one in body.blocks("condition"):
        for block, kind in (("host_header", "host-header"), ("path_pattern", "path-pattern")):
            if one.has(block):
                config = one.block(block)
                conditions[kind] = config.set_of("values")
                config.done()
        one.done()
    key = f"listener_rule/{owner(body('listener_arn'))} {body.number('priority')}"
    actions = [action(one) for one in body.blocks("action")]
    yield key, {"conditions": conditions, "actions": actions, "tags": tags_of(body)}


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
