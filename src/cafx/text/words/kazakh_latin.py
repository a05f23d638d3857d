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
        **dict.fromkeys("myń myńnan myńǵa myng myñ myñnan myñğa".split(), 3),
        **dict.fromkeys("mıllıon mıllıonnan mıllıonǵa mln million millionnan millionğa".split(), 6),
        **dict.fromkeys("mıllıard mıllıardtan mıllıardqa mlrd milliard milliardtan".split(), 9),
        **dict.fromkeys("trıllıon trln trillion".split(), 12),
    },
    singular="myń myñ mıllıon million mıllıard milliard trıllıon trillion",
    half="jarym",
    hundred="júz jüz",
    currencies={
        "KZT": forms("teńge", "- ni niń ge de den men lik si sin sine siniń")
        + " "
        + forms("teŋge", "- ni ge den")
        + " "
        + forms("teñge", "- ni ge den niñ"),
        "USD": forms("dollar", "- dy ǵa dan y"),
    },
    fillers="aqsh",
    opening="nan nen den dan tan ten myńnan",
    conjunctions="jáne men nemese",
    before={"about": "shamamen", "at_least": "keminde"},
    after={"over": "astam, asa, artyq", "up_to": "deıin", "about": "jýyq, shamasynda"},
    ablative="den dan ten tan nen nan",
    dative="ge ǵa ke qa ğa",
    about_endings="deı daı dei dai",
    until="",
    equals="ıaǵnı, nemese",
)
