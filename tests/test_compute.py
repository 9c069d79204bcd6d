"""Groups of machines, launch templates, placement, images that are looked up, volumes and snapshots."""

from typing import Any

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as to_cloudformation
from infraspec.compiler import Checked
from infraspec.graph.autoscaling import AutoScalingGroup, ScalingPolicy
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.resource import Ref
from infraspec.graph.security_groups import EgressRule
from infraspec.terraform.emit import emit as to_terraform

HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups:
      web: {ingress: [{tcp: 80, from: edge}], egress: []}
      edge: {egress: [{tcp: 80, to: shop}]}
    tiers:
      app: {subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}, app-b: {zone: b, cidr: 10.0.2.0/24}}}
launch_templates:
  shop: {image: ubuntu-24.04, type: t3.micro, security_groups: web%s}
auto_scaling_groups:
  shop: {launch_template: shop, subnets: tier:app, min: 2, max: 4%s}
"""
BALANCER = """load_balancers:
  front: {type: application, subnets: tier:app, security_groups: edge, listeners: [{http: 80, forward: shop}]}
target_groups:
  shop: {http: 80}
"""
ALONE = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: [{tcp: 80, to: app-1}]}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}, app-b: {zone: b, cidr: 10.0.2.0/24}}}}
network_interfaces:
  fixed: {subnet: app-a, private_ip: 10.0.1.10, security_groups: web, on_delete: retain}
instances:
  app-1: {image: ubuntu-24.04, type: t3.micro%s}
"""


def judged(text: str) -> Checked:
    return check(text.encode(), "spec.yaml")


def graph(text: str) -> Graph:
    checked = judged(text)
    assert [one.message for one in checked.diagnostics if one.problem.level.value == "error"] == []
    assert checked.graph is not None
    return checked.graph


def shop(group: str = "", template: str = "", more: str = "") -> Graph:
    return graph(HEAD % (template, group) + more)


def group_of(found: Graph) -> tuple[dict[str, Any], dict[str, Any]]:
    """The group in both documents."""
    template = to_cloudformation(found)["Resources"]["AutoScalingGroupShop"]
    return template, to_terraform(found)["resource"]["aws_autoscaling_group"]["shop"]


def test_what_the_backends_would_fill_in_differently_is_written() -> None:
    template, terraform = group_of(shop())
    said = template["Properties"]
    assert (said["HealthCheckGracePeriod"], terraform["health_check_grace_period"]) == (300, 300)
    assert (said["Cooldown"], terraform["default_cooldown"]) == ("300", 300)
    assert (said["HealthCheckType"], terraform["health_check_type"]) == ("EC2", "EC2")
    assert said["LaunchTemplate"]["Version"] == {"Fn::GetAtt": ["LaunchTemplateShop", "LatestVersionNumber"]}
    assert terraform["launch_template"]["version"] == "${aws_launch_template.shop.latest_version}"
    assert all(one["PropagateAtLaunch"] for one in said["Tags"])
    assert all(one["propagate_at_launch"] for one in terraform["tag"])


@pytest.mark.parametrize(
    ("rollout", "serving", "batch", "pause"),
    [
        ("", 2, 1, "PT300S"),
        (", rollout: rolling", 2, 1, "PT300S"),
        (", rollout: {min_healthy: 50, warmup: 60}", 1, 1, "PT60S"),
        (", rollout: {min_healthy: 0, max_healthy: 100, warmup: 0}", 0, 2, "PT0S"),
        (", grace_period: 9000", 2, 1, "PT3600S"),
    ],
)
def test_one_word_rolls_both(rollout: str, serving: int, batch: int, pause: str) -> None:
    template, terraform = group_of(shop(rollout))
    rolling = template["UpdatePolicy"]["AutoScalingRollingUpdate"]
    assert (rolling["MinInstancesInService"], rolling["MaxBatchSize"], rolling["PauseTime"]) == (serving, batch, pause)
    preferences = terraform["instance_refresh"]["preferences"]
    assert preferences["instance_warmup"] == pause[2:-1]
    healthy = template["Properties"]["InstanceMaintenancePolicy"]
    assert healthy["MinHealthyPercentage"] == preferences["min_healthy_percentage"]


