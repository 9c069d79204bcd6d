"""Web ACLs: what they protect, what their rules cost, their logs."""

from collections import Counter
from collections.abc import Iterator

from infraspec.analysis.firewall import units_of
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Resource
from infraspec.graph.values import Joined, Value
from infraspec.graph.wafv2 import WebAcl, WebAclAssociation, WebAclLogging
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_ACL = _HEAD + "web_acls:\n  shop:\n    default: block\n    rules:\n"
_API = "https://docs.aws.amazon.com/waf/latest/APIReference/"
_MOST = 5000
_PREFIX = "aws-waf-logs-"

_NETWORK = """vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {ingress: [{tcp: 80, from: vpc}], egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-c: {zone: c, cidr: 10.0.1.0/24}}}}
load_balancers:
  front:
"""
_APPLICATION = """    type: application
    scheme: internal
    subnets: tier:app
    security_groups: [web]
    listeners: [{http: 80, respond: {status: 200}}]
"""
_OF_NETWORK = """    type: network
    scheme: internal
    subnets: tier:app
    listeners: [{tcp: 80, forward: app}]
target_groups: {app: {tcp: 80, targets: [10.0.0.9]}}
"""

TARGET = Problem(
    code="WAF102",
    name="web-acl-target",
    level=Level.ERROR,
    title="Something that a web ACL cannot protect",
    explanation="A web ACL protects application load balancers, stages of API Gateway, AppSync, Cognito user pools, App Runner, Verified Access "
    "and Amplify; not network load balancers, which do not read requests. Each has one web ACL at most.",
    bad=_HEAD + _NETWORK + _OF_NETWORK + "web_acls:\n  shop:\n    default: block\n    protects: [front]  # <- WAF102\n",
    good=_HEAD + _NETWORK + _APPLICATION + "web_acls:\n  shop:\n    default: block\n    protects: [front]\n",
    source=f"{_API}API_AssociateWebACL.html",
)


def target(graph: Graph) -> Iterator[Finding]:
    """Look at what each ACL protects, and whether another does already."""
    first: dict[str, SpecPath] = {}
    for found in graph.of(WebAclAssociation):
        balancer = graph.get(found.load_balancer) if found.load_balancer else None
        if balancer is not None and balancer.type != "application":
            related = (Related(at=(*balancer.origin, "type"), label="its type"),)
            message = f"a web ACL cannot protect `{balancer.key}`, a {balancer.type} load balancer"
            yield Finding(problem=TARGET, at=found.origin, message=message, related=related, help="name another")
        what = balancer.key if balancer else found.resource_arn or ""
        other = first.setdefault(what, found.origin)
        if other is not found.origin:
            related = (Related(at=other, label="first here"),)
            message, help_ = f"`{what}` has two web ACLs, and one is the most", "remove one of the two"
            fixes = fix("remove it", Edit(found.origin, how=How.REMOVE))
            yield Finding(problem=TARGET, at=found.origin, message=message, related=related, help=help_, fixes=fixes)


PRIORITY = Problem(
    code="WAF105",
    name="web-acl-priority",
    level=Level.ERROR,
    title="Two rules of a web ACL with one priority",
    explanation="Rules are asked in the order of their priorities, so no two have the same. A rule that does not say has its place in the list, "
    "from 0.",
    bad=_ACL
    + "      a: {countries: [KP], action: block}\n      b: {countries: [IR], action: block, priority: 0}  # <- WAF105\n",
    good=_ACL + "      a: {countries: [KP], action: block}\n      b: {countries: [IR], action: block, priority: 1}\n",
    source=f"{_API}API_Rule.html",
)


