"""Write specs/schema.json: the JSON Schema of the spec language, from the models that read it.

    .venv/bin/python tools/spec_schema.py

Editors complete and check with it, so it uses only what tools of draft-07 know. It takes what the models take, key by
key; what needs two keys is left to `infraspec lint`, which says it better. tests/test_project.py holds the file to what
this writes, and tests/test_schema.py to every sound spec.
"""

import sys
import types
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from meanings import about, meaning  # noqa: E402
from pydantic import AfterValidator, BeforeValidator, PlainValidator  # noqa: E402
from pydantic.fields import FieldInfo  # noqa: E402
from pydantic_core import PydanticUndefined  # noqa: E402
from schema_examples import add_examples  # noqa: E402
from schema_forms import MORE, Schema, any_of, taken  # noqa: E402
from schema_pages import page, property_page  # noqa: E402
from schema_variables import add_variables  # noqa: E402

from infraspec.catalogue import PROBLEMS  # noqa: E402
from infraspec.compiler import check  # noqa: E402
from infraspec.json_text import json_text  # noqa: E402
from infraspec.spec.base import SpecModel  # noqa: E402
from infraspec.spec.kinds import TOP  # noqa: E402
from infraspec.spec.names import WITH_PATHS, many  # noqa: E402
from infraspec.spec.reading import model_of  # noqa: E402
from infraspec.spec.templates import TEMPLATES  # noqa: E402
from infraspec.spec.tree import Node, tree  # noqa: E402

TARGET = "specs/schema.json"
ADDRESS = "https://raw.githubusercontent.com/infraspec/infraspec/main/specs/schema.json"
_TYPES: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    object: {},
    Any: {},
}
_BOUNDS = {"ge": "minimum", "le": "maximum"}
_LENGTHS = {"string": ("minLength", "maxLength"), "array": ("minItems", "maxItems")}
_NAME = {"maxLength": 255, "pattern": "^[^/:\\s]([^/:]*[^/:\\s])?$"}
_PATH_NAME = {"maxLength": 255, "pattern": "^[^:\\s]([^:]*[^:\\s])?$"}
"""What a name is made of, and one that may be a path: see `infraspec/spec/names.py`."""
_VERSION = 1


