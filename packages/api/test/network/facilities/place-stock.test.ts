import { centreOfGravity } from '@lading/models/network/facilities/centre-of-gravity'
import { type Region, waysBetween } from '@lading/models/network/facilities/problem'
import { seeded } from '@lading/models/random/seeded'
import type { Location } from '@lading/shared/contract/location'
import type { FacilitiesQuery } from '@lading/shared/contract/network'
import { describe, expect, it } from 'vitest'
import { placeStock } from '../../../src/network/facilities/place-stock.ts'
import { solveLp } from '../../../src/network/facilities/solve.ts'
import { solveAside } from '../../../src/network/facilities/solve-aside.ts'

const solve = (problems: string[]) => Promise.all(problems.map(solveLp))

const example = (seed: number) => {
  const random = seeded(seed)
  const place = () => ({ lat: 45 + 10 * random(), lon: 20 * random(), country: random() < 0.7 ? 'DE' : 'GB' })
  const regions: Region[] = Array.from({ length: 6 }, (_, number) => ({
    ...place(),
    name: `R${number}`,
    quantity: 1 + Math.floor(99 * random()),
  }))
  const places = new Map(
    Array.from({ length: 5 }, (_, number): [string, Location] => {
      const code = `WH-${number}`
      return [code, { ...place(), code, name: `Warehouse ${number}`, kind: 'warehouse', zone: 'UTC', geofenceRadiusKm: 2 }]
    }),
  )
  const asked: FacilitiesQuery = {
    sites: [...places.keys()].map((code, at) => ({
      code,
      fixed: Math.floor(60_000 * random()),
      handling: Math.floor(100 * random()),
      isOpen: at === 0,
    })),
    ...{ perThousandKm: 900, crossing: 300, currency: 'EUR' },
  }
  return { asked, regions, places }
}

/** What a year costs with every choice of sites, each region from the cheapest of them. */
const cheapestByTrying = ({ asked, regions, places }: ReturnType<typeof example>, most: number) => {
  const sites = asked.sites.map(({ code, fixed, handling }) => ({ ...(places.get(code) as Location), fixed, handling, capacity: null }))
  const ways = waysBetween(regions, sites, asked)
  const choices = Array.from({ length: 2 ** sites.length - 1 }, (_, bits) => sites.flatMap((_, at) => (((bits + 1) >> at) & 1 ? [at] : [])))
  const costs = choices
    .filter(({ length }) => length <= most)
    .map((chosen) =>
      regions.reduce(
        (sum, { quantity }, region) => sum + quantity * Math.min(...chosen.map((at) => ways[region]?.[at]?.cost ?? Number.NaN)),
        chosen.reduce((sum, at) => sum + (sites[at]?.fixed ?? 0), 0),
      ),
    )
  return Math.min(...costs)
}

describe('Where stock should be', () => {
  it.each([1, 2, 3, 4, 5, 6])('is where trying every choice of sites finds it (%i).', async (seed) => {
    const given = example(seed)
    for (const most of [1, 2, 5]) {
      const { status, best } = await placeStock({ ...given, asked: { ...given.asked, most }, solve })
      expect(status).toBe('optimal')
      // Four parts are rounded to the minor unit each.
      expect(Math.abs((best?.total.minorUnits ?? 0) - cheapestByTrying(given, most))).toBeLessThanOrEqual(2)
      expect(best?.sites.length).toBeLessThanOrEqual(most)
    }
  })

  it('never costs more than today, and says what is saved and how many are there in time.', async () => {
    const given = example(7)
    const { best, today, savings, supplies } = await placeStock({ ...given, solve })
    expect(today?.sites.map(({ code }) => code)).toEqual(['WH-0'])
    expect(savings?.minorUnits).toBe((today?.total.minorUnits ?? 0) - (best?.total.minorUnits ?? 0))
    expect(savings?.minorUnits).toBeGreaterThanOrEqual(-2)
    const inTime = supplies.filter(({ hours }) => hours <= 48).reduce((sum, { quantity }) => sum + quantity, 0)
    expect(best?.within).toBeCloseTo(inTime / supplies.reduce((sum, { quantity }) => sum + quantity, 0), 2)
  })

  it('keeps to what a site can take, over several of them where it must; too little for all is said.', async () => {
    const given = example(8)
    const all = given.regions.reduce((sum, { quantity }) => sum + quantity, 0)
    const withCapacity = (capacity: number) => ({ ...given.asked, sites: given.asked.sites.map((site) => ({ ...site, capacity })) })
    const tight = await placeStock({ ...given, asked: withCapacity(all / 3), solve })
    expect(tight.status).toBe('optimal')
    expect(tight.best?.sites.length).toBeGreaterThanOrEqual(3)
    for (const { quantity } of tight.best?.sites ?? []) expect(quantity).toBeLessThanOrEqual(Math.ceil(all / 3))
    expect(await placeStock({ ...given, asked: withCapacity(all / 6), solve })).toMatchObject({
      status: 'infeasible',
      best: null,
      savings: null,
    })
  })

  it('is looked for in a thread of its own, one question after the other, as long as somebody waits for it.', async () => {
    const given = example(9)
    const leaving = new AbortController()
    const ask = (wanted = new AbortController().signal) => placeStock({ ...given, solve: (problems) => solveAside(problems, wanted) })
    const stopped = expect(ask(leaving.signal)).rejects.toThrow('gone')
    const asked = [ask(), ask()]
    const notBegun = expect(ask(leaving.signal)).rejects.toThrow('gone')
    // A thread has begun, and takes longer than this to answer.
    await Promise.resolve()
    await Promise.resolve()
    leaving.abort(new Error('gone'))
    await stopped
    const [one, other] = await Promise.all(asked)
    await notBegun
    expect(one).toEqual(other)
    expect(one).toEqual(await placeStock({ ...given, solve }))
  })

  it('has a middle on the globe, also across the antimeridian; places that balance each other out have none.', () => {
    const across = centreOfGravity([
      { lat: 0, lon: 170, weight: 1 },
      { lat: 0, lon: -170, weight: 1 },
    ])
    expect([across?.lat, Math.abs(across?.lon ?? 0)]).toEqual([expect.closeTo(0, 9), expect.closeTo(180, 9)])
    expect(centreOfGravity([{ lat: 52, lon: 9, weight: 3 }])).toEqual({ lat: expect.closeTo(52, 9), lon: expect.closeTo(9, 9) })
    expect(
      centreOfGravity([
        { lat: 90, lon: 0, weight: 1 },
        { lat: -90, lon: 0, weight: 1 },
      ]),
    ).toBeUndefined()
  })
})
