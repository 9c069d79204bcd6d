"""The user's `cloudformation:` entries: merged into what is emitted, and checked against troposphere's classes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from troposphere import AWSObject

from infraspec.cloudformation.expressions import is_function, targets, wrong_function
from infraspec.cloudformation.schema import wrong_properties
from infraspec.diagnostic import Finding
from infraspec.graph.overrides import Override, Place, is_for, not_made, ties, unknown_property, wrong_value

ATTRIBUTES: Final = frozenset(
    {"CreationPolicy", "DeletionPolicy", "DependsOn", "Metadata", "UpdatePolicy", "UpdateReplacePolicy"}
)
"""What a resource has beside its properties. `Condition` is not among them: no template of ours has conditions.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html"""
_POLICIES: Final = {
    "DeletionPolicy": ("Delete", "Retain", "RetainExceptOnCreate", "Snapshot"),
    "UpdateReplacePolicy": ("Delete", "Retain", "Snapshot"),
}


class Made(NamedTuple):
    """A resource as it is emitted without overrides."""

    resource: AWSObject
    body: dict[str, Any]
    main: bool
    """Whether properties without a type are its own."""


def is_attribute(resource: AWSObject, name: str) -> bool:
    """Whether a name is an attribute of a resource; a property that is called like one is a property."""
    return name in ATTRIBUTES and name not in resource.props


def merged(override: Override, made: Made) -> dict[str, Any]:
    """The body of a resource with what an override says of it."""
    body = {**made.body, "Properties": {**made.body.get("Properties", {})}}
    for _, properties in _for(override, made):
        for name, value in properties.items():
            target = body if is_attribute(made.resource, name) else body["Properties"]
            target[name] = _both(target.get(name), value, name)
    if not body["Properties"]:
        del body["Properties"]
    return body


def _for(override: Override, made: Made) -> list[tuple[tuple[str, ...], Mapping[str, Any]]]:
    properties = override.cloudformation
    types = {name for name, value in properties.items() if "::" in name and isinstance(value, dict)}
    return is_for(properties, made.resource.resource_type, types=types, main=made.main)


def _both(ours: Any, theirs: Any, name: str) -> Any:
    """Two values of one property: mappings merge by key, lists of keys and values too, and all else is replaced."""
    if name == "DependsOn":
        return sorted({*_names(ours), *_names(theirs)})
    if _are_pairs(ours) and _are_pairs(theirs):
        return list({one["Key"]: one for one in (*ours, *theirs)}.values())
    if isinstance(ours, dict) and isinstance(theirs, dict) and not is_function(ours) and not is_function(theirs):
        return {
            **ours,
            **{key: _both(ours[key], value, key) if key in ours else value for key, value in theirs.items()},
        }
    return theirs


def _are_pairs(value: Any) -> bool:
    """Whether a value is what CloudFormation has in place of a mapping: a list of `{Key: …, Value: …}`."""
    return isinstance(value, list) and all(isinstance(one, dict) and {*one} == {"Key", "Value"} for one in value)


def _names(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def check(override: Override, made: Iterable[Made], known: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with an override of these resources; `known` are the logical ids of the template."""
    resources = list(made)
    types = {one.resource.resource_type for one in resources}
    for name, value in override.cloudformation.items():
        if "::" in name and name not in types:
            yield not_made(override, "cloudformation", name, types)
        elif name in types and not isinstance(value, dict):
            yield wrong_value(Place((*override.at, "cloudformation"), override.what), name, "a mapping", value)
    for one in resources:
        for keys, properties in _for(override, one):
            place = Place((*override.at, "cloudformation", *keys), f"`{one.resource.resource_type}`")
            found = list(_wrong(place, properties, one, known))
            yield from found
            if not found:
                yield from _cut(place, properties, one, merged(override, one))


def _wrong(place: Place, properties: Mapping[str, Any], one: Made, known: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with properties, and with attributes beside them."""
    written = {name: value for name, value in properties.items() if "::" not in name}
    own = {name: value for name, value in written.items() if not is_attribute(one.resource, name)}
    yield from wrong_properties(place, own, one.body.get("Properties", {}), one.resource.props)
    for name in written:
        if name not in own:
            yield from _wrong_attribute(place, name, properties[name], known - {str(one.resource.title)})
    yield from wrong_function(place, own, known - {str(one.resource.title)})


def _wrong_attribute(place: Place, name: str, value: Any, known: frozenset[str]) -> Iterator[Finding]:
    if name in _POLICIES:
        if value not in _POLICIES[name]:
            yield wrong_value(place, name, " or ".join(f"`{one}`" for one in _POLICIES[name]), value)
    elif name == "DependsOn":
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
            yield wrong_value(place, name, "a logical id, or a list of them", value)
        else:
            yield from wrong_function(place, {name: [{"Ref": one} for one in names]}, known, bare=True)
    elif not isinstance(value, dict):
        yield wrong_value(place, name, "a mapping", value)
    elif name != "Metadata":
        for key in sorted(set(value) - _POLICY_KEYS[name]):
            yield unknown_property(place.inside(name), key, _POLICY_KEYS[name], "property")


_POLICY_KEYS: Final = {
    "CreationPolicy": frozenset({"AutoScalingCreationPolicy", "ResourceSignal", "StartFleet"}),
    "UpdatePolicy": frozenset(
        {
            "AutoScalingReplacingUpdate",
            "AutoScalingRollingUpdate",
            "AutoScalingScheduledAction",
            "CodeDeployLambdaAliasUpdate",
            "EnableVersionUpgrade",
            "UseOnlineResharding",
        }
    ),
}


def _cut(place: Place, properties: Mapping[str, Any], one: Made, after: Mapping[str, Any]) -> Iterator[Finding]:
    """Properties that would no longer refer to what they referred to."""
    before = one.body.get("Properties", {})
    for name in properties:
        if name in before and not is_attribute(one.resource, name):
            lost = set(targets(before[name])) - set(targets(after["Properties"][name]))
            if lost:
                yield ties(place, name, lost)
