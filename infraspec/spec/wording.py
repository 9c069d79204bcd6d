"""Pydantic's errors in our words: what is wrong with the text, and what to write."""

import types
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from infraspec.diagnostic import Finding, Problem, SpecPath
from infraspec.spec.base import SpecModel, shown
from infraspec.spec.problems import MISSING_FIELD, UNKNOWN_FIELD, WRONG_VALUE

FOREIGN = {
    "cidrblock": "cidr",
    "cidr_block": "cidr",
    "availabilityzone": "zone",
    "availability_zone": "zone",
    "az": "zone",
    "fromport": "tcp",
    "from_port": "tcp",
    "toport": "tcp",
    "to_port": "tcp",
    "ipprotocol": "tcp",
    "vpc_security_group_ids": "security_groups",
    "securitygroupids": "security_groups",
    "security_group_ids": "security_groups",
    "vpcsecuritygroups": "security_groups",
    "subnetid": "subnet",
    "subnet_id": "subnet",
    "subnetids": "subnets",
    "subnet_ids": "subnets",
    "instancetype": "type",
    "instance_type": "type",
    "imageid": "image",
    "ami": "image",
    "keyname": "key_pair",
    "key_name": "key_pair",
    "privateipaddress": "private_ip",
    "iaminstanceprofile": "role",
    "iam_instance_profile": "role",
    "userdata": "user_data",
    "enablednshostnames": "dns_hostnames",
    "enable_dns_hostnames": "dns_hostnames",
    "enablednssupport": "dns_support",
    "enable_dns_support": "dns_support",
    "instancetenancy": "tenancy",
    "instance_tenancy": "tenancy",
    "mappubliciponlaunch": "public_ip_on_launch",
    "map_public_ip_on_launch": "public_ip_on_launch",
    "allocation_id": "elastic_ip",
    "allocationid": "elastic_ip",
    "connectivity_type": "connectivity",
    "instance_class": "class",
    "dbinstanceclass": "class",
    "engine_version": "version",
    "engineversion": "version",
    "allocated_storage": "storage_gib",
    "allocatedstorage": "storage_gib",
    "privatednsenabled": "private_dns",
    "private_dns_enabled": "private_dns",
    "service_name": "service",
    "servicename": "service",
    "cidr_blocks": "from",
    "source_security_group_id": "from",
}
"""What CloudFormation and Terraform call our fields, in lower case."""


def findings_of(
    errors: Sequence[ErrorDetails],
    model: type[SpecModel],
    path: SpecPath,
    what: str,
    sections: tuple[str, ...],
) -> Iterable[Finding]:
    """One finding for each mistake: a misspelt key and the key that is missing for it are one."""
    missing = {e["loc"]: e for e in errors if e["type"] == "missing"}
    for error in errors:
        if error["type"] == "missing":
            continue
        loc = error["loc"]
        if error["type"] != "extra_forbidden":
            yield _wrong(error, path)
            continue
        parent = loc[:-1]
        fields = tuple(fields_at(model, parent)) + (sections if not parent else ())
        finding = unknown_key(str(loc[-1]), (*path, *loc), _inner(what, parent), fields)
        meant = _nearest(str(loc[-1]), fields)
        same = [m for m in missing if m[:-1] == parent]
        if same and (meant == same[0][-1] or (meant is None and len(same) == 1)):
            chosen = next(m for m in same if meant is None or m[-1] == meant)
            del missing[chosen]
            finding = unknown_key(str(loc[-1]), (*path, *loc), _inner(what, parent), fields, str(chosen[-1]))
        elif any(m[-1] == meant for m in same):
            del missing[(*parent, str(meant))]
        yield finding
    for loc in missing:
        name = str(loc[-1])
        message = f"{_inner(what, loc[:-1])} has no `{name}`"
        yield Finding(problem=MISSING_FIELD, at=(*path, *loc), message=message, help=f"add `{name}:`")


def unknown_key(key: str, path: SpecPath, what: str, fields: tuple[str, ...], lacks: str | None = None) -> Finding:
    """A key that nothing reads, with the one that is meant if there is one near."""
    meant = _nearest(key, fields)
    and_no = f", and no `{lacks}`" if lacks else ""
    if meant is not None:
        label, help_ = f"did you mean `{meant}`?", f"write `{meant}`"
    else:
        label, help_ = "", _choices([f"`{name}`" for name in sorted(fields)], "it takes")
    message = f"{what} has no field `{key}`{and_no}"
    return Finding(problem=UNKNOWN_FIELD, at=path, message=message, label=label, help=help_, on_key=True)


