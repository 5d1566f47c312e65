"""Pages from the web: by figcheck's own fetcher, which goes to public addresses only."""

from seeds.fetching.fetcher import Fetched, Fetcher, Refused

__all__ = ["Fetched", "Fetcher", "Refused"]
