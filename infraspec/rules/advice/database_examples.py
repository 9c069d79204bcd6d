"""The spec that the pages of databases and their networks begin with."""

PAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"


def a_database(
    rule: str = "tcp: 3306, from: 10.0.0.0/16",
    *,
    mark: str = "",
    lines: str = "multi_az: true",
    routes: str = "",
    top: str = "",
) -> str:
    """A database in two zones."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables: {{data: {{routes: {{{routes}}}}}}}
    tiers:
      data:
        route_table: data
        subnets: {{data-a: {{zone: a, cidr: 10.0.0.0/24}}, data-c: {{zone: c, cidr: 10.0.1.0/24}}}}
    security_groups:
      db:
        ingress: [{{{rule}}}]{mark}
        egress: []
databases:
  orders:{top}
    engine: mysql
    version: "8.4"
    class: db.t4g.medium
    storage_gib: 20
    subnets: tier:data
    security_groups: [db]
    {lines}
"""
