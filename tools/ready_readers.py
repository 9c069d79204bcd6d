"""Write infraspec/spec/ready/: for each model of the language, a class that reads what is right without pydantic.

    .venv/bin/python tools/ready_readers.py

Importing pydantic and building the models is most of a short run, and while a spec is right nothing of it is needed.
So each model's core schema, which is what pydantic itself validates by, is written out as plain code that takes what
the model takes and raises `Doubt` at all else; then the model is asked, and says what is wrong. Functions of
`spec/forms/` are called by reference in both. A schema that this program does not know in every part is an error, so
that nothing can be left out in silence; tests/test_ready.py compares what both make of many values.
"""

import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from infraspec.spec.base import SpecModel  # noqa: E402
from infraspec.spec.forms.values import Identifier, kept  # noqa: E402
from infraspec.spec.kinds import KINDS  # noqa: E402
from infraspec.spec.reading import model_of  # noqa: E402
from infraspec.spec.templates import TEMPLATES  # noqa: E402

TARGET = ROOT / "infraspec" / "spec" / "ready"
CONFIG = {"extra_fields_behavior": "forbid", "strict": True}
SILENT = {"type", "metadata", "ref", "serialization", "json_schema_input_schema"}
"""Parts of a schema that have no say in what is taken."""

Schema = dict[str, Any]
HEADER = '''"""Readers of what `infraspec.spec.{module}` takes. Written by tools/ready_readers.py: do not edit."""

{imports}
'''
CLASS = '''

class {name}:
    """What `{module}.{name}` is made of."""

    __slots__ = ({slots})
    KEYS = ({keys})

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = {required}
{body}
'''


class UnknownFeatureError(Exception):
    """A part of a model that this program does not know how to write."""


