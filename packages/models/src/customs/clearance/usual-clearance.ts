import type { ClearanceCase } from './clearance-case.ts'
import { middleCountry } from './prior.ts'
import { figuresInForce, type PublishedFigures } from './published-figures.ts'

/** So many of the last clearances of a country say what is usual there; fewer than some say nothing. */
const last = 50
const fewest = 5
const hourMs = 3_600_000

export type Usual = ReturnType<typeof createUsualClearance>

/**
 * What a careful person without a model would say, and what a model has to beat: the middle of what the last clearances of the country
 * took, or the hours that are published for it.
 */
export const createUsualClearance = (figures: (country: string) => PublishedFigures[]) => {
  const byCountry = new Map<string, number[]>()
  return {
    /** To be told of clearances in the order in which they became known. */
    learn: ({ country, submittedAtMs }: Pick<ClearanceCase, 'country' | 'submittedAtMs'>, clearedAtMs: number) => {
      const hours = byCountry.get(country) ?? []
      byCountry.set(country, hours)
      hours.push(Math.max(0, clearedAtMs - submittedAtMs) / hourMs)
      if (hours.length > last) hours.shift()
    },
    /** From submission to release. */
    hours: (country: string, atMs: number): number => {
      const known = byCountry.get(country) ?? []
      if (known.length < fewest) return figuresInForce(figures(country), country, atMs).borderHours?.value ?? middleCountry.borderHours
      const sorted = known.toSorted((one, other) => one - other)
      const middle = sorted.length >> 1
      return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
    },
  }
}
