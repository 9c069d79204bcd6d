"""Session Manager: the way of what a session leaves behind."""

import json
from collections.abc import Iterator

from infraspec.analysis.sessions import Sessions, is_closed, sessions
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.endpoints import GatewayEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.ssm import SessionDocument
from infraspec.rules.advice.session_examples import CORE, MESSAGES, PAGE, SSM, machine
from infraspec.rules.rule import Rule

_DEFAULT = "SSM-SessionManagerRunShell"
_LOGS = SSM.replace("ssm:", "logs:").replace("service: ssm", "service: logs")


def _logged(mark: str) -> str:
    """A document by which sessions are logged."""
    return f"log_groups: {{sessions: {{}}}}\nsession_documents:\n  {_DEFAULT}:{mark}\n    log_group: sessions\n"


NO_WAY = Problem(
    code="SSM103",
    name="session-log-without-way",
    level=Level.WARNING,
    title="Sessions on a machine that does not reach where they are logged",
    explanation="The agent itself writes the log of a session and asks KMS for its key. From a subnet without a way to the internet it "
    "needs an endpoint of each: logs and kms by an interface endpoint, s3 by a gateway. Without it a session does not start, or leaves "
    "no log. `session_manager: true` of the tier adds what is missing.",
    bad=machine(CORE, SSM + MESSAGES) + _logged("  # <- SSM103"),
    good=machine(CORE, SSM + MESSAGES + _LOGS) + _logged(""),
    source=PAGE,
)
_NEEDS = (("cloudWatchLogGroupName", "logs"), ("kmsKeyId", "kms"), ("s3BucketName", "s3"))


def no_way(graph: Graph) -> Iterator[Finding]:
    """Look for the endpoints of each VPC whose machines have no other way."""
    documents = [one for one in graph.of(SessionDocument) if one.key == _DEFAULT]
    if not documents:
        return
    network = sessions(graph)
    inputs = json.loads(documents[0].content.text)["inputs"]
    told = set()
    for each in network.machines:
        vpc = each.subnet.vpc.key
        if not each.permitted or vpc in told or not is_closed(graph, network, each):
            continue
        missing = [service for key, service in _NEEDS if inputs[key] and not _is_there(graph, network, vpc, service)]
        if missing:
            told.add(vpc)
            named = " and ".join(missing)
            has_table = network.routing.table.get(each.subnet.key) is not None
            asks = f"write `session_manager: true` in `{each.subnet.tier}`"
            if missing == ["s3"] and not has_table:
                asks = f"give `{each.subnet.tier}` a `route_table`, to which `session_manager: true` adds one"
            yield Finding(
                problem=NO_WAY,
                at=documents[0].origin,
                message=f"`{each.instance.key}` does not reach {named}, which its sessions need",
                related=(Related(at=each.subnet.origin, label="no way out", on_key=True),),
                help=f"add endpoints of {named} to `{vpc}`, or {asks}",
                on_key=True,
            )


def _is_there(graph: Graph, network: Sessions, vpc: str, service: str) -> bool:
    """Whether a VPC has an endpoint of a service."""
    gateways = [one for one in graph.of(GatewayEndpoint) if one.vpc.key == vpc]
    return bool(network.endpoints[vpc][service]) or any(one.service_name.endswith(f".{service}") for one in gateways)


RULES = (Rule(NO_WAY, no_way, needs_whole=True),)
