"""English."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cafx.text.words.table import Language

__all__ = ["ENGLISH"]

ENGLISH: Final = Language(
    code="en",
    decimal_comma=False,
    common="""
        a an he she they this which been more than not all after new year company government price cost paid
        the of and to in for is was that with by from at on are were its has have will said per over
    """,
    numbers={
        **dict(
            zip(
                """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen
    """.split(),
                range(20),
                strict=True,
            )
        ),
        **dict(
            zip(
                "twenty thirty forty fifty sixty seventy eighty ninety".split(),
                range(20, 100, 10),
                strict=True,
            )
        ),
        "dozen": 12,
        "hundred": 100,
    },
    scales={
        **dict.fromkeys("thousand thousands thous thsd k".split(), 3),
        **dict.fromkeys("million millions mln mn mil mio mm m".split(), 6),
        **dict.fromkeys("billion billions bln bn bil b".split(), 9),
        **dict.fromkeys("trillion trillions trln tln tn trn tr t".split(), 12),
    },
    singular="hundred thousand million billion trillion",
    alternatives="or",
    articles="a an",
    singling="every each same",
    parts={"quarter": Decimal("0.25"), "quarters": Decimal("0.25")},
    parts_of="of",
    odd_parts="third thirds fifth fifths sixth sixths seventh eighth eighths ninth tenth tenths",
    hundred="hundred",
    lookalikes="""
        then tens tent term tend teen tenth fine line live file fire hive dive mine vine wine pine nice
        none once ones done gone lone zone bone tone even event seen seed fix mix sit sir sip too tow
        who own two's tree there these those threw fifth sixth forth fort party our your hour tour pour
        sour for form foul light right might night sight fight weight height eighth men man pen den hen
        tin tan ton won son ore owe use hall halt hale calf self bullion pillion such sort port turn
        ninth nines sixes fives twos zeros hero hundredth thousandth ode ole net get let met set bet yet
    """,
    minus="minus",
    costs="price cost",
    balances="""
        balance change profit loss net delta account discount transfer payment fee purchase withdraw deficit
        debt expense income revenue cash flow ebitda surplus total
    """,
    half="half",
    joints="and a",
    point="point",
    currencies={
        "KZT": "kzt tenge tenges ₸",
        "KGS": "kgs",
        "SOM": "som soms somm somms",
        "TJS": "tjs somoni somonis somony somoniy",
        "UZS": "uzs soum soums sum sums so'm so'ms",
        "TMT": "tmt",
        "MANAT": "manat manats",
        "AZN": "azn ₼",
        "USD": "usd $ us$ dollar dollars usd$ greenback greenbacks",
        "EUR": "eur € euro euros",
        "RUB": "rub ₽ rur ruble rubles rouble roubles",
        "CNY": "cny rmb yuan yuans",
        "GBP": "gbp £ pound pounds",
        "TRY": "₺ lira liras",
        "AMD": "amd ֏ dram drams",
        "JPY": "jpy yen",
        "CHF": "chf",
        "AED": "aed dirham dirhams",
        "UAH": "uah ₴ hryvnia hryvnias",
        "BYN": "byn",
        "GEL": "₾ lari",
        "KRW": "krw ₩",
        "INR": "inr ₹ rupee rupees",
    },
    subunits={
        "SOM": "tyiyn tyiyns tyyn",
        "KGS": "tyiyn tyiyns tyyn",
        "KZT": "tiyn tiyns",
        "TJS": "diram dirams",
        "UZS": "tiyin tiyins",
        "MANAT": "tenge tennesi",
        "USD": "cent cents",
        "EUR": "cent cents",
        "RUB": "kopeck kopecks kopek kopeks",
    },
    fillers="""
        more other additional extra odd us u.s. american kazakh kazakhstani kazakhstan kazakhstan's kyrgyz
        kyrgyzstani kyrgyzstan uzbek uzbekistani uzbekistan tajik tajikistani tajikistan turkmen
        turkmenistan turkmenistani azerbaijani azeri russian chinese turkish british
        national local
    """,
    to="to through till until",
    opening="from between",
    conjunctions="and or & as well plus versus vs",
    contrasts="while whereas but",
    purposes="for on to toward towards in into from as through via under by",
    numbered="""
        article section paragraph clause chapter page part item point step group stage lot house building flat
        apartment room floor route bus aged age year grade class number no school item day week round
    """,
    changes="""
        rose rise risen grew grow increas jump surg fell fall fallen drop declin decreas reduc cut slash
        skyrocket soar climb crept creep inch leap leapt reach spik rocket doubl rais lower chang mov went go
        gone up down tripl hik gained gains gaining shed lost
        shrank shrink shrunk plung slid weaken strengthen appreciat depreciat slip edg tumbl revis
    """,
    slightly="""
        slightly, a little, a bit, a shade, a tad, a touch, a hair, a fraction, marginally, just, only just,
        barely
    """,
    much="well, far, much, significantly, considerably, even, way",
    merely="just only merely exactly precisely mere even",
    before={
        "over": """
        over, more than, above, in excess of, exceeding, exceeded, exceeds, exceed, to exceed, upwards of,
        upward of, north of, greater than, higher than, larger than, well over, well above, a little over,
        just over, just above, slightly over, slightly above, slightly more than, a bit more than, a little
        more than, far more than, much more than, more than about, surpassing, surpassed, surpasses,
        surpass, topped, topping, excess of, over about, more expensive than, dearer than, >
    """,
        "at_least": """
        at least, > =, not less than, no less than, no fewer than, a minimum of, minimum, minimum of, min,
        min., starting from, starting at, starts at, starts from, start at, start from, started at, ≥, from at
        least, at the very least, at a minimum, no lower than, not lower than, not below, no cheaper than,
        not cheaper than, not under, from
    """,
        "up_to": """
        up to, not more than, no more than, not exceeding, at most, a maximum of, maximum, maximum of, max,
        max., as much as, as high as, within, not exceed, ≤, not to exceed, up to about, capped at, not
        over, not above, not higher than, no higher than, no greater than, a cap of, a ceiling of, limited
        to, < =, as many as, up to a maximum of, no more expensive than, not more expensive than, no dearer
        than
    """,
        "under": """
        under, less than, below, fewer than, lower than, cheaper than, not reach, not even reach, <, well
        under, well below, far less than
    """,
        "about": """
        about, around, approximately, some, roughly, ~, ≈, approx, approx., nearly about, an estimated,
        estimated, circa, ca, ca., c., in the region of, in the order of, on the order of, close to about,
        or about, close to, near, in the neighborhood of, in the neighbourhood of, in the vicinity of,
        somewhere around, ±, estimated at, about some, at about, at around, approaching, approaches,
        approached, nearing, nears, neared
    """,
        "almost": """
        almost, nearly, just under, just below, just short of, just shy of, nearly as much as, practically,
        virtually, slightly less than, a little less than, slightly under, slightly below, not quite, little
        short of, a little under
    """,
    },
    after={
        "over": """
        or more, and more, odd, plus, and above, and over, and up, and upwards, or higher, or above, or over
    """,
        "about": "or so, approximately, or thereabouts, or thereabout, give or take",
        "up_to": "or less, at most, maximum, max, or under, or below, or lower",
        "at_least": "at least, minimum, min",
    },
    negations="""
        not cannot can't mustn't shouldn't won't couldn't don't doesn't didn't never isn't aren't
    """,
    negated="""
        be been being paid pay pays cost earn receive get set fall go drop charged charge sold sell spend
        amount to allowed priced valued have any taxed fined buy bought for
    """,
    binding="cannot can't mustn't shouldn't can may must should shall could will",
    not_negated="only just because merely simply yet even for in at",
    from_prices={
        "from": """
        price cost ticket fare start fee rent room begin range rang sold sell available product good tour
        fine salar wage
    """
    },
    by="by",
    shares="percent share",
    between="between",
    equals_behind="",
    pronouns="this that it which",
    spans="""
        day week month year hour night person head each apiece capita kilogram liter litre kilo
    """,
    equals="""
        or, equivalent to, the equivalent of, equivalent, equal to, equals, equaling, equalling, which is,
        that is, i . e ., which is equivalent to, which equals, which equaled, it equaled, it equalled,
        amounting to, or the equivalent of, which amounts to, =, equivalent of, which is equal to, is
        equivalent to, is equal to, converted to, which comes to, worth, an equivalent of, which was, it
        was, it is, this is, or an equivalent of, that's, it's, that makes, which makes,
        these are, or the same as, namely
    """,
    same="equival equal amounts",
    vague="""
        several few many some of dozens hundreds thousands tens millions billions multi
    """,
    times="in by until before after during from",
    since="since",
    years="year early late mid",
    subject_verbs="""
        was is has had were became becom devalu float weaken strengthen lost lose collaps crash gain
        appreciat depreciat remain plummet tumbl stabili recover replac continu tank sank
    """,
    against="to against versus",
    per="per a an each every",
    one="one a the 1 single",
    rates="rate rates quotation quotations",
    converted="at by",
    sums="revenue income expenditure expense profit earnings",
    counting="number population users subscribers viewers visitors staff employees",
    counted="they each all",
    prices="""
        cost costs costing traded trades trading fetched fetches bought sold worth stood stands at =
        equals was is reached hit weakened strengthened amount exceed equal made set quoted fluctuat rose
        fell increas decreas closed opened remain crossed surpassed breached topped settl broke ended
        ending started began hover held holding averag stabili recover return approach nears neared touch
        tested
    """,
    buying="buy buys buying bought purchas bid",
    selling="sell sells selling sold sale ask",
    no_sides="saturday satellit satisf satir salesm salespe soldier biden",
    official="official nominal regulator nbk nbkr",
    central="central national",
    roads="street",
    no_sayers="stockholm bankrupt banknote blackm blacko parallels",
    market="""
        kase spot weighted exchange-traded interbank stock bourse trading session market-rate average-weighted
        closing
    """,
    bank="bank banks commercial lender",
    office="office offices exchanger exchangers bureau bureaus booth kiosk cash",
    street="black street unofficial bazaar informal parallel gray grey",
    exchange_markets="interbank currency forex",
    traders="microfinance microcredit credit organization organisation company branch dealer changer",
    paying="pay paid give gave get exchang offer receiv",
    forecast="""
        forecast expect predict projected projects projecting projection will-average anticipat assum foresee
        envisag
    """,
    outlooks="forecast forecasts projection projections outlook",
    modals="could may might would likely",
    unlike="contrary than despite beyond above below",
    now="now today currently yesterday",
    earlier="before earlier previously formerly",
    possible="you can, you could, can be, could be, customers can, clients can, residents can",
    accepting="accept",
    offering="offer",
    how_much="much",
    asked_with="how is are the does do one",
    relatives="that who",
    bare_verbs="buy sell",
    levels="low lows high highs peak peaks record bottom mark",
    said_at="on in at by during",
    receiving="receiv get gets",
    reaching="hit set touch",
    towns="osh tashkent",
    comparing="compared comparison with to against versus from up down",
    people="buyer seller purchaser",
    in_order="to",
    auxiliaries="you can could customers clients residents",
    settling="rang fluctuat varied varies vary set",
    gaps="difference spread gap margin",
    differing="higher lower more less dearer cheaper",
    some="some others other certain",
    nonfinite_endings="ing",
    leading_nonfinite="having after",
    causes="because of, due to, owing to, thanks to",
    standing="is was costs stands trades",
    fees="fee fees commission transfer remittance",
    without="without no",
    passives="was were been",
    indices="index",
    seasons="spring summer autumn winter",
    days="""
        today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday week currently now
        morning evening night
    """,
    months="""
        january february march april may june july august september october november december
    """,
    on="on from since as of by in the previous last for",
    american_money="american us u.s. greenback",
    money="currency",
    subjects="it its",
    currency_itself="currency",
    determiners="the this",
    goods="""
        salt rice onion onions carrot carrots apples tea vegetables cement medicine electricity butter
        bread loaf loaves petrol gasoline diesel fuel litre liter litres liters kilogram kilo kg meat beef
        mutton milk egg eggs sugar flour potato ticket fare rent apartment salary salaries wage pension
        tariff goods tonne bottle coffee cigarette
        bond bonds shares cotton wheat pasta macaroni noodle chicken cheese cabbage tomato melon
        watermelon shoes taxi luggage baggage ticket delivery
    """,
    packs="""
        pack packet bag sack pair dozen box can jar tin bunch carton bottle loaf kilo kilogram kg litre
        liter ton tonne gallon barrel bushel plate cup glass portion copy gram metre meter
    """,
)
