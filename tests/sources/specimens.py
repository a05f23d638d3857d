"""Short documents in the shape of each source's real ones, with real figures; one row a source.

A new source adds its row here and passes the tests of ``test_sources_every.py``.
"""

# ruff: noqa: E501 -- the rows of a document are as long as they are

from __future__ import annotations

from typing import NamedTuple

from cafx import sources


class Specimen(NamedTuple):
    source: sources.Source
    body: bytes
    says: tuple[str, ...]  # its quotations, as they print
    request: sources.Request = sources.Request("")


NBK_DAY = """<?xml version="1.0" encoding="utf-8"?>
<rates><title>Official exchange rates</title><description>of the bank</description><date>01.04.2026</date>
<item><fullname>ДОЛЛАР США</fullname><title>USD</title><description>474.2</description><quant>1</quant>
<index>DOWN</index><change>-2.77</change></item>
<item><title>UZS</title><description>3.89</description><quant>100</quant><index/><change>0.00</change></item>
</rates>""".encode()
NBK_LATEST = b"""<rss version="2.0"><channel><title>National Bank</title>
<item><title>USD</title><pubDate>27.06.2026</pubDate><description>486.47</description><quant>1</quant></item>
<item><title>AMD</title><pubDate>27.06.26</pubDate><description>13.23</description><quant>10</quant></item>
</channel></rss>"""
NBKR_DAILY = b"""<?xml version="1.0" encoding="windows-1251" ?>
<CurrencyRates Name="Daily Exchange Rates" Date="24.05.2026">
<Currency ISOCode="USD"><Nominal>1</Nominal><Value>87,4500</Value></Currency>
<Currency ISOCode="KZT"><Nominal>1</Nominal><Value>0,1859</Value></Currency></CurrencyRates>"""
NBKR_WEEKLY = b"""<?xml version="1.0" encoding="windows-1251" ?>
<CurrencyRates Name="Weekly Exchange Rates" Date="23.05.2026">
<Currency ISOCode="UZS"><Nominal>1</Nominal><ValidFor>7</ValidFor><Value>0,0073</Value></Currency>
<Currency ISOCode="BYR"><Nominal>100</Nominal><ValidFor>7</ValidFor><Value>0,3402</Value></Currency>
</CurrencyRates>"""
NBKR_HISTORY = b"""<table><tr><td><!--date-->25.06.2005<!--date--></td><td><!--value-->40,9614<!--value--></td></tr>
<tr><td><!--date-->18.06.2005<!--date--></td><td><!--value-->41,0685<!--value--></td></tr></table>"""
CBU_ALL = rb"""[{"id":69,"Code":"840","Ccy":"USD","CcyNm_UZC":"\u0410\u049a\u0428","Nominal":"1","Rate":"12194.21",
"Diff":"-16.5","Date":"01.04.2026"},{"id":3,"Code":"360","Ccy":"IDR","Nominal":"10","Rate":"7.20","Diff":"0",
"Date":"01.04.2026"},{"id":4,"Ccy":"TMT","Nominal":"1","Rate":"4037.68","Diff":"108.25","Date":"01.04.2026"}]"""
NBT_DAY = b"""<?xml version="1.0" encoding="utf-8" ?><ValCurs Date="2026-05-18" name="Foreign Currency Market">
<Valute ID="840"><CharCode>USD</CharCode><Nominal>1</Nominal><Name>US Dollar</Name><Value>9.3450</Value></Valute>
<Valute ID="860"><CharCode>UZS</CharCode><Nominal>100</Nominal><Value>0.0780</Value></Valute></ValCurs>"""
CBT_DAY = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<cbt_currency_rate name="CBT Currency XML"><date>20.05.2026</date>\r
<rate code="USD"><name>ABŞ-NYŇ DOLLARY</name><rate_usd>1</rate_usd><multiplier>1</multiplier>
<rate_tmt>3.5</rate_tmt><checksum>dc75</checksum></rate>
<rate code="UZS"><rate_usd>12000</rate_usd><multiplier>1000</multiplier><rate_tmt>0.2915</rate_tmt></rate>
</cbt_currency_rate>""".encode()
CBR_DAY = """<?xml version="1.0" encoding="windows-1251"?><ValCurs Date="19.03.2026" name="Foreign Currency Market">
<Valute ID="R01335"><NumCode>398</NumCode><CharCode>KZT</CharCode><Nominal>100</Nominal><Name>Тенге</Name>
<Value>17,3533</Value><VunitRate>0,173533</VunitRate></Valute></ValCurs>""".encode("cp1251")
CBR_SERIES = b"""<?xml version="1.0" encoding="windows-1251"?><ValCurs ID="R01717" DateRange1="01.03.2026"
DateRange2="19.03.2026"><Record Date="03.03.2026" Id="R01717"><Nominal>10000</Nominal><Value>63,3058</Value></Record>
<Record Date="04.03.2026" Id="R01717"><Nominal>10000</Nominal><Value>63,5628</Value></Record></ValCurs>"""
NBP_B = b"""[{"table":"B","no":"009/B/NBP/2026","effectiveDate":"2026-03-04","rates":[
{"currency":"sum","code":"UZS","mid":0.000302},{"currency":"tenge","code":"KZT","mid":0.007372}]}]"""
FRANKFURTER = b"""[{"date":"2026-04-03","base":"USD","quote":"KZT","rate":472.31},
{"date":"2026-04-02","base":"USD","quote":"TJS","rate":9.5635},{"date":"2026-04-03","base":"USD","quote":"USD","rate":1.0},
{"date":"2026-04-03","base":"USD","quote":"UZS","rate":12150}]"""
CURRENCY_API = b"""{"date":"2025-07-30","usd":{"1inch":3.70840878,"kgs":87.34262125,"kzt":543.7586,"rub":81.5,"usd":1}}"""
TICKER = "• KGS/USD = 0.01144 0%\n  • KZT/USD = 0.00194 -0%\n  • KZT/USD = 0.00194 -0%\n09 December 2025\n".encode()

SPECIMENS = (
    Specimen(
        sources.NBK(),
        NBK_DAY,
        (
            "USD/KZT = 474.2 (official, NBK, 2026-04-01)",
            "100 UZS/KZT = 3.89 (official, NBK, 2026-04-01)",
        ),
    ),
    Specimen(
        sources.NBK(),
        NBK_LATEST,
        (
            "USD/KZT = 486.47 (official, NBK, 2026-06-27)",
            "10 AMD/KZT = 13.23 (official, NBK, 2026-06-27)",
        ),
    ),
    Specimen(
        sources.NBKR(),
        NBKR_DAILY,
        (
            "USD/KGS = 87.4500 (official, NBKR, 2026-05-24)",
            "KZT/KGS = 0.1859 (official, NBKR, 2026-05-24)",
        ),
    ),
    Specimen(sources.NBKR(), NBKR_WEEKLY, ("UZS/KGS = 0.0073 (official, NBKR, 2026-05-23 to 2026-05-29)",)),
    Specimen(
        sources.NBKR(),
        NBKR_HISTORY,
        (
            "USD/KGS = 40.9614 (official, NBKR, 2005-06-25)",
            "USD/KGS = 41.0685 (official, NBKR, 2005-06-18)",
        ),
        sources.Request("", currency="USD", is_series=True),
    ),
    Specimen(
        sources.CBU(),
        CBU_ALL,
        (
            "USD/UZS = 12194.21 (official, CBU, 2026-04-01)",
            "10 IDR/UZS = 7.20 (official, CBU, 2026-04-01)",
            "TMT/UZS = 4037.68 (official, CBU, 2026-04-01)",
        ),
    ),
    Specimen(
        sources.NBT(),
        NBT_DAY,
        (
            "USD/TJS = 9.3450 (official, NBT, 2026-05-18)",
            "100 UZS/TJS = 0.0780 (official, NBT, 2026-05-18)",
        ),
    ),
    Specimen(
        sources.CBT(),
        CBT_DAY,
        (
            "USD/TMT = 3.5 (official, CBT, 2026-05-20)",
            "1000 UZS/TMT = 0.2915 (official, CBT, 2026-05-20)",
        ),
    ),
    Specimen(sources.CBR(), CBR_DAY, ("100 KZT/RUB = 17.3533 (official, CBR, 2026-03-19)",)),
    Specimen(
        sources.CBR(),
        CBR_SERIES,
        (
            "10000 UZS/RUB = 63.3058 (official, CBR, 2026-03-03)",
            "10000 UZS/RUB = 63.5628 (official, CBR, 2026-03-04)",
        ),
    ),
    Specimen(
        sources.NBP(),
        NBP_B,
        (
            "UZS/PLN = 0.000302 (official, NBP, 2026-03-04)",
            "KZT/PLN = 0.007372 (official, NBP, 2026-03-04)",
        ),
    ),
    Specimen(
        sources.Frankfurter(),
        FRANKFURTER,
        (
            "USD/KZT = 472.31 (market, Frankfurter, 2026-04-03)",
            "USD/TJS = 9.5635 (market, Frankfurter, 2026-04-02)",
            "USD/UZS = 12150 (market, Frankfurter, 2026-04-03)",
        ),
    ),
    Specimen(
        sources.CurrencyAPI(),
        CURRENCY_API,
        (
            "USD/KGS = 87.34262125 (market, currency-api, 2025-07-30)",
            "USD/KZT = 543.7586 (market, currency-api, 2025-07-30)",
            "USD/RUB = 81.5 (market, currency-api, 2025-07-30)",
        ),
    ),
    Specimen(
        sources.TimesCA(),
        TICKER,
        (
            "KGS/USD = 0.01144 (ticker, timesca, 2025-12-09)",
            "KZT/USD = 0.00194 (ticker, timesca, 2025-12-09)",
        ),
    ),
)
