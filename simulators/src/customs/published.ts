/**
 * What is published of imports into the countries that lanes lead to: hours for border and for documentary compliance (World Bank,
 * Doing Business, 2018) and the score for the efficiency of clearance, 1 to 5 (World Bank, Logistics Performance Index, 2023; CC BY 4.0).
 */
export type Published = { borderHours: number; documentHours: number; customsScore: number }

const row = (borderHours: number, documentHours: number, customsScore: number): Published => ({ borderHours, documentHours, customsScore })

const hoursPublished = { year: 2018, source: 'World Bank, Doing Business: trading across borders' }
const scoresPublished = { year: 2023, source: 'World Bank, Logistics Performance Index' }

export const published: Record<string, Published> = {
  AU: row(39, 4, 3.7),
  BE: row(0, 1, 3.9),
  BG: row(1, 1, 3.1),
  BR: row(30, 24, 2.9),
  CH: row(1, 2, 4.1),
  DE: row(0, 1, 3.9),
  FR: row(0, 1, 3.7),
  GB: row(3, 2, 3.5),
  HK: row(19, 1, 3.8),
  IT: row(0, 1, 3.4),
  KZ: row(2, 6, 2.6),
  NL: row(0, 1, 3.9),
  NO: row(2, 2, 3.8),
  PL: row(0, 1, 3.4),
  SE: row(0, 1, 4),
  US: row(1.5, 7.5, 3.7),
}

/** The same as files for `POST /v1/customs/figures`, each with where it comes from. */
export const publishedTables = () => [
  {
    source: hoursPublished.source,
    csv: table('border_hours,document_hours', hoursPublished.year, ({ borderHours, documentHours }) => `${borderHours},${documentHours}`),
  },
  { source: scoresPublished.source, csv: table('customs_score', scoresPublished.year, ({ customsScore }) => String(customsScore)) },
]

const table = (columns: string, year: number, cells: (figures: Published) => string) =>
  [`country,year,${columns}`, ...Object.entries(published).map(([country, figures]) => `${country},${year},${cells(figures)}`)].join('\n')
