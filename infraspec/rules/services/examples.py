"""What the examples of this family stand on: a network with two zones, and a group for balancers."""

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

NETWORK = (
    HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.0.0.0/24}
          app-c: {zone: c, cidr: 10.0.1.0/24}
    security_groups:
      web:
        description: Load balancers
        ingress: [{tcp: 80, from: 10.0.0.0/16}]
        egress: [{tcp: 80, to: 10.0.0.0/16}]
"""
)
"""One VPC with a private tier."""

CERTIFICATE = """dns: {zones: {example.com: {existing: Z0123456789EXAMPLE}}}
certificates: {www.example.com: {zone: example.com}}
"""
"""A certificate."""

TARGETS = "target_groups:\n  web: {http: 80, targets: [10.0.0.10]}\n"
"""A target group."""

BALANCER = """load_balancers:
  web:
    type: application
    subnets: tier:app
    security_groups: [web]
    listeners:
"""
"""A balancer, whose listeners follow."""
