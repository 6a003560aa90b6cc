/** The currencies of ISO 4217 that are counted in other than two decimals, by how many. */
const others: Record<number, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const usual =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP " +
  "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS " +
  "KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD " +
  "PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP " +
  "TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW";

const digits = new Map<string, number>([
  ...usual.split(" ").map((code) => [code, 2] as const),
  ...Object.entries(others).flatMap(([count, codes]) => codes.split(" ").map((code) => [code, Number(count)] as const)),
]);

/** The currencies that amounts can be in, by their ISO 4217 codes, in alphabetical order. */
export const currencies: readonly string[] = [...digits.keys()].sort();

/**
 * How many decimals a currency has: an amount is kept in its smallest unit. By ISO 4217, as accountants count, not by what
 * a language usually writes, which would leave out Colombian or Hungarian hundredths and change with its version.
 */
export const digitsOf = (currency: string): number => digits.get(currency) ?? 2;
