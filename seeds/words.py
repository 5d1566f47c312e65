"""The word lists by which dates and the parts of a page are recognised: lower case, straight apostrophes."""


def _phrases(block: str) -> tuple[str, ...]:
    return tuple(phrase for line in block.split("\n") for phrase in line.strip().split(" / ") if phrase)


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


#: Month names and their short forms: English, Indonesian, German, French, Spanish.
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januari januar janvier enero",
            "february feb februari februar février fevrier febrero",
            "march mar maret märz maerz mars marzo",
            "april apr avril abril",
            "may mei mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug agustus août aout agosto",
            "september sept sep septembre septiembre",
            "october oct oktober octobre octubre",
            "november nov novembre noviembre",
            "december dec desember dezember décembre decembre diciembre",
        ),
        1,
    )
    for name in names.split()
}

#: Words that stand on a date line beside the date: labels, weekdays, time zones.
DATE_LINE_WORDS = _words(
    "date time published publish posted updated update modified edited first last created released on at the of by "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "am pm gmt utc est edt et cet cest bst kst wib jst ist pst pdt pt hrs z"
)

#: Labels of a date line that speak of a later change, and of the first publication.
UPDATE_WORDS = _words("updated update modified edited")
PUBLISH_WORDS = _words("published publish posted released")

#: Words after "2 days" that make it a clock line: English, Indonesian, Dutch, Italian, Swedish, Danish, Polish,
#: Russian, Turkish, Vietnamese, Finnish, Portuguese.
AGO_WORDS = ("ago", "lalu", "geleden", "fa", "sedan", "siden", "temu", "назад", "önce", "trước", "sitten", "atrás")

#: Words before "2 days" that do the same: Spanish, French, German, Portuguese.
SINCE_WORDS = ("hace", "il y a", "vor", "há")

#: Hours in a unit of a clock line that can be turned into a day; weeks and longer are too coarse to date a story.
HOURS_OF: dict[str, int] = {
    **dict.fromkeys(_words("second seconds sec secs minute minutes min mins m menit minuten minutos минут"), 0),
    **dict.fromkeys(_words("分 分钟 분"), 0),
    **dict.fromkeys(_words("hour hours hr hrs h jam uur stunden stunde heure heures hora horas ore часов часа"), 1),
    **dict.fromkeys(_words("小时 時間 시간"), 1),
    **dict.fromkeys(
        _words("day days d hari dagen dag tagen tag jour jours día días dias giorni дней дня 天 日 일"), 24
    ),
}

#: Whole lines that open a list of other stories.
RELATED_LINES = frozenset(
    _phrases(
        """related / related articles / related stories / related news / related posts / related content
        related coverage / related topics / related reading / more stories / more news / more on this story
        more on this topic / more on this / more like this / you may also like / you might also like
        you may be interested in / recommended / recommended for you / recommended stories / recommended reading
        most read / most popular / most viewed / most shared / trending / trending now / popular / popular stories
        popular now / latest / latest news / latest stories / latest headlines / latest articles / top stories
        top news / top headlines / other news / other stories / editor's choice / editor's picks / editors' picks
        editors' choice / don't miss / must read / read more / up next / next article / what to read next / read next
        see also / read also / also read / in case you missed it / around the web / from the web / sponsored content
        promoted stories / promoted content / more from author / related headlines / further reading
        baca juga / berita terkait / artikel terkait / rekomendasi / terpopuler / à lire aussi / lire aussi
        lesen sie auch / mehr zum thema / lea también / te puede interesar / noticias relacionadas / leia também
        leggi anche / читайте также"""
    )
)

#: The beginnings of lines that open a list of other stories, or point to one on the same line after a colon.
RELATED_STARTS = _phrases(
    """related / related article / related articles / related story / related stories / read more / read also
    also read / read next / see also / must read / don't miss / editor's choice / editors' choice / editor's pick
    editor's picks / editors' picks / recommended / watch / listen / up next / in case you missed it
    baca juga / berita terkait / à lire aussi / lire aussi / lesen sie auch / lea también / leia também / leggi anche
    читайте также"""
)

#: Whole lines that are the furniture of a page, wherever they stand.
FURNITURE_LINES = frozenset(
    _phrases(
        """logo / menu / search / home / login / log in / sign in / register / close / skip to content
        skip to main content / share / share this / share this article / share this story / tweet / print / email
        save / copy link / facebook / twitter / whatsapp / telegram / linkedin / reddit / listen
        listen to this article / audio / advertisement / advertisements / advertising / sponsored / promoted / gallery
        tags / topics / follow / subscribe / subscribe now / sign up / newsletter / newsletters / bookmark
        gift this article / loading / next / previous / more / read more / show more / load more / view more
        view all / see all / see more / continue reading / story continues / story continues below / no comments yet
        be the first to comment / log in to comment / accept / accept all / got it / table of contents"""
    )
)

#: The beginnings of lines that are furniture.
FURNITURE_STARTS = _phrases(
    """click here / click to / tap here / read entire / read full / read the full / read the entire / read more
    read this story / continue reading / follow us / join us on / join our
    subscribe to / sign up for / sign up to / get the latest / get our / share on / share this / share via
    advertisement / article continues / story continues / listen to this / watch the video / watch live / download our
    download the app / this site uses / this website uses / we use cookies / accept cookies / manage cookies
    cookie settings / log in to / login to / please enable / enable javascript / donate now
    to get the news / for more news / for the latest / open in app / get started now / add a comment / no comments"""
)

#: Whole lines after which nothing of the story is left: the page's foot.
FOOTER_LINES = frozenset(
    _phrases(
        """scroll to top / back to top / go to top / download the app / get the app / all rights reserved
        privacy policy / privacy / terms of use / terms of service / terms and conditions / terms / about us
        contact us / contact / about this site / disclaimer / advertise with us / cookie policy / sitemap
        do not sell my personal information / share your thoughts / leave a reply / leave a comment / post a comment
        comments / view comments / join the conversation / join the discussion / hide comments / show comments"""
    )
)

#: The beginnings of such lines.
FOOTER_STARTS = _phrases("© / (c) 20 / copyright © / copyright 20 / all rights reserved / scroll to / back to top")

#: The lines of the page's foot under which readers speak.
COMMENT_LINES = frozenset(
    _phrases("comments / view comments / leave a comment / leave a reply / post a comment / join the conversation")
)

#: What a page counts on a line of its own: "24 comments", "5 min read".
COUNTED = _words(
    "min mins minute minutes read reads view views comment comments share shares like likes reply replies "
    "followers photos images"
)

#: The agencies whose name ends a picture's credit.
AGENCIES = _phrases(
    "afp / ap / reuters / epa / getty images / yonhap / xinhua / tass / kcna / anadolu / bloomberg / ukrinform"
)
