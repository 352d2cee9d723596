import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWindow, windowsOf, writeWindow } from '../../src/training/windows.ts'

const t0 = Date.UTC(2026, 0, 1)

describe('The windows of a test on the past', () => {
  it('follow each other through the later half of what happened, and each of it lies in one.', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 40, maxLength: 300 })
    fc.assert(
      fc.property(hours, (all) => {
        const startedAt = all.map((hour) => new Date(t0 + hour * 3_600_000))
        const windows = windowsOf(startedAt)
        expect(windows.length).toBeGreaterThanOrEqual(1)
        expect(windows.length).toBeLessThanOrEqual(4)
        for (const [at, { from, until }] of windows.entries()) {
          expect(from < until).toBe(true)
          if (at > 0) expect(from).toEqual(windows[at - 1]?.until)
        }
        const inside = startedAt.filter((one) => windows.some(({ from, until }) => one >= from && one < until))
        const later = startedAt.filter((one) => one >= (windows[0]?.from as Date))
        expect(inside).toHaveLength(later.length)
        expect(inside.length).toBeGreaterThanOrEqual(startedAt.length / 2)
        expect(windowsOf(startedAt.toReversed())).toEqual(windows)
      }),
    )
  })

  it('are none where little has happened, and are found again from their names.', () => {
    expect(windowsOf(Array.from({ length: 39 }, (_, at) => new Date(t0 + at)))).toEqual([])
    const window = { from: new Date(t0), until: new Date(t0 + 5) }
    expect(readWindow(writeWindow(window))).toEqual(window)
    expect(() => readWindow('yesterday')).toThrow('not a window')
  })
})
