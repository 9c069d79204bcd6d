"""A Terraform document, read back into the same plain facts as a template.

https://developer.hashicorp.com/terraform/language/syntax/json
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import terraform_network as network
import terraform_services as services
from facts import Body, Fact, Facts, UnreadError, keyed, rooms

Read = Callable[[Body], Iterator[tuple[str, Fact]]]

READERS: dict[str, Read] = {
    "aws_vpc": network.vpc,
    "aws_vpc_ipv4_cidr_block_association": network.vpc_cidr_block,
    "aws_subnet": network.subnet,
    "aws_internet_gateway": network.internet_gateway,
    "aws_internet_gateway_attachment": network.attachment,
    "aws_route_table": network.route_table,
    "aws_route_table_association": network.route_table_association,
    "aws_route": network.route,
    "aws_eip": network.elastic_ip,
    "aws_nat_gateway": network.nat_gateway,
    "aws_vpc_peering_connection": network.peering,
    "aws_security_group": network.security_group,
    "aws_vpc_security_group_ingress_rule": network.ingress,
    "aws_vpc_security_group_egress_rule": network.egress,
    "aws_network_acl": network.network_acl,
    "aws_network_acl_rule": network.network_acl_entry,
    "aws_network_acl_association": network.network_acl_association,
    "aws_vpc_endpoint": network.endpoint,
    "aws_iam_policy": services.managed_policy,
    "aws_iam_role": services.role,
    "aws_iam_role_policy_attachment": services.role_policy_attachment,
    "aws_iam_role_policy": services.role_policy,
    "aws_iam_instance_profile": services.instance_profile,
    "aws_ssm_parameter": services.image_parameter,
    "aws_instance": services.instance,
    "aws_ebs_volume": services.volume,
    "aws_volume_attachment": services.volume_attachment,
    "aws_network_interface": services.network_interface,
    "aws_eip_association": services.elastic_ip_association,
    "aws_acm_certificate": services.certificate,
    "aws_acm_certificate_validation": services.certificate_validation,
    "aws_route53_zone": services.hosted_zone,
    "aws_route53_record": services.record_set,
    "aws_db_subnet_group": services.db_subnet_group,
    "aws_db_parameter_group": services.db_parameter_group,
    "aws_db_instance": services.db_instance,
    "aws_caller_identity": lambda _: iter(()),
}

IDENTIFIER = {
    "aws_acm_certificate": "arn",
    "aws_iam_policy": "arn",
    "aws_iam_role": "name",
    "aws_iam_instance_profile": "name",
    "aws_db_subnet_group": "name",
    "aws_db_parameter_group": "name",
}
"""What `id` is, where it is no identifier of AWS's own."""

ATTRIBUTES = {
    "allocation_id": "id",
    "zone_id": "id",
    "primary_network_interface_id": "primary_network_interface",
    "identifier": "name",
    "certificate_arn": "arn",
    "master_user_secret[0].secret_arn": "secret_arn",
}
"""Attributes that are another's value under a name of their own."""

for _rest in rooms("terraform"):
    READERS.update(getattr(_rest, "READERS", {}))
    IDENTIFIER.update(getattr(_rest, "IDENTIFIER", {}))
    ATTRIBUTES.update(getattr(_rest, "ATTRIBUTES", {}))

ADDRESS = r"(?:data\.|ephemeral\.)?aws_\w+\.[\w-]+"
_REFERENCE = re.compile(rf"(?P<address>{ADDRESS})\.(?P<attribute>[a-z0-9_]+(?:\[\d+\]\.[a-z_]+)?)")
_EXPRESSION = re.compile(r"(?<!\$)\$\{(?P<inside>.*)\}", re.DOTALL)
_JOINED = re.compile(rf"(?<!\$)\$\{{{_REFERENCE.pattern}\}}")
"""A value inside a text."""
_PART = re.compile(rf"cidrsubnet\({_REFERENCE.pattern}, 8, (?P<number>\d+)\)")
"""One /64 of a /56."""
_ZONE = re.compile(r's.attachment\[0\]\.endpoint_id if s\.availability_zone == "([^"]+)"')
_DOMAIN = re.compile(r'domain_name == "([^"]+)"')
_LIFECYCLE = {"prevent_destroy", "create_before_destroy", "ignore_changes"}


