import type { Rates } from '@lading/shared/money/rates'
import type { ToldVersions } from './told-versions.ts'

const mostDays = 1_000

/** Rates of a day, kept in memory until anybody tells others. */
export const createKnownRates = ({ load, versions }: { load: (day: string) => Promise<Rates>; versions: ToldVersions }) => {
  let version: string | undefined
  let known = new Map<string, Rates>()
  return async (day: string): Promise<Rates> => {
    const { exchange_rate: current } = await versions.current()
    if (current !== version || known.size > mostDays) {
      known = new Map()
      version = current
    }
    const found = known.get(day)
    if (found) return found
    const mine = known
    // They are read after the version was, so that they are of this one or of a later one, which is noticed with the next question.
    const rates = await load(day)
    mine.set(day, rates)
    return rates
  }
}
