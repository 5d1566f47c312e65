"""The command line and the desk; nothing is imported until it is needed."""
