"""Pairs of documents as the conformance oracle deploys them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from examples import GOLDEN, emitted, graph_of
from gaps import told, without_gaps
from mutation import around, graph_with

from infraspec.graph.acm import Certificate
from infraspec.graph.directories import Directory
from infraspec.graph.dynamodb import Table
from infraspec.graph.ec2 import Instance
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.rds import DbInstance
from infraspec.graph.resource import Ref, Resource, references
from infraspec.graph.route53 import HostedZone, RecordSet
from tools import oracle, provider_mirror, terraform


class Stand(NamedTuple):
    """A thing that exists before the spec is deployed, and what the documents call it."""

    literal: str
    parameter: str
    placeholder: str
    """What the oracle makes of it, such as `@zone:example.com`."""


STANDS = {"Bucket", "Directory", "HostedZone", "Secret"}
"""Kinds of which one that exists can be made before a spec is deployed, or is named by what is left out alone."""

IMAGES = {
    "arm64/hvm": "amd64/hvm",
    "kernel-6.1-arm64": "kernel-6.1-x86_64",
    "kernel-default-arm64": "kernel-default-x86_64",
}
"""Images that the emulator has, by the part of a parameter's name, for those that it has not."""


NOT_STOOD_UP = {
    "VpnConnection": "moto forgets how one is set, and the oracle cannot read one's attachment",
    "FirewallRuleGroup": "no stack of the oracle has one",
    "FirewallPolicy": "no stack of the oracle has one",
    "Firewall": "no stack of the oracle has one",
    "EndpointService": "no stack of the oracle has one",
    "gateway": "the oracle takes a balancer that has no scheme for one that faces the internet",
    "RegexPatternSet": "no stack of the oracle has one",
    "fifo": "no stack of the oracle keeps the order of a topic's messages",
    "OidcProvider": "no stack of the oracle has one",
    "Directory": "its password is in a secret that no emulator has",
    "SamlProvider": "no stack of the oracle has one",
    "ServiceLinkedRole": "no stack of the oracle has one",
}
"""Kinds, and types of balancers, that are left out of what is deployed, with all that refers to them."""

_OF_AURORA = {"aurora", "aurora-iopt1"}
_CERTIFICATES = {"rds-ca-rsa2048-g1"}
CRASHES = {
    "StorageType": _OF_AURORA,
    "storage_type": _OF_AURORA,
    "CACertificateIdentifier": _CERTIFICATES,
    "ca_cert_identifier": _CERTIFICATES,
    "LogGroupClass": {"STANDARD"},
    "log_group_class": {"STANDARD"},
    "TracingConfig": {"PassThrough"},
    "tracing_config": {"PassThrough"},
}
"""Values that the emulator breaks at, or never comes to an end with, by property and argument: the copies that are
deployed leave both out."""


def leans_on(graph: Graph) -> set[str]:
    """The kinds of things that a graph takes to exist, and that no emulator has beforehand."""
    kept = stood_up(graph)
    found = {type(node).__name__ for node in graph if node.existing is not None and node.address in kept}
    restored = {"Snapshot" for node in graph if getattr(node, "snapshot_identifier", None) is not None}
    return (found - STANDS) | restored


def stood_up(graph: Graph) -> set[Ref[Any]]:
    """The nodes that are deployed: none of a kind that is left out or leads to one, and none that exists for these."""
    lost = {node.address for node in graph if any(_is_left_out(one) for one in around(graph, node))}
    used = {address for node in graph if node.address not in lost for address in references(node)}
    idle = {node.address for node in graph if lost and node.existing is not None and node.address not in used}
    return {node.address for node in graph} - lost - idle


def _is_left_out(node: Resource) -> bool:
    """Whether the oracle has no such thing: of a kind that it lacks, or with something that is a part of the node."""
    if node.existing is not None:
        return False
    if isinstance(node, Table):
        every = (node.throughput, *(index.throughput for index in node.global_indexes))
        units = [unit for one in every for unit in (one.reads, one.writes) if unit is not None]
        # No stack of the oracle scales a table, and moto has no insights.
        return node.contributor_insights or any(one.maximum is not None for one in units)
    if isinstance(node, ReplicationGroup):
        return node.auth_secret is not None  # the oracle follows no reference to a secret
    words = {type(node).__name__, getattr(node, "type", ""), "fifo" if getattr(node, "fifo_topic", False) else ""}
    return not words.isdisjoint(NOT_STOOD_UP)


