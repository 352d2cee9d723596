import { expect, test } from 'vitest'
import { formatFigure, formatMeasurement } from '../../src/format/measurement.ts'

test.each([
  ['temperatureC', 4.23, '4.2°C'],
  ['humidityPct', 61.4, '61%'],
  ['shockG', 2, '2.0 g'],
  ['lightLux', 1234.5, '1,235 lx'],
  ['pressureHpa', 1013, '1,013 hPa'],
  ['speedKmh', 22.4, '22 km/h'],
] as const)('A %s of %d is written %s.', (measurement, value, text) => expect(formatMeasurement(measurement, value)).toBe(text))

test('An axis has no units.', () => expect(formatFigure('temperatureC', -4)).toBe('-4.0'))
