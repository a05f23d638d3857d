"""The CLDR engine: ``Decimal`` and ``Currency`` in, text out; it knows no ``Money``."""
