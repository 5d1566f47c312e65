"""The widgets of the desk: one file each."""
