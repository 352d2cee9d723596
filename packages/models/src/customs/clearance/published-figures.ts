/**
 * What is published about imports into a country: hours for border and for documentary compliance (World Bank, Doing Business, Trading
 * across Borders) and the score for the efficiency of clearance, 1 to 5 (World Bank, Logistics Performance Index).
 */
export type PublishedFigures = { country: string; year: number; borderHours?: number; documentHours?: number; customsScore?: number }

type Row = Record<string, string | undefined>

const numberIn = (text: string | undefined) => (text === undefined || text.trim() === '' ? Number.NaN : Number(text))

/**
 * Rows with `iso3` and columns such as `import_border_compliance_hours_2018`, `import_documentary_compliance_hours_2018`. `countryOf` turns
 * their three letters into the code in use, or into nothing for a country that is not followed.
 */
export const readComplianceHours = (rows: Row[], countryOf: (iso3: string) => string | undefined = (iso3) => iso3): PublishedFigures[] =>
  rows.flatMap((row) => {
    const country = countryOf(row.iso3 ?? '')
    if (!country) return []
    const years = new Set(
      Object.keys(row).flatMap((name) => /^import_(?:border|documentary)_compliance_hours_(\d{4})$/.exec(name)?.[1] ?? []),
    )
    return [...years].flatMap((year) => {
      const borderHours = numberIn(row[`import_border_compliance_hours_${year}`])
      const documentHours = numberIn(row[`import_documentary_compliance_hours_${year}`])
      const figures = { ...(borderHours >= 0 && { borderHours }), ...(documentHours >= 0 && { documentHours }) }
      return Object.keys(figures).length > 0 ? [{ country, year: Number(year), ...figures }] : []
    })
  })

const customsScoreSeries = 'LP.LPI.CUST.XQ'

/** Rows `iso3, series_code, year, value` of the Logistics Performance Index; other series are passed over. */
export const readLogisticsPerformance = (
  rows: Row[],
  countryOf: (iso3: string) => string | undefined = (iso3) => iso3,
): PublishedFigures[] =>
  rows.flatMap((row) => {
    const country = countryOf(row.iso3 ?? '')
    const customsScore = numberIn(row.value)
    const isScore = row.series_code === customsScoreSeries && customsScore >= 1 && customsScore <= 5
    return country && isScore ? [{ country, year: Number(row.year), customsScore }] : []
  })

export type FiguresInForce = Partial<Record<'borderHours' | 'documentHours' | 'customsScore', { value: number; year: number }>>

/** The latest of each figure that was published by then. What appeared later was not known, and is not used. */
export const figuresInForce = (figures: PublishedFigures[], country: string, atMs: number): FiguresInForce => {
  const now = new Date(atMs).getUTCFullYear()
  const known = figures.filter((its) => its.country === country && its.year <= now).sort((one, other) => one.year - other.year)
  const found: FiguresInForce = {}
  for (const { year, borderHours, documentHours, customsScore } of known) {
    if (borderHours !== undefined) found.borderHours = { value: borderHours, year }
    if (documentHours !== undefined) found.documentHours = { value: documentHours, year }
    if (customsScore !== undefined) found.customsScore = { value: customsScore, year }
  }
  return found
}
