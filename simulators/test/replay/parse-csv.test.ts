import { LadingReading } from '@lading/shared/contract/telemetry'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/replay/parse-csv.ts'

describe('a track as a table', () => {
  it('without times is spaced by the way and the speed', () => {
    // A minute of latitude is a nautical mile: at 12 knots that takes five minutes.
    const { fixes } = parseCsv('lon,lat,speed_knots,course\n-65.5,18.0,12,0\n-65.5,18.0166667,12,359.9\n-65.5,18.0333333,12,360\n')
    const minutes = fixes.map(({ atMs }) => atMs / 60_000)
    expect(minutes[1]).toBeCloseTo(5, 1)
    expect(minutes[2]).toBeCloseTo(10, 1)
  })

  it('gives every fix a time of its own, also of a ship that lies still', () => {
    const { fixes } = parseCsv('lon,lat,speed_knots,course\n-65,18,0,10\n-65,18,0,10\n-65,18.00001,0,10\n')
    const times = fixes.map(({ atMs }) => atMs)
    expect(new Set(times).size).toBe(3)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('becomes readings of the contract, knots turned into km/h and an unknown course left out', () => {
    const { fixes } = parseCsv('lon,lat,speed_knots,course\n-65.5,18,10,87.2\n-65.4,18,10,360')
    const [first, second] = fixes.map((fix) => JSON.parse(fix.payloadAt(Date.parse('2026-01-01T00:00:00Z') + fix.atMs)))
    expect(Compile(LadingReading).Check(first)).toBe(true)
    expect(first).toEqual({ recordedAt: '2026-01-01T00:00:00.000Z', lon: -65.5, lat: 18, speedKmh: 18.52, headingDeg: 87.2 })
    expect(second).not.toHaveProperty('headingDeg')
  })

  it('uses times where there are some, and leaves out rows without a position', () => {
    const { fixes } = parseCsv(
      'time,Latitude,Longitude\r\n2026-01-01T00:05:00Z,51,4\r\n2026-01-01T00:00:00Z,50,4\r\n2026-01-01T00:09:00Z,,4\r\n',
    )
    expect(fixes.map(({ lat }) => lat)).toEqual([50, 51])
  })

  it('without the columns it needs is refused with a reason', () => {
    expect(() => parseCsv('a,b\n1,2')).toThrow(/no column lat and lon/)
  })
})
