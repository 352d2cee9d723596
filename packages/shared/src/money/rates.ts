/** What one unit of the base was worth, a decimal in text; from when (a date, ISO 8601), and by whom. */
export type DatedRate = { rate: string; date: string; source: string }

/** What other currencies were worth against one: one unit of `base` is `rates[currency].rate` of the other. */
export type Rates = { base: string; rates: Readonly<Record<string, DatedRate>> }

/** Whether a text is a rate: a plain decimal above nought. */
export const isRate = (text: string) => /^\d{1,12}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text)

/** Which of some currencies there is no rate for. */
export const withoutRate = (currencies: Iterable<string>, { base, rates }: Rates): string[] =>
  [...new Set(currencies)].filter((currency) => currency !== base && !Object.hasOwn(rates, currency))
