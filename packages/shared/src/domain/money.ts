/** An amount in the currency's minor unit (cents for EUR, yen for JPY), never a float of major units. */
export type Money = { minorUnits: number; currency: string }

const known = new Set(Intl.supportedValuesOf('currency'))

/** Whether `code` is a currency code of ISO 4217, as the runtime's CLDR tables list them. */
export const isCurrency = (code: string) => known.has(code)
