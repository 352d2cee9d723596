import { inLadingsUnit, unitNamed, units } from '@lading/ingest/codecs/units'
import { type MeasurementName, measurementNames } from '@lading/shared/domain/reading'
import { expect, test } from 'vitest'

test.each([
  ['speedKmh', 10, 'kn', 18.52],
  ['speedKmh', 10, 'm/s', 36],
  ['speedKmh', 10, 'mph', 16.09344],
  ['temperatureC', -40, '°F', -40],
  ['temperatureC', 273.15, 'K', 0],
  ['batteryPct', 0.83, '0-1', 83],
  ['pressureHpa', 101_325, 'Pa', 1013.25],
  ['altitudeM', 100, 'ft', 30.48],
  ['lat', 523_789_000, '1e-7 deg', 52.3789],
  ['shockG', 9.80665, 'm/s2', 1],
] as [MeasurementName, number, string, number][])('%s: %d %s', (name, value, unit, expected) => {
  expect(inLadingsUnit(name, value, unit)).toBe(expected)
})

test("Of every measurement Lading's own unit comes first and changes nothing.", () => {
  for (const name of measurementNames) expect(inLadingsUnit(name, 12.5, Object.keys(units[name])[0] ?? ''), name).toBe(12.5)
})

test.each([
  ['temperatureC', 'deg C', '°C'],
  ['temperatureC', '°f', '°F'],
  ['speedKmh', 'Knots', 'kn'],
  ['humidityPct', '%RH', '%'],
  ['temperatureC', 'furlongs', undefined],
  ['speedKmh', '°C', undefined],
] as [MeasurementName, string, string | undefined][])('%s in "%s" is in %s', (name, text, unit) => {
  expect(unitNamed(name, text)).toBe(unit)
})
