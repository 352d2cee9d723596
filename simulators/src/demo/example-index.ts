import type { CountryIndexQuery } from '@lading/shared/contract/risk'

/** Figures that nobody published, from 100 (stable) to 0: so that one sees what an index does, and nothing is said of any country. */
const figures = { BE: 71, CN: 34, DE: 76, GB: 66, HK: 45, NL: 78, PL: 63, US: 41 }

/** An index of the countries on the lanes of the demonstration, of the end of the year before. */
export const exampleIndex = (nowMs: number): { edition: CountryIndexQuery; csv: string } => ({
  edition: {
    ...{ name: 'Example index of stability (made up)', source: 'Made up for the demonstration; no publisher says so' },
    ...{ of: `${new Date(nowMs).getUTCFullYear() - 1}-12-31`, best: 100, worst: 0 },
  },
  csv: ['country,value', ...Object.entries(figures).map((row) => row.join(','))].join('\n'),
})
