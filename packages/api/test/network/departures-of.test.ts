import { describe, expect, it } from 'vitest'
import { departuresOf } from '../../src/network/departures-of.ts'

const always = { validFrom: null, validUntil: null }
const from = (text: string) => Date.parse(text)

describe('When a service leaves', () => {
  it('Weekdays and times are those of its origin, in summer as in winter.', () => {
    const wednesdays = { ...always, departures: { kind: 'weekly' as const, weekdays: [3], time: '18:00' } }
    const told = departuresOf(wednesdays, 'Europe/Berlin', from('2026-03-20T00:00:00Z'))
    expect(told?.kind === 'at' && told.instants.slice(0, 2).map((at) => new Date(at).toISOString())).toEqual([
      '2026-03-25T17:00:00.000Z',
      '2026-04-01T16:00:00.000Z',
    ])
    const shanghai = departuresOf(
      { ...wednesdays, departures: { ...wednesdays.departures, time: '03:00' } },
      'Asia/Shanghai',
      from('2026-03-20T00:00:00Z'),
    )
    expect(shanghai?.kind === 'at' && new Date(shanghai.instants[0] as number).toISOString()).toBe('2026-03-24T19:00:00.000Z')
  })

  it('Dates count from the instant asked for and within the validity; when none is left, it is no way any more.', () => {
    const dates = ['2026-05-03T00:00:00Z', '2026-05-01T00:00:00Z', '2026-05-09T00:00:00Z']
    const service = { validFrom: null, validUntil: '2026-05-08T00:00:00Z', departures: { kind: 'dates' as const, dates } }
    expect(departuresOf(service, 'UTC', from('2026-05-02T00:00:00Z'))).toEqual({ kind: 'at', instants: [from('2026-05-03T00:00:00Z')] })
    expect(departuresOf(service, 'UTC', from('2026-05-04T00:00:00Z'))).toBeUndefined()
  })

  it('So often a week is a headway, and nothing told is whenever the goods are there.', () => {
    expect(departuresOf({ ...always, departures: { kind: 'per-week', perWeek: 2 } }, 'UTC', 0)).toEqual({
      kind: 'so-often',
      headwayHours: 84,
    })
    expect(departuresOf({ ...always, departures: null }, 'UTC', 0)).toEqual({ kind: 'any-time' })
    expect(
      departuresOf({ ...always, validUntil: '2026-01-01T00:00:00Z', departures: null }, 'UTC', from('2026-02-01T00:00:00Z')),
    ).toBeUndefined()
  })
})
