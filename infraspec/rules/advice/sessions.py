"""Session Manager: the role of a machine, and its way to the service."""

from collections.abc import Iterator

from infraspec.analysis.admission import Admission, party_of
from infraspec.analysis.sessions import HTTPS, POLICIES, SERVICES, Machine, calls, door, interface, is_closed, sessions
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, Safety, fix
from infraspec.graph.graph import Graph
from infraspec.rules.advice.session_examples import CORE, MESSAGES, PAGE, SSM, machine
from infraspec.rules.rule import Rule

NO_PERMISSION = Problem(
    code="SSM101",
    name="session-manager-without-permission",
    level=Level.WARNING,
    title="A machine that reaches Session Manager and may not use it",
    explanation="The VPC has the endpoints of Session Manager and they let this machine in, but its role lacks the policy "
    "AmazonSSMManagedInstanceCore, so the agent never registers. It is right where the machine shall not be managed, and where "
    "the account manages all instances by Default Host Management.",
    bad=machine("ReadOnlyAccess", SSM + MESSAGES, marks=("", "  # <- SSM101")),
    good=machine(CORE, SSM + MESSAGES),
    source="https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html",
)
NO_WAY = Problem(
    code="SSM102",
    name="session-manager-without-way",
    level=Level.WARNING,
    title="A machine of Session Manager that does not reach it",
    explanation="The agent calls the services ssm and ssmmessages on tcp 443. From a subnet without a way to the internet it reaches them "
    "by an interface endpoint of each, with private names. Agents older than 3.3.40 call ec2messages too.",
    bad=machine(CORE, SSM, marks=("", "  # <- SSM102")),
    good=machine(CORE, SSM + MESSAGES),
    source=PAGE,
)


def no_permission(graph: Graph) -> Iterator[Finding]:
    """Look at the role of each machine that all endpoints of Session Manager let in."""
    network, admission = sessions(graph), Admission(graph)
    for each in network.machines:
        endpoints = calls(network, each)
        services = {one.service_name for one in endpoints}
        if each.permitted is not False or len(services) < len(SERVICES) or each.instance.key_name is not None:
            continue
        caller = party_of(interface(each))
        doors = [door(graph, one) for one in endpoints if one.subnets and one.existing is None]
        agreed = [
            admission.allows("ingress", party_of(door), caller, HTTPS)
            and admission.allows("egress", caller, party_of(door), HTTPS)
            for door in doors
        ]
        if len(doors) < len(SERVICES) or not all(agreed):
            continue
        yield _without_permission(graph, each)


def _without_permission(graph: Graph, each: Machine) -> Finding:
    profile = each.instance.instance_profile
    role = graph.get(graph.get(profile).role) if profile else None
    of_whom = f"`{role.key}`" if role else "a role that `ec2` trusts, and write that role here"
    help_ = f"add {POLICIES[0]} to the `managed_policies` of {of_whom}"
    edit = Edit((*role.origin, "managed_policies"), POLICIES[0], How.ADD) if role and role.existing is None else None
    return Finding(
        problem=NO_PERMISSION,
        at=(*each.instance.origin, "role") if role else each.instance.origin,
        message=f"`{each.instance.key}` reaches Session Manager, but "
        + (f"role `{role.key}` does not let it register" if role else "has no role"),
        related=(Related(at=role.origin, label="lacks the policy", on_key=True),) if role else (),
        help=help_,
        fixes=fix(help_, edit) if edit else (),
        on_key=role is None,
    )


def no_way(graph: Graph) -> Iterator[Finding]:
    """Look for the way of each permitted machine, and tell each VPC once."""
    network, told = sessions(graph), set()
    for each in network.machines:
        vpc = each.subnet.vpc.key
        if not each.permitted or vpc in told or not is_closed(graph, network, each):
            continue
        missing = [service for service in SERVICES if not network.endpoints[vpc][service]]
        if missing:
            told.add(vpc)
            groups = next((one.security_groups for one in calls(network, each)), ())
            group = groups[0].key if groups else "GROUP"
            entries = [
                f"{one}: {{service: {one}, subnets: tier:{each.subnet.tier}, security_groups: [{group}]}}"
                for one in missing
            ]
            help_ = f"add {' and '.join(f'`{one}`' for one in entries)} to the `endpoints` of `{vpc}`"
            edits = [Edit((*graph.get(each.subnet.vpc).origin, "endpoints"), one, How.ADD) for one in entries]
            yield Finding(
                problem=NO_WAY,
                at=(*each.instance.origin, "role"),
                message=f"`{each.instance.key}` does not reach {' and '.join(missing)}, which Session Manager needs",
                label="lets it use Session Manager",
                related=(Related(at=each.subnet.origin, label="no way out", on_key=True),),
                help=help_,
                fixes=fix(help_, *edits, safety=Safety.CHOICE) if groups and len(edits) == 1 else (),
            )


RULES = (Rule(NO_PERMISSION, no_permission, needs_whole=True), Rule(NO_WAY, no_way, needs_whole=True))
