"""Readers of what `infraspec.spec.instances` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.flow_logs import one_or_several as flow_logs_one_or_several, place as flow_logs_place
from infraspec.spec.forms.instances import address_or_auto as instances_address_or_auto, can_come_back as instances_can_come_back, device as instances_device, elastic_ip as instances_elastic_ip, host_of_tenancy as instances_host_of_tenancy, image as instances_image, no_key_without_encryption as instances_no_key_without_encryption, spot as instances_spot, stands_once as instances_stands_once
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.user_data import one_of_three as user_data_one_of_three
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet
from infraspec.spec.ready.flow_logs import FlowLog as flow_logs_FlowLog
from infraspec.spec.ready.user_data import UserData as user_data_UserData

_IDENTIFIER_ENI = values_Identifier('eni')
_IDENTIFIER_H = values_Identifier('h')
_IDENTIFIER_I = values_Identifier('i')


class Spot:
    """What `infraspec.spec.instances.Spot` is made of."""

    __slots__ = ('max_price', 'type', 'interruption',)
    KEYS = ('max_price', 'type', 'interruption',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('max_price')
        if v is None:
            self.max_price = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v >= 0.001:
                raise Doubt
            self.max_price = v
        v = get('type')
        if v is None:
            self.type = 'one-time'
        else:
            known += 1
            if type(v) is not str or v not in ('one-time', 'persistent',):
                raise Doubt
            self.type = v
        v = get('interruption')
        if v is None:
            self.interruption = 'terminate'
        else:
            known += 1
            if type(v) is not str or v not in ('terminate', 'stop', 'hibernate',):
                raise Doubt
            self.interruption = v
        if known != len(data):
            raise Doubt
        instances_can_come_back(self)


class RootVolume:
    """What `infraspec.spec.instances.RootVolume` is made of."""

    __slots__ = ('type', 'iops', 'throughput', 'encrypted', 'kms_key', 'size_gib', 'device', 'delete_on_termination',)
    KEYS = ('type', 'iops', 'throughput', 'encrypted', 'kms_key', 'size_gib', 'device', 'delete_on_termination',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('type')
        if v is None:
            self.type = 'gp3'
        else:
            known += 1
            if type(v) is not str or v not in ('gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard',):
                raise Doubt
            self.type = v
        v = get('iops')
        if v is None:
            self.iops = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.iops = v
        v = get('throughput')
        if v is None:
            self.throughput = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.throughput = v
        v = get('encrypted')
        if v is None:
            self.encrypted = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypted = v
        v = get('kms_key')
        if v is None:
            self.kms_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = kms_keys_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
        v = get('size_gib')
        if v is None:
            self.size_gib = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.size_gib = v
        v = get('device')
        if v is None:
            self.device = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = instances_device(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.device = v
        v = get('delete_on_termination')
        if v is None:
            self.delete_on_termination = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.delete_on_termination = v
        if known != len(data):
            raise Doubt
        instances_no_key_without_encryption(self)


class Imds:
    """What `infraspec.spec.instances.Imds` is made of."""

    __slots__ = ('tokens', 'hop_limit',)
    KEYS = ('tokens', 'hop_limit',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('tokens')
        if v is None:
            self.tokens = 'required'
        else:
            known += 1
            if type(v) is not str or v not in ('required', 'optional',):
                raise Doubt
            self.tokens = v
        v = get('hop_limit')
        if v is None:
            self.hop_limit = 1
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 64:
                raise Doubt
            self.hop_limit = v
        if known != len(data):
            raise Doubt


class Volume:
    """What `infraspec.spec.instances.Volume` is made of."""

    __slots__ = ('type', 'iops', 'throughput', 'encrypted', 'kms_key', 'device', 'size_gib', 'on_delete', 'tags',)
    KEYS = ('type', 'iops', 'throughput', 'encrypted', 'kms_key', 'device', 'size_gib', 'on_delete', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('type')
        if v is None:
            self.type = 'gp3'
        else:
            known += 1
            if type(v) is not str or v not in ('gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard',):
                raise Doubt
            self.type = v
        v = get('iops')
        if v is None:
            self.iops = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.iops = v
        v = get('throughput')
        if v is None:
            self.throughput = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.throughput = v
        v = get('encrypted')
        if v is None:
            self.encrypted = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypted = v
        v = get('kms_key')
        if v is None:
            self.kms_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = kms_keys_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
        v = get('device')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = instances_device(v)
        if type(v) is not str:
            raise Doubt
        self.device = v
        v = get('size_gib')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1:
            raise Doubt
        self.size_gib = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'snapshot'
        else:
            known += 1
            if type(v) is not str or v not in ('snapshot', 'retain', 'delete',):
                raise Doubt
            self.on_delete = v
        v = get('tags')
        if v is None:
            self.tags = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            v = values_check_tags(v)
            self.tags = v
        if known != len(data):
            raise Doubt
        instances_no_key_without_encryption(self)


class Instance:
    """What `infraspec.spec.instances.Instance` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'image', 'type', 'role', 'key_pair', 'tenancy', 'host', 'placement_group', 'spot', 'public_ip', 'root_volume', 'user_data', 'monitoring', 'cpu_credits', 'imds', 'subnet', 'interface', 'private_ip', 'ipv6_addresses', 'security_groups', 'elastic_ip', 'volumes', 'termination_protection', 'source_dest_check', 'existing', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'image', 'type', 'role', 'key_pair', 'tenancy', 'host', 'placement_group', 'spot', 'public_ip', 'root_volume', 'user_data', 'monitoring', 'cpu_credits', 'imds', 'subnet', 'interface', 'private_ip', 'ipv6_addresses', 'security_groups', 'elastic_ip', 'volumes', 'termination_protection', 'source_dest_check', 'existing', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('cloudformation')
        if v is None:
            self.cloudformation = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.cloudformation = v
        v = get('terraform')
        if v is None:
            self.terraform = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.terraform = v
        v = get('image')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            doubt_whole(v)
        v = instances_image(v)
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.image = v
        v = get('type')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.type = v
        v = get('role')
        if v is None:
            self.role = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.role = v
        v = get('key_pair')
        if v is None:
            self.key_pair = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.key_pair = v
        v = get('tenancy')
        if v is None:
            self.tenancy = None
        else:
            known += 1
            if type(v) is not str or v not in ('default', 'dedicated', 'host',):
                raise Doubt
            self.tenancy = v
        v = get('host')
        if v is None:
            self.host = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = _IDENTIFIER_H(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.host = v
        v = get('placement_group')
        if v is None:
            self.placement_group = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.placement_group = v
        v = get('spot')
        if v is None:
            self.spot = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = instances_spot(v)
            if v is not None:
                v = Spot(v)
            self.spot = v
        v = get('public_ip')
        if v is None:
            self.public_ip = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.public_ip = v
        v = get('root_volume')
        if v is None:
            self.root_volume = RootVolume({})
        else:
            known += 1
            v = RootVolume(v)
            self.root_volume = v
        v = get('user_data')
        if v is None:
            self.user_data = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = user_data_one_of_three(v)
            if v is not None:
                v = user_data_UserData(v)
            self.user_data = v
        v = get('monitoring')
        if v is None:
            self.monitoring = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.monitoring = v
        v = get('cpu_credits')
        if v is None:
            self.cpu_credits = None
        else:
            known += 1
            if type(v) is not str or v not in ('standard', 'unlimited',):
                raise Doubt
            self.cpu_credits = v
        v = get('imds')
        if v is None:
            self.imds = Imds({})
        else:
            known += 1
            v = Imds(v)
            self.imds = v
        v = get('subnet')
        if v is None:
            self.subnet = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.subnet = v
        v = get('interface')
        if v is None:
            self.interface = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.interface = v
        v = get('private_ip')
        if v is None:
            self.private_ip = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = instances_address_or_auto(v)
            self.private_ip = v
        v = get('ipv6_addresses')
        if v is None:
            self.ipv6_addresses = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 50:
                raise Doubt
            self.ipv6_addresses = v
        v = get('security_groups')
        if v is None:
            self.security_groups = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.security_groups = v
        v = get('elastic_ip')
        if v is None:
            self.elastic_ip = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = instances_elastic_ip(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.elastic_ip = v
        v = get('volumes')
        if v is None:
            self.volumes = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = Volume(v_)
                vnew[vkey] = v_
            v = vnew
            self.volumes = v
        v = get('termination_protection')
        if v is None:
            self.termination_protection = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.termination_protection = v
        v = get('source_dest_check')
        if v is None:
            self.source_dest_check = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.source_dest_check = v
        v = get('existing')
        if v is None:
            self.existing = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = _IDENTIFIER_I(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('alarms')
        if v is None:
            self.alarms = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = alarm_sets_alarm_set(v)
            if v is not None:
                v = alarm_sets_AlarmSet(v)
            self.alarms = v
        v = get('tags')
        if v is None:
            self.tags = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            v = values_check_tags(v)
            self.tags = v
        if known != len(data):
            raise Doubt
        instances_stands_once(self)
        instances_host_of_tenancy(self)


class NetworkInterface:
    """What `infraspec.spec.instances.NetworkInterface` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'subnet', 'private_ip', 'ipv6_addresses', 'security_groups', 'description', 'source_dest_check', 'on_delete', 'existing', 'flow_logs', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'subnet', 'private_ip', 'ipv6_addresses', 'security_groups', 'description', 'source_dest_check', 'on_delete', 'existing', 'flow_logs', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('cloudformation')
        if v is None:
            self.cloudformation = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.cloudformation = v
        v = get('terraform')
        if v is None:
            self.terraform = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.terraform = v
        v = get('subnet')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.subnet = v
        v = get('private_ip')
        if v is None:
            self.private_ip = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = instances_address_or_auto(v)
            self.private_ip = v
        v = get('ipv6_addresses')
        if v is None:
            self.ipv6_addresses = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 50:
                raise Doubt
            self.ipv6_addresses = v
        v = get('security_groups')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_one_or_many(v)
        if type(v) is not list or len(v) < 1:
            raise Doubt
        for v_ in v:
            if type(v_) is not str:
                raise Doubt
        self.security_groups = v
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.description = v
        v = get('source_dest_check')
        if v is None:
            self.source_dest_check = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.source_dest_check = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'delete'
        else:
            known += 1
            if type(v) is not str or v not in ('retain', 'delete',):
                raise Doubt
            self.on_delete = v
        v = get('existing')
        if v is None:
            self.existing = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = _IDENTIFIER_ENI(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('flow_logs')
        if v is None:
            self.flow_logs = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = flow_logs_one_or_several(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = flow_logs_place(v_)
                v_ = flow_logs_FlowLog(v_)
                vnew.append(v_)
            v = vnew
            self.flow_logs = v
        v = get('tags')
        if v is None:
            self.tags = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            v = values_check_tags(v)
            self.tags = v
        if known != len(data):
            raise Doubt
