"""The specs that the pages of instances begin with."""

INSTANCE = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
instances:
  app-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    security_groups: web
"""
"""An instance that nothing reaches, with its keys to follow."""

REACHED = INSTANCE.replace(
    "tiers: {app: {",
    "internet_gateway: igw\n    route_tables: {out: {routes: {0.0.0.0/0: igw}}}\n    tiers: {app: {route_table: out, ",
).replace("{egress: []}", "{egress: [{tcp: 443, to: 0.0.0.0/0}]}")
REACHED += "    public_ip: true\n    role: app\n"
"""An instance with a role `app`, which still has to be written, in a subnet of the internet."""

TEMPLATE = "  web:\n    image: ubuntu-24.04\n    type: t3.micro\n    security_groups: web\n"
"""The launch template of `GROUP`."""

GROUP = (
    INSTANCE.partition("instances:")[0]
    + "launch_templates:\n"
    + TEMPLATE
    + "auto_scaling_groups:\n  web:\n    launch_template: web\n    subnets: tier:app\n"
)
"""A group of machines, with its keys to follow."""
