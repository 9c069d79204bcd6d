"""Keys of other tools that no single key of ours stands for: what to write instead of them, from what they say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, NamedTuple

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


def _scheme(written: Mapping[str, Data], _: str) -> str:
    return f"write `scheme: {'internal' if _given(written, 'internal') is True else 'internet-facing'}`"


def _fixed(text: str) -> Callable[[Mapping[str, Data], str], str]:
    return lambda *_: text


def _habit(marks: str, keys: str, help_: Callable[[Mapping[str, Data], str], str]) -> Habit:
    return Habit(frozenset(marks.split()), frozenset(keys.split()), help_)


_HABITS: Final = (
    _habit("http forward rules", "port protocol", _port),
    _habit("http targets health_check", "port protocol", _port),
    _habit("tcp udp icmp", "fromport toport ipprotocol port ports", _range),
    _habit("CNAME TXT alias", "type records resourcerecords value values", _record),
    _habit("scheme listeners", "internal", _scheme),
    _habit("forward redirect", "stickiness", _fixed("write it in the target group: `stickiness: lb_cookie`")),
    _habit("engine class storage_gib", "name dbname", _fixed("write `database`; the instance is called by its key")),
)
