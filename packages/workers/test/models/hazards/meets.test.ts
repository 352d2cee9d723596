import type { Area } from '@lading/shared/domain/area'
import { pointAlong } from '@lading/shared/geo/along-route'
import { edgeDistanceM } from '@lading/shared/geo/area/edge-distance'
import { lengthKm } from '@lading/shared/geo/great-circle'
import type { LonLat } from '@lading/shared/geo/point'
import type { WatchedHazard } from '@lading/store/postgres/watched/load'
import { hazardAhead } from '@lading/workers/models/alerts/hazard-ahead'
import type { Finding } from '@lading/workers/models/alerts/rule'
import { hourMs } from '@lading/workers/models/fix'
import { meets, passage } from '@lading/workers/models/hazards/meets'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { at, positionAt, threeLegs } from '../../a-journey.ts'
import { opened, seen } from '../alerts/seen.ts'

const legs = threeLegs().map((leg, index) => (index === 0 ? { ...leg, actualDeparture: at(2) } : leg))
/** A circle about where the plan has the goods at that hour. */
const about = (hours: number, radiusM = 15_000): Area => {
  const { lat, lon } = positionAt(legs, hours)
  return { shape: 'circle', centre: [lon, lat], radiusM }
}
const hazard = (more: Partial<WatchedHazard> = {}): WatchedHazard => ({
  ...{ id: 'h', kind: 'storm', severity: 'critical', title: 'Storm', area: about(9), validFrom: at(0), validUntil: at(20) },
  ...{ source: null, reference: null, note: null, version: 1, createdAt: at(0), createdBy: null, updatedAt: at(0), updatedBy: null },
  ...{ removedAt: null, feed: null, feedKey: null, feedPart: null },
  ...more,
})
const way = (hours = 6) => ({ legs, position: positionAt(legs, hours), eta: { p10: at(26), p50: at(28), p90: at(34) }, now: at(hours) })
const certainty = (told: Partial<WatchedHazard>, before?: 'likely' | 'possible') => meets(hazard(told), way(), before)?.certainty

describe('A hazard on the way', () => {
  it('is met at the time and the distance that the plan has for it.', () => {
    const met = meets(hazard(), way(), undefined)
    expect(met).toMatchObject({ certainty: 'likely', leg: { sequence: 1 } })
    const kmAhead = lengthKm(legs[0]?.route as LonLat[]) * 0.3 - 15
    expect(Math.abs((met?.kmAhead ?? 0) - kmAhead)).toBeLessThan(5)
    expect(Math.abs((met?.expectedAt?.getTime() ?? 0) - at(8.4).getTime())).toBeLessThan(0.4 * hourMs)
  })

  test.each([
    ['over before the goods are there', { validUntil: at(7) }, undefined],
    ['begun after they are through', { validFrom: at(14), validUntil: at(30) }, undefined],
    ['announced for when they are there', { validFrom: at(8), validUntil: at(12) }, 'likely'],
    ['without an end', { validUntil: null }, 'likely'],
    ['over already', { validUntil: at(5) }, undefined],
    ['behind them', { area: about(3, 5_000) }, undefined],
    ['elsewhere', { area: { shape: 'circle', centre: [-120, 10], radiusM: 100_000 } as Area }, undefined],
    ['where they are', { area: about(6) }, 'within'],
    ['where they are, but only announced', { area: about(6), validFrom: at(30), validUntil: at(40) }, undefined],
    // The last leg is expected there at 27, and may be hours later.
    ['begun shortly after they are expected', { area: about(27, 5_000), validFrom: at(29), validUntil: at(40) }, 'possible'],
  ])('that is %s: %o is %s', (_, told, expected) => expect(certainty(told)).toBe(expected))

  it('without an end is only possible where it is far ahead in time.', () => {
    const late = legs.map((leg, index) => (index === 2 ? { ...leg, plannedDeparture: at(120), plannedArrival: at(124) } : leg))
    expect(meets(hazard({ area: about(27, 5_000), validUntil: null }), { ...way(), legs: late }, undefined)?.certainty).toBe('possible')
  })

  it('that was ahead stays so while estimates move about its end.', () => {
    const justOver = { validUntil: at(8) }
    expect([certainty(justOver), certainty(justOver, 'likely')]).toEqual([undefined, 'likely'])
    expect(certainty({ validUntil: at(6.1), area: about(27, 5_000) }, 'likely')).toBeUndefined()
  })
})

it('Where a route goes into an area is found to ten kilometres however it bends, and nowhere where it never comes.', () => {
  const route = fc.array(
    fc
      .tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.double({ min: 45, max: 55, noNaN: true }))
      .map(([lon, lat]): LonLat => [lon, lat]),
    { minLength: 2, maxLength: 8 },
  )
  const area: Area = { shape: 'circle', centre: [0, 50], radiusM: 80_000 }
  fc.assert(
    fc.property(route, (line) => {
      const found = passage(line, 0, area)
      const totalKm = lengthKm(line)
      const samples = Array.from({ length: 400 }, (_, step) => (step / 400) * totalKm)
      const first = samples.find((km) => edgeDistanceM(area, pointAlong(line, km)) < -2_000)
      if (first !== undefined) expect(found?.fromKm ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(first + 10)
      if (found) expect(edgeDistanceM(area, pointAlong(line, found.fromKm))).toBeLessThanOrEqual(1e-3)
    }),
  )
})

describe('The alert of a hazard ahead', () => {
  const look = (hazards: WatchedHazard[], open?: Parameters<typeof hazardAhead>[1]) =>
    hazardAhead(seen({ legs, leg: legs[0], fixes: [{ ...positionAt(legs, 6), atMs: at(6).getTime() }], eta: way().eta, hazards }), open)

  it('tells of the worst, and of how many others; what is only possible is one step less severe.', () => {
    const finding = look([hazard({ id: 'a', severity: 'warning' }), hazard({ id: 'b', title: 'Fog' })]) as Finding
    expect(finding).toMatchObject({ severity: 'critical', facts: { hazardId: 'b', title: 'Fog', others: 1, certainty: 'likely' } })
    const possible = look([hazard({ area: about(27, 5_000), validFrom: at(29), validUntil: at(40) })]) as Finding
    expect(possible).toMatchObject({ severity: 'warning', facts: { certainty: 'possible', from: 'Distribution centre, Daventry' } })
  })

  it('is news when it becomes another one or more certain, and over when nothing is ahead any more.', () => {
    const first = opened('hazard-ahead', look([hazard()]))
    expect(look([hazard()], first)).toMatchObject({ isNews: false })
    expect(look([hazard({ area: about(6) })], first)).toMatchObject({ isNews: true, facts: { certainty: 'within' } })
    expect(look([hazard({ validUntil: at(5) })], first)).toBe('over')
    expect(look([], first)).toBe('over')
  })
})
