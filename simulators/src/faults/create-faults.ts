import type { SimulatedReading } from '../device/reading-at.ts'
import type { Random } from '../random/random.ts'
import { falsify } from './falsify.ts'
import type { FaultRates } from './rates.ts'

/** What lies between one device and the broker. */
export type Faults = {
  /** A batch that the device sends, as the batches that arrive now: none, itself, itself twice, or an older one after it. */
  pass: (batch: SimulatedReading[]) => SimulatedReading[][]
  /** What is still on its way. */
  flush: () => SimulatedReading[][]
}

export const createFaults = (random: Random, rates: FaultRates): Faults => {
  let late: SimulatedReading[][] = []
  const overtake = () => {
    const arriving = late
    late = []
    return arriving
  }
  return {
    pass: (batch) => {
      const entries = shuffle(
        random,
        rates.entryOutOfOrder,
        batch.filter(() => !random.chance(rates.entryMissing)).map((entry) => falsify(random, rates, entry)),
      )
      if (entries.length === 0 || random.chance(rates.batchMissing)) return []
      if (random.chance(rates.batchOutOfOrder)) {
        late.push(entries)
        return []
      }
      return [entries, ...overtake(), ...(random.chance(rates.batchDuplicated) ? [entries] : [])]
    },
    flush: overtake,
  }
}

// An entry out of order changes places with the one before it.
const shuffle = (random: Random, probability: number, batch: SimulatedReading[]) => {
  const entries = [...batch]
  for (let index = 1; index < entries.length; index++) {
    if (!random.chance(probability)) continue
    const [before, entry] = [entries[index - 1] as SimulatedReading, entries[index] as SimulatedReading]
    entries[index - 1] = entry
    entries[index] = before
  }
  return entries
}
