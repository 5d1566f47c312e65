"""What tags, roles, and the words of class and id attributes say of the part of a page that bears them."""

from typing import Literal

Region = Literal["main", "caption", "related", "comments", "boilerplate"]


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


#: Elements that a reader does not see, or that are no words of the page: menus, controls, drawings.
DROPPED = _words(
    "template svg math select option button datalist nav menu object embed canvas audio video map noscript "
    "progress meter dialog applet"
)
DROPPED_ROLES = _words(
    "navigation menu menubar toolbar tablist search dialog alertdialog alert tooltip button switch slider"
)

#: Elements that begin and end a paragraph.
BLOCKS = _words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead "
    "tr ul"
)
CELLS = _words("td th")
HEADINGS = _words("h1 h2 h3 h4 h5 h6")
#: Elements without content.
VOID = _words("area base br col embed hr img input link meta param source track wbr")

#: What a tag or role says by itself.
TAGS: dict[str, Region] = {
    "article": "main",
    "main": "main",
    "aside": "boilerplate",
    "footer": "boilerplate",
    "form": "boilerplate",
    "figcaption": "caption",
}
ROLES: dict[str, Region] = {
    "main": "main",
    "article": "main",
    "complementary": "boilerplate",
    "contentinfo": "boilerplate",
    "banner": "boilerplate",
    "form": "boilerplate",
    "comment": "comments",
}

#: Words of class and id names, parted at hyphens, underscores and capitals; the first list that has one decides.
COMMENT_WORDS = _words(
    "comment comments commentlist commenter discussion disqus livefyre respond reply replies responses usercomments "
    "kommentare commentaires comentarios"
)
RELATED_WORDS = _words(
    "related recommended recommendation recommendations recirc recirculation outbrain taboola zergnet mostread "
    "popular trending morestories readmore readnext upnext teaser teasers promo promos alsolike seealso latestnews "
    "relatedposts relatedarticles verwandt"
)
BOILERPLATE_WORDS = _words(
    "footer sidebar newsletter subscribe subscription signup cookie cookies consent gdpr advert advertisement "
    "advertising ad ads adsbygoogle sponsor sponsored share sharing social breadcrumb breadcrumbs paywall "
    "pagination pager navbar navigation menu masthead copyright disclaimer legal widget widgets toolbar skiplink "
    "modal popup overlay toc authorbio aboutauthor tagcloud taglist login"
)
CAPTION_WORDS = _words("caption figcaption cutline imagecaption photocaption")
#: What comes before a word that tells what a page is about or has, not what the element is.
ABOUT = _words("has with without no is js category tag topic")
STORY_PROPERTIES = _words("articlebody")
#: Two words together that say what neither says alone.
PAIRS: dict[tuple[str, str], Region] = {
    ("read", "more"): "related",
    ("more", "stories"): "related",
    ("more", "news"): "related",
    ("more", "articles"): "related",
    ("also", "like"): "related",
    ("see", "also"): "related",
    ("up", "next"): "related",
    ("read", "next"): "related",
    ("most", "read"): "related",
    ("most", "viewed"): "related",
    ("latest", "news"): "related",
    ("side", "bar"): "boilerplate",
    ("author", "bio"): "boilerplate",
    ("author", "box"): "boilerplate",
    ("sign", "up"): "boilerplate",
    ("news", "letter"): "boilerplate",
}
#: Elements that hold the whole page: words of theirs speak of what is somewhere in it ("has-sidebar").
WHOLE = _words("html body main")
