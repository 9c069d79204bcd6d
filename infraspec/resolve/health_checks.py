"""`dns.health_checks:` to nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from infraspec.graph.resource import Ref, Resource
from infraspec.graph.route53 import HealthCheck
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import HEALTH_CHECK

if TYPE_CHECKING:
    from infraspec.spec.dns import HealthCheck as Model

_PORTS = {"http": 80, "https": 443}
_WITHOUT_DATA = {"healthy": "Healthy", "unhealthy": "Unhealthy", "last_known_status": "LastKnownStatus"}
_NOTHING: dict[str, Any] = {
    "fully_qualified_domain_name": None,
    "ip_address": None,
    "port": None,
    "resource_path": None,
    "search_string": None,
    "request_interval": None,
    "failure_threshold": None,
    "enable_sni": None,
    "measure_latency": None,
    "regions": (),
    "child_health_checks": (),
    "health_threshold": None,
    "alarm_name": None,
    "alarm": None,
    "alarm_region": None,
    "insufficient_data_health_status": None,
}


def health_checks(scope: Network) -> Iterator[Resource]:
    """Every health check."""
    for name, entry in scope.of(HEALTH_CHECK).items():
        asked = _asked(scope, entry)
        if asked is not None:
            yield HealthCheck(
                key=name,
                origin=entry.path,
                existing=entry.model.existing,
                inverted=entry.model.inverted,
                tags=scope.tags(name, entry.model.tags),
                **{**_NOTHING, **asked},
            )


def _asked(scope: Network, entry: Entry[Model]) -> dict[str, Any] | None:
    """What a check asks; None where it names what there is not."""
    model = entry.model
    for protocol in ("http", "https", "tcp"):
        host = getattr(model, protocol)
        if host is not None:
            return _of_host(model, protocol, host)
    if model.alarm is not None:
        return _of_alarm(scope, model, (*entry.path, "alarm"))
    word = "all_of" if model.all_of else "any_of"
    listed = getattr(model, word) or ()
    found = [scope.ref(HealthCheck, "health_check", one, at) for one, at in scope.each(listed, (*entry.path, word))]
    if None in found:
        return None
    least = len(found) if word == "all_of" else model.at_least or 1
    return {"type": "CALCULATED", "child_health_checks": tuple(sorted({*found})), "health_threshold": least}


def _of_host(model: Model, protocol: str, host: str) -> dict[str, Any]:
    matches = "" if model.search is None else "_STR_MATCH"
    is_address = _is_address(host)
    return {
        "type": f"{protocol.upper()}{matches}",
        "fully_qualified_domain_name": model.host if is_address else host,
        "ip_address": host if is_address else None,
        "port": model.port or _PORTS[protocol],
        "resource_path": None if protocol == "tcp" else model.path or "/",
        "search_string": model.search,
        "request_interval": model.interval,
        "failure_threshold": model.failure_threshold,
        "enable_sni": None if protocol != "https" else model.sni is not False,
        "measure_latency": model.measure_latency,
        "regions": tuple(sorted(set(model.regions))),
    }


def _is_address(host: str) -> bool:
    if not re.fullmatch(r"[0-9A-Fa-f.:]+", host):
        return False
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _of_alarm(scope: Network, model: Model, at: tuple[str | int, ...]) -> dict[str, Any] | None:
    name = str(model.alarm)
    own: Ref[Resource] | None = None
    if name.startswith("alarm:") or name in scope.names.get("alarm", ()) or ("alarm", name) in scope.broken:
        found = scope.find(name, ("alarm",), at)
        if found is None:
            return None
        own = Ref("Alarm", found.name)
    return {
        "type": "CLOUDWATCH_METRIC",
        "alarm_name": None if own else name,
        "alarm": own,
        "alarm_region": scope.region,
        "insufficient_data_health_status": _WITHOUT_DATA[model.without_data or "last_known_status"],
    }