@pytest.mark.parametrize(
    ("volume", "speed"),
    [("size_gib: 9", (3000, 125)), ("size_gib: 20, iops: 4000", (4000, 125)), ("size_gib: 9, type: gp2", (None, None))],
)
def test_the_speed_of_a_templates_volume_is_said(volume: str, speed: tuple[int | None, int | None]) -> None:
    root = shop(template=f", root_volume: {{{volume}}}").of(LaunchTemplate)[0].root_volume
    assert root is not None
    assert (root.iops, root.throughput) == speed


def test_other_subnets_replace_the_machines_in_both() -> None:
    _, terraform = group_of(shop())
    assert terraform["instance_refresh"]["triggers"] == ["placement_group", "vpc_zone_identifier"]


def test_a_group_leaves_its_last_target_group_in_both() -> None:
    template, terraform = group_of(shop())
    assert "TargetGroupARNs" not in template["Properties"]
    assert terraform["target_group_arns"] == []


def test_sizes_that_a_schedule_has_set_stay() -> None:
    template, _ = group_of(shop())
    assert template["UpdatePolicy"]["AutoScalingScheduledAction"]["IgnoreUnmodifiedGroupSizeProperties"] is True


def test_no_rollout_rolls_nothing() -> None:
    template, terraform = group_of(shop(", rollout: none"))
    assert "AutoScalingRollingUpdate" not in template["UpdatePolicy"]
    assert "instance_refresh" not in terraform


def test_what_scaling_makes_of_the_size_is_left_alone() -> None:
    _, terraform = group_of(shop(", desired: 3"))
    assert terraform["lifecycle"] == {"ignore_changes": ["desired_capacity"]}
    assert "lifecycle" not in group_of(shop())[1]


def test_a_group_in_a_target_group_hears_its_balancer_and_is_its_targets() -> None:
    found = shop(", target_groups: shop", more=BALANCER)
    assert found.of(AutoScalingGroup)[0].health_check_type == "ELB"
    said = {one.problem.code for one in judged(HEAD % ("", ", target_groups: shop") + BALANCER).diagnostics}
    assert "ELB123" not in said


def test_requests_are_counted_for_the_balancer_and_the_group() -> None:
    found = shop(", target_groups: shop, scaling: {busy: {requests: 100}}", more=BALANCER)
    (policy,) = found.of(ScalingPolicy)
    assert [one.kind for one in policy.depends_on] == ["Listener"]
    (made,) = (one for one in to_cloudformation(found)["Resources"].values() if "ScalingPolicy" in one["Type"])
    label = made["Properties"]["TargetTrackingConfiguration"]["PredefinedMetricSpecification"]["ResourceLabel"]
    names = [{"Fn::GetAtt": ["LoadBalancerFront", "LoadBalancerFullName"]}, "/"]
    assert label == {"Fn::Join": ["", [*names, {"Fn::GetAtt": ["TargetGroupShop", "TargetGroupFullName"]}]]}


def test_a_schedule_leaves_alone_what_it_does_not_say() -> None:
    found = shop(', schedules: {night: {cron: "0 20 * * *", min: 0}}')
    action = to_terraform(found)["resource"]["aws_autoscaling_schedule"]
    (said,) = action.values()
    assert (said["min_size"], said["max_size"], said["desired_capacity"]) == (0, -1, -1)


def test_a_rule_names_a_group_by_its_security_groups() -> None:
    peers = [one.destination_group for one in shop().of(EgressRule)]
    assert [one.key for one in peers if one] == ["web"]


def test_an_image_by_owner_and_name_is_looked_up_or_told() -> None:
    text = (ALONE % ", subnet: app-a, security_groups: web, root_volume: {device: /dev/sda1}").replace(
        "image: ubuntu-24.04", 'image: {owner: self, name: "web-*"}'
    )
    made = graph(text.replace("to: app-1", "to: fixed"))
    (parameter,) = to_cloudformation(made)["Parameters"].values()
    assert parameter["Type"] == "AWS::EC2::Image::Id"
    assert "aws ec2 describe-images --owners self --filters 'Name=name,Values=web-*'" in parameter["Description"]
    (looked_up,) = to_terraform(made)["data"]["aws_ami"].values()
    assert (looked_up["owners"], looked_up["most_recent"]) == (["self"], True)
    assert to_terraform(made)["resource"]["aws_instance"]["app-1"]["lifecycle"] == {"ignore_changes": ["ami"]}


