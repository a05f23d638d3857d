"""Kazakh in the Latin alphabets of 2018 and 2021."""

from __future__ import annotations

from typing import Final

from cafx.text.words.table import Language, each, forms

__all__ = ["KAZAKH_LATIN"]

KAZAKH_LATIN: Final = Language(
    code="kk-Latn",
    decimal_comma=True,
    letters="ńǵúıáó",
    common="""
        ol oǵan onyń olar aldy berdi tóledi baǵasy baǵa qarjy bıyl byltyr keıin bolǵan jalaqy aqsha memleket
        jáne men úshin bul dep boıynsha boldy týraly jyly bolyp
    """,
    numbers={
        **each("nól nóldi nólge nólden nólde nöl nöldi nölge nölden nölde", 0),
        **each("bir", 1),
        **each("eki ekini ekige ekiden ekide", 2),
        **each("úsh úshti úshke úshten úshte üş üşti üşke üşten üşte", 3),
        **each("tórt tórtti tórtke tórtten tórtte tört törtti törtke törtten törtte", 4),
        **each("bes besti beske besten beste", 5),
        **each("alty altyny altyǵa altydan altyda", 6),
        **each("jeti jetini jetige jetiden jetide", 7),
        **each("segiz segizdi segizge segizden segizde", 8),
        **each(
            """
        toǵyz toǵyzdy toǵyzǵa toǵyzdan toǵyzda toğyz toğyzdy toğyzǵa toğyzdan toğyzda
    """,
            9,
        ),
        **each("on ondy onǵa onnan", 10),
        **each(
            """
        jıyrma jıyrmany jıyrmaǵa jıyrmadan jıyrmada jiyrma jiyrmany jiyrmaǵa jiyrmadan jiyrmada
    """,
            20,
        ),
        **each("otyz otyzdy otyzǵa otyzdan otyzda", 30),
        **each("qyryq qyryqty qyryqqa qyryqtan qyryqta", 40),
        **each("elý elýdi elýge elýden elýde elu eluty eluqa elutan eluta", 50),
        **each("alpys alpysty alpysqa alpystan alpysta", 60),
        **each("jetpis jetpisti jetpiske jetpisten jetpiste", 70),
        **each("seksen seksendi seksenge seksennen seksende", 80),
        **each("toqsan toqsandy toqsanǵa toqsannan toqsanda", 90),
        **each("júz júzdi júzge júzden júzde jüz jüzdi jüzge jüzden jüzde", 100),
    },
    scales={
        **dict.fromkeys("myń myńnan myńǵa myńdaı myńǵa myng myñ myñnan myñğa myñga".split(), 3),
        **dict.fromkeys(
            "mıllıon mıllıonnan mıllıonǵa mıllıondaı mln million millionnan millionğa".split(), 6
        ),
        **dict.fromkeys("mıllıard mıllıardtan mıllıardqa mıllıardtaı mlrd milliard milliardtan".split(), 9),
        **dict.fromkeys("trıllıon trln trillion".split(), 12),
    },
    singular="myń myñ mıllıon million mıllıard milliard trıllıon trillion",
    half="jarym",
    hundred="júz jüz",
    currencies={
        "KZT": forms("teńge", "- ni niń ge de den men lik likten si sin sine siniń deı")
        + " "
        + forms("teŋge", "- ni ge den lik si")
        + " "
        + forms("teñge", "- ni ge den niñ lik si sin men dey dei"),
        "USD": forms("dollar", "- dy ǵa ğa dan y yn ynyń daı lyq"),
        "EUR": forms("eýro", "- ny ǵa dan") + " euro",
        "RUB": "rýbl rýbli rubl",
        # som alone is left to English and Uzbek, where it is far more common
        "SOM": forms("som", "dy ǵa nan nyń dyq"),
    },
    fillers="aqsh",
    opening="nan nen den dan tan ten myńnan",
    conjunctions="jáne men nemese",
    earlier="buryn",
    by_now="qazir endi",
    closing="deıin deıingi deyin deyingi dein deiin",
    changes="ós kóter tómende art qymbatta arzanda tús azaı kóbeı ös köteril tömende qısqar",
    slightly="sál, säl, biraz, shamaly",
    much="áldeqaıda, edáýir, aıtarlyqtaı",
    merely="nebári tek nebäri",
    before={
        "about": "shamamen, şamamen, boljammen, jýyqtap",
        "at_least": "keminde, kem degende, eń azy, eń kemi, eñ kemi, eń az",
        "up_to": "kóp degende, eń kóbi, eń kóp, köp degende, eñ köp",
        "almost": "derlik",
    },
    after={
        "over": """
        astam, asa, artyq, kóp, köp, joǵary, joğary, asady, asatyn, asty, asqan, asyp, asyp tústi, asyp
        ketti, kóbirek, köbirek
    """,
        "up_to": """
        deıin, deıingi, deyin, deyingi, dein, deiin, aspaıdy, aspaıtyn, aspaýy, aspaýy kerek, aspaýy tıis,
        aspaıdy, aspaydy, aspaidy, aspauy, aspauy kerek, aspauy tiıs, aspauy tiis, astam emes, artyq emes,
        kóp emes, köp emes, artyq bolmaýy kerek, artyq bolmaýy tıis, artyq bolmauy kerek, asqan joq
    """,
        "under": "kem, az, tómen, tömen, jetpeıdi, jetpeıtin, jetpeıdi",
        "at_least": """
        kem emes, az emes, tómen emes, tömen emes, kem bolmaýy kerek, kem bolmaýy tıis, kem bolmauy kerek,
        kem bolmauy tiis, kem bolmaıdy, tómen bolmaýy kerek, tómen bolmaýy tıis, tómen bolmaıdy, bastap,
        bastalady
    """,
        "about": """
        jýyq, juyq, juıq, jwıq, jwyq, shamasynda, şamasynda, jaqyn, mańynda, mańaıynda, tóńireginde, qaraly,
        shaqty, jaqyndady, jaqyndap, jýyqtaıdy, jýyqtady
    """,
    },
    comparatives="astam asa artyq kóp köp joǵary joğary asady asatyn asty asqan asyp kem az tómen tömen",
    among="aralyǵynda arasynda aralyğynda",
    ablative="den dan ten tan nen nan",
    dative="ge ǵa ke qa ğa",
    about_endings="deı daı dei dai",
    until="",
    equals_behind="teń teñ barabar",
    pronouns="bul",
    equals="ıaǵnı, nemese, iağni, bul, bul shamamen, teń",
    vague="birneshe birneşe júzdegen ondaǵan myńdaǵan kóp",
    rates="baǵam bağam kýrs kurs",
    converted="boıynsha boyınşa",
)
