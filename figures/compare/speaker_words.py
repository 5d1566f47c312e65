"""Who is who among sources, as data: names that newspapers have for one speaker, and words that name nobody."""

from figures.extract.vocabulary import word_set

#: `name; other names` a row, as newspapers write them; adjectives of countries, spelling and the order of words make no
#: difference. The British Ministry of Defence publishes what its Defence Intelligence finds.
ALIASES = """
UK Defence Ministry; UK Defence Intelligence; British military intelligence; UK MoD
US Defense Department; US Department of Defense; Department of Defense; Pentagon
US State Department; State Department; US Department of State
US Treasury; US Treasury Department; Department of the Treasury
US Geological Survey; USGS
US Centers for Disease Control and Prevention; CDC; Centers for Disease Control and Prevention
US Department of Agriculture; USDA
US Bureau of Labor Statistics; Bureau of Labor Statistics; BLS
US Energy Information Administration; Energy Information Administration; EIA
US Federal Reserve; Fed; Federal Reserve
US Federal Aviation Administration; FAA; Federal Aviation Administration
US National Oceanic and Atmospheric Administration; NOAA
US National Transportation Safety Board; NTSB; National Transportation Safety Board
US Federal Emergency Management Agency; FEMA
UK Office for National Statistics; ONS; Office for National Statistics
Bank of England; BoE
European Central Bank; ECB
Israel Defense Forces; IDF; Israeli military; Israeli army; Israel's military
Gaza health ministry; Gaza's Ministry of Health; Hamas-run health ministry; Hamas-run Gaza health ministry;
  Gaza's Hamas-run health ministry; Palestinian health ministry in Gaza
South Korea's Joint Chiefs of Staff; JCS; South Korean military; South Korea's military
South Korea's National Intelligence Service; NIS; South Korea's spy agency; South Korea's intelligence agency
Korean Central News Agency; KCNA; North Korean state media; North Korea's state news agency
Ukraine's General Staff; General Staff of Ukraine's Armed Forces; General Staff of the Armed Forces of Ukraine;
  General Staff of the Ukrainian Armed Forces; Ukrainian military
Ukraine's Main Directorate of Intelligence; HUR; GUR; Ukraine's military intelligence; Ukraine's Defence Intelligence
Russian Defence Ministry; Russia's Ministry of Defence; Russian military
World Health Organization; WHO
International Monetary Fund; IMF
International Energy Agency; IEA
International Atomic Energy Agency; IAEA
International Organization for Migration; IOM; UN migration agency
International Committee of the Red Cross; ICRC
Food and Agriculture Organization; FAO; UN Food and Agriculture Organization
World Food Programme; WFP; UN World Food Programme
UN Children's Fund; UNICEF; UN children's agency
UN High Commissioner for Refugees; UNHCR; UN refugee agency; UN Refugee Agency UNHCR
UN Office for the Coordination of Humanitarian Affairs; OCHA; UN humanitarian office; UN humanitarian agency
UN Relief and Works Agency; UNRWA; UN agency for Palestinian refugees
Organization of the Petroleum Exporting Countries; OPEC
Doctors Without Borders; MSF; Médecins Sans Frontières
Syrian Observatory for Human Rights; SOHR
Associated Press; AP
Agence France-Presse; AFP
Reuters; Thomson Reuters; Reuters news agency
TASS; TASS news agency; Russian state news agency TASS; Russia's TASS news agency
RIA Novosti; RIA; RIA news agency
Xinhua; Xinhua News Agency
Yonhap; Yonhap News Agency
"""
#: British spelling by American.
SPELLINGS = {
    "defense": "defence",
    "organization": "organisation",
    "labor": "labour",
    "center": "centre",
    "centers": "centres",
    "program": "programme",
}
#: Words between the words of a name.
FILLERS = word_set("a an and at by for from his her in its of on our the their to with")
#: Words that say how a speaker spoke, or for whom: "a spokesman for the port", "data from the port".
VOICES = word_set("spokesman spokesperson spokespersons spokespeople spokeswoman spokesmen")
#: Words that qualify sources and name none: "senior local officials".
QUALIFIERS = word_set(
    "another anonymous chief city county district eastern eight emergency federal five former four health intelligence "
    "interior judicial local medical military municipal national nine northern official other provincial public "
    "regional rescue rival security senior seven several six southern state ten three top two unnamed western"
)
