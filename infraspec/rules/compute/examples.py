"""The spec that the pages of instances begin with."""

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