class Module:
    """One module of readers: the models of one module of `spec/`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.imports: set[tuple[str, str, str]] = {("infraspec.spec.doubt", "Doubt", "Doubt")}
        self.constants: dict[str, str] = {}
        self.classes: dict[str, str] = {}

    def text(self) -> str:
        """The module as it is written."""
        found: dict[str, list[str]] = {}
        for module, name, alias in sorted(self.imports):
            found.setdefault(module, []).append(name if name == alias else f"{name} as {alias}")
        imports = "\n".join(f"from {module} import {', '.join(names)}" for module, names in found.items())
        constants = "".join(f"\n{name} = {value}" for name, value in sorted(self.constants.items()))
        head = HEADER.format(module=self.name, imports=imports) + (constants + "\n" if constants else "")
        return head + "".join(self.classes.values())

    def use(self, module: str, name: str) -> str:
        """The name by which something of another module is called here."""
        alias = f"{module.rpartition('.')[2]}_{name}"
        self.imports.add((module, name, alias))
        return alias


class Writer:
    """All modules of readers."""

    def __init__(self) -> None:
        self.modules: dict[str, Module] = {}

    def model(self, cls: type[SpecModel]) -> None:
        """Write a model, unless it is written."""
        name = cls.__module__.rpartition(".")[2]
        module = self.modules.setdefault(name, Module(name))
        if cls.__name__ in module.classes:
            return
        module.classes[cls.__name__] = ""  # so that a model that holds itself is written once
        schema, checks = fields_of(cls)
        lines, keys, required = [], [], 0
        for field, entry in schema.items():
            key = entry.get("validation_alias", field)
            keys.append(key)
            required += entry["schema"]["type"] != "default"
            lines += self.field(module, cls, field, key, entry)
        lines.append("if known != len(data):\n    raise Doubt")
        lines += [f"{module.use(*where(check))}(self)" for check in checks]
        del module.classes[cls.__name__]
        module.classes[cls.__name__] = CLASS.format(
            name=cls.__name__,
            module=cls.__module__,
            slots=tupled(schema),
            keys=tupled(keys),
            required=required,
            body=indented("\n".join(lines), 8),
        )

    def field(self, module: Module, cls: type[SpecModel], field: str, key: str, entry: Schema) -> list[str]:
        """How one field is read."""
        of_known(entry, {"schema", "validation_alias", "serialization_alias"})
        schema = entry["schema"]
        lines = [f"v = get({key!r})", "if v is None:"]
        if schema["type"] != "default":
            lines.append("    raise Doubt")
            read = self.value(module, schema, "v", given=True, raw=True)
        else:
            lines += [f"    self.{field} = {self.default(module, cls, field, schema)}", "else:", "    known += 1"]
            read = [*self.value(module, schema["schema"], "v", given=True, raw=True), f"self.{field} = v"]
            return [*lines, indented("\n".join(read), 4)]
        return [*lines, *read, f"self.{field} = v"]

    def default(self, module: Module, cls: type[SpecModel], field: str, schema: Schema) -> str:
        """What stands for a field that is not written."""
        of_known(schema, {"schema", "default", "default_factory", "default_factory_takes_data", "copy_default"})
        if "default_factory" in schema:
            factory = schema["default_factory"]
            if schema.get("default_factory_takes_data") or not is_model(factory):
                raise UnknownFeatureError(f"{cls.__name__}.{field}: default_factory={factory}")
            return f"{self.reader(module, factory)}({{}})"
        default = schema["default"]
        listed = isinstance(default, list) and all(isinstance(one, str) for one in default)
        if not (listed or default is None or isinstance(default, str | bool | int) or default == {}):
            raise UnknownFeatureError(f"{cls.__name__}.{field} = {default!r}")
        return repr(default)

    def reader(self, module: Module, cls: type[SpecModel]) -> str:
        """The name of a model's reader."""
        self.model(cls)
        home = cls.__module__.rpartition(".")[2]
        return cls.__name__ if home == module.name else module.use(f"infraspec.spec.ready.{home}", cls.__name__)

    def value(self, module: Module, schema: Schema, v: str, *, given: bool = False, raw: bool = False) -> list[str]:
        """Statements that read what the variable `v` holds into `v`.

        It is `given` where it is known not to be None, and `raw` where it stands as it was written: a validator must
        not make something sound of what has no value, or could not be read.
        """
        kind = schema["type"]
        if kind == "nullable":
            of_known(schema, {"schema"})
            inner = self.value(module, schema["schema"], v, given=True, raw=raw)
            return inner if given else [f"if {v} is not None:", indented("\n".join(inner), 4)]
        if kind == "function-wrap":
            return self.kept(module, schema, v, given=given, raw=raw)
        if kind in ("function-before", "function-plain", "function-after"):
            return self.function(module, schema, v, given=given, raw=raw)
        if kind == "model":
            return [f"{v} = {self.reader(module, schema['cls'])}({v})"]
        if kind == "list":
            return self.items(module, schema, v, raw=raw)
        if kind == "dict":
            return self.mapping(module, schema, v, raw=raw)
        if kind == "any":
            of_known(schema, set())
            return [f"{module.use('infraspec.spec.doubt', 'whole')}({v})"]
        return scalar(schema, v)

    def function(self, module: Module, schema: Schema, v: str, *, given: bool, raw: bool) -> list[str]:
        """A validator, and what stands behind it."""
        of_known(schema, {"function", "schema"})
        function = schema["function"]
        if set(function) != {"function", "type"} or function["type"] != "no-info":
            raise UnknownFeatureError(f"a validator of the form {function}")
        if is_checked(schema):
            return self.value(module, schema["schema"], v)  # the reader of the model does its checks
        if isinstance(function["function"], partial):
            return [*self.value(module, schema["schema"], v, given=given, raw=raw), *bound_after(schema, v)]
        call = [f"{v} = {self.callee(module, function['function'])}({v})"]
        if raw and schema["type"] != "function-after":
            call = [f"if type({v}) is not str:", f"    {module.use('infraspec.spec.doubt', 'whole')}({v})", *call]
        if schema["type"] == "function-plain":
            return call
        if schema["type"] == "function-before":
            return [*call, *self.value(module, schema["schema"], v)]
        return [*self.value(module, schema["schema"], v, given=given, raw=raw), *call]

    def kept(self, module: Module, schema: Schema, v: str, *, given: bool, raw: bool) -> list[str]:
        """A text that may be left to the deployment: what `kept` does, written out."""
        of_known(schema, {"function", "schema"})
        if schema["function"] != {"type": "no-info", "function": kept}:
            raise UnknownFeatureError(f"the validator {schema['function']}")
        later, whole = module.use("infraspec.deploy_time", "Later"), f"{v}whole"
        return [
            f"{whole} = {v}",
            f"if type({v}) is {later}:",
            f"    {v} = str({v})",
            *self.value(module, schema["schema"], v, given=given, raw=raw),
            f"if type({whole}) is {later} and {v} == str({whole}):",
            f"    {v} = {whole}",
        ]

    def callee(self, module: Module, function: Any) -> str:
        """The name of a validator."""
        if isinstance(function, Identifier):
            name = f"_IDENTIFIER_{function.prefix.upper().replace('-', '_')}"
            module.constants[name] = f"{module.use(Identifier.__module__, 'Identifier')}({function.prefix!r})"
            return name
        return module.use(*where(function))

    def items(self, module: Module, schema: Schema, v: str, *, raw: bool) -> list[str]:
        """A list; a new one where reading changes its items."""
        of_known(schema, {"items_schema", "min_length", "max_length"})
        item = f"{v}_"
        read = self.value(module, schema["items_schema"], item, raw=raw)
        lines = [f"if type({v}) is not list{sized(schema, v)}:", "    raise Doubt"]
        if not changes(schema["items_schema"]):
            return [*lines, f"for {item} in {v}:", indented("\n".join(read), 4)]
        new = f"{v}new"
        read = [*read, f"{new}.append({item})"]
        return [*lines, f"{new} = []", f"for {item} in {v}:", indented("\n".join(read), 4), f"{v} = {new}"]

    def mapping(self, module: Module, schema: Schema, v: str, *, raw: bool) -> list[str]:
        """A mapping from text; a new one where reading changes its values."""
        of_known(schema, {"keys_schema", "values_schema"})
        if schema["keys_schema"] != {"type": "str"}:
            raise UnknownFeatureError(f"keys of the form {schema['keys_schema']}")
        key, item, new = f"{v}key", f"{v}_", f"{v}new"
        read = [
            f"if type({key}) is not str:",
            "    raise Doubt",
            *self.value(module, schema["values_schema"], item, raw=raw),
        ]
        lines = [f"if type({v}) is not dict:", "    raise Doubt"]
        loop = f"for {key}, {item} in {v}.items():"
        if not changes(schema["values_schema"]):
            return [*lines, loop, indented("\n".join(read), 4)]
        read.append(f"{new}[{key}] = {item}")
        return [*lines, f"{new} = {{}}", loop, indented("\n".join(read), 4), f"{v} = {new}"]


