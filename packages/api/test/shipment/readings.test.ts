import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceRanges } from '../../src/shipment/device-ranges.ts'
import { mergeSlices } from '../../src/shipment/merge-slices.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour))
const now = at(20)

describe('deviceRanges', () => {
  const assignments = [
    { deviceId: 'a', from: at(2), until: at(10) },
    { deviceId: 'b', from: at(10), until: null },
  ]
  const hours = (wanted: { from?: Date; until?: Date }) =>
    deviceRanges(assignments, { from: wanted.from?.toISOString(), until: wanted.until?.toISOString() }, now).map(
      ({ deviceId, fromMs, untilMs }) => [
        deviceId,
        (fromMs - at(0).getTime()) / 3_600_000,
        Math.floor((untilMs - at(0).getTime()) / 3_600_000),
      ],
    )

  it('are the assignments, the open one until now.', () => {
    expect(hours({})).toEqual([
      ['a', 2, 10],
      ['b', 10, 20],
    ])
  })

  it('are cut to what is wanted, and left out where nothing remains.', () => {
    expect(hours({ from: at(4), until: at(6) })).toEqual([['a', 4, 6]])
    expect(hours({ from: at(10) })).toEqual([['b', 10, 20]])
    expect(hours({ until: at(2) })).toEqual([])
  })

  it('include a reading of this very moment.', () => {
    expect(deviceRanges(assignments, {}, now).at(-1)?.untilMs).toBeGreaterThan(now.getTime())
  })
})

describe('mergeSlices', () => {
  const slice = fc.record({
    atMs: fc.integer({ min: 0, max: 1e6 }),
    a: fc.integer({ min: -50, max: 50 }),
    b: fc.integer({ min: -50, max: 50 }),
  })
  const slices = fc
    .array(slice, { minLength: 1, maxLength: 60 })
    .map((all) => all.map(({ atMs, a, b }) => ({ atMs, min: Math.min(a, b), mean: (a + b) / 2, max: Math.max(a, b) })))

  it('keeps the extremes and the order, and gives no more than asked for.', () => {
    fc.assert(
      fc.property(slices, fc.integer({ min: 1, max: 40 }), (all, count) => {
        const merged = mergeSlices(all, count)
        expect(merged.length).toBeLessThanOrEqual(count)
        expect(Math.min(...merged.map(({ min }) => min))).toBe(Math.min(...all.map(({ min }) => min)))
        expect(Math.max(...merged.map(({ max }) => max))).toBe(Math.max(...all.map(({ max }) => max)))
        expect(merged.map(({ atMs }) => atMs)).toEqual(merged.map(({ atMs }) => atMs).toSorted((a, b) => a - b))
        for (const { min, mean, max } of merged) expect(mean >= min && mean <= max).toBe(true)
      }),
    )
  })

  it('leaves alone what is few enough.', () => {
    const few = [{ atMs: 1, min: 1, mean: 2, max: 3 }]
    expect(mergeSlices(few, 2)).toEqual(few)
  })

  it('says of what it joins whether an hour is among it.', () => {
    const slice = (atMs: number) => ({ atMs, min: 1, mean: 2, max: 3 })
    const [first, second] = mergeSlices([slice(1), { ...slice(2), hourly: true }, slice(3), slice(4)], 2)
    expect([first?.hourly, second?.hourly]).toEqual([true, undefined])
  })
})