def test_an_instance_takes_its_address_from_an_interface() -> None:
    found = graph(ALONE % ", interface: fixed")
    template = to_cloudformation(found)["Resources"]
    (instance,) = (one for one in template.values() if one["Type"] == "AWS::EC2::Instance")
    plugged = [{"DeviceIndex": "0", "NetworkInterfaceId": {"Ref": "NetworkInterfaceFixed"}}]
    assert instance["Properties"]["NetworkInterfaces"] == plugged
    assert template["NetworkInterfaceFixed"]["DeletionPolicy"] == "Retain"
    terraform = to_terraform(found)["resource"]
    assert "subnet_id" not in terraform["aws_instance"]["app-1"]
    assert terraform["aws_network_interface"]["fixed"]["lifecycle"] == {"prevent_destroy": True}
    (rule,) = terraform["aws_vpc_security_group_egress_rule"].values()
    assert rule["cidr_ipv4"] == "10.0.1.10/32"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ALONE % "", "SPC002"),
        (ALONE % ", subnet: app-a", "SPC002"),
        (ALONE % ", interface: fixed, subnet: app-a", "SPC003"),
        (ALONE % ", interface: nowhere", "SPC004"),
        (ALONE % ", interface: fixed, host: h-0a1b2c3d4e5f67890", "SPC003"),
        (HEAD % ("", ", rollout: sometimes"), "SPC003"),
        (HEAD % ("", ", rollout: {min_healthy: 100, max_healthy: 100}"), "SPC003"),
        (HEAD % ("", ", rollout: {min_healthy: 0, max_healthy: 150}"), "SPC003"),
        (HEAD % ("", ", scaling: {busy: {}}"), "SPC003"),
        (HEAD % ("", ", scaling: {busy: {cpu: 50, target: 3}}"), "SPC003"),
        (HEAD % ("", ", scaling: {busy: {requests: 50}}"), "CMP410"),
        (HEAD % ("", ", schedules: {night: {min: 0}}"), "SPC002"),
        (HEAD % ("", ', schedules: {night: {cron: "0 1 * * *"}}'), "SPC002"),
        (HEAD % ("", ", spot: {pools: 3}"), "SPC003"),
        (HEAD % ("", ", launch_template: none"), "SPC004"),
    ],
)
def test_what_cannot_be_is_said(text: str, code: str) -> None:
    if "launch_template: none" in text:
        text = text.replace("launch_template: shop, ", "", 1)
    assert code in {one.problem.code for one in judged(text).diagnostics}


def test_a_group_whose_subnets_give_public_addresses_waits_for_the_gateway() -> None:
    text = (HEAD % ("", "")).replace("    security_groups:\n", "    internet_gateway: igw\n    security_groups:\n")
    text = text.replace("app: {subnets", "app: {public_ip_on_launch: true, subnets")
    assert graph(text).of(AutoScalingGroup)[0].depends_on == (Ref("InternetGatewayAttachment", "igw"),)
    said = text.replace("security_groups: web}", "security_groups: web, public_ip: false}")
    assert graph(said).of(AutoScalingGroup)[0].depends_on == ()


@pytest.mark.parametrize("zero", ["warmup: 0", "cooldown: 0", "warm_pool: {max_prepared: 0}"])
def test_what_terraform_would_leave_out_is_refused(zero: str) -> None:
    (finding,) = judged(HEAD % ("", f", {zero}")).diagnostics
    assert finding.problem.code == "SPC003"


