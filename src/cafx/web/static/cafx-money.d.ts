/** Prices as each country of Central Asia writes them, in the browser as on the server. */

/** A currency whose amounts can be written. */
export type Currency = "CNY" | "EUR" | "KGS" | "KZT" | "RUB" | "TJS" | "TMT" | "USD" | "UZS";

/** A locale by which amounts can be written, in its shortest form: `kk` is Kazakhstan's Kazakh. */
export type Locale = "en" | "kk" | "ky" | "ru" | "ru-KG" | "ru-KZ" | "tg" | "tk" | "uz" | "uz-Cyrl";

/** How an amount is written; the names and their meaning are those of cafx.format_money in Python. */
export interface MoneyOptions {
  /** A tag that `localeOf` knows, such as `kk-KZ`. */
  lang: string;
  /** Write what the amount is worth in this currency, by the rates of the page. */
  to?: Currency;
  /** `display`, the words and signs that readers know and cannot mistake, unless said otherwise. */
  style?: "symbol" | "narrow" | "code" | "display";
  /** Of a worth it follows from the number of digits unless it is given. */
  notation?: "standard" | "compact";
  /** Decimals: the currency's, none, none where all are zero, or so many (0 to 60). A worth has its own. */
  digits?: "currency" | "whole" | "auto" | number;
  /** At most so many significant digits (1 to 60), in place of `digits`. */
  significant?: number;
  /** The digits of a worth: those that the rate supports, or all decimals or none, as shops print prices. */
  precision?: "supported" | "minor";
}

/** The rates of a page: what a JSON island and a rates.json hold. Other names in them are passed over. */
export interface Rates {
  cafx: 1;
  version?: string;
  /** When each source last answered. Where none has for a week there are no rates. */
  checked?: Record<string, string>;
  /** By pair, such as `USD/KZT`; the other direction is the exact inverse. */
  pairs: Record<
    string,
    {
      /** Price, low and high: exact ratios, such as `2601/5`. */
      r: readonly [string, string, string];
      /** The day that the rate is for; left out where it is in force without one, such as a peg. */
      d?: string;
      /** How many days ago it was last in force; left out where it still is. */
      a?: number;
      /** What stands behind it, such as `official`. */
      k?: string;
      /** Its source. */
      s?: string;
    }
  >;
}

/**
 * Write an amount, or with `to` what it is worth: an empty text where no rate leads there.
 *
 * @param amount text in plain notation, a bigint or a whole number: other numbers have lost digits.
 * @throws RangeError an amount, a currency, a locale or an option that there is not.
 */
export function formatMoney(amount: string | bigint | number, currency: Currency, options: MoneyOptions): string;

/** Return the locale that a tag is written by; nothing for a language or a region that is written otherwise. */
export function localeOf(tag: string): Locale | "";

/** Return the currency that the visitor chose; nothing as long as prices are shown as the seller has them. */
export function getCurrency(): Currency | "";

/**
 * Show all prices of the page in a currency, or as the seller has them for `""`. It is kept in localStorage.
 *
 * @throws RangeError a currency that there is not.
 */
export function setCurrency(code: Currency | "" | null): void;

/**
 * Take rates, in place of those of the page's JSON island; none for null. Prices are shown by them at once.
 *
 * @throws RangeError no document of this format; the rates stay as they were.
 */
export function setRates(rates: Rates | null): void;

/** Fetch rates and take them. Where that fails the promise is rejected, and the rates stay as they were. */
export function loadRates(url: string | URL, init?: RequestInit): Promise<void>;

/** The attributes of `<cafx-money>`; without a script of the page it shows what the server printed in it. */
export interface MoneyAttributes {
  /** In plain notation, such as `13500.50`. */
  amount: string;
  currency: Currency;
  /** The currency that the server's text says the worth in, beside the price. */
  to?: Currency;
  /** That of the nearest element that has one, where it is left out. */
  lang?: string;
  /** Options with their names, such as `style:code digits:whole`. */
  format?: string;
}

/** `<cafx-money>` in the page. */
export interface MoneyElement extends HTMLElement {
  /** Draw it anew, where a `lang` further up in the page has changed, which it does not notice. */
  redraw(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "cafx-money": MoneyElement;
    "cafx-ticker": HTMLElement;
  }
}
