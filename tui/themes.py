"""The colours of the desk: dark (the first), light, high contrast, and the terminal's own sixteen."""

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
        variables={"faint": "#9aa6b2", "fainter": "#7d8995"},
    ),
    Theme(
        name="figcheck-light",
        primary="#0a5ea8",
        secondary="#7d9fbf",
        accent="#8a4a00",
        success="#1f7a3a",
        warning="#9a6200",
        error="#b3261e",
        foreground="#1d242b",
        background="#fbfaf7",
        surface="#f4f2ed",
        panel="#e6e3dc",
        dark=False,
        variables={"faint": "#525b64", "fainter": "#666f78"},
    ),
    Theme(
        name="figcheck-contrast",
        primary="#7cc7ff",
        secondary="#b8d8f0",
        accent="#ffd000",
        success="#6dff8c",
        warning="#ffd24a",
        error="#ff8f85",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#242424",
        dark=True,
        text_alpha=1.0,
        variables={"faint": "#d0d0d0", "fainter": "#b8b8b8"},
    ),
    Theme(
        name="figcheck-ansi",
        ansi=True,
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_yellow",
        success="ansi_green",
        warning="ansi_yellow",
        error="ansi_red",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=True,
        variables={
            "faint": "ansi_bright_black",
            "fainter": "ansi_bright_black",
            "ansi-background": "ansi_black",
            "ansi-foreground": "ansi_white",
            "border-blurred": "ansi_black",
            "block-cursor-foreground": "ansi_black",
            "block-cursor-background": "ansi_white",
            "input-cursor-background": "ansi_white",
            "input-cursor-foreground": "ansi_black",
            "input-cursor-text-style": "none",
            "input-selection-background": "ansi_bright_blue",
            "input-selection-foreground": "ansi_black",
            "screen-selection-background": "ansi_bright_blue",
            "screen-selection-foreground": "ansi_black",
        },
    ),
)

#: What the themes are called where one is chosen.
LABELS = {
    "figcheck-dark": "dark",
    "figcheck-light": "light",
    "figcheck-contrast": "high contrast",
    "figcheck-ansi": "the terminal's own colours",
}


def theme_name(written: str) -> str:
    """Give the name of a theme as somebody writes it: "dark" is "figcheck-dark"."""
    own = f"figcheck-{written.strip().lower()}"
    return own if own in LABELS else written.strip()
