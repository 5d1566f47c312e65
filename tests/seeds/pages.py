"""Pages of a news site that never was: one article in the mark-ups that news sites use, with what stands around it."""

import json
from collections.abc import Callable

TITLE = "Dam failure displaces thousands in the lower valley"
BYLINE = "By Ana Petrov"
DAY = "June 18, 2025"
CAPTION = "A man carries 3 chairs out of a house in Lower Vell, in a picture taken on Monday."
SUBHEAD = "A costly night"

STORY = (
    "The ministry said on Tuesday that more than 4,200 people had left the valley since the old dam failed.",
    "Rescue teams from three provinces searched 17 villages, and 35 people were still missing in the evening.",
    "“We heard it before we saw it,” said Marta Lind, who lost two barns and 40 sheep to the water.",
    "Officials put the damage at $1.2 billion, but independent engineers called that figure premature.",
    "The dam, built in 1961, held back some 40 million cubic metres of water on the day before it gave way.",
    "An inspection in March had found cracks in 12 of its 48 anchors. The operator says they were repaired.",
    "About 900 homes remain without power, according to the grid company, and 6 schools will stay closed this week.",
    "The river is expected to fall by 40 centimetres before the weekend, according to the weather service.",
    "Parliament will hear the minister on Thursday. Opposition parties have asked for an inquiry of their own.",
    "It is the third failure of a dam in the province in 11 years, and by far the largest.",
)
RELATED = (
    (
        "Bridge over the Aster reopens after 14 months",
        "2 days ago",
        "The bridge carries 8,000 cars a day, and the road office expects delays for another week.",
    ),
    (
        "Minister leaves over 5 missing reports on anchors",
        "3 days ago",
        "The reports were ordered in 2021 and never reached the ministry, a committee heard on Friday.",
    ),
    (
        "Farmers of the valley ask for 200 million in aid",
        "1 week ago",
        "Their union says that 1,100 farms cannot plant this spring without help from the province.",
    ),
)
COMMENTS = (
    ("riverman", "My uncle worked there for 30 years and he always said that at least 20 of the anchors were gone."),
    (
        "Hanna K.",
        "I do not believe the 4,000 for a moment, the buses I saw on the road had room for 90 people at most.",
    ),
    (
        "tom1961",
        "They knew it for 10 years and nobody did anything. Somebody should go to prison for 15 years for this.",
    ),
    ("anon77", "Has anybody counted the cows? My neighbours alone lost 60 of them and nobody speaks about it at all."),
)
FOOTER = "© 2025 The Valley Gazette. All rights reserved. The Valley Gazette is not responsible for other sites."
COOKIES = "We use cookies and 43 partners to make this website better. You can change your settings at any time."
HEAD = f"<html><head><title>{TITLE} | The Valley Gazette</title></head>"


def paragraphs(tag: str = "p", of: tuple[str, ...] = STORY, attributes: str = "") -> str:
    """Give the story's paragraphs as elements."""
    return "".join(f"<{tag}{attributes}>{text}</{tag}>" for text in of)


def semantic() -> str:
    """A page whose mark-up says what everything is."""
    related = "".join(
        f'<li><a href="/{n}">{title}</a> <time datetime="2025-06-1{n}">1{n} June</time><p>{summary}</p></li>'
        for n, (title, _, summary) in enumerate(RELATED)
    )
    comments = "".join(f"<article><h4>{who}</h4><p>{text}</p></article>" for who, text in COMMENTS)
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{TITLE} | The Valley Gazette</title>"
        '<meta property="og:site_name" content="The Valley Gazette"><meta name="author" content="Ana Petrov">'
        '<meta property="article:published_time" content="2025-06-18T07:30:00+02:00">'
        '<link rel="canonical" href="https://gazette.example/2025/dam"></head><body>'
        '<header><a href="/">The Valley Gazette</a></header><nav><ul><li><a href="/w">World</a></ul></nav>'
        f"<main><article><header><h1>{TITLE}</h1><p class=byline>{BYLINE}</p><time datetime=2025-06-18>{DAY}</time>"
        f'</header><figure><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>{paragraphs(of=STORY[:5])}'
        f"<h2>{SUBHEAD}</h2>{paragraphs(of=STORY[5:])}</article>"
        f"<aside class=related-stories><h2>Related stories</h2><ul>{related}</ul></aside>"
        f"<section id=comments><h2>Comments</h2>{comments}</section></main><footer><p>{FOOTER}</p></footer></body>"
    )