def priority(graph: Graph) -> Iterator[Finding]:
    """Look for the second of two."""
    for acl in graph.of(WebAcl):
        counted = Counter(rule.priority for rule in acl.rules)
        seen: dict[int, str] = {}
        for rule in acl.rules:
            first = seen.setdefault(rule.priority, rule.name)
            if first != rule.name:
                free = next(one for one in range(len(acl.rules) + 1000) if one not in counted)
                at = (*acl.origin, "rules", rule.name)
                yield Finding(
                    problem=PRIORITY,
                    at=(*at, "priority"),
                    message=f"`{first}` and `{rule.name}` of `{acl.key}` have the priority {rule.priority}",
                    related=(Related(at=(*acl.origin, "rules", first), label="first here", on_key=True),),
                    help=f"write `priority: {free}`, or no priority at any rule",
                )


CAPACITY = Problem(
    code="WAF106",
    name="web-acl-capacity",
    level=Level.ERROR,
    title="A web ACL that holds more than WAF takes",
    explanation=f"The rules of a web ACL take at most {_MOST:,} capacity units: a managed group has its own number, a text that is looked for takes 2 "
    "or 10, a script that is slipped in 40, and each transformation 10. Rules name their answers among the `responses` of the ACL.",
    bad=_ACL + "      a: {countries: [KP], action: block, respond: {status: 403, body: sorry}}  # <- WAF106\n",
    good=_ACL
    + "      a: {countries: [KP], action: block, respond: {status: 403, body: sorry}}\n    responses: {sorry: {content: not here}}\n",
    source="https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html",
)


def capacity(graph: Graph) -> Iterator[Finding]:
    """Add up, and look answers up."""
    for acl in graph.of(WebAcl):
        if (units := units_of(acl)) > _MOST:
            message = f"the rules of `{acl.key}` take {units:,} capacity units, and {_MOST:,} are the most"
            at, help_ = (*acl.origin, "rules"), "remove transformations, or rules"
            yield Finding(problem=CAPACITY, at=at, message=message, help=help_, on_key=True)
        known = {one.body_key for one in acl.response_bodies}
        answers = [(acl.default_action, acl.origin)]
        answers += [(rule.action, (*acl.origin, "rules", rule.name)) for rule in acl.rules if rule.action]
        for action, at in answers:
            if action.response_body_key is not None and action.response_body_key not in known:
                message = f"`{acl.key}` has no answer `{action.response_body_key}`"
                help_ = f"add `{action.response_body_key}: {{content: …}}` to its `responses`"
                yield Finding(problem=CAPACITY, at=(*at, "respond", "body"), message=message, help=help_)


LOGS = Problem(
    code="WAF107",
    name="web-acl-logs",
    level=Level.ERROR,
    title="A place that WAF does not write logs to",
    explanation=f"A log group, a bucket or a delivery stream that takes the logs of a web ACL has a name that begins with `{_PREFIX}`. What exists "
    "elsewhere is named by its ARN.",
    bad=_HEAD
    + "log_groups: {requests: {}}\nweb_acls:\n  shop:\n    default: block\n    logging: requests  # <- WAF107\n",
    good=_HEAD
    + f"log_groups: {{{_PREFIX}shop: {{}}}}\nweb_acls:\n  shop:\n    default: block\n    logging: {_PREFIX}shop\n",
    source=f"{_API}API_LoggingConfiguration.html",
)


def logs(graph: Graph) -> Iterator[Finding]:
    """Read the name at the end of each place."""
    for found in graph.of(WebAclLogging):
        name = _name(graph, found.destination)
        if name is not None and not name.startswith(_PREFIX):
            message = f"WAF does not write logs to `{name}`"
            help_ = f"call it `{_PREFIX}{name}`"
            yield Finding(problem=LOGS, at=(*found.origin, "to"), message=message, help=help_)


def _name(graph: Graph, destination: Joined) -> str | None:
    """The name at the end of an ARN; None where it is not known before."""
    last = destination.parts[-1]
    if not isinstance(last, Value):
        return last.rpartition("/")[2] if "/" in last else last.rpartition(":")[2]
    node: Resource = graph.get(last.node)
    return node.existing or node.key


RULES = (Rule(TARGET, target), Rule(PRIORITY, priority), Rule(CAPACITY, capacity), Rule(LOGS, logs))
