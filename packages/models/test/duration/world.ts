import { type FinishedJourney, hourMs } from '../../src/duration/journey.ts'
import { seeded } from '../../src/random/seeded.ts'

const firstMs = Date.UTC(2025, 0, 6)

/** A small world: six lanes, two carriers of which one dawdles, plans that are right up to a factor, and now and then a long delay. */
export const world = (many: number, seed: number, { calendar = true, slower = 1 } = {}): FinishedJourney[] => {
  const random = seeded(seed)
  return Array.from({ length: many }, (_, at) => {
    const lane = Math.floor(random() * 6)
    const carrier = random() < 0.5 ? 'swift' : 'slow'
    const usual = (20 + 30 * lane) * (carrier === 'slow' ? 1.4 : 1)
    const luck = 0.8 + 0.4 * random() + (random() < 0.1 ? random() : 0)
    return {
      ...(calendar ? { startedAtMs: firstMs + at * 3 * hourMs + Math.floor(random() * hourMs) } : {}),
      mode: 'air',
      carrier,
      origin: `O${lane % 3}`,
      destination: `D${lane}`,
      plannedHours: Math.round(usual * (0.9 + 0.2 * random())),
      facts: { hops: 1 + (lane % 2), colour: ['red', 'green'][at % 2] as string },
      actualHours: slower * usual * luck,
    }
  })
}