def read(document: dict[str, Any]) -> Facts:
    """Everything that a document says, by the names of things."""
    return keyed(_Reader(with_defaults(document)).facts())


_VARIABLE = re.compile(r"(?<!\$)\$\{var\.(?P<name>\w+)\}")


def with_defaults(document: dict[str, Any]) -> dict[str, Any]:
    """A document as it is applied where nobody gives it variables."""
    values = {name: str(body["default"]) for name, body in document.get("variable", {}).items()}
    return {**document, "resource": _put_in(document.get("resource", {}), values)} if values else document


def _put_in(value: Any, values: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_put_in(item, values) for item in value]
    if isinstance(value, dict):
        return {key: _put_in(item, values) for key, item in value.items()}
    return _VARIABLE.sub(lambda found: values[found["name"]], value) if isinstance(value, str) else value


class _Reader:
    def __init__(self, document: dict[str, Any]) -> None:
        self.resources: dict[str, dict[str, Any]] = {}
        for mode, prefix in (("resource", ""), ("data", "data."), ("ephemeral", "ephemeral.")):
            for kind, labels in document.get(mode, {}).items():
                self.resources.update({f"{prefix}{kind}.{label}": body for label, body in labels.items()})
        self.outputs: dict[str, dict[str, Any]] = document.get("output", {})
        self._keys: dict[str, str] = {}

    def facts(self) -> Iterator[tuple[str, Fact]]:
        for address in self.resources:
            body = self.body(address)
            for key, fact in self.reader(address)(body):
                if not key.startswith(services.WAITS):
                    yield key, fact
            body.done()
        for output in self.outputs.values():
            yield f"output/{output['description']}", {"value": self.resolve(output["value"])}

    def reader(self, address: str) -> Read:
        kind = address.rpartition(".")[0]
        return READERS.get(kind) or READERS[kind.removeprefix("data.").removeprefix("ephemeral.")]

    def body(self, address: str) -> Body:
        properties = dict(self.resources[address])
        lifecycle = properties.pop("lifecycle", {})
        properties.pop("depends_on", None)
        properties.pop("//", None)
        if set(lifecycle) - _LIFECYCLE:
            raise UnreadError(f"{address}: {lifecycle}")
        return Body(address, properties, self.resolve, kept=lifecycle.get("prevent_destroy", False))

    def key(self, address: str) -> str:
        """`kind/name` at an address."""
        if address not in self._keys:
            self._keys[address] = next(self.reader(address)(self.body(address)))[0].removeprefix(services.WAITS)
        return self._keys[address]

    def resolve(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        if isinstance(value, dict):
            return {self.resolve(name): self.resolve(item) for name, item in value.items()}
        if not isinstance(value, str):
            return value
        expression = _EXPRESSION.fullmatch(value)
        inside = _JOINED.sub(lambda one: self.referred(one["address"], one["attribute"]), value)
        if expression is None or inside != value:
            return inside.replace("$${", "${").replace("%%{", "%{")
        if part := _PART.fullmatch(expression["inside"]):
            return f"{self.referred(part['address'], part['attribute'])} /64 {part['number']}"
        found = _REFERENCE.search(expression["inside"])
        if found is None:
            raise UnreadError(value)
        if found["attribute"] == "domain_validation_options":
            (domain,) = _DOMAIN.findall(expression["inside"])
            return f"validation/{self.key(found['address'])} {domain.removeprefix('*.')}.record"
        if found["attribute"] == "firewall_status[0].sync_states":
            (zone,) = _ZONE.findall(expression["inside"])
            return f"{self.key(found['address'])}.endpoints {zone}"
        return self.referred(found["address"], found["attribute"])

    def referred(self, address: str, attribute: str) -> str:
        kind = address.partition(".")[0]
        if address.startswith("data.aws_caller_identity."):
            return "AWS::AccountId"
        if attribute == "id":
            what = IDENTIFIER.get(kind, "id")
        elif kind == "aws_lb" and attribute in {"zone_id", "arn_suffix"}:
            what = {"arn_suffix": "full_name"}.get(attribute, attribute)
        else:
            what = ATTRIBUTES.get(attribute, attribute)
        return f"{self.key(address)}.{what}"
