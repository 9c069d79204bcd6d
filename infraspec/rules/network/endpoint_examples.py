"""The spec that the pages of endpoints begin with."""

VPC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    route_tables: {private: {}}
    tiers:
      app:
        route_table: private
        subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}, app-c: {zone: c, cidr: 10.0.2.0/24}}
    security_groups: {calls: {ingress: [{tcp: 443, from: vpc}], egress: []}}
    endpoints:
"""
