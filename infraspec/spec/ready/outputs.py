"""Readers of what `infraspec.spec.outputs` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.spec.doubt import Doubt


class Output:
    """What `infraspec.spec.outputs.Output` is made of."""

    __slots__ = ('of', 'value', 'description',)
    KEYS = ('of', 'value', 'description',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('of')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.of = v
        v = get('value')
        if v is None:
            self.value = None
        else:
            known += 1
            if type(v) is not str or v not in ('id', 'arn', 'name', 'dns_name', 'zone_id', 'endpoint_address', 'endpoint_port', 'reader_endpoint_address', 'stream_arn', 'secret_arn', 'public_ip', 'private_ip', 'name_servers',):
                raise Doubt
            self.value = v
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.description = v
        if known != len(data):
            raise Doubt
