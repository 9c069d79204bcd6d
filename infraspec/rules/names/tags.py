"""Tags as they are once names, the spec's tags and an entry's own are put together."""

import re
from collections import defaultdict
from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Role, User
from infraspec.graph.resource import Tags
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_ROLE = "iam:\n  roles:\n"
_PAGE = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html"
_ROLE_NAME = r"[A-Za-z0-9_+=,.@-]+\Z"
VALUE_MAX = 256
TAGS_MAX = 50

NAME_TAG = Problem(
    code="NAM102",
    name="name-tag",
    level=Level.ERROR,
    title="A name that cannot be a Name tag",
    explanation="The Name tag is made of the entry's key: 256 characters at most, also where a zone or another name is put behind it. "
    "EC2 takes every character; IAM, Elastic Load Balancing, RDS, Route 53 and Certificate Manager take letters, digits "
    "and spaces of any language, and `_ . : / = + - @`.",
    bad=_HEAD + _ROLE + '    "app,web": {trust: ec2}  # <- NAM102\n',
    good=_HEAD + _ROLE + "    app-web: {trust: ec2}\n",
    source=_PAGE,
)


def name_tag(graph: Graph) -> Iterator[Finding]:
    """Read the Name tag of everything that has one.

    A comma in the name of a role or a user is all that can be wrong with its characters: the names of zones, balancers and databases,
    whose services are as strict, are held to fewer characters than tags are.
    """
    seen = set()
    for node in graph:
        tags: Tags = getattr(node, "tags", ())
        if not tags or node.existing is not None or node.origin in seen:
            continue
        name = dict(tags).get("Name", "")
        wrong = ""
        if len(name) > VALUE_MAX:
            wrong = f"it would have {len(name)} characters, and {VALUE_MAX} are the most"
        elif isinstance(node, Role | User) and "," in name and re.match(_ROLE_NAME, name):
            wrong = "`,` cannot stand in a tag of IAM"
        if wrong:
            seen.add(node.origin)
            yield Finding(
                problem=NAME_TAG,
                at=node.origin,
                message=f"`{node.key}` cannot be tagged with its name: {wrong}",
                help="shorten the name"
                if len(name) > VALUE_MAX
                else "write letters, digits, spaces and _ . : / = + - @",
                on_key=True,
            )


TOO_MANY = Problem(
    code="NAM103",
    name="too-many-tags",
    level=Level.ERROR,
    title="More tags than AWS takes",
    explanation="A resource has 50 tags at most: the Name tag, those of the spec's top and its own together.",
    bad=_HEAD
    + f"tags: {{{', '.join(f'a{n}: x' for n in range(25))}}}\n"
    + "vpcs:\n  main:  # <- NAM103\n    cidr: 10.0.0.0/16\n"
    + f"    tags: {{{', '.join(f'b{n}: x' for n in range(25))}}}\n",
    good=_HEAD
    + f"tags: {{{', '.join(f'a{n}: x' for n in range(25))}}}\n"
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n"
    + f"    tags: {{{', '.join(f'b{n}: x' for n in range(24))}}}\n",
    source=_PAGE,
)


def too_many_tags(graph: Graph) -> Iterator[Finding]:
    """Count the tags of everything."""
    seen = set()
    for node in graph:
        count = len(getattr(node, "tags", ()))
        if count > TAGS_MAX and node.existing is None and node.origin not in seen:
            seen.add(node.origin)
            message = f"`{node.key}` has {count} tags with its Name and those of the spec, and {TAGS_MAX} are the most"
            yield Finding(problem=TOO_MANY, at=node.origin, message=message, help="remove some", on_key=True)


ALIKE = Problem(
    code="NAM160",
    name="tag-keys-alike",
    level=Level.ERROR,
    title="Tags of a role or a user whose keys differ by capitals alone",
    explanation="IAM keeps the capitals of a tag's key but does not tell keys apart by them: a role with both `Owner` and `owner`, "
    "or with `name` beside its Name tag, is refused.",
    bad=_HEAD + "tags: {Owner: net}\n" + _ROLE + "    app: {trust: ec2, tags: {owner: web}}  # <- NAM160\n",
    good=_HEAD + "tags: {Owner: net}\n" + _ROLE + "    app: {trust: ec2, tags: {Owner: web}}\n",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html",
)


def keys_alike(graph: Graph) -> Iterator[Finding]:
    """Compare the keys of each role's tags without their capitals."""
    nodes: list[Role | User] = [*graph.of(Role), *graph.of(User)]
    for role in nodes:
        if role.existing is not None:
            continue
        spellings: dict[str, list[str]] = defaultdict(list)
        for key, _ in role.tags:
            spellings[key.lower()].append(key)
        for keys in spellings.values():
            if len(keys) > 1:
                named = " and ".join(f"`{key}`" for key in keys)
                message = f"{type(role).__name__.lower()} `{role.key}` has the tags {named}, which are one key to IAM"
                yield Finding(problem=ALIKE, at=role.origin, message=message, help="write one of them", on_key=True)


RULES = (Rule(NAME_TAG, name_tag), Rule(TOO_MANY, too_many_tags), Rule(ALIKE, keys_alike))
