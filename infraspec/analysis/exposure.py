"""Which machines have a public address, and which of them stand behind a balancer that faces the internet."""

from infraspec.graph.ec2 import ElasticIpAssociation, Instance
from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Action, Listener, ListenerRule
from infraspec.graph.resource import Ref


def public_instances(graph: Graph) -> dict[str, str]:
    """Each instance with a public address by its name, and the key of the spec that gives it one.

    The key is empty where the subnet decides.
    """
    found = {}
    elastic = {one.instance.key for one in graph.of(ElasticIpAssociation)}
    for instance in graph.of(Instance):
        if instance.key in elastic:
            found[instance.key] = "elastic_ip"
        elif instance.associate_public_ip_address:
            found[instance.key] = "public_ip"
        elif instance.associate_public_ip_address is None and graph.get(instance.subnet).map_public_ip_on_launch:
            found[instance.key] = ""
    return found


def served_instances(graph: Graph) -> set[str]:
    """The names of the instances that a balancer which faces the internet forwards to."""
    acting: list[tuple[Listener, Action]] = [(one, one.default_action) for one in graph.of(Listener)]
    acting += [(graph.get(one.listener), one.action) for one in graph.of(ListenerRule)]
    groups: set[Ref[TargetGroup]] = set()
    for listener, action in acting:
        if graph.get(listener.load_balancer).scheme == "internet-facing":
            groups.update(one.target_group for one in action.forward)
            groups.update([action.target_group] if action.target_group else [])
    return {one.instance.key for group in groups for one in graph.get(group).targets if one.instance is not None}
