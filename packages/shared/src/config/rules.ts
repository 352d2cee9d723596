/** What has been read so far: some processes read one of two variables only. */
type Values = Record<string, unknown>

type Rule = (values: Values) => string | undefined

const numberIn = (values: Values, name: string) => (typeof values[name] === 'number' ? values[name] : undefined)

/** What variables may not be together, or one alone within its limits. Each says what is wrong, or nothing. */
export const rules: Rule[] = [
  (values) =>
    // Late readings need a day to be counted before their hour is thinned.
    numberIn(values, 'READING_DAYS') === 1 ? 'READING_DAYS: 2 days at least are expected, or 0 for ever' : undefined,
  (values) => {
    const [reading, hourly] = [numberIn(values, 'READING_DAYS'), numberIn(values, 'HOURLY_DAYS')]
    return reading && hourly && hourly < reading
      ? `HOURLY_DAYS: ${hourly} days are less than the ${reading} of READING_DAYS, so that readings would go before they are thinned`
      : undefined
  },
]
