"""Names of places and the words around them, as data."""

from figures.extract.vocabulary import word_set


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(","))


#: Countries by their usual English names, with what newspapers shorten them to; lower case, without stops.
COUNTRIES = _names(
    """afghanistan, albania, algeria, andorra, angola, antigua, argentina, armenia, australia, austria,
    azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia,
    botswana, brazil, brunei, bulgaria, burkina faso, burundi, cambodia, cameroon, canada,
    cape verde, central african republic, chad, chile, china, colombia, comoros, congo, costa rica, croatia, cuba,
    cyprus, czech republic, czechia, democratic republic of congo, democratic republic of the congo, denmark,
    djibouti, dominica, dominican republic, east timor, ecuador, egypt, el salvador, equatorial guinea, eritrea,
    estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana, greece, grenada,
    guatemala, guinea, guinea-bissau, guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq,
    ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kiribati, kosovo, kuwait,
    kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, madagascar,
    malawi, malaysia, maldives, mali, malta, marshall islands, mauritania, mauritius, mexico, micronesia, moldova,
    monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands, new zealand,
    nicaragua, niger, nigeria, north korea, north macedonia, norway, oman, pakistan, palau, palestine, panama,
    papua new guinea, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, samoa, san
    marino, saudi arabia, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon
    islands, somalia, south africa, south korea, south sudan, spain, sri lanka, sudan, suriname, sweden,
    switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo, tonga, trinidad, tunisia, turkey,
    turkiye, turkmenistan, tuvalu, uganda, ukraine, united arab emirates, uae, united kingdom, uk, united states,
    us, usa, uruguay, uzbekistan, vanuatu, vatican, venezuela, vietnam, yemen, zambia, zimbabwe, britain, great
    britain, england, scotland, wales, northern ireland, america, drc, burma, hong kong, macau, greenland, puerto
    rico, soviet union, yugoslavia, czechoslovakia"""
)

#: Parts of the world and contested or often named regions.
REGIONS = _names(
    """africa, european union, eu, antarctica, asia, europe, north america, south america, latin america, central
    america, middle east, central asia, southeast asia, south asia, east asia, western europe, eastern europe,
    north africa, west africa, east africa, southern africa, horn of africa, sahel, sahara, balkans, baltics,
    caucasus, scandinavia, caribbean, mediterranean, oceania, gaza, gaza strip, west bank, golan heights, crimea,
    donbas, donetsk, luhansk, kherson, zaporizhzhia, kursk, belgorod, bryansk, siberia, chechnya, dagestan,
    transnistria, abkhazia, south ossetia, nagorno-karabakh, kurdistan, darfur, tigray, kashmir, punjab, xinjiang,
    tibet, inner mongolia, catalonia, bavaria, sicily, sardinia, corsica, brittany, normandy, tuscany, lombardy,
    andalusia, galicia, flanders, wallonia, silesia, ontario, quebec, british columbia, alberta, manitoba,
    saskatchewan, nova scotia, new brunswick, queensland, new south wales, tasmania, western australia, south
    australia, north island, south island, black sea, red sea, baltic sea, south china sea, east china sea, north
    sea, caspian sea, arctic, pacific, atlantic, indian ocean, persian gulf, gulf of mexico, strait of hormuz,
    strait of gibraltar, sea of azov, sea of japan, bay of bengal, english channel, suez canal, panama canal,
    alps, himalayas, andes, amazon, java, sumatra, bali, borneo, mindanao, luzon, okinawa, hokkaido, honshu,
    kyushu, jeju, guangdong, sichuan, yunnan, hubei, hunan, henan, fujian, shandong, maharashtra, kerala, gujarat,
    uttar pradesh, bihar, west bengal, assam, tamil nadu, karnataka, rajasthan, sindh, balochistan, khyber
    pakhtunkhwa, rakhine, north kivu, south kivu, helmand, kandahar, idlib"""
)

#: States of the United States ("georgia" is among the countries).
STATES = _names(
    """alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho,
    illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota,
    mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina,
    north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas,
    utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, guam"""
)

