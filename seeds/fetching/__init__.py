"""Pages from the web: by figcheck's own fetcher, which goes to public addresses only."""

from seeds.fetching.asking import BadAddress
from seeds.fetching.fetcher import Fetched, Fetcher, Refused

__all__ = ["BadAddress", "Fetched", "Fetcher", "Refused"]