def _anonymous(story: str, heads: bool = True, title: str = f"<div>{TITLE}</div>") -> str:
    related = "".join(
        f'<div><div><a href="/x">{name}</a></div><div>{ago}</div><div>{summary}</div></div>'
        for name, ago, summary in RELATED
    )
    comments = "".join(f"<div><div>{who}</div><div>{text}</div></div>" for who, text in COMMENTS)
    return (
        f"{HEAD}<body><div><div>{COOKIES}</div></div><div><div><a href='/'>Home</a> <a href='/w'>World</a></div></div>"
        f"<div>{title}<div>{BYLINE}</div><div>{DAY}</div>{story}</div>"
        f"<div>{'<div>Related stories</div>' if heads else ''}{related}</div>"
        f"<div>{'<div>Comments</div>' if heads else ''}{comments}</div><div>{FOOTER}</div></body></html>"
    )


def bare_divs() -> str:
    """A page of nothing but divs without names; lines say what follows."""
    return _anonymous(paragraphs("div"))


def silent_divs() -> str:
    """The same without any line that says what follows."""
    return _anonymous(paragraphs("div"), heads=False)


def one_container() -> str:
    """Story, other stories and comments side by side in one element, their lists each in one of their own."""
    page = _anonymous(paragraphs(), title=f"<h1>{TITLE}</h1>")
    start, end = page.index(f"<div><h1>{TITLE}"), page.index(f"<div>{FOOTER}")
    return f"{page[:start]}<div>{page[start:end]}</div>{page[end:]}"


def flat() -> str:
    """Everything side by side in the body, and only links to tell by."""
    related = "".join(f"<div><a href=x>{a}</a></div><div>{b}</div><div>{c}</div>" for a, b, c in RELATED)
    comments = "".join(f"<div>{who}</div><div>{text}</div>" for who, text in COMMENTS)
    return (
        f"{HEAD}<body><div>{TITLE}</div><div>{BYLINE}</div><div>{DAY}</div>{paragraphs('div')}"
        f"<div>Related stories</div>{related}<div>Comments</div>{comments}<div>{FOOTER}</div></body></html>"
    )


def line_breaks() -> str:
    """A story that is one text parted by <br>."""
    return _anonymous(f"<div>{'<br><br>'.join(STORY)}</div>")


def wrapped() -> str:
    """Every paragraph in an element of its own."""
    return _anonymous("".join(f"<div><div><p>{text}</p></div></div>" for text in STORY))


def parted() -> str:
    """A story that an advertisement cuts into two elements."""
    advertisement = "<div><a href='/ad'>Get 3 months for the price of 1</a></div>"
    return _anonymous(f"{paragraphs('div', STORY[:5])}</div>{advertisement}<div>{paragraphs('div', STORY[5:])}")


def talkative() -> str:
    """Comments five times as long as the story."""
    page = _anonymous(paragraphs())
    comments = page[page.index("<div><div>riverman") : page.index(f"</div><div>{FOOTER}")]
    return page.replace(comments, comments * 12)


def box_inside() -> str:
    """A box of other stories in the middle of the story."""
    box = "".join(f'<div><a href="/x">{name}</a></div><div>{summary}</div>' for name, _, summary in RELATED)
    inside = f"{paragraphs('div', STORY[:4])}<div><div>Read more</div>{box}</div>{paragraphs('div', STORY[4:])}"
    return _anonymous(inside)


def tables() -> str:
    """A page of the nineties: columns are cells of a table."""
    related = "<br><br>".join(f"<a href=x>{name}</a><br>{summary}" for name, _, summary in RELATED)
    comments = "<hr>".join(f"<b>{who}</b><br><br>{text}" for who, text in COMMENTS)
    return (
        f"{HEAD}<body><table><tr><td colspan=3><a href=/>Home</a> | <a href=/w>World</a></td></tr><tr><td><a href=/1>"
        f"Politics</a><br><a href=/2>Sport</a></td><td><h1>{TITLE}</h1>{BYLINE}<br>{DAY}<p>{'<p>'.join(STORY)}</td>"
        f"<td><b>Related stories</b><br><br>{related}</td></tr><tr><td colspan=3><b>Comments</b><br><br>{comments}"
        f"</td></tr><tr><td>{FOOTER}</td></tr></table></body></html>"
    )


