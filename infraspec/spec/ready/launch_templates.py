"""Readers of what `infraspec.spec.launch_templates` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.instances import device as instances_device, host_of_tenancy as instances_host_of_tenancy, image as instances_image, no_key_without_encryption as instances_no_key_without_encryption, spot as instances_spot
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.user_data import one_of_three as user_data_one_of_three
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.instances import Imds as instances_Imds, RootVolume as instances_RootVolume, Spot as instances_Spot
from infraspec.spec.ready.user_data import UserData as user_data_UserData

_IDENTIFIER_H = values_Identifier('h')


class PlacementGroup:
    """What `infraspec.spec.launch_templates.PlacementGroup` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'strategy', 'partitions', 'spread_level', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'strategy', 'partitions', 'spread_level', 'existing', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
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
        v = get('strategy')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('cluster', 'spread', 'partition',):
            raise Doubt
        self.strategy = v
        v = get('partitions')
        if v is None:
            self.partitions = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 7:
                raise Doubt
            self.partitions = v
        v = get('spread_level')
        if v is None:
            self.spread_level = None
        else:
            known += 1
            if type(v) is not str or v not in ('rack', 'host',):
                raise Doubt
            self.spread_level = v
        v = get('existing')
        if v is None:
            self.existing = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
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


class TemplateVolume:
    """What `infraspec.spec.launch_templates.TemplateVolume` is made of."""

    __slots__ = ('type', 'iops', 'throughput', 'encrypted', 'kms_key', 'device', 'size_gib', 'delete_on_termination',)
    KEYS = ('type', 'iops', 'throughput', 'encrypted', 'kms_key', 'device', 'size_gib', 'delete_on_termination',)

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


class LaunchTemplate:
    """What `infraspec.spec.launch_templates.LaunchTemplate` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'image', 'type', 'role', 'key_pair', 'tenancy', 'host', 'placement_group', 'spot', 'public_ip', 'root_volume', 'user_data', 'monitoring', 'cpu_credits', 'imds', 'security_groups', 'volumes', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'image', 'type', 'role', 'key_pair', 'tenancy', 'host', 'placement_group', 'spot', 'public_ip', 'root_volume', 'user_data', 'monitoring', 'cpu_credits', 'imds', 'security_groups', 'volumes', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
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
                v = instances_Spot(v)
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
            self.root_volume = instances_RootVolume({})
        else:
            known += 1
            v = instances_RootVolume(v)
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
            self.imds = instances_Imds({})
        else:
            known += 1
            v = instances_Imds(v)
            self.imds = v
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
                v_ = TemplateVolume(v_)
                vnew[vkey] = v_
            v = vnew
            self.volumes = v
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
        instances_host_of_tenancy(self)
