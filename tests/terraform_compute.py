"""A Terraform document's launch templates, groups of machines and snapshot policies, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from facts import Body, Fact, UnreadError, given, owner
from terraform_network import named, tags_of
from terraform_services import _disk


def image_lookup(body: Body) -> Iterator[tuple[str, Fact]]:
    (who,) = body("owners")
    asked = {one("name"): one("values")[0] for one in body.blocks("filter")}
    if not body("most_recent"):
        raise UnreadError(f"{body.where}: which of several")
    # A template is told the image, so that its parameter has a type alone.
    yield f"image_lookup/{who} {asked}", {"type": "AWS::EC2::Image::Id"}


def placement_group(body: Body) -> Iterator[tuple[str, Fact]]:
    facts = {"strategy": body("strategy"), "partitions": body.number("partition_count"), "level": body("spread_level")}
    ((key, fact),) = named("placement_group", body, **facts)
    if key != f"placement_group/{body('name')}":
        raise UnreadError(f"{body.where}: two names")
    yield key, fact


def launch_template(body: Body) -> Iterator[tuple[str, Fact]]:
    names = ("instance_market_options", "placement", "monitoring", "metadata_options", "credit_specification")
    market, placed, watched, metadata, credit = (body.block(name) for name in names)
    spot, plugged = market.block("spot_options"), body.block("network_interfaces")
    profile = body.block("iam_instance_profile")
    place = (plugged.number("device_index", 0), plugged.number("network_card_index", 0))
    if place != (0, 0) or not plugged.flag("delete_on_termination", default=True):
        raise UnreadError(f"{body.where}: an interface of another kind")
    disks = []
    for mapping in body.blocks("block_device_mappings"):
        disks.append(_disk(mapping.block("ebs"), mapping("device_name")))
        mapping.done()
    hops = metadata.number("http_put_response_hop_limit")
    yield (
        f"launch_template/{body('name')}",
        {
            "image": body("image_id"),
            "type": body("instance_type"),
            "groups": plugged.set_of("security_groups") or body.set_of("vpc_security_group_ids"),
            "public_ip": plugged.flag("associate_public_ip_address"),
            "key": body("key_name"),
            "profile": profile("name"),
            "placed": [placed(name) for name in ("tenancy", "host_id", "group_name")],
            "monitoring": watched.flag("enabled"),
            "credits": credit("cpu_credits"),
            "metadata": [metadata("http_endpoint"), metadata("http_tokens"), hops],
            "market": market("market_type"),
            "spot": [spot(key) for key in ("max_price", "spot_instance_type", "instance_interruption_behavior")],
            "disks": disks,
            # The provider sends empty text where there is none.
            "user_data": b64decode(body("user_data", "")).decode(),
            "tags_given": {one("resource_type"): tags_of(one) for one in body.blocks("tag_specifications")},
            "tags": tags_of(body),
        },
    )
    for one in (market, spot, plugged, profile, placed, watched, metadata, credit):
        one.done()


def _mixed(body: Body) -> Fact:
    share, launch = body.block("instances_distribution"), body.block("launch_template")
    template = launch.block("launch_template_specification")
    fact = given(
        template=[template("launch_template_id"), template("version")],
        types=[[one("instance_type"), one.number("weighted_capacity")] for one in launch.blocks("override")],
        on_demand=share("on_demand_allocation_strategy"),
        base=share.number("on_demand_base_capacity"),
        percentage=share.number("on_demand_percentage_above_base_capacity"),
        spot=share("spot_allocation_strategy"),
        pools=share.number("spot_instance_pools"),
        price=share("spot_max_price"),
    )
    for one in (share, template, launch):
        one.done()
    return fact


def _rollout(refresh: Body, healthy: list[Any]) -> int | None:
    """Seconds that each machine is given; a refresh keeps as many machines as everything else does."""
    if not refresh.has("strategy"):
        return None
    settings = refresh.block("preferences")
    same = [settings.number("min_healthy_percentage"), settings.number("max_healthy_percentage")] == healthy
    # A template's policy applies to these beside the launch template.
    asked = refresh.set_of("triggers") == ["placement_group", "vpc_zone_identifier"]
    if refresh("strategy") != "Rolling" or not same or not asked:
        raise UnreadError(f"{refresh.where}: another way")
    found: int = settings.number("instance_warmup")
    settings.done()
    return found


def auto_scaling_group(body: Body) -> Iterator[tuple[str, Fact]]:
    template, mixed = body.block("launch_template"), body.block("mixed_instances_policy")
    healthy, refresh = body.block("instance_maintenance_policy"), body.block("instance_refresh")
    share = [healthy.number("min_healthy_percentage"), healthy.number("max_healthy_percentage")]
    if body("wait_for_capacity_timeout") != "0":
        raise UnreadError(f"{body.where}: waits for machines, as no stack does")
    pool = body.block("warm_pool") if body.has("warm_pool") else None
    group = f"auto_scaling_group/{body('name')}"
    yield (
        group,
        {
            "template": [template("id"), template("version")] if template.has("id") else None,
            "mixed": _mixed(mixed) if mixed.has("launch_template") else None,
            "subnets": body.set_of("vpc_zone_identifier"),
            "sizes": [body.number(name) for name in ("min_size", "max_size", "desired_capacity")],
            "rebalances": body.flag("capacity_rebalance"),
            "target_groups": body.set_of("target_group_arns"),
            "check": body("health_check_type"),
            "grace": body.number("health_check_grace_period", 300),
            "warmup": body.number("default_instance_warmup"),
            "cooldown": body.number("default_cooldown", 300),
            "termination": body("termination_policies"),
            "lifetime": body.number("max_instance_lifetime"),
            "protected": body.flag("protect_from_scale_in"),
            "placement_group": body("placement_group"),
            "measured": [[body("metrics_granularity", "1Minute"), body.set_of("enabled_metrics")]],
            "healthy": share,
            "rollout": _rollout(refresh, share),
            "tags": {one("key"): [one("value"), one.flag("propagate_at_launch")] for one in body.blocks("tag")},
        },
    )
    if pool is not None:
        reuse = pool.block("instance_reuse_policy")
        waits = {"min": pool.number("min_size"), "prepared": pool.number("max_group_prepared_capacity")}
        again = {"state": pool("pool_state"), "reuse": reuse.flag("reuse_on_scale_in")}
        yield f"warm_pool/{group}", {**waits, **again}
        pool.done()
    for one in (template, mixed, healthy, refresh):
        one.done()


def scaling_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    body("name")  # a template cannot say it
    tracking = body.block("target_tracking_configuration")
    known, custom = (tracking.block(f"{name}_metric_specification") for name in ("predefined", "customized"))
    followed = known("predefined_metric_type") or [custom("namespace"), custom("metric_name")]
    yield (
        f"scaling_policy/{owner(body('autoscaling_group_name'))} {followed}",
        {
            "type": body("policy_type"),
            "label": known("resource_label"),
            "statistic": custom("statistic"),
            "unit": custom("unit"),
            "dimensions": {one("name"): one("value") for one in custom.blocks("metric_dimension")},
            "target": float(tracking("target_value")),
            "only_out": tracking.flag("disable_scale_in"),
            "warmup": body.number("estimated_instance_warmup"),
        },
    )
    for one in (known, custom, tracking):
        one.done()


def scheduled_action(body: Body) -> Iterator[tuple[str, Fact]]:
    body("scheduled_action_name")  # a template cannot say it
    when = {"zone": body("time_zone"), "end": body("end_time")}
    again, first = body("recurrence"), body("start_time")
    # The provider sends 0 for what is not written, and nothing for -1.
    sizes = [body.number(name, 0) for name in ("min_size", "max_size", "desired_capacity")]
    said = {**when, "sizes": [None if one == -1 else one for one in sizes]}
    yield f"scheduled_action/{owner(body('autoscaling_group_name'))} {again} {first}", said


def _copy(body: Body) -> Fact:
    kept = body.block("retain_rule")
    fact = given(
        region=body("target"),
        encrypted=body.flag("encrypted"),
        key=body("cmk_arn"),
        tags=body.flag("copy_tags"),
        kept=[kept.number("interval"), kept("interval_unit")],
    )
    body.done()
    return fact


def _schedule(body: Body) -> Fact:
    made, kept = body.block("create_rule"), body.block("retain_rule")
    fact = given(
        name=body("name"),
        cron=made("cron_expression"),
        every=[made.number("interval"), made("interval_unit"), made("times")],
        kept=[kept.number("count"), kept.number("interval"), kept("interval_unit")],
        copies_tags=body.flag("copy_tags"),
        adds=body("tags_to_add", {}),
        copies=[_copy(one) for one in body.blocks("cross_region_copy_rule")],
    )
    for one in (made, kept, body):
        one.done()
    return fact


def snapshot_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    details = body.block("policy_details")
    yield from named(
        "snapshot_policy",
        body,
        description=body("description"),
        role=body("execution_role_arn"),
        state=body("state"),
        type=details("policy_type"),
        of=details("resource_types"),
        targets=details("target_tags"),
        schedules=[_schedule(one) for one in details.blocks("schedule")],
    )
    details.done()


READERS = {
    "aws_ami": image_lookup,
    "aws_placement_group": placement_group,
    "aws_launch_template": launch_template,
    "aws_autoscaling_group": auto_scaling_group,
    "aws_autoscaling_policy": scaling_policy,
    "aws_autoscaling_schedule": scheduled_action,
    "aws_dlm_lifecycle_policy": snapshot_policy,
}
ATTRIBUTES = {"arn_suffix": "full_name"}
