"""What the examples of this family stand on."""

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

VPC = HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n"
"""A VPC."""

GROUP = VPC + "    security_groups:\n      web:\n"
"""A security group, whose keys follow."""
