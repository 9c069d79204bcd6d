"""The spec that the pages of Session Manager begin with."""

PAGE = "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html"
CORE = "AmazonSSMManagedInstanceCore"
SSM = "      ssm: {service: ssm, subnets: tier:app, security_groups: [calls]}\n"
MESSAGES = "      ssmmessages: {service: ssmmessages, subnets: tier:app, security_groups: [calls]}\n"


def machine(
    policies: str, endpoints: str, *, ingress: str = "vpc", egress: str = "vpc", marks: tuple[str, str] = ("", "")
) -> str:
    """A machine in a closed subnet, with a role and endpoints."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {{app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}}}}}}}
    security_groups:
      calls: {{ingress: [{{tcp: 443, from: {ingress}}}], egress: []}}
      app: {{egress: [{{tcp: 443, to: {egress}}}]}}
    endpoints:
{endpoints}iam: {{roles: {{app: {{trust: ec2, managed_policies: [{policies}]}}}}}}
instances:
  app-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    security_groups: [app]{marks[0]}
    role: app{marks[1]}
"""
