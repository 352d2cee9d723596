import type { Area } from '@lading/shared/domain/area'
import { pointAt } from '@lading/shared/geo/great-circle'
import type { TrackedVisit } from '@lading/store/postgres/tracking/tracked-shipment'
import type { WatchedGeofence } from '@lading/store/postgres/watched/load'
import type { Fix } from '@lading/workers/models/fix'
import { followStays } from '@lading/workers/models/geofences/follow-stays'
import { staysIn } from '@lading/workers/models/geofences/stays-in'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { at, threeLegs } from '../../a-journey.ts'

const centre = { lat: 51.95, lon: 4.14 }
const yard: Area = { shape: 'circle', centre: [centre.lon, centre.lat], radiusM: 5000 }
/** A fix so many kilometres from the middle. */
const fix = (hours: number, km: number, more: Partial<Fix> = {}): Fix => ({
  ...pointAt(centre, 90, km),
  atMs: at(hours).getTime(),
  ...more,
})
const hoursOf = (time: Date | null) => (time === null ? null : (time.getTime() - at(0).getTime()) / 3_600_000)
const told = (fixes: Fix[], known: TrackedVisit[] = []) =>
  staysIn(yard, fixes, known).map(({ enteredAfter, enteredAt, leftAfter, leftAt }) =>
    [enteredAfter, enteredAt, leftAfter, leftAt].map(hoursOf),
  )
const visit = (id: number, enteredAt: number, leftAt: number | null): TrackedVisit => ({
  ...{ id, geofenceId: 'yard', enteredAfter: at(enteredAt - 1), enteredAt: at(enteredAt) },
  ...(leftAt === null ? { leftAfter: null, leftAt: null } : { leftAfter: at(leftAt - 1), leftAt: at(leftAt) }),
})

describe('A stay within an area', () => {
  it('begins and ends between two fixes, and says between which.', () => {
    expect(told([fix(1, 20), fix(2, 1), fix(3, 2), fix(4, 20)])).toEqual([[1, 2, 3, 4]])
    expect(told([fix(2, 1), fix(3, 2)])).toEqual([[null, 2, null, null]])
  })

  it('is not begun or ended by fixes about the edge, however they scatter: 500 of them within 50 m of it are one stay or none.', () => {
    const scatter = fc.array(fc.double({ min: 4.951, max: 5.049, noNaN: true }), { minLength: 1, maxLength: 500 })
    fc.assert(
      fc.property(scatter, (distances) => {
        const about = distances.map((km, index) => fix(2 + index / 100, km))
        expect(told([fix(1, 1), ...about])).toEqual([[null, 1, null, null]])
        expect(told([fix(1, 9), ...about])).toEqual([])
      }),
    )
  })

  it('is judged by how exact a fix says it is.', () => {
    expect(told([fix(1, 20), fix(2, 4.5, { accuracyM: 400 })])).toHaveLength(1)
    expect(told([fix(1, 20), fix(2, 4.5, { accuracyM: 600 })])).toHaveLength(0)
    // In the middle of a small yard by a poor fix.
    const small: Area = { ...yard, radiusM: 60 }
    expect(staysIn(small, [fix(1, 1), fix(2, 0, { accuracyM: 200 })], [])).toHaveLength(1)
  })

  it('that was known before goes on where the fixes at hand begin after it did, and what lies before them stays as it was.', () => {
    expect(told([fix(10, 1), fix(11, 1)], [visit(1, 2, 4), visit(2, 8, null)])).toEqual([
      [1, 2, 3, 4],
      [7, 8, null, null],
    ])
    expect(told([fix(10, 1), fix(11, 20)], [visit(2, 8, null)])).toEqual([[7, 8, 10, 11]])
    // Nothing new: nothing changes.
    expect(told([], [visit(1, 2, 4)])).toEqual([[1, 2, 3, 4]])
  })

  it('is the same in whatever order and pieces its fixes come, as long as each time those of the last hours are looked at again.', () => {
    const journey = [fix(0, 30), fix(1, 12), fix(2, 3), fix(3, 1), fix(4, 9), fix(5, 14), fix(6, 2), fix(7, 25)]
    const all = staysIn(yard, journey, [])
    const order = fc.shuffledSubarray(journey, { minLength: journey.length })
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 4 }), (arriving, atOnce) => {
        const here: Fix[] = []
        let known: ReturnType<typeof staysIn> = []
        for (let index = 0; index < arriving.length; index += atOnce) {
          here.push(...arriving.slice(index, index + atOnce))
          known = staysIn(
            yard,
            here.toSorted((a, b) => a.atMs - b.atMs),
            known,
          )
        }
        expect(known).toEqual(all)
      }),
    )
  })
})

describe('What is news of stays', () => {
  const legs = threeLegs()
  const fence = (more: Partial<WatchedGeofence> = {}): WatchedGeofence => ({
    ...{ id: 'yard', name: 'The yard', area: yard, modes: [], carriers: [] },
    alerts: { entered: false, left: false, dwellHours: null, severity: 'warning' },
    ...more,
  })
  const follow = (known: TrackedVisit[], fixes: Fix[], fences = [fence()]) => followStays(known, fixes, legs[0], fences)

  it('Fixes that were followed before bring nothing new.', () => {
    const known = [{ ...visit(7, 2, null), enteredAfter: at(1) }]
    expect(follow(known, [fix(1, 20), fix(2, 1), fix(3, 1)]).changes).toEqual({ added: [], changed: [], removed: [] })
  })

  it('A late fix puts right when it came in, under the same stay; one that shows it was out for a while parts it in two.', () => {
    const known = [visit(7, 3, null)]
    const { changes } = follow(known, [fix(1, 20), fix(2, 1), fix(3, 1)])
    expect(changes).toMatchObject({ added: [], changed: [{ id: 7, enteredAfter: at(1), enteredAt: at(2) }], removed: [] })
    const parted = follow(known, [fix(2, 20), fix(3, 1), fix(4, 20), fix(5, 1)]).changes
    expect(parted).toMatchObject({ added: [{ enteredAt: at(5), leftAt: null }], changed: [{ id: 7, leftAt: at(4) }], removed: [] })
  })

  it('A stay that the fixes tell otherwise never was.', () => {
    expect(follow([visit(7, 3, null)], [fix(2, 20), fix(3, 20)]).changes).toMatchObject({ removed: [7] })
  })

  test.each([
    ['of its mode', { modes: ['sea' as const] }, 1],
    ['of another mode', { modes: ['road' as const] }, 0],
    ['of its carrier', { carriers: ['Example Lines'] }, 1],
    ['of another carrier', { carriers: ['Others'] }, 0],
  ])('A fence for shipments %s notices or not.', (_, more, count) => {
    expect(follow([], [fix(1, 20), fix(2, 1)], [fence(more)]).changes.added).toHaveLength(count)
  })

  it('Whoever is within a fence that is not meant for the next leg is followed until they leave.', () => {
    const { changes, stays } = follow([visit(7, 1, null)], [fix(2, 1), fix(3, 20)], [fence({ modes: ['road'] })])
    expect(changes.changed).toMatchObject([{ id: 7, leftAt: at(3) }])
    expect(stays).toMatchObject([{ isMeant: false, current: undefined, last: { leftAt: at(3) } }])
  })
})
