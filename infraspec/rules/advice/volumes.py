"""Advice about volumes: encryption, what becomes of data, and what they cost."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, SpecPath, fix
from infraspec.graph.ec2 import Volume
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import BlockDevice
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.compute.volumes import volumes
from infraspec.rules.rule import Rule

UNENCRYPTED = Problem(
    code="CMP308",
    name="volume-not-encrypted",
    level=Level.NOTE,
    title="A volume whose blocks are not encrypted",
    explanation="Encryption costs nothing, and neither its blocks nor its snapshots can be read without the key. A volume "
    "is encrypted when it is made: afterwards only a copy of its snapshot can be.",
    bad=INSTANCE + "    root_volume: {encrypted: false}  # <- CMP308\n",
    good=INSTANCE + "    root_volume: {encrypted: true}\n",
    source="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
)


def unencrypted(graph: Graph) -> Iterator[Finding]:
    """Look for volumes that are not encrypted."""
    for volume, _, at, _ in volumes(graph):
        if not volume.encrypted:
            message = f"the {_called(at)} is not encrypted"
            here, help_ = (*at, "encrypted"), "write `encrypted: true`"
            fixes = fix(help_, Edit(here, "true"))
            yield Finding(problem=UNENCRYPTED, at=here, message=message, help=help_, fixes=fixes)


def _called(at: SpecPath) -> str:
    """A volume by what it is and whose."""
    if at[0] == "volumes":
        return f"volume `{at[1]}`"
    return f"root volume of `{at[1]}`" if at[-1] == "root_volume" else f"volume `{at[-1]}` of `{at[1]}`"


AFTERWARDS = Problem(
    code="CMP309",
    name="volume-left-or-lost",
    level=Level.NOTE,
    title="A root volume that stays behind, or a data volume that leaves no snapshot",
    explanation="A root volume with `delete_on_termination: false` is billed after its instance is gone, and no stack knows "
    "it any more. A data volume with `on_delete: delete` goes without a last snapshot. Both can be meant.",
    bad=INSTANCE + "    root_volume: {delete_on_termination: false}  # <- CMP309\n",
    good=INSTANCE + "    root_volume: {delete_on_termination: true}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html",
)


def afterwards(graph: Graph) -> Iterator[Finding]:
    """Read what becomes of each volume."""
    for volume, _, at, _ in volumes(graph):
        if isinstance(volume, BlockDevice) and not volume.delete_on_termination:
            message = f"the {_called(at)} is billed when the instance is gone"
            here = (*at, "delete_on_termination")
            fixes = fix("remove it", Edit(here, how=How.REMOVE))
            yield Finding(problem=AFTERWARDS, at=here, message=message, help="remove it", fixes=fixes)
        elif isinstance(volume, Volume) and volume.on_delete == "delete":
            message = f"the data of {_called(at)} is lost when the volume is removed"
            help_ = "write `on_delete: snapshot`"
            fixes = fix(help_, Edit((*at, "on_delete"), "snapshot"))
            yield Finding(problem=AFTERWARDS, at=(*at, "on_delete"), message=message, help=help_, fixes=fixes)


OLDER = Problem(
    code="CMP310",
    name="older-volume-type",
    level=Level.NOTE,
    title="A volume of a type that has a cheaper heir",
    explanation="gp3 costs a fifth less than gp2 for each GiB, and has 3,000 IOPS at any size; gp2 has as many from 1,000 "
    "GiB on. io2 costs what io1 does and fails less. `standard` is a disk of the generation before.",
    bad=INSTANCE + "    root_volume: {type: gp2}  # <- CMP310\n",
    good=INSTANCE + "    root_volume: {type: gp3}\n",
    source="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html",
)
_HEIRS = {"gp2": "gp3", "io1": "io2", "standard": "gp3"}


def older(graph: Graph) -> Iterator[Finding]:
    """Look each type up."""
    for volume, _, at, _ in volumes(graph):
        heir = _HEIRS.get(volume.type)
        if heir is not None:
            message = f"the {_called(at)} is {volume.type}, which {heir} has replaced"
            fixes = fix(f"write {heir}", Edit((*at, "type"), heir))
            yield Finding(problem=OLDER, at=(*at, "type"), message=message, help=f"write {heir}", fixes=fixes)


RULES = (Rule(UNENCRYPTED, unencrypted), Rule(AFTERWARDS, afterwards), Rule(OLDER, older))