def _nearest(key: str, fields: Iterable[str]) -> str | None:
    names = {name.lower(): name for name in fields}
    foreign = FOREIGN.get(key.lower())
    if foreign in names:
        return names[foreign]
    close = get_close_matches(key.lower(), names, n=1, cutoff=0.6)
    return names[close[0]] if close else None


def _wrong(error: ErrorDetails, path: SpecPath) -> Finding:
    """A value of the wrong kind or outside its range."""
    context = error.get("ctx", {})
    at = (*path, *_real(error["loc"]))
    if isinstance(problem := context.get("problem"), Problem):
        return Finding(
            problem=problem,
            at=(*at, *context.get("at", ())),
            message=context["message"],
            label=context["label"],
            help=context["help"],
        )
    field = next((str(part) for part in reversed(at) if isinstance(part, str)), "the spec")
    expected, help_ = _expected(error["type"], context, error["input"])
    message = f"`{field}` takes {expected}, not {shown(error['input'])}"
    if error["input"] is None:
        message = f"`{field}` takes {expected}, but has no value"
    return Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, on_key=error["input"] is None)


def _real(loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """A location without the marks that pydantic adds for a mapping's keys."""
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


def _expected(kind: str, context: dict[str, Any], value: object) -> tuple[str, str]:
    """What a field takes, and what to write."""
    if kind == "literal_error":
        allowed = [item.strip(" '") for item in str(context["expected"]).replace(" or ", ", ").split(", ")]
        close = get_close_matches(str(value).lower(), allowed, n=1, cutoff=0.6)
        help_ = f"write `{close[0]}`" if close else ""
        return _choices([f"`{item}`" for item in allowed], "").strip(), help_
    if kind == "string_type" and isinstance(value, bool | int | float):
        return "text", f'write "{shown(value).strip("`")}" in quotes'
    if kind == "bool_type" and isinstance(value, str) and value.lower() in ("yes", "on", "true"):
        return "true or false", "write true without quotes"
    if kind == "bool_type" and isinstance(value, str) and value.lower() in ("no", "off", "false"):
        return "true or false", "write false without quotes"
    if kind == "list_type" and isinstance(value, dict):
        return "a list", "write [{…}], or start each item with `-`"
    bounds = {
        "greater_than_equal": ("ge", "{} or more"),
        "less_than_equal": ("le", "{} or less"),
        "greater_than": ("gt", "more than {}"),
        "less_than": ("lt", "less than {}"),
        "string_too_short": ("min_length", "at least {} characters"),
        "string_too_long": ("max_length", "at most {} characters"),
        "too_short": ("min_length", "at least {} items"),
        "too_long": ("max_length", "at most {} items"),
    }
    if kind in bounds:
        name, phrase = bounds[kind]
        return phrase.format(context[name]), ""
    return _KINDS.get(kind, "another value"), ""


def _choices(names: Sequence[str], lead: str) -> str:
    """At most five of what may be written, then a count."""
    rest = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"{lead} {', '.join(names[:5])}{rest}" if names else ""


def _inner(what: str, loc: tuple[int | str, ...]) -> str:
    """What a mapping inside an entry is called."""
    words = [str(part) for part in loc if isinstance(part, str)]
    return f"`{words[-1]}` of {what}" if words else what


def fields_at(model: type[SpecModel], loc: tuple[int | str, ...]) -> list[str]:
    """The fields of the model that stands at `loc` inside `model`, as the user writes them."""
    here: object = model
    for part in loc:
        here = _step(here, part)
    found = _model_in(here)
    if found is None:
        return []
    return [field.alias or name for name, field in found.model_fields.items()]


def _step(here: object, part: int | str) -> object:
    """One step of a location, through lists, mappings and optional values."""
    found = _model_in(here)
    if found is not None and isinstance(part, str):
        for name, field in found.model_fields.items():
            if part in (field.alias, name):
                return field.annotation
        return None
    for argument in _arguments(here):
        if get_origin(argument) in (list, dict):
            return get_args(argument)[-1]
    return None


def _model_in(annotation: object) -> type[SpecModel] | None:
    for argument in _arguments(annotation):
        if isinstance(argument, type) and issubclass(argument, SpecModel):
            return argument
    return None


def _arguments(annotation: object) -> Iterable[object]:
    """An annotation without `Annotated`, `Optional` and `|`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _arguments(get_args(annotation)[0])
    elif origin is Union or isinstance(annotation, types.UnionType):
        for argument in get_args(annotation):
            yield from _arguments(argument)
    elif origin is not Literal:
        yield annotation
