"""AWS's managed groups of rules and what each costs of a web ACL's capacity, as of 2025-12.

https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
`tools/refresh_transcribed.py` says how old it is.
"""

from typing import Final

CAPACITY_DATE: Final = "2025-12"
"""When they were read."""
CAPACITY = {
    "AWSManagedRulesCommonRuleSet": 700,
    "AWSManagedRulesAdminProtectionRuleSet": 100,
    "AWSManagedRulesKnownBadInputsRuleSet": 200,
    "AWSManagedRulesSQLiRuleSet": 200,
    "AWSManagedRulesLinuxRuleSet": 200,
    "AWSManagedRulesUnixRuleSet": 100,
    "AWSManagedRulesWindowsRuleSet": 200,
    "AWSManagedRulesPHPRuleSet": 100,
    "AWSManagedRulesWordPressRuleSet": 100,
    "AWSManagedRulesAmazonIpReputationList": 25,
    "AWSManagedRulesAnonymousIpList": 50,
    "AWSManagedRulesBotControlRuleSet": 50,
    "AWSManagedRulesATPRuleSet": 50,
    "AWSManagedRulesACFPRuleSet": 50,
    "AWSManagedRulesAntiDDoSRuleSet": 50,
}
"""Web ACL capacity units by the name of a group. A group of another vendor is not among them."""
