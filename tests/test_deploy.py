"""Both goldens of a spec are stood up in an emulator, and what then stands is the same.

Two proofs. The conformance oracle, where it stands beside the project, plays CloudFormation strictly and compares
whole states. The project's own proof needs only moto and Terraform, and is asked where plain moto holds every kind.
"""

import re
from collections.abc import Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import cloudformation_facts
import pytest
import terraform_facts
from emulator import HELD, State, emulator
from examples import GOLDEN, SOUND, asked, documents, graph_of
from facts import Facts
from pairs import leans_on, objections, parts, settled

from tools import initialised, oracle, provider_mirror, run_terraform, terraform

pytestmark = pytest.mark.deploy

AT_ONCE = 4
"""Pairs that are stood up side by side: most of their time is spent in waits of the provider."""

NOT_HELD = {
    r"^(cfn|tf) ordering: (RouteBillingPrivate|aws_route\.billing-private-)": (
        "the oracle takes a VPN gateway for one of the internet"
    ),
    r"^(unmodelled: AWS::EC2::FlowLog\.DestinationOptions|second plan: aws_flow_log\.)": "moto forgets a log's files",
    r"^second plan: (aws_route53_health_check\.(orders|shop)|aws_route53_record\.spare-\S+ health_check_id) ": (
        "moto forgets the alarm of a health check, which would be replaced"
    ),
    r"^states are equal: (network_acl|subnet) / .*\bdefault#\d": "default ACLs are numbered at random",
    r"^states are equal: (network_acl|route_table|security_group) / .*\b2400:6500:": "moto's IPv6 blocks are random",
    r"^second plan: aws_ec2_transit_gateway_route\.applications-10-77-": "moto has no attachment that existed before",
    r"CustomerGateway\.BgpAsnExtended|^second plan: aws_customer_gateway\.branch ": (
        "neither moto nor the oracle knows a number of a network of 32 bits"
    ),
    r"^second plan: aws_instance\.\S+ credit_specification": "moto answers that every instance has standard credits",
    r"^second plan: aws_(instance|volume_attachment)\.spot-": "moto lets a launch template win over its instance",
    r"^second plan: aws_(db_instance|rds_cluster|rds_cluster_instance)\.\S+ (monitoring|performance_insights)_": (
        "moto forgets how a database is watched"
    ),
    r"^second plan: aws_(db_instance|rds_cluster)\.\S+ (engine_lifecycle_support|enable_http_endpoint)": (
        "moto forgets both"
    ),
    r"^unmodelled: AWS::RDS::DBCluster\.(DeleteAutomatedBackups|EngineLifecycleSupport|PerformanceInsights)": (
        "the oracle does not pass them on"
    ),
    r"DBInstance\.DedicatedLogVolume|^second plan: aws_db_instance\.\S+ (dedicated_log_volume|network_type) ": (
        "neither moto nor the oracle knows a log volume, and moto forgets IPV4"
    ),
    r"OptionGroup\.OptionConfigurations|^second plan: aws_db_option_group\.\S+ option ": (
        "the oracle passes no options on, and moto forgets their ports and versions"
    ),
    r"^states are equal: instance / (burst|licensed|worker|web#\d) / (az|private_ip|subnet): ": (
        "moto starts all machines of a group in the subnet that comes first, and groups in any order"
    ),
    r"^states are equal: volume / volume#\d / (attached_to|az): ": "the same",
    r"^states are equal: kms_key / Default key(#\d)?: ": "moto makes a key of AWS when it is asked for one",
    r"^states are equal: scaling_policy / ": "a stack names its scaling policies itself",
    r"^second plan: aws_autoscaling_group\.\S+ capacity_reservation_specification": "moto forgets it",
    r"^second plan: aws_autoscaling_group\.\S+ max_instance_lifetime": "moto forgets it",
    r"^second plan: aws_lb\.\S+ subnet(s|_mapping) ": "moto forgets the address of a network balancer in a subnet",
    r"^states are equal: dns_record / acm-validation\(": "moto proves every certificate by the same record",
    r"AWS::KMS::Key\.Rotation|^second plan: aws_kms_key\.\S+ rotation_period": "moto rotates keys by the year",
    r"^second plan: aws_iam_user\.\S+ permissions_boundary": "moto forgets the boundary of a user",
    r"^second plan: aws_workspaces_workspace\.": "moto forgets most of a WorkSpace, so it would be replaced",
    r"^(unmodelled|second plan): .*(?i:enforce_?security_?group_?inbound)": "moto knows no PrivateLink",
    r"^second plan: aws_cloudwatch_log_group\.\S+ ": "moto forgets the class of a log group, so it would be replaced",
    r"^(unmodelled|second plan): .*(?i:tracing_?config)": "moto does not trace topics",
    r"^unmodelled: AWS::DynamoDB::Table\.ContributorInsightsSpecification": "moto has no insights",
    r"^second plan: aws_dynamodb_table\.\S+ (global_secondary_index|on_demand|table_class)": "moto forgets them",
    r"^second plan: aws_elasticache_replication_group\.\S+ (engine|transit_encryption_mode) ": "moto forgets both",
    r"^states are equal: target_group / [^/]+ / targets: ": "moto keeps one port of an instance that has several",
}
"""What the oracle cannot hold: a regular expression of an objection, and the reason that it is none."""