#: Capitals and other great or often named cities.
CITIES = _names(
    """abidjan, abu dhabi, abuja, accra, addis ababa, aleppo, algiers, almaty, amman, amsterdam, ankara, antananarivo,
    ashgabat, asmara, astana, asuncion, athens, atlanta, auckland, baghdad, bakhmut, baku, baltimore, bamako,
    bandar seri begawan, bangalore, bengaluru, bangkok, bangui, barcelona, basra, beijing, beirut, belgrade,
    belfast, benghazi, berlin, bern, birmingham, bishkek, bogota, bogotá, boston, brasilia, bratislava,
    brazzaville, brisbane, brussels, bucharest, budapest, buenos aires, bujumbura, busan, cairo, calgary,
    canberra, cape town, caracas, cardiff, casablanca, chennai, chicago, chisinau, chittagong, cologne, colombo,
    conakry, copenhagen, dakar, dallas, damascus, dar es salaam, delhi, denver, detroit, dhaka, dnipro, doha,
    dubai, dublin, durban, dushanbe, edinburgh, frankfurt, freetown, gaborone, geneva, glasgow, goma, guangzhou,
    guatemala city, hamburg, hanoi, harare, havana, helsinki, hiroshima, ho chi minh city, homs, houston,
    hyderabad, islamabad, istanbul, izmir, jakarta, jeddah, jerusalem, johannesburg, juba, kabul, kampala,
    karachi, kathmandu, kharkiv, khartoum, khan younis, kigali, kingston, kinshasa, kolkata, kostiantynivka,
    kramatorsk, kryvyi rih, kuala lumpur, kuwait city, kyiv, kiev, kyoto, la paz, lagos, lahore, las vegas, leeds,
    libreville, lille, lilongwe, lima, lisbon, liverpool, ljubljana, lome, london, los angeles, luanda, lusaka,
    lviv, lyon, madrid, malabo, managua, manama, manchester, manila, maputo, mariupol, marseille, maseru, mbabane,
    mecca, medina, melbourne, mexico city, miami, milan, minneapolis, minsk, mogadishu, monrovia, montevideo,
    montreal, moscow, mosul, mumbai, munich, muscat, mykolaiv, nagasaki, nairobi, naples, nassau, n'djamena, new
    delhi, new orleans, new york city, niamey, nicosia, nouakchott, odesa, odessa, oslo, osaka, ottawa,
    ouagadougou, panama city, paramaribo, paris, perth, peshawar, philadelphia, phnom penh, phoenix, pittsburgh,
    podgorica, pokrovsk, port louis, port moresby, port-au-prince, portland, prague, pretoria, pristina,
    pyongyang, quito, rabat, rafah, ramallah, raqqa, reykjavik, riga, rio de janeiro, riyadh, rome, rostov,
    rotterdam, ryazan, saint petersburg, san diego, san francisco, san jose, san salvador, sanaa, santiago, santo
    domingo, sao paulo, são paulo, sarajevo, seattle, seoul, seville, shanghai, shenzhen, skopje, sofia, srinagar,
    st louis, st petersburg, stockholm, sumy, surabaya, suva, sydney, taipei, tallinn, tashkent, tbilisi,
    tegucigalpa, tehran, tel aviv, thimphu, tianjin, tijuana, tirana, tokyo, toronto, tripoli, tunis, turin,
    ulaanbaatar, vaduz, valencia, valletta, vancouver, venice, victoria, vienna, vientiane, vilnius, vladivostok,
    volgograd, warsaw, washington dc, wellington, windhoek, winnipeg, wuhan, yangon, yaounde, yerevan, yokohama,
    zagreb, zurich"""
)
KNOWN = COUNTRIES | REGIONS | STATES | CITIES

#: After a name in lower case or with a capital, these make it a place.
REGION_TYPES = word_set("region province oblast governorate prefecture county district territory republic krai canton")
#: Without one of these words a text names no region.
REGION_WORDS = REGION_TYPES | {"city", "strip"}
PLACE_TYPES = REGION_TYPES | word_set(
    "city town village island islands state peninsula valley strip area municipality suburb neighbourhood neighborhood "
    "camp airport airbase base port harbour harbor border coast delta desert enclave archipelago basin corridor "
    "river lake sea bay gulf ocean strait mountains park stadium station prison settlement crossing heights"
)
#: After an adjective of a country: "Russian territory", "in the Ukrainian capital".
COUNTRY_PARTS = word_set("territory soil waters airspace border coast capital side mainland")
#: Before the name of a place.
PREPOSITIONS = word_set(
    "in into to near at across from around inside outside off on toward towards throughout over within along of hit "
    "struck hitting striking attacked shelled bombed entered entering reached visited"
)
#: Before "of" and a name: "in the city of Sumy", "off the coast of Libya", "south of Kharkiv".
BEFORE_OF = PLACE_TYPES | word_set(
    "north south east west northeast northwest southeast southwest northern southern eastern western outskirts centre "
    "center heart parts part areas half most much all capital residents people population takeover invasion siege "
    "occupation capture bombardment shelling bombing blockade annexation middle streets shores shore suburbs edge "
    "islands regions territory soil kilometres kilometers km miles toll percent cent"
)
#: Between a preposition and a name.
LEADS = word_set(
    "the northern southern eastern western central north south east west northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-east north-west south-east south-west neighbouring "
    "neighboring nearby occupied besieged coastal mainland downtown greater rural upper lower parts much most all "
    "war-torn mountainous embattled"
)
#: "on" and "from" begin a place only after these: an attack on Kyiv, evacuated from Sumy.
BEFORE_ON = word_set("attack attacks strike strikes raid raids assault assaults offensive march advance landed based")
BEFORE_FROM = word_set(
    "evacuated evacuate fled flee flown withdrawn withdrew withdraw deported expelled displaced rescued kilometres "
    "kilometers km miles away far exports imports shipments shipped returned emigrated moved"
)
#: Names in capitals that are no places, though "in" stands before them.
NOT_PLACES = word_set(
    "congress parliament senate bundestag knesset duma court cabinet christmas easter ramadan lent english french "
    "spanish german russian arabic chinese hebrew ukrainian latin section phase group row game part chapter article "
    "level stage round week day class act volume figure table league cup series championship olympics premier formula "
    "covid brexit bitcoin twitter facebook youtube instagram tiktok google islam christianity hinduism buddhism god "
    "heaven hell mr mrs ms dr q1 q2 q3 q4 i january february march april may june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter fall "
    "parliamentary world war"
)
#: What may follow a name that stands alone; a noun would make it an adjective ("in Kremlin circles").
AFTER_NAME = word_set(
    "and or but to in on at by for from with as was were is are had has have when while that which who where after "
    "before since until through during because than though although last this next near under over against about "
    "alone will would could can may should so yesterday today overnight early late following amid between including "
    "if then also killed killing left died rose fell"
)