def parts(name: str) -> dict[str, set[Ref[Any]] | None]:
    """What is stood up of a spec at a time: all of it, but each further database by itself.

    moto gives every database the same resource identifier, by which Terraform's provider then looks for its own. So a
    replica, which stands beside its source, is not stood up.
    """
    graph = graph_of(name)
    databases = sorted(graph.of(DbInstance), key=lambda one: (one.source is not None, one.key))
    others = {one.address for one in databases[1:]}
    kept = stood_up(graph)
    if not others and len(kept) == len(graph.nodes):
        return {name: None}
    found: dict[str, set[Ref[Any]] | None] = {name: kept - others}
    found.update(
        {
            f"{name}: {one.key}": {near.address for near in around(graph, one)}
            for one in databases[1:]
            if one.source is None
        }
    )
    return found


def pruned(name: str, document: dict[str, Any], keep: set[Ref[Any]]) -> dict[str, Any]:
    """A golden with what belongs to some nodes alone, and without outputs."""
    graph = graph_of(name)
    lesser = emitted(graph_with(graph, [node for node in graph if node.address in keep]))
    side = lesser.template if "Resources" in document else lesser.terraform
    return {
        key: {kind: _pruned(value, side[key][kind]) for kind, value in section.items() if kind in side[key]}
        if key in {"Resources", "resource", "data"}
        else section
        for key, section in document.items()
        if key in side
    }


def _pruned(value: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """A resource as it is; of the labels of a type, those that stand in the lesser document too."""
    return value if "Type" in value else {label: body for label, body in value.items() if label in like}


def stands(graph: Graph) -> list[Stand]:
    """The identifiers that a graph names without managing them.

    An emulator chooses its own identifiers, so a deployed copy takes them as parameters, alike on both sides.
    """
    zones = {zone.existing: f"@zone:{_name_of(zone, graph)}" for zone in graph.of(HostedZone) if zone.existing}
    launches = [one.launch for one in graph.of(LaunchTemplate) if one.launch]
    images = {one.image_id: "@ami:ubuntu-22.04" for one in (*graph.of(Instance), *launches) if one.image_id}
    directories = {one.existing: f"@directory:{one.key}.example.com" for one in graph.of(Directory) if one.existing}
    every = sorted({**zones, **images, **directories}.items())
    return [Stand(literal, f"Existing{number}", value) for number, (literal, value) in enumerate(every)]


def _name_of(zone: HostedZone, graph: Graph) -> str:
    """The name of a zone that exists: what all names that are written in it end in."""
    names = [record.name for record in graph.of(RecordSet) if record.zone == zone.address]
    for certificate in graph.of(Certificate):
        names += [one.domain_name for one in certificate.validations if one.zone == zone.address]
    parts = [reversed(name.removeprefix("*.").rstrip(".").split(".")) for name in [zone.name or "", *names] if name]
    shared = [labels[0] for labels in zip(*parts, strict=False) if len(set(labels)) == 1]
    return ".".join(reversed(shared[:2]))


def replaced(value: Any, found: list[Stand], write: Callable[[str], Any]) -> Any:
    """A document in which each such identifier is what `write` makes of its parameter."""
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if not _crashes(key, item)}
        return {key: replaced(item, found, write) for key, item in kept.items()}
    if isinstance(value, list):
        return [replaced(item, found, write) for item in value]
    if isinstance(value, str) and value.startswith("/aws/service/"):
        return reduce(lambda text, image: text.replace(image, IMAGES[image]), IMAGES, value)
    return next((write(one.parameter) for one in found if one.literal == value), value)


def _crashes(key: str, value: Any) -> bool:
    return isinstance(value, str) and value in CRASHES.get(key, ())