DROPPED = {
    (r"^vpc/", "dns_support"): "it does not read EnableDnsSupport",
    (r"^vpc/", "dns_hostnames"): "it does not read EnableDnsHostnames",
    (r"^subnet/", "public_addresses"): "it does not read MapPublicIpOnLaunch",
    (r"^(ingress|egress)/", None): "it keeps no egress, no rule of its own and no description of a group's peer",
    (r"^(elastic_ip|internet_gateway|route_table|peering|nat_gateway)/", None): "it drops their tags, and so the names",
    (r"^(route|route_table_association|attachment)/", None): "they belong to what has lost its name",
}
"""What moto's own CloudFormation loses, by the key of a fact and its property, with the reason.

The oracle replaces that engine.
"""

NO_STACK_HAS = frozenset({"VpcCidrBlock"})
"""Kinds that moto's own CloudFormation leaves out in silence, and that others cannot stand without."""


def holding(kinds: Collection[str]) -> tuple[str, ...]:
    """The sound specs that have no other kinds than these."""
    return tuple(name for name in SOUND if {type(node).__name__ for node in graph_of(name)} <= set(kinds))


TRIED = tuple(name for name in SOUND if not leans_on(graph_of(name)) and asked(name) <= (5, 100))
PARTS = {part: (name, keep) for name in TRIED for part, keep in parts(name).items()}
"""What the oracle is asked about. No emulator has the things that a spec of what exists leans on, and the
oracle has no newer provider than 5.100."""

PLAIN, PLAIN_STACKS = holding(HELD), holding(HELD - NO_STACK_HAS)


@pytest.fixture(scope="module")
def verdicts(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Any]]]:
    """The oracle at work on every part that is asked about, side by side."""
    oracle(), provider_mirror(), terraform()
    own = [item for item in request.session.items if item.path == request.path and hasattr(item, "callspec")]
    asked = {item.callspec.params.get("part") for item in own}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        folders = {part: tmp_path_factory.mktemp("pair") for part in PARTS if part in asked}
        yield {part: pool.submit(settled, *PARTS[part], folder) for part, folder in folders.items()}
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize("part", PARTS)
def test_what_stands_after_both_deployments_is_equal(part: str, verdicts: dict[str, Future[Any]]) -> None:
    found = objections(verdicts[part].result())
    assert [one for one in found if not any(re.search(allowed, one) for allowed in NOT_HELD)] == []


@pytest.mark.parametrize("name", PLAIN)
def test_terraform_stands_up_what_its_document_says(name: str, tmp_path: Path) -> None:
    document = (GOLDEN / name / "main.tf.json").read_text(encoding="utf-8")
    folder = initialised(tmp_path / "terraform", document)
    with emulator(graph_of(name).region, tmp_path / "moto.log") as made:
        run_terraform(folder, "apply", "-auto-approve", "-no-color", "-input=false", **made.variables)
        assert State(made).facts() == without_outputs(terraform_facts.read(documents(name).terraform))


@pytest.mark.parametrize("name", PLAIN_STACKS)
def test_cloudformation_stands_up_what_its_template_says(name: str, tmp_path: Path) -> None:
    template = (GOLDEN / name / "template.json").read_text(encoding="utf-8")
    with emulator(graph_of(name).region, tmp_path / "moto.log") as made:
        made.client("cloudformation").create_stack(StackName=name, TemplateBody=template)
        expected = held(without_outputs(cloudformation_facts.read(documents(name).template)))
        assert held(State(made).facts()) == expected


def without_outputs(facts: Facts) -> Facts:
    """What stands, without what is only exported."""
    return {key: fact for key, fact in facts.items() if not key.startswith("output/")}


def held(facts: Facts) -> Facts:
    """What moto's own CloudFormation keeps."""
    kept = {}
    for key, fact in facts.items():
        lost = {name for pattern, name in DROPPED if re.search(pattern, key)}
        if None not in lost:
            kept[key] = {name: value for name, value in fact.items() if name not in lost}
    return kept