@pytest.mark.parametrize(
    ("group", "template", "expected"),
    [
        (", types: [t3.micro, t3a.micro]", "", []),
        (", types: [t3.micro, t3a.micro], spot: {on_demand_percentage: 50}", "", ["CMP422"]),
        (", spot: true", "", ["CMP422"]),
        ("", ", spot: true", ["CMP422"]),
    ],
)
def test_a_warm_pool_stands_beside_machines_on_demand(group: str, template: str, expected: list[str]) -> None:
    checked = judged(HEAD % (template, group + ", warm_pool: {min: 1}"))
    assert [one.problem.code for one in checked.diagnostics if one.problem.level.value == "error"] == expected


@pytest.mark.parametrize(
    ("machine", "group", "codes"),
    [
        ("type: t3.micro", "cluster", ["CMP130"]),
        ("type: t3.micro", "spread", []),
        ("type: c7i.large", "cluster", []),
        ("type: c7i.large, tenancy: dedicated", "spread", ["CMP130"]),
        ("type: c7i.large, tenancy: dedicated", "partition, partitions: 2", []),
        ("type: c7i.large, tenancy: dedicated", "partition, partitions: 3", ["CMP130"]),
        ("type: c7i.large, tenancy: host", "partition", ["CMP130"]),
        ("type: c7i.large, spot: true", "spread", []),
        ("type: c7i.large, spot: {type: persistent, interruption: stop}", "spread", ["CMP130"]),
        ("type: c7i.large, tenancy: host, spot: true", "", ["CMP130"]),
    ],
)
def test_a_placement_group_takes_some_machines(machine: str, group: str, codes: list[str]) -> None:
    placed = ", placement_group: near" if group else ""
    text = ALONE.replace("type: t3.micro%s", f"{machine}, subnet: app-a, security_groups: web{placed}")
    text += f"placement_groups: {{near: {{strategy: {group or 'spread'}}}}}\n"
    assert [one.problem.code for one in judged(text).diagnostics if one.problem.level.value == "error"] == codes


def test_machines_of_a_group_stand_where_the_group_says() -> None:
    cluster = "placement_groups: {near: {strategy: cluster}}\n"
    checked = judged(HEAD % ("", ", placement_group: near") + cluster)
    assert [one.message for one in checked.diagnostics if one.problem.code == "CMP130"] == [
        "`near` is a cluster, and takes no `t3.micro`"
    ]


@pytest.mark.parametrize(
    ("cron", "codes"),
    [
        ("0 8 * * 1-5", []),
        ("*/90 0 1,31 JAN 7", []),
        ("60 8 * * *", ["SPC003"]),
        ("0 9-24 * * *", ["SPC003"]),
        ("0 8 0 * *", ["SPC003"]),
        ("0 8 * 13 *", ["SPC003"]),
        ("0 8 * * 8", ["SPC003"]),
    ],
)
def test_a_schedule_has_a_time_that_there_is(cron: str, codes: list[str]) -> None:
    checked = judged(HEAD % ("", f", schedules: {{night: {{cron: '{cron}', min: 0}}}}"))
    assert [one.problem.code for one in checked.diagnostics if one.problem.level.value == "error"] == codes


@pytest.mark.parametrize(
    ("schedule", "codes"),
    [
        ('cron: "cron(0 18 ? * SUN *)"', []),
        ('cron: "cron(0 18 1 * ? *)"', []),
        ('cron: "cron(0 18 * * * *)"', ["SPC003"]),
        ('cron: "cron(0 18 ? * ? *)"', ["SPC003"]),
        ("every_hours: 24, copies: [{region: us-west-2, keep_days: 3}]", []),
        ("every_hours: 24, copies: [{region: mars-1, keep_days: 3}]", ["CMP313"]),
        ("every_hours: 24, copies: [{region: us-west-2, keep_days: 3}, {region: us-west-2, keep_days: 9}]", ["CMP313"]),
    ],
)
def test_snapshots_are_made_at_a_time_and_copied_elsewhere(schedule: str, codes: list[str]) -> None:
    text = "version: 1\nname: demo\nregion: ap-northeast-2\nsnapshot_policies:\n"
    text += f"  nightly: {{target_tags: {{Backup: nightly}}, schedules: {{daily: {{{schedule}, keep: 7}}}}}}\n"
    assert [one.problem.code for one in judged(text).diagnostics] == codes