class Writer:
    """All definitions: one for each model, which holds the sections below it too."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self.called: dict[str, type[SpecModel]] = {}

    def whole(self) -> Schema:
        """The schema of a spec."""
        root = tree()
        top = self.model(model_of(TOP.module, TOP.model), root)
        top["properties"]["version"] |= {"enum": [_VERSION]}
        self.definitions["UserData"] = self.user_data()
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$id": ADDRESS,
            "title": "infraspec",
            **top,
            "definitions": dict(sorted(self.definitions.items())),
        }

    def model(self, cls: type[SpecModel], node: Node | None = None) -> Schema:
        """What an entry or an inner mapping takes: its own keys, and the sections below it."""
        fields = {
            field.alias or name: self.field(cls, name, field)
            for name, field in cls.model_fields.items()
            if field.annotation is not type(None)
        }
        required = [field.alias or name for name, field in cls.model_fields.items() if field.is_required()]
        sections = {name: self.section(one) for name, one in (node.sections if node else {}).items()}
        return {
            **_said(about(cls), page(cls.__name__)),
            "type": "object",
            "additionalProperties": False,
            "properties": {**fields, **MORE.get(cls.__name__, {}), **sections},
            **({"required": required} if required else {}),
        }

    def reference(self, cls: type[SpecModel], node: Node | None = None) -> Schema:
        """A model by its name, defined when it is first asked for."""
        name = cls.__name__
        if self.called.setdefault(name, cls) is not cls:  # two rooms have a word in common, such as `HealthCheck`
            name = "".join(part.capitalize() for part in cls.__module__.rpartition(".")[2].split("_")) + name
            self.called[name] = cls
        if name not in self.definitions:
            self.definitions[name] = {}  # so that a model that holds itself is written once
            self.definitions[name] = self.model(cls, node)
        return {"$ref": f"#/definitions/{name}"}

    def section(self, node: Node) -> Schema:
        """What a section takes: entries by name, more sections, or the keys of the one entry that it is."""
        if node.kind is not None:
            cls = model_of(node.kind.module, node.kind.model)
            return {"allOf": [self.reference(cls)], **_said(about(cls), page(cls.__name__))}
        if node.named is None or node.named.kind is None:
            inside = {key: self.section(one) for key, one in node.sections.items()}
            said = f"{' and '.join(inside)}.".capitalize()
            return {"description": said, "type": "object", "additionalProperties": False, "properties": inside}
        kind = node.named.kind
        cls = model_of(kind.module, kind.model)
        said = f"{many(kind.word)} by name."
        return {
            **_said(f"{said[0].upper()}{said[1:]} {about(cls)}", page(cls.__name__)),
            "type": "object",
            "additionalProperties": self.reference(cls, node.named),
            "propertyNames": _PATH_NAME if kind.word in WITH_PATHS else _NAME,
        }

    def field(self, cls: type[SpecModel], name: str, field: FieldInfo) -> Schema:
        """What stands behind a key, and what it means."""
        key = field.alias or name
        schema = self.value(field.annotation, tuple(field.metadata))
        if "$ref" in schema:
            schema = {"allOf": [schema]}  # beside a reference, draft-07 sees nothing
        return {**_said(meaning(cls, name), property_page(cls.__name__, key)), **schema, **_default(field)}

    def value(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Schema:
        """What a type takes, with its bounds and its shorthands."""
        schema = self.plain(annotation)
        flat = [part for one in metadata for part in (one.metadata if isinstance(one, FieldInfo) else [one])]
        for one in flat:
            _bound(schema, one)
        for one in flat:
            if isinstance(one, BeforeValidator | PlainValidator | AfterValidator):
                schema = self.validated(one, schema)
        return schema

    def validated(self, validator: BeforeValidator | PlainValidator | AfterValidator, inner: Schema) -> Schema:
        """What a validator takes: what is known of its function, or what the model says that it takes."""
        known = taken(validator.func, inner)
        if known is not None:
            return known
        given = getattr(validator, "json_schema_input_type", PydanticUndefined)
        return inner if given is PydanticUndefined or given is Any else self.value(given)

    def plain(self, annotation: Any) -> Schema:
        """What a type takes by itself."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(arguments[0], arguments[1:])
        if origin is Literal:
            kinds = {type(one) for one in arguments}
            return {**(_TYPES[kinds.pop()] if len(kinds) == 1 else {}), "enum": list(arguments)}
        if origin is list:
            return {"type": "array", "items": self.value(arguments[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.value(arguments[1])}
        if origin in (Union, types.UnionType):
            return any_of(*(self.value(one) for one in arguments if one is not type(None)))
        if isinstance(annotation, type) and issubclass(annotation, SpecModel):
            return self.reference(annotation)
        return dict(_TYPES.get(annotation, {"type": "string"}))

    def user_data(self) -> Schema:
        """Text, a file, or a template with its parameters beside its name."""
        model = model_of("user_data", "UserData")
        fields = {name: self.field(model, name, field) for name, field in model.model_fields.items()}
        forms: list[Schema] = [{"type": "string"}]
        forms += [_one_key(name, fields[name]) for name in ("text", "file")]
        for name, place in TEMPLATES.items():
            made = self.model(model_of(*place))
            named = {**fields["template"], "enum": [name], "examples": [name]}
            made["properties"] = {"template": named, **made["properties"]}
            made["required"] = ["template", *made.get("required", ())]
            forms.append(made)
        return {**_said(about(model), ""), "anyOf": forms}


def _one_key(name: str, field: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": {name: field}, "required": [name]}


def _said(text: str, link: str) -> Schema:
    return {"description": text, **({"markdownDescription": f"{text}\n\n{link}"} if link else {})}


def _default(field: FieldInfo) -> Schema:
    """What stands for a field that is not written, where it is a value that could be written."""
    value = field.get_default(call_default_factory=True)
    if value is PydanticUndefined or value is None or isinstance(value, SpecModel):
        return {}
    return {"default": value}


def _bound(schema: Schema, bound: object) -> None:
    """Add a bound of pydantic's to what it bounds."""
    for name, word in _BOUNDS.items():
        if (value := getattr(bound, name, None)) is not None:
            schema[word] = value
    for position, name in enumerate(("min_length", "max_length")):
        if (value := getattr(bound, name, None)) is not None:
            schema[_LENGTHS[schema["type"]][position]] = value


def loaded(texts: Iterable[bytes]) -> Iterator[object]:
    """The data of specs that are right."""
    for text in texts:
        document = check(text, "infraspec.yaml").document
        if document is not None:
            yield document.data


def schema() -> Schema:
    """The schema with its examples."""
    made = Writer().whole()
    add_variables(made)
    specs = (path.read_bytes() for path in sorted((ROOT / "specs").glob("*.yaml")))
    pages = (problem.good.encode() for problem in PROBLEMS if problem.good)
    add_examples(made, loaded(specs), loaded(pages))
    return made


FILES = {TARGET: json_text(schema())}


if __name__ == "__main__":
    for path, text in FILES.items():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
