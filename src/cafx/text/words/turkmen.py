"""Turkmen; its teňňe is the hundredth of a manat."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cafx.text.words.table import Language, each, forms

__all__ = ["TURKMEN"]

_SCALES: Final = "- dan a da y yň lyk lykdan lyga lygy lygyň lap"
_DOLLAR: Final = "- a dan y yň yna yny ynyň yndan lyk da lar laryň lara ynda dyr"

TURKMEN: Final = Language(
    code="tk",
    decimal_comma=True,
    letters="ýňäžşüöç",
    common="""
        ol olar onuň bolup aldy berdi töledi tölenýär baha bahasy nyrhy pul aýlyk welaýat döwlet karz
        bankdan soň bolsa diýip görä geçen şu möçber töleg satyldy alyndy we bilen üçin bu hem boýunça ýyl
        ýylda ýylyň barada boldy bolan türkmenistanyň möçberde möçberi jemi
    """,
    numbers={
        **each("nol noly nolyň nola noldan nolda", 0),
        **each("bir", 1),
        **each("iki ikini ikiniň ikä ikiden ikide", 2),
        **each("üç üçi üçiň üçe üçden üçde", 3),
        **each("dört dördi dördiň dörde dörtden dörtde", 4),
        **each("bäş bäşi bäşiň bäşe bäşden bäşde", 5),
        **each("alty altyny altynyň alta altydan altyda", 6),
        **each("ýedi ýedini ýediniň ýedä ýediden ýedide", 7),
        **each("sekiz sekizi sekiziň sekize sekizden sekizde", 8),
        **each("dokuz dokuzy dokuzyň dokuza dokuzdan dokuzda", 9),
        **each("on onyň ona", 10),  # ony and ondan are pronouns: he took 1000 manats FROM HIM
        **each("ýigrimi ýigrimini ýigriminiň ýigrimä ýigrimiden ýigrimide", 20),
        **each("otuz otuzy otuzyň otuza otuzdan otuzda", 30),
        **each("kyrk kyrky kyrkyň kyrka kyrkdan kyrkda", 40),
        **each("elli ellini elliniň ellä elliden ellide", 50),
        **each("altmyş altmyşy altmyşyň altmyşa altmyşdan altmyşda", 60),
        **each("ýetmiş ýetmişi ýetmişiň ýetmişe ýetmişden ýetmişde", 70),
        **each("segsen segseni segseniň segsene segsenden segsende", 80),
        **each("togsan togsany togsanyň togsana togsandan togsanda", 90),
        **each("ýüz ýüzi ýüziň ýüze ýüzden ýüzde", 100),
    },
    scales={
        **dict.fromkeys(forms("müň", "- den e de i iň lik likden lige ligi ler lerçe").split(), 3),
        **dict.fromkeys(["mln", *forms("million", _SCALES).split()], 6),
        **dict.fromkeys(["mlrd", *forms("milliard", _SCALES).split()], 9),
        **dict.fromkeys(["trln", *forms("trillion", _SCALES).split()], 12),
    },
    singular="müň million milliard trillion",
    half="ýarym",
    parts={"çärýek": Decimal("0.25"), "çärýegi": Decimal("0.25")},
    hundred="ýüz",
    ambiguous="on",
    lookalikes="""
        bar ber bol böl baş bel bet ýol ýok ýer ýaş ýaz ýyl iş öý un ot aý sony joly halk orta hem alyp
        aldy dedi ýetdi bu şu ony ondan onda oňa
    """,
    minus="minus",
    costs="baha",
    balances="""
        balans galyndy üýtge saldo zyýan ýetmezçilik hasap arzanlady geçirim töleg komissiýa bergi girdeji
        çykdajy jemi
    """,
    point="bitin",
    fractions={"ondan": -1, "ýüzden": -2, "müňden": -3},
    currencies={
        "MANAT": forms("manat", "- dan da lyk dyr dy lar lap a y yň ly myz ymyz")
        + " "
        + forms("manad", "y yň a yny yna ynyň yndan ynda ymyz ymyza ymyzy")
        + " "
        + forms(
            "manatly",
            """
        kdan ga gy gyň kda klar k kdyr gyny gyna gynyň gyndan klary klyk gynda klaryň
    """,
        ),
        "SOM": forms("som", "- da y a dan luk uň uny una undan unyň"),
        "UZS": forms("sum", "- y a dan luk uň uny una undan unyň"),
        "KZT": forms("tenge", "- si den lik de sini sine sinden siniň") + " tengä tengäni tengäniň",
        "TJS": forms("somoni", "- den ä ni niň si lik likden sini sine sinden siniň") + " somonä",
        "USD": forms("dollar", _DOLLAR + " yňky yňkyny yňka"),
        "EUR": "ýewro ýewra ýewrodan ýewrony ýewrosy ýewronyň ýewrosyny ýewrosyna ýewronyňky ýewronyňkyny",
        "RUB": forms("rubl", "- a dan y yna yny yň ynyň unyň una uny yndan undan lik yňky yňkyny"),
        "CNY": forms("ýuan", "- a dan y yna yny yň ynyň"),
        "TRY": forms("lira", "- dan ny nyň sy syna syny synyň"),
        "GBP": "funt sterling",
    },
    subunits={
        "MANAT": """
        teňňe teňňä teňňeden teňňesi teňňäni teňňelik teňňäniň teňňedir teňňelikden teňňede
    """,
        "TMT": "teňňe teňňä",
    },
    fillers="amerikan abş abş-nyň türkmen türkmenistan gazak täjik özbek rus gyrgyz hytaý türk iňlis",
    opening="den dan müňden milliondan milliarddan",
    closing="çenli",
    too="hem",
    conjunctions="we ýa hem bilen ýa-da ýada ýaly",
    contrasts="emma ýöne",
    numbered="madda bölüm bölek bent bap sahypa tapgyr topar lot jaý öý otag gat ugur mekdep synp gün ýaş",
    changes="art ýokarlan pes azal köpel gymmatla arzanla düş ös galdyr ýet",
    slightly="sähel, azajyk, biraz, birneme, az-kem, azrajyk, sähelçe, birazajyk",
    much="has, ep-esli, görnetin, hatda, ençeme",
    merely="bary-ýogy diňe bary",
    before={
        "about": "takmynan, ortaça takmynan, çakma, çen bilen, çakdan, takmyndan",
        "at_least": "azyndan, iň az, iň azyndan, iň azy, iň pes, azynda, minimum",
        "up_to": "iň köp, köp bolanda, iň köpi, köpi bilen, iň ýokary, maksimum",
        "almost": "tas, diýen ýaly, tasdan, basym",
    },
    after={
        "over": """
        gowrak, köp, köpräk, artyk, ýokary, artykmaç, gymmat, agdyk, gowragy, gowragyny, gowragyna,
        gowrakdan, üstünde, üstündäki, geçdi, geçýär, geçip, geçen, geçer, geçipdir, köpüsi, aşdy, aşýar
    """,
        "up_to": """
        çenli, çenlidir, çenli bolan, geçmeýär, geçmeli däl, geçmez, geçmedik, geçmezlik, geçmeýän, geçmän,
        geçmezligi, gowrak däl, gowrak bolmaly däl, gowrak bolmaz, gowrak bolmadyk, gowrak bolman, gowrak
        bolmazlygy, gowrak bolmazlyk, gowrak bolmasyn, gowrak bolmaýar, gowrak bolup bilmez, gowrak
        bolmajak, gowrak bolmazlygy gerek, köp däl, köp bolmaly däl, köp bolmaz, köp bolmadyk, köp bolman,
        köp bolmazlygy, köp bolmazlyk, köp bolmasyn, köp bolmaýar, köp bolup bilmez, köp bolmajak, köp
        bolmazlygy gerek, köpräk däl, köpräk bolmaly däl, köpräk bolmaz, köpräk bolmadyk, köpräk bolman,
        köpräk bolmazlygy, köpräk bolmazlyk, köpräk bolmasyn, köpräk bolmaýar, köpräk bolup bilmez, köpräk
        bolmajak, köpräk bolmazlygy gerek, artyk däl, artyk bolmaly däl, artyk bolmaz, artyk bolmadyk, artyk
        bolman, artyk bolmazlygy, artyk bolmazlyk, artyk bolmasyn, artyk bolmaýar, artyk bolup bilmez, artyk
        bolmajak, artyk bolmazlygy gerek, ýokary däl, ýokary bolmaly däl, ýokary bolmaz, ýokary bolmadyk,
        ýokary bolman, ýokary bolmazlygy, ýokary bolmazlyk, ýokary bolmasyn, ýokary bolmaýar, ýokary bolup
        bilmez, ýokary bolmajak, ýokary bolmazlygy gerek, artykmaç däl, artykmaç bolmaly däl, artykmaç
        bolmaz, artykmaç bolmadyk, artykmaç bolman, artykmaç bolmazlygy, artykmaç bolmazlyk, artykmaç
        bolmasyn, artykmaç bolmaýar, artykmaç bolup bilmez, artykmaç bolmajak, artykmaç bolmazlygy gerek,
        gymmat däl, gymmat bolmaly däl, gymmat bolmaz, gymmat bolmadyk, gymmat bolman, gymmat bolmazlygy,
        gymmat bolmazlyk, gymmat bolmasyn, gymmat bolmaýar, gymmat bolup bilmez, gymmat bolmajak, gymmat
        bolmazlygy gerek, agdyk däl, agdyk bolmaly däl, agdyk bolmaz, agdyk bolmadyk, agdyk bolman, agdyk
        bolmazlygy, agdyk bolmazlyk, agdyk bolmasyn, agdyk bolmaýar, agdyk bolup bilmez, agdyk bolmajak,
        agdyk bolmazlygy gerek
    """,
        "under": "az, azrak, pes, pesräk, kem, arzan, ýetmeýär, ýetmeýän, ýetmedi",
        "at_least": """
        başlap, başlanýar, başlaýar, az däl, az bolmaly däl, az bolmaz, az bolmadyk, az bolman, az
        bolmazlygy, az bolmazlyk, az bolmasyn, az bolmaýar, az bolup bilmez, az bolmajak, az bolmazlygy
        gerek, azrak däl, azrak bolmaly däl, azrak bolmaz, azrak bolmadyk, azrak bolman, azrak bolmazlygy,
        azrak bolmazlyk, azrak bolmasyn, azrak bolmaýar, azrak bolup bilmez, azrak bolmajak, azrak
        bolmazlygy gerek, pes däl, pes bolmaly däl, pes bolmaz, pes bolmadyk, pes bolman, pes bolmazlygy,
        pes bolmazlyk, pes bolmasyn, pes bolmaýar, pes bolup bilmez, pes bolmajak, pes bolmazlygy gerek,
        pesräk däl, pesräk bolmaly däl, pesräk bolmaz, pesräk bolmadyk, pesräk bolman, pesräk bolmazlygy,
        pesräk bolmazlyk, pesräk bolmasyn, pesräk bolmaýar, pesräk bolup bilmez, pesräk bolmajak, pesräk
        bolmazlygy gerek, kem däl, kem bolmaly däl, kem bolmaz, kem bolmadyk, kem bolman, kem bolmazlygy,
        kem bolmazlyk, kem bolmasyn, kem bolmaýar, kem bolup bilmez, kem bolmajak, kem bolmazlygy gerek,
        arzan däl, arzan bolmaly däl, arzan bolmaz, arzan bolmadyk, arzan bolman, arzan bolmazlygy, arzan
        bolmazlyk, arzan bolmasyn, arzan bolmaýar, arzan bolup bilmez, arzan bolmajak, arzan bolmazlygy
        gerek
    """,
        "about": """
        töweregi, töwereginde, golaý, golaýy, golaýlaýar, golaýlady, golaýynda, töwerek, ýakyn, ýakynlaýar,
        ýakynlady, ýakynlaşýar, ýakynlaşdy, golaýlaşýar, golaýlaşdy, çemesi, töweregini, töweregine, çenräk
    """,
    },
    extremes="azy köpi",
    genitive_endings="nyň niň yň iň uň üň",
    comparatives="""
        gowrak köp köpräk artyk ýokary artykmaç gymmat agdyk geçdi geçýär geçip geçen gowragy az azrak pes
        pesräk kem arzan
    """,
    ablative="den dan",
    dative="e a ä ga ge na ne",
    about_endings="",
    until="",
    among="aralygynda aralygyna arasynda",
    equals_behind="deň barabar deňdir",
    pronouns="bu",
    shares="göterim prosent",
    spans="günde aýda ýylda hepdede",
    equals="ýagny, ýa - da, deň, barabar, bu, ýa, ýada, ýa-da",
    worth="lyk lik luk",
    unequal="däl",
    same="barabar ekwiwalent deň",
    vague="birnäçe näçe ençeme ýüzlerçe",
    years="ýyl ýyly ýylda ýyldan ýyla nji njy",
    locative="da de",
    subject_verbs="hümmet gowşa berke dewalw pese",
    per="üçin her",
    one="bir",
    rates="kurs hümmet nyrh baha",
    reckoned="hasaplap",
    levels="dereje",
    converted="bilen boýunça",
    sums="girdeji çykdajy peýda",
    earned="aýlyk pensiýa salgyt girdeji",
    counting="sany ilat ilaty",
    counted="olar her hemmesi",
    prices="""
        dur durdy bol satyl bahala barabar ýet düş kesgitle gymmatla arzanla galdyr çalşyl ber durýar durýan
        boldy bolup bolan ýetdi ýetip ýeten düşdi düşen üýtge geçdi geçip çykdy ýokary aşak ýapyl açyl
        galdy ýakynla
        görkezýär görkezdi
    """,
    being="bol",
    copulas="dy dyr",
    buying="alyş satyn alýar alynýar alynyp",
    selling="sat",
    official="resmi",
    central="merkezi",
    market="birža",
    bank="bank",
    office="alyş-çalyş",
    street="bazar garabazar söwdegär",
    exchange_markets="walýuta banklar",
    black="gara",
    black_markets="bazar",
    paying="berýär tölä çalş çalyş",
    forecast="garaşyl çaklama çaklap çaklaýar çaklan",
    outlooks="çaklamasyny çaklamany",
    modals="biler mümkin ähtimal",
    now="häzir düýn",
    earlier="öň ozal",
    by_now="indi",
    possible="alyp bolýar, satyp bolýar, alyp bolar, satyp bolar",
    how_much="näçe",
    offering="hödürle teklip",
    arriving="ýet",
    settling="kesgitlen bellen yrgyldaý",
    participles="saklanyp gelen saklanan duran ýatan satylan alnan bolan satylýan alynýan",
    gaps="tapawut",
    some="käbirleri beýlekileri",
    causes_behind="sebäpli zerarly",
    fees="komissiýa geçirim",
    indices="indeks",
    seasons="ýazda baharda tomusda güýzde gyşda",
    days="""
        şu-gün düýn ertir irden agşam duşenbe sişenbe çarşenbe penşenbe anna şenbe ýekşenbe häzir hepde gün
    """,
    months="""
        ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr
    """,
    on="",
    american_money="amerika abş",
    money="walýuta",
    subjects="ol onuň",
    currency_itself="walýuta walýutany walýutanyň",
    determiners="bu şol",
    goods="""
        duz un tüwi sogan käşir çaý sement derman elektrik ýag
        çörek benzin litr kilogram kg süýt şeker petek aýlyk pensiýa haryt kömür ýumurtga
        aksiýa pagta bugdaý makaron towuk peýnir pomidor hyýar garpyz köýnek taksi bagaž
    """,
)
