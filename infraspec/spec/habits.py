"""Keys of other tools that no single key of ours stands for: what to write instead of them, from what they say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, NamedTuple

from infraspec.spec.refusal import shown

Data = object


class Habit(NamedTuple):
    """A few keys of other tools that are one habit: reported once for the mapping that they stand in."""

    marks: frozenset[str]
    """Fields by which a model of ours is known."""
    keys: frozenset[str]
    """Their keys, in lower case without `_` and `-`."""
    help: Callable[[Mapping[str, Data], str], str]
    """What to write, from the mapping and the type of the balancer that it may stand in."""


def bare(key: str) -> str:
    """A key in lower case without what separates its words."""
    return key.lower().replace("_", "").replace("-", "")


def habit_of(key: str, fields: Collection[str]) -> Habit | None:
    """The habit that a key belongs to where these fields can stand."""
    return next((one for one in _HABITS if bare(key) in one.keys and one.marks <= set(fields)), None)


def _given(written: Mapping[str, Data], *names: str) -> Data:
    """The first of several keys that is written, in any spelling."""
    plain = {bare(str(key)): value for key, value in written.items()}
    return next((plain[name] for name in names if name in plain), None)


def _port(written: Mapping[str, Data], kind: str) -> str:
    """`http: 80` for `{protocol: HTTP, port: 80}`."""
    protocol = str(_given(written, "protocol") or "").lower()
    known = protocol if protocol in ("http", "https", "tcp", "tls", "udp", "tcp_udp") else ""
    port = _given(written, "port")
    usual = "tcp" if kind == "network" else "https" if port == 443 else "http"
    return f"write `{known or usual}: {port if isinstance(port, int) else 80}`"


def _range(written: Mapping[str, Data], _: str) -> str:
    """`tcp: 8000-8100` for `{from_port: 8000, to_port: 8100}`."""
    first, last = _given(written, "fromport", "toport", "port", "ports"), _given(written, "toport", "fromport")
    protocol = str(_given(written, "ipprotocol", "protocol") or "tcp").lower()
    if protocol in ("-1", "all"):
        return "write `all: true`"
    protocol = protocol if protocol in ("tcp", "udp") else "tcp"
    if isinstance(first, list) and first and all(isinstance(port, int) for port in first):
        return f"write `{protocol}: [{', '.join(map(str, first))}]`"
    if not isinstance(first, int) or isinstance(first, bool):
        return f"write `{protocol}: 443`, or a range such as `{protocol}: 8000-8100`"
    return f"write `{protocol}: {first if last in (None, first) else f'{first}-{last}'}`"


def _record(written: Mapping[str, Data], _: str) -> str:
    """`A: 203.0.113.10` for `{type: A, records: [203.0.113.10]}`."""
    kind = str(_given(written, "type") or "A").upper()
    value = _given(written, "records", "resourcerecords", "value", "values")
    value = value[0] if isinstance(value, list) and len(value) == 1 else value
    return f"write `{kind}: {value if isinstance(value, str) else '…'}`"


def _named(written: Mapping[str, Data], _: str) -> str:
    return f"call the entry {shown(str(_given(written, 'name')))}, and remove `name`"


def _subscription(written: Mapping[str, Data], _: str) -> str:
    """`email: a@example.com` for `{protocol: email, endpoint: a@example.com}`."""
    protocol = bare(str(_given(written, "protocol") or "email"))
    known = {"emailjson": "email_json"}.get(protocol, protocol)
    endpoint = _given(written, "endpoint")
    kinds = ("email", "email_json", "https", "sms", "sqs", "lambda", "firehose")
    return f"write `{known if known in kinds else 'email'}: {endpoint if isinstance(endpoint, str) else '…'}`"


def _threshold(written: Mapping[str, Data], _: str) -> str:
    """`below: 5` for `{threshold: 5, comparison_operator: LessThanThreshold}`."""
    compared = bare(str(_given(written, "comparisonoperator", "comparison", "operator") or "greater"))
    ways = ("at_least", "above") if compared.startswith("greater") else ("at_most", "below")
    limit = _given(written, "threshold")
    return f"write `{ways['equal' not in compared]}: {limit if isinstance(limit, int | float) else '…'}`"


def _checked(written: Mapping[str, Data], _: str) -> str:
    """`https: www.example.com` for `{type: HTTPS, fqdn: www.example.com}`."""
    kind = str(_given(written, "type") or "https").lower().partition("_")[0]
    host = _given(written, "fqdn", "fullyqualifieddomainname", "domain", "ipaddress")
    return f"write `{kind if kind in ('http', 'https', 'tcp') else 'https'}: {host if isinstance(host, str) else '…'}`"


def _scheme(written: Mapping[str, Data], _: str) -> str:
    return f"write `scheme: {'internal' if _given(written, 'internal') is True else 'internet-facing'}`"


def _fixed(text: str) -> Callable[[Mapping[str, Data], str], str]:
    return lambda *_: text


def _habit(marks: str, keys: str, help_: Callable[[Mapping[str, Data], str], str]) -> Habit:
    return Habit(frozenset(marks.split()), frozenset(keys.split()), help_)


_ROUTING = (
    "failover weight weighted region latency geolocation location multivalue setidentifier healthcheck healthcheckid "
    "failoverroutingpolicy weightedroutingpolicy latencyroutingpolicy geolocationroutingpolicy"
)
_FOLLOWERS = "associations association propagations propagation"
_FOLLOWED = "remove it: whoever follows a table names it, with `route_table:` and `propagate_to:`"
_HABITS: Final = (
    _habit("http forward rules", "port protocol", _port),
    _habit("http targets health_check", "port protocol", _port),
    _habit("tcp udp icmp", "fromport toport ipprotocol port ports", _range),
    _habit("CNAME TXT alias", "type records resourcerecords value values", _record),
    _habit("scheme listeners", "internal", _scheme),
    _habit("forward redirect", "stickiness", _fixed("write it in the target group: `stickiness: lb_cookie`")),
    _habit("scheme listeners", "webacl webaclid webaclarn waf", _fixed("name it in `protects:` of the web ACL")),
    _habit("answers delegate", "name", _named),
    _habit(
        "answers delegate", _ROUTING, _fixed("write one answer for each: `answers: {NAME: {A: …, failover: primary}}`")
    ),
    _habit("comment vpcs", "private privatezone", _fixed("remove it: a zone with `vpcs` is private")),
    _habit("http https search", "type fqdn fullyqualifieddomainname domain ipaddress", _checked),
    _habit("email sqs filter", "protocol endpoint", _subscription),
    _habit("above at_least below", "threshold comparisonoperator comparison operator", _threshold),
    _habit("read_capacity ttl", "billingmode", _fixed("remove it: without `read_capacity` each request is billed")),
    _habit("read_capacity ttl", "attributes attributedefinitions", _fixed("remove it: the keys say their types")),
    _habit("appliance_mode propagate_to", "vpc vpcid", _fixed("remove it: its subnets say which VPC it is")),
    _habit("routes existing tags", _FOLLOWERS, _fixed(_FOLLOWED)),
    _habit("customer_gateway tunnels", "vpc vpcid", _fixed("name a gateway of `vpn_gateways` in `vpn_gateway:`")),
    _habit(
        "inside_cidr startup", "psk presharedkey", _fixed("remove it: AWS makes one, and no secret stands in a spec")
    ),
    _habit("engine class storage_gib", "name dbname", _fixed("write `database`; the instance is called by its key")),
)