def weblog() -> str:
    """A page as the most used weblog software makes it; names on the wrappers speak of what is in them."""
    comments = "".join(
        f'<li class="comment even"><article class="comment-body"><b class="fn">{who}</b><p>{text}</p></article></li>'
        for who, text in COMMENTS
    )
    posts = "".join(f"<li><a href=x>{name}</a></li>" for name, _, _ in RELATED)
    summaries = "".join(f"<div class='jp-relatedposts-post'><a href=x>{a}</a><p>{c}</p></div>" for a, _, c in RELATED)
    return (
        f'{HEAD}<body class="post-template single has-sidebar comments-open"><div id="page" class="site has-footer">'
        f'<div id="content" class="with-sidebar"><article id="post-7" class="post-7 post category-legal has-comments">'
        f'<h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="author">{BYLINE}</span> {DAY}</div>'
        f'<div class="entry-content">{paragraphs(of=STORY[:4])}<ul><li>{STORY[4]}</li></ul>{paragraphs(of=STORY[5:])}'
        f'<div class="sharedaddy"><a href=x>Share</a></div><div id="jp-relatedposts"><h3>Related</h3>{summaries}</div>'
        f'</div></article><div id="comments" class="comments-area"><h2>4 thoughts</h2><ol>{comments}</ol></div></div>'
        f'<div id="secondary" class="widget-area"><section class="widget widget_recent"><h2>Recent posts</h2><ul>'
        f"{posts}</ul></section></div><footer class='site-footer'>{FOOTER}</footer></div></body></html>"
    )


def in_a_form() -> str:
    """A page that is one form, with names that are no words, as frameworks make them."""
    related = "".join(
        f'<div class="css-k2"><a class="css-m1" href=x><h3>{a}</h3><p>{c}</p></a></div>' for a, _, c in RELATED
    )
    comments = "".join(
        f'<div class="css-p0"><b>{who}</b><div class="css-z">{text}</div></div>' for who, text in COMMENTS
    )
    return (
        f'{HEAD}<body><form id="aspnetForm"><div class="css-a1"><a href=/>Home</a></div><div class="css-b7">'
        f'<h1>{TITLE}</h1><div class="css-q">{BYLINE}</div>{paragraphs("div", attributes=" class=css-x9")}</div>'
        f'<div class="css-c4">{related}</div><div class="css-d5">{comments}</div><div class="css-e">{FOOTER}</div>'
        "</form></body></html>"
    )


def told_in_json() -> str:
    """A page whose description is JSON-LD, with its body marked as that of an article and cards behind it."""
    cards = "".join(f'<div><a href="/x"><h3>{a}</h3></a><div>{c}</div></div>' for a, _, c in RELATED)
    article = {
        "@type": ["NewsArticle"],
        "headline": TITLE,
        "datePublished": "2025-06-18T05:30:00Z",
        "author": [{"@type": "Person", "name": "Ana Petrov"}, {"name": "Jo Lind"}],
        "publisher": {"name": "The Valley Gazette"},
        "inLanguage": "en",
        "archivedAt": "https://web.archive.org/web/20250618120000/https://gazette.example/2025/dam",
    }
    return (
        f"{HEAD}<script type='application/ld+json'>{json.dumps({'@graph': [{'@type': 'WebSite'}, article]})}</script>"
        f"<body><article><h1>{TITLE}</h1><div itemprop=articleBody>{paragraphs()}</div>"
        f"<div>{cards}</div></article>"
        f"<p>{FOOTER}</p></body></html>"
    )


def silent_and_flat() -> str:
    """Everything side by side, and no line that says what follows."""
    related = "".join(f"<div><a href=x>{a}</a></div><div>{b}</div><div>{c}</div>" for a, b, c in RELATED)
    comments = "".join(f"<div>{who}</div><div>{text}</div>" for who, text in COMMENTS)
    return f"{HEAD}<body><div>{TITLE}</div><div>{BYLINE}</div>{paragraphs('div')}{related}{comments}<div>{FOOTER}</div>"


def sections() -> str:
    """Every paragraph in a section of its own, and the lists in others."""
    story = "".join(f"<section><p>{text}</p></section>" for text in STORY)
    related = "".join(f"<a href=x>{a}</a><p>{b}</p><p>{c}</p>" for a, b, c in RELATED)
    comments = "".join(f"<div>{who}</div><div>{text}</div>" for who, text in COMMENTS)
    return (
        f"{HEAD}<body><h1>{TITLE}</h1>{story}<section><h2>You may also like</h2>{related}</section>"
        f"<section>{comments}</section><footer>{FOOTER}</footer>"
    )


