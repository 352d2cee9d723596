/**
 * Currencies whose minor unit is not a hundredth, by ISO 4217 (list one). `Intl` does not answer this: CLDR says how many digits people
 * write, which is none for the forint, the rupiah or the Colombian peso, though a bank counts their hundredths; and runtimes differ.
 */
const unlikeTwo: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const digitsByCurrency = new Map(
  Object.entries(unlikeTwo).flatMap(([digits, currencies]) => currencies.split(' ').map((currency) => [currency, Number(digits)] as const)),
)

/** How many digits of a major unit its minor unit is: 2 for EUR, 0 for JPY, 3 for KWD. */
export const digitsOf = (currency: string): number => digitsByCurrency.get(currency) ?? 2
