"""Pictures on a page: the lines that are one, and the captions and credits below them."""

import re

from seeds import words
from seeds.patterns import Later

_IMAGE = Later(r"(?:(?:image|img|photo)\s?:\s?)?\S{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)(?:\?\S*)?$", re.I)
_IMAGE_ENDINGS = (".jp", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif")
_MARKDOWN_IMAGE = Later(r"!\[[^\]]{0,300}\]\([^)]{0,300}\)$")
#: How the first words of a caption begin, and what one holds: `_START` reads it.
_OPENERS = ("photo", "image", "picture", "caption", "graphic", "infographic", "foto", "file", "in", "this", "these")
_LONGEST_OPENER = max(map(len, _OPENERS))
_WORDS = ("photo", "image", "picture", "caption", "graphic", "foto", "file", "handout", "grab", "footage")
_START = Later(
    r"[\[(]?(?:file\s?)?(?:photos?|image|picture|photograph|caption|graphic|infographic|foto|file)\s?(?:[:|]|\s[-–—]\s)"
    r"|[\[(]?(?:photos?|image|picture|photograph|graphic)\s(?:by|courtesy|credit)\b"
    r"|(?:in\s)?(?:this|these)\s(?:\w+\s){0,3}(?:pictures?|photos?|photographs?|images?|handout|screengrab|grab|footage)"
    r"(?:,|\s(?:was\s|were\s)?(?:taken|released|provided|made|obtained|dated|distributed|issued|from)\b)",
    re.I,
)
_CREDIT_WORDS = ("photo", "image", "picture", "credit", "foto")
_END = Later(
    r"\b(?:photos?|image|picture|credit|photograph|foto)(?:\s(?:by|courtesy(?:\sof)?|credit))?\s?[:/]\s?[^.:]{2,60}$"
    r"|[(\[](?:\w+\s){0,2}(?:photo|image|picture|foto)\b[^()\[\]]{0,60}[)\]]\.?$"
    rf"|(?:[/|]|\bvia)\s?(?:{'|'.join(words.AGENCIES)})[)\]]?$",
    re.I,
)


def is_image(line: str) -> bool:
    """Tell whether a line is no more than the name or address of a picture."""
    lowered = line.lower()
    return any(map(lowered.__contains__, _IMAGE_ENDINGS)) and bool(_IMAGE.match(line))


def _opens(plain: str) -> bool:
    if not plain.lstrip("[(")[:_LONGEST_OPENER].lower().startswith(_OPENERS):
        return False
    return any(map(plain.lower().__contains__, _WORDS)) and bool(_START.match(plain))


def is_caption(raw: str, plain: str, tail: str) -> bool:
    """Tell whether a line is a caption or credit, by its beginning (with and without its marks) and its end."""
    if _opens(plain) or (raw[0] == "!" and _MARKDOWN_IMAGE.match(raw)):
        return True
    if tail.endswith(".") and not tail.endswith((").", "].")):  # a sentence
        return False
    lowered = tail.lower()
    credited = any(map(lowered.__contains__, _CREDIT_WORDS)) or lowered.rstrip(")]").endswith(words.AGENCIES)
    return credited and bool(_END.search(tail))