def copied(name: str, keep: set[Ref[Any]] | None, folder: Path) -> list[str]:
    """Write the copies that are deployed; gives the oracle's arguments for them."""
    graph = graph_of(name)
    found = stands(graph)
    template, document = (json.loads((GOLDEN / name / file).read_text(encoding="utf-8")) for file in FILES)
    if keep is not None:
        template, document = pruned(name, template, keep), pruned(name, document, keep)
    template, document = without_gaps(template), without_gaps(document)
    document = told(template, document)
    looked_up = [one for one, body in template.get("Parameters", {}).items() if body["Type"] == "AWS::EC2::Image::Id"]
    for kind in ("aws_lb", "aws_lb_target_group"):
        for body in document.get("resource", {}).get(kind, {}).values():
            # The oracle knows a name that Terraform makes by what begins it where nothing is said.
            body.pop("name_prefix", None)
    template = replaced(template, found, lambda parameter: {"Ref": parameter})
    document = replaced(document, found, lambda parameter: f"${{var.{parameter}}}")
    if found:
        template.setdefault("Parameters", {}).update({one.parameter: {"Type": "String"} for one in found})
        document.setdefault("variable", {}).update({one.parameter: {"type": "string"} for one in found})
    (folder / "tf").mkdir(parents=True)
    (folder / "template.json").write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
    (folder / "tf" / "main.tf.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    arguments = ["--cfn", str(folder / "template.json"), "--tf", str(folder / "tf"), "--region", graph.region]
    for one in found:
        arguments += ["--param", f"{one.parameter}={one.placeholder}", "--var", f"{one.parameter}={one.placeholder}"]
    for one in looked_up:
        arguments += ["--param", f"{one}=@ami:ubuntu-22.04", "--var", f"{one}=@ami:ubuntu-22.04"]
    launches = [one.launch for one in graph.of(LaunchTemplate) if one.launch]
    for key in sorted({one.key_name for one in (*graph.of(Instance), *launches) if one.key_name}):
        arguments += ["--fixture", f"keypair:{key}"]
    return arguments


FILES = ("template.json", "main.tf.json")


def verdict(name: str, keep: set[Ref[Any]] | None, folder: Path) -> dict[str, Any]:
    """What the oracle says of the goldens of a spec, or of a part of them; it stands up both at the same time."""
    out = folder / "verdict.json"
    command = [sys.executable, str(oracle() / "verify.py"), *copied(name, keep, folder), "--out", str(out)]
    variables = {"ORACLE_TF_PLUGIN_DIR": str(provider_mirror()), "ORACLE_TERRAFORM": terraform()}
    variables["ORACLE_CFN_LINT"] = str(Path(sys.executable).with_name("cfn-lint"))
    done = subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True, check=False)
    if not out.is_file():
        pytest.fail(f"the oracle gives no verdict on {name}\n{done.stdout}\n{done.stderr}")
    return dict(json.loads(out.read_text(encoding="utf-8")))


def settled(name: str, keep: set[Ref[Any]] | None, folder: Path) -> dict[str, Any]:
    """The verdict on a pair, asked once more where Terraform could not apply.

    On a busy machine an answer of the emulator can get lost; the provider then asks again and is told that the thing
    exists already. A document that cannot be applied fails both times.
    """
    for attempt in ("first", "again"):
        (folder / attempt).mkdir()
        said = verdict(name, keep, folder / attempt)
        if said["reports"].get("tf", {}).get("deployed"):
            break
    return said


JUDGED_HERE = {"cfn wholly emulated", "second plan is empty"}
"""Checks of which the reports say more than the verdict."""

JUDGED_ELSEWHERE = {"cfn-lint has no errors"}


def objections(read: dict[str, Any]) -> Iterator[str]:
    """All that a verdict holds against a pair, a line each, beginning with what was asked."""
    for check, holds in read["checks"].items():
        if not holds and check not in JUDGED_HERE | JUDGED_ELSEWHERE:
            details = read["detail"].get(check) or ["no more is said"]
            yield from (f"{check}: {one if isinstance(one, str) else json.dumps(one)}" for one in details)
    for side, report in read["reports"].items():
        yield from (f"{side} ordering: {one.get('message')}" for one in report.get("ordering", []))
        yield from _not_held(report.get("emulator", {}))
        for change in report.get("second_plan", []):
            yield from (f"second plan: {change.get('address')} {name} {values}" for name, values in _changed(change))


def _not_held(emulated: dict[str, Any]) -> Iterator[str]:
    yield from (f"unsupported: {kind}" for kind in emulated.get("unsupported_types", {}))
    for kind, one in emulated.get("native_types", {}).items():
        yield from (f"unread: {kind}.{name}" for name in one["unread_properties"])
    for one in emulated.get("unmodelled_properties", []):
        yield from (f"unmodelled: {one['type']}.{name}" for name in [*one["properties"], *one["notes"]])


def _changed(change: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from change.get("diff", {}).items() or [("error", change.get("error"))]