def interview() -> str:
    """Questions and answers, each pair in an element."""
    story = "".join(f"<div><div>What about number {n}?</div><div>{text}</div></div>" for n, text in enumerate(STORY))
    return f"{HEAD}<body><div><h1>{TITLE}</h1>{story}</div><div>{FOOTER}</div>"


def comments_inside() -> str:
    """Comments in the story's own element, below a line that says so, with the names of readers before their words."""
    comments = "".join(f"<div><b>{who}</b> {text}</div>" for who, text in COMMENTS)
    return f"{HEAD}<body><div><h1>{TITLE}</h1>{paragraphs()}<h3>Comments (4)</h3>{comments}</div>"


def notices_inside() -> str:
    """An article that holds quotes and lists, and the notices of its site."""
    entries = "".join(f"<li>{text}</li>" for text in STORY[6:])
    return (
        f"{HEAD}<body><article><h1>{TITLE}</h1>{paragraphs(of=STORY[:5])}<blockquote><p>{STORY[5]}</p></blockquote>"
        f"<ul>{entries}</ul><div class='newsletter-signup'><p>{COOKIES}</p></div><p>{FOOTER}</p></article>"
    )


def unnamed_comments() -> str:
    """Comments that look like a second part of the story, but for the names that they begin with."""
    comments = "".join(f"<div><b>{who}</b> {text}</div>" for who, text in COMMENTS)
    return f"{HEAD}<body><div><h1>{TITLE}</h1>{paragraphs()}</div><div>{comments}</div>"


def signed_list() -> str:
    """A page without semantic tags: a box of other stories inside, comments as a list with names and days."""
    box = "".join(f"<li><a href=/{n}>{name}</a><br>{summary}</li>" for n, (name, _, summary) in enumerate(RELATED))
    comments = "".join(
        f"<li><p><strong>{who}</strong> <time datetime=2025-06-19>19 June</time> {text}</p><p><a href=#r>Reply</a></p>"
        for who, text in COMMENTS
    )
    story = f"{paragraphs(of=STORY[:6])}<ul>{box}</ul>{paragraphs(of=STORY[6:])}"
    return (
        f"{HEAD}<body><div><h1>{TITLE}</h1><p>{BYLINE}</p>{story}</div><ul>{comments}</ul><p>{FOOTER}</p></body></html>"
    )


def dated_sections() -> str:
    """An article with its comments inside, as sections with a name and a day; cards that are one link each."""
    cards = "".join(f'<a class="k{n}" href=/{n}><h4>{a}</h4><p>{c}</p></a>' for n, (a, _, c) in enumerate(RELATED))
    comments = "".join(
        f'<section class="q7"><div><b>{who}</b> · 1{n} June 2025</div><p>{text}</p><div>{n} likes</div></section>'
        for n, (who, text) in enumerate(COMMENTS)
    )
    return (
        f"{HEAD}<body><main><article><h1>{TITLE}</h1>{paragraphs(of=STORY[:5])}<div class=z1>{cards}</div>"
        f"{paragraphs(of=STORY[5:])}<div class=q6><h2>What readers say</h2>{comments}</div></article></main>"
    )


def signed_below() -> str:
    """Comments with name and day below them, and other stories below headings, all in elements of one kind."""
    posts = "".join(f"<section><h3><a href=/x>{a}</a></h3>{b}<section>{c}</section></section>" for a, b, c in RELATED)
    comments = "".join(
        f"<section><blockquote>{text}</blockquote><section>— {who}, 19 June 2025</section></section>"
        for who, text in COMMENTS[:2]
    )
    story = paragraphs("section")
    return (
        f"{HEAD}<body><section><h1>{TITLE}</h1>{story}</section><section>{posts}</section><section>{comments}</section>"
        f"<section>{FOOTER}</section></body></html>"
    )


PAGES: dict[str, Callable[[], str]] = {
    page.__name__: page
    for page in (
        *(semantic, bare_divs, silent_divs, one_container, flat, line_breaks, wrapped, parted, talkative, box_inside),
        *(tables, weblog, in_a_form, told_in_json, silent_and_flat, sections, interview, comments_inside),
        *(notices_inside, unnamed_comments, signed_list, dated_sections, signed_below),
    )
}