def scalar(schema: Schema, v: str) -> list[str]:
    """Text, numbers, truth, and one of a few words."""
    kind = schema["type"]
    if kind == "literal":
        of_known(schema, {"expected"})
        (of,) = {type(word).__name__ for word in schema["expected"]}
        return [f"if type({v}) is not {of} or {v} not in ({tupled(schema['expected'])}):", "    raise Doubt"]
    if kind == "none":
        of_known(schema, set())
        return [f"if {v} is not None:", "    raise Doubt"]
    if kind == "str":
        of_known(schema, {"min_length", "max_length"})
        return [f"if type({v}) is not str{sized(schema, v)}:", "    raise Doubt"]
    bounds = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<"}
    of_known(schema, set(bounds) if kind in ("int", "float") else set())
    bounded = "".join(f" or not {v} {sign} {schema[name]}" for name, sign in bounds.items() if name in schema)
    if kind in ("int", "bool"):
        return [f"if type({v}) is not {kind}{bounded}:", "    raise Doubt"]
    if kind == "float":
        # A number that remembers how it was written becomes a plain one, and so does a whole number.
        plain = [f"if isinstance({v}, float) or type({v}) is int and abs({v}) < 1e15:", f"    {v} = float({v})"]
        return [*plain, f"if type({v}) is not float{bounded}:", "    raise Doubt"]
    raise UnknownFeatureError(f"a value of the form {schema}")


def sized(schema: Schema, v: str) -> str:
    """The bounds of a length, as further reasons for doubt."""
    least = f" or len({v}) < {schema['min_length']}" if "min_length" in schema else ""
    return least + (f" or len({v}) > {schema['max_length']}" if "max_length" in schema else "")


def bound_after(schema: Schema, v: str) -> list[str]:
    """A bound of a length that stands behind a validator, which pydantic makes a validator of."""
    function = schema["function"]["function"]
    if schema["type"] != "function-after" or function.func.__name__ != "min_length_validator" or function.args:
        raise UnknownFeatureError(f"the validator {function}")
    return [f"if {sized(function.keywords, v).removeprefix(' or ')}:", "    raise Doubt"]


