"""The colours of the desk, dark (the first) and light; TEXTUAL_THEME chooses another."""

from textual.theme import Theme

#: What other themes do not define.
DEFAULTS = {"faint": "#828b94", "fainter": "#6b747c"}

THEMES = (
    Theme(
        name="figcheck-dark",
        primary="#6cb6ff",
        secondary="#4a6f94",
        accent="#f0b866",
        success="#7fc98f",
        warning="#e8b34b",
        error="#f0776b",
        foreground="#d7dde4",
        background="#141619",
        surface="#1a1d21",
        panel="#25292e",
        dark=True,
        variables={"faint": "#8592a0", "fainter": "#5d6975"},
    ),
    Theme(
        name="figcheck-light",
        primary="#0a5ea8",
        secondary="#7d9fbf",
        accent="#a85b00",
        success="#1f7a3a",
        warning="#9a6200",
        error="#b3261e",
        foreground="#1d242b",
        background="#fbfaf7",
        surface="#f4f2ed",
        panel="#e6e3dc",
        dark=False,
        variables={"faint": "#66707a", "fainter": "#939ca4"},
    ),
)
