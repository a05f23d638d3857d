"""The currency codes of ISO 4217, as tables: in use, their minor digits, and the withdrawn.

Source: ISO 4217 list one (current) and list three (historic), as CLDR 47 carries them; a test
holds this table against Babel's copy. ``currency`` reads it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["ACTIVE", "CASH_DIGITS", "CASH_STEPS", "INTRODUCED", "MINOR_DIGITS", "WITHDRAWN"]

# In use in 2026, with the units of account and the metals; without the codes for tests and for none.
ACTIVE: Final = frozenset(
    (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN "
        "BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR "
        "FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
        "KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU "
        "MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON "
        "RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP "
        "TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XCD XCG XDR "
        "XOF XPD XPF XPT YER ZAR ZMW ZWG"
    ).split()
)

# ISO minor digits where they are not two. The five of Central Asia all have two.
MINOR_DIGITS: Final = MappingProxyType(
    {
        **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
        **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
        **dict.fromkeys("CLF UYW".split(), 4),
    }
)

# Decimals that cash can pay, where they are fewer than the minor unit's (CLDR 48). For UZS: the coins
# up to 25 soʻm left circulation on 2020-03-01.
CASH_DIGITS: Final = MappingProxyType(
    dict.fromkeys("AMD COP CRC CZK GYD HUF IDR MNT MUR NOK PKR SEK TWD TZS UZS".split(), 0)
)
# The smallest coin in minor units, where it is more than one of the last decimal (CLDR 48).
CASH_STEPS: Final = MappingProxyType({"CAD": 5, "CHF": 5, "DKK": 50})

# Withdrawn code: (successor, day the successor came, old units for one new). Only codes that old
# data about this region still carries; anything else unknown is simply unknown.
WITHDRAWN: Final = MappingProxyType(
    {
        "RUR": ("RUB", "1998-01-01", "1000"),  # redenomination of the rouble
        "TJR": ("TJS", "2000-10-26", "1000"),  # Tajik rouble to somoni
        "TMM": ("TMT", "2009-01-01", "5000"),  # old manat; feeds carried it until 2014
        "SUR": ("RUB", "1993-12-26", "1"),  # the Soviet rouble; each republic left it on a day of its own
        "AZM": ("AZN", "2006-01-01", "5000"),
        "BYB": ("BYN", "2016-07-01", "10000000"),
        "BYR": ("BYN", "2016-07-01", "10000"),  # NBKR's weekly table of 2026 still prints it beside BYN
        "TRL": ("TRY", "2005-01-01", "1000000"),
        "AFA": ("AFN", "2002-10-07", "1000"),
        "BGN": ("EUR", "2026-01-01", "1.95583"),
        "HRK": ("EUR", "2023-01-01", "7.53450"),
        "LTL": ("EUR", "2015-01-01", "3.45280"),
        "LVL": ("EUR", "2014-01-01", "0.702804"),
        "EEK": ("EUR", "2011-01-01", "15.6466"),
        "SKK": ("EUR", "2009-01-01", "30.1260"),
        "CYP": ("EUR", "2008-01-01", "0.585274"),
        "MTL": ("EUR", "2008-01-01", "0.429300"),
        "SIT": ("EUR", "2007-01-01", "239.640"),
        "ROL": ("RON", "2005-07-01", "10000"),
        # Notes of the first twelve were money until 28 February 2002 at the latest; tables had them so long.
        "ATS": ("EUR", "2002-03-01", "13.7603"),
        "BEF": ("EUR", "2002-03-01", "40.3399"),
        "DEM": ("EUR", "2002-03-01", "1.95583"),
        "ESP": ("EUR", "2002-03-01", "166.386"),
        "FIM": ("EUR", "2002-03-01", "5.94573"),
        "FRF": ("EUR", "2002-03-01", "6.55957"),
        "GRD": ("EUR", "2002-03-01", "340.750"),
        "IEP": ("EUR", "2002-03-01", "0.787564"),
        "ITL": ("EUR", "2002-03-01", "1936.27"),
        "LUF": ("EUR", "2002-03-01", "40.3399"),
        "NLG": ("EUR", "2002-03-01", "2.20371"),
        "PTE": ("EUR", "2002-03-01", "200.482"),
    }
)

# The day on which each currency of the region came, and what was paid before (CLDR; the ratio is that
# of the exchange). A price of an earlier day means the old money of the same country, at another scale.
INTRODUCED: Final = MappingProxyType(
    {
        "KGS": ("1993-05-10", "the rouble, 200 for one KGS"),
        "KZT": ("1993-11-15", "the rouble, 500 for one KZT"),
        "UZS": ("1994-07-01", "the sum-coupon, 1000 for one UZS"),
        "TJS": ("2000-10-26", "TJR, 1000 for one TJS"),
        "TMT": ("2009-01-01", "TMM, 5000 for one TMT"),
        "TMM": ("1993-11-01", "the rouble, 500 for one TMM"),
        "RUB": ("1998-01-01", "RUR, 1000 for one RUB"),
    }
)
