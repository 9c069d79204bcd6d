"""What can be wrong with properties in a backend's own words."""

from infraspec.diagnostic import Level, Problem

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_VPC = _HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n"
_LANGUAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html"

UNKNOWN_PROPERTY = Problem(
    code="OUT201",
    name="unknown-property",
    level=Level.ERROR,
    title="A property that the backend does not know",
    explanation="What stands in `cloudformation:` has CloudFormation's own names, and what stands in `terraform:` the "
    "provider's. Each is checked against the properties of the resource that is emitted, in the mappings inside it too, "
    "since both tools would refuse a name that they do not know.",
    bad=_VPC
    + "    cloudformation:\n      EnableDnsHostname: false  # <- OUT201\n    terraform: {enable_dns_hostnames: false}\n",
    good=_VPC + "    cloudformation:\n      EnableDnsHostnames: false\n    terraform: {enable_dns_hostnames: false}\n",
    source=_LANGUAGE,
)
WRONG_PROPERTY = Problem(
    code="OUT202",
    name="wrong-property-value",
    level=Level.ERROR,
    title="A value that the backend does not take",
    explanation="A property takes text, a number, true or false, a list or a mapping, as the backend's own description of "
    "the type says, and a mapping has what the backend requires of it. In `cloudformation:` a function in its long form "
    "(`{Ref: …}`, `{Fn::Sub: …}`) and in `terraform:` an expression (`${aws_vpc.main.id}`) may stand for any value.",
    bad=_VPC
    + "    cloudformation: {EnableDnsHostnames: false}\n"
    + "    terraform:\n      enable_dns_hostnames: [false]  # <- OUT202\n",
    good=_VPC + "    cloudformation: {EnableDnsHostnames: false}\n    terraform:\n      enable_dns_hostnames: false\n",
)
NOT_MADE = Problem(
    code="OUT203",
    name="nothing-to-override",
    level=Level.ERROR,
    title="Properties for something that the entry does not make",
    explanation="Properties are merged into what is emitted for the entry: those of its own resource, and below a type "
    "those of another that it makes, such as the `AWS::EC2::EIP` of a NAT gateway. A tier makes nothing by itself, and "
    "for what has `existing:` nothing is emitted.",
    bad=_VPC
    + "    cloudformation:\n      AWS::EC2::Subnet: {EnableDns64: true}  # <- OUT203\n"
    + "    terraform: {enable_dns_support: true}\n",
    good=_VPC
    + "    tiers:\n      app:\n        subnets:\n          app-a:\n            zone: a\n            cidr: 10.0.0.0/24\n"
    + "            cloudformation: {EnableDns64: true}\n            terraform: {enable_dns64: true}\n",
)
TIES = Problem(
    code="OUT204",
    name="override-cuts-a-tie",
    level=Level.ERROR,
    title="A property that would no longer refer to what the spec names",
    explanation="What a resource refers to is said by the entry's own keys, and everything else is judged by it. A property "
    "may add to that, and never drop it; logical ids and Terraform's addresses cannot be changed at all.",
    bad=_VPC
    + "    internet_gateway: igw\n    cloudformation:\n      AWS::EC2::VPCGatewayAttachment:\n"
    + "        VpcId: vpc-0a1b2c3d  # <- OUT204\n    terraform: {enable_dns_support: true}\n",
    good=_VPC + "    internet_gateway: igw\n",
)
NO_TARGET = Problem(
    code="OUT205",
    name="function-without-target",
    level=Level.ERROR,
    title="A function of CloudFormation that refers to nothing in the template",
    explanation="`Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn` name a resource by its logical id, which `infraspec locate NAME` "
    "shows for an entry, or one of AWS's pseudo parameters such as `AWS::Region`.",
    bad=_VPC
    + "    internet_gateway: igw\n    cloudformation:\n      DependsOn: InternetGatewayIgv  # <- OUT205\n"
    + "    terraform: {enable_dns_support: true}\n",
    good=_VPC
    + "    internet_gateway: igw\n    cloudformation:\n      DependsOn: InternetGatewayIgw\n"
    + "    terraform: {enable_dns_support: true}\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html",
)
PROBLEMS = (UNKNOWN_PROPERTY, WRONG_PROPERTY, NOT_MADE, TIES, NO_TARGET)
