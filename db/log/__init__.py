"""The log: everything a reviewer does is an event, and what it changes is worked out in the same transaction."""