def changes(schema: Schema) -> bool:
    """Whether reading makes another value of what was written."""
    if schema["type"] in ("str", "int", "bool", "literal", "any", "none"):
        return False
    if schema["type"] in ("nullable", "list"):
        return changes(schema.get("schema", schema.get("items_schema")))
    if schema["type"] == "function-wrap":
        return changes(schema["schema"])
    return changes(schema["values_schema"]) if schema["type"] == "dict" else True


def fields_of(cls: type[SpecModel]) -> tuple[dict[str, Schema], tuple[FunctionType, ...]]:
    """The schemas of a model's fields, with references replaced, and its checks."""
    for base in cls.__mro__[: cls.__mro__.index(SpecModel)]:
        for name, member in vars(base).items():
            written = isinstance(member, FunctionType | property | classmethod | staticmethod)
            if written and not name.startswith(("__", "model_")):
                raise UnknownFeatureError(f"{base.__name__}.{name}: a model holds fields alone")
    cls.model_rebuild(force=True)
    schema = resolved(cls.__pydantic_core_schema__, {})
    of_known(schema, {"function", "schema"})
    if not is_checked(schema):
        raise UnknownFeatureError(f"{cls.__name__}: {schema['type']}")
    model = schema["schema"]
    of_known(model, {"cls", "config", "custom_init", "root_model", "schema"})
    config = {name: value for name, value in model["config"].items() if name != "title"}
    if model["custom_init"] or model["root_model"] or config != CONFIG:
        raise UnknownFeatureError(f"{cls.__name__}: {model}")
    fields = model["schema"]
    of_known(fields, {"computed_fields", "fields", "model_name"})
    if fields["type"] != "model-fields" or fields["computed_fields"]:
        raise UnknownFeatureError(f"{cls.__name__}: {fields['type']}")
    return fields["fields"], cls.checks


def resolved(schema: Any, known: dict[str, Schema]) -> Any:
    """A schema with what it refers to put in its places."""
    if isinstance(schema, list):
        return [resolved(one, known) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "definitions":
        known = {**known, **{one["ref"]: one for one in schema["definitions"]}}
        return resolved(schema["schema"], known)
    if schema.get("type") == "definition-ref":
        return resolved(known[schema["schema_ref"]], known)
    return {name: part if name in SILENT - {"type"} else resolved(part, known) for name, part in schema.items()}


def of_known(schema: Schema, known: set[str]) -> None:
    """Refuse a schema with a part that is not known."""
    if unknown := set(schema) - SILENT - known:
        raise UnknownFeatureError(f"{schema['type']} has {', '.join(sorted(unknown))}")


def where(function: Any) -> tuple[str, str]:
    """The module and the name of a function, which must stand where pydantic is not needed."""
    module, name = function.__module__, function.__qualname__
    if not module.startswith("infraspec.spec.forms.") or not name.isidentifier():
        raise UnknownFeatureError(f"{module}.{name} does not stand in infraspec/spec/forms/")
    return module, name


def is_checked(schema: Schema) -> bool:
    """Whether this is a model with its checks, and nothing else around it."""
    if schema["type"] != "function-after" or schema["schema"]["type"] != "model":
        return False
    function = schema["function"]["function"]
    if getattr(function, "__qualname__", "") != "SpecModel.checked":
        raise UnknownFeatureError(f"the validator {function} of {schema['schema']['cls'].__name__}")
    return True


def is_model(value: Any) -> bool:
    """Whether this is a model of the language."""
    return isinstance(value, type) and issubclass(value, SpecModel)


def tupled(names: Any) -> str:
    """The inside of a tuple."""
    return "".join(f"{name!r}, " for name in names).rstrip(" ")


def indented(text: str, by: int) -> str:
    """Text further to the right."""
    return re.sub(r"(?m)^(?=.)", " " * by, text)


def written() -> Iterator[tuple[Path, str]]:
    """Each module of readers: where it stands, and its text."""
    writer = Writer()
    for module, name in (("top", "Top"), *((kind.module, kind.model) for kind in KINDS), *TEMPLATES.values()):
        writer.model(model_of(module, name))
    yield TARGET / "__init__.py", ""
    for name, module in sorted(writer.modules.items()):
        yield TARGET / f"{name}.py", module.text()


def main() -> None:
    """Write all of them, and remove what is no longer written."""
    files = dict(written())
    TARGET.mkdir(exist_ok=True)
    for path in TARGET.glob("*.py"):
        if path not in files:
            path.unlink()
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
