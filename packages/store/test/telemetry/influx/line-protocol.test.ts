import { toLine, toLines } from '@lading/store/telemetry/influx/line-protocol'
import { expect, test } from 'vitest'

const bare = { deviceId: 'd', recordedAtMs: 1_700_000_000_123, receivedAtMs: 1_700_000_001_000 }

test.each([
  [{ ...bare }, 'reading,device=d receivedAtMs=1700000001000 1700000000123'],
  [
    { ...bare, lat: -1, lon: 2.5, temperatureC: 0, batteryPct: undefined },
    'reading,device=d receivedAtMs=1700000001000,lat=-1,lon=2.5,temperatureC=0 1700000000123',
  ],
  [{ ...bare, deviceId: 'a b,c=d"e' }, 'reading,device=a\\ b\\,c\\=d"e receivedAtMs=1700000001000 1700000000123'],
])('%j', (reading, line) => {
  expect(toLine(reading)).toBe(line)
})

test('Only what Lading measures is written, whatever else a reading carries, and no number as an integer.', () => {
  const line = toLine({ ...bare, colour: 'red', lat: 1 } as never)
  expect(line).not.toContain('colour')
  expect(line).not.toMatch(/=\d+i/)
})

test('Lines are separated by line breaks.', () => {
  expect(toLines([bare, bare]).trimEnd().split('\n')).toEqual([toLine(bare), toLine(bare)])
})
