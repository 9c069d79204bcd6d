"""Entries as plain data, from every spec that there is, and values near them that are mostly wrong."""

import copy
import random
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from examples import ROOT, SPECS, checked

from infraspec.catalogue import PROBLEMS
from infraspec.diagnostic import Misread
from infraspec.source.document import read
from infraspec.spec.kinds import KINDS, TOP
from infraspec.spec.templates import TEMPLATES

Data = dict[str, Any]


class Written(NamedTuple):
    """What was written for one model, which is named by its module and its name."""

    module: str
    model: str
    data: Data


@cache
def sound() -> tuple[Written, ...]:
    """Everything that stands in `specs/`."""
    documents = (checked(name).document for name in SPECS)
    return tuple(_different(document.data for document in documents if document))


@cache
def everything() -> tuple[Written, ...]:
    """Everything that stands in any spec, right or wrong."""
    examples = (text for problem in PROBLEMS for text in (problem.bad, problem.good))
    read_of = (read(text.encode(), "spec.yaml")[0] for text in (*_texts("tests/bad_specs"), *examples))
    return (*sound(), *_different(document.data for document in read_of if document))


def _texts(folder: str) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).rglob("*.yaml")))


def _different(specs: Iterable[Any]) -> Iterator[Written]:
    seen = set()
    for data in specs:
        for written in _entries(data):
            if repr(written) not in seen:
                seen.add(repr(written))
                yield written


def _entries(data: Any) -> Iterator[Written]:
    if not isinstance(data, dict):
        return
    yield Written(TOP.module, TOP.model, _own(data, ()))
    for kind in KINDS:
        for value in _at(data, kind.where):
            if isinstance(value, dict):
                yield Written(kind.module, kind.model, _own(value, kind.where))
                script = value.get("user_data")
                if isinstance(script, dict) and script.get("template") in TEMPLATES:
                    parameters = {key: item for key, item in script.items() if key != "template"}
                    yield Written(*TEMPLATES[script["template"]], parameters)


def _at(data: Any, where: tuple[str, ...]) -> Iterator[Any]:
    if not where:
        yield data
    elif isinstance(data, dict):
        for key in list(data) if where[0] == "*" else [where[0]]:
            yield from _at(data.get(key), where[1:])


def _own(value: Data, where: tuple[str, ...]) -> Data:
    depth = len(where)
    sections = {kind.where[depth] for kind in KINDS if kind.where[:depth] == where and len(kind.where) > depth}
    return {key: item for key, item in value.items() if key not in sections}


VALUES = (
    *(None, True, False, -1, 0, 1, 2, 64, 65, 80, 255, 256, 301, 302, 3600, 65535, 65536, 2**31, 2**70),
    *(0.001, 0.0005, 1.0, 8.5, float("inf"), "", " ", "x", "a" * 129, "a" * 300, "*", "/", "all", "auto", "self"),
    *("80", "443", "8000-8100", "9-3", "https", "tcp", "-1", "3/4", "8", "true", "https", "new", "dns", "managed"),
    *("10.0.0.0/16", "10.0.0.1/16", "10.0.0.4", "::/0", "0.0.0.0/0", "fd00::/8", "10.0.0.0/016", "1.2.3.4/32"),
    *("vpc-0a1b2c3d", "sg-0a1b2c3d4e5f67890", "i-0a1b2c3d", "eipalloc-0a1b2c3d", "db.t3.micro", "ubuntu-24.04"),
    *([], {}, [None], [[]], ["x"], [1], [True], [{}], ["a", "b"], [80, "443"], {"x": "y"}, {"x": 1}, {"x": None}),
    *({"Name": "x"}, {"aws:x": "y"}, {"ké y": "ü"}, {"x" * 129: "y"}, {"x": "y" * 257}, {"a\tb": "c"}, {1: "x"}),
    *({"Statement": []}, {"Version": "2012-10-17", "Statement": [{"Effect": None}]}, {"text": "x", "file": "y"}),
    *({"services": "ec2"}, {"account": "123456789012"}, {"name": "x"}, {"name": "x", "tags": None}),
    *(Misread("x"), Misread("80"), Misread("10.0.0.0/16"), [Misread("x")], {"x": Misread("y")}),
)


def mutated(written: Written, chance: random.Random) -> Written:
    """Nearly the same, with one to three changes anywhere inside it."""
    data = copy.deepcopy(written.data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        places = list(_places(data))
        if places:
            _change(*chance.choice(places), chance)
    return written._replace(data=data)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each mapping and list with each of its keys and positions, and with one that it does not have."""
    if isinstance(value, dict | list):
        yield value, None
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield value, key
            yield from _places(item)


def _change(holder: Any, key: Any, chance: random.Random) -> None:
    value = copy.deepcopy(chance.choice(VALUES))
    if key is None:
        _add(holder, value, chance)
        return
    match chance.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[chance.choice(_keys())] = holder.pop(key)
        case 2:
            holder[key] = _near(holder[key], chance)
        case 3:
            holder[key] = chance.choice(([holder[key]], {"x": holder[key]}, str(holder[key])))
        case _:
            holder[key] = value


def _add(holder: Any, value: Any, chance: random.Random) -> None:
    if isinstance(holder, list):
        holder.insert(chance.randint(0, len(holder)), value)
    else:
        holder[chance.choice(_keys())] = value


def _near(value: Any, chance: random.Random) -> Any:
    """Another value of nearly the same kind."""
    if isinstance(value, bool):
        return chance.choice((int(value), not value, str(value).lower()))
    if isinstance(value, int):
        return chance.choice((value + 1, value - 1, float(value), bool(value), str(value), value * 1000))
    if isinstance(value, str):
        return chance.choice((value.upper(), value + "x", value[1:], value + " ", [value], Misread(value), value * 60))
    if isinstance(value, list):
        return chance.choice((value[:1], value * 2, value[0] if value else None, {"x": value}))
    return chance.choice((None, [value], list(value) if isinstance(value, dict) else value))


@cache
def _keys() -> tuple[str, ...]:
    """Every key that stands anywhere, and one that does not."""
    found = {"nonsense"}
    for written in everything():
        found.update(key for holder, key in _places(written.data) if isinstance(holder, dict) and isinstance(key, str))
    return tuple(sorted(found))
