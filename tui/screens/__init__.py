"""The screens of the desk: one file each."""
