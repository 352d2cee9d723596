import type { MeasurementName } from '@lading/shared/domain/reading'

type Conversion = (value: number) => number

const same: Conversion = (value) => value
const metres = { m: same, ft: (value) => value * 0.3048 } satisfies Record<string, Conversion>
const degrees = { deg: same, '1e-7 deg': (value) => value / 1e7 } satisfies Record<string, Conversion>
const share = { '%': same, '0-1': (value) => value * 100 } satisfies Record<string, Conversion>

/** The units that devices use for each measurement, and the way from there to Lading's own, which comes first. */
export const units: Record<MeasurementName, Record<string, Conversion>> = {
  lat: degrees,
  lon: degrees,
  accuracyM: metres,
  altitudeM: metres,
  speedKmh: { 'km/h': same, 'm/s': (value) => value * 3.6, kn: (value) => value * 1.852, mph: (value) => value * 1.609344 },
  headingDeg: { deg: same },
  temperatureC: { '°C': same, '°F': (value) => ((value - 32) * 5) / 9, K: (value) => value - 273.15 },
  humidityPct: share,
  shockG: { g: same, 'm/s2': (value) => value / 9.80665 },
  lightLux: { lx: same },
  pressureHpa: { hPa: same, mbar: same, kPa: (value) => value * 10, Pa: (value) => value / 100, bar: (value) => value * 1000 },
  batteryPct: share,
}

/** Leaves what is no number as it is, for `validate` to complain about. */
export const inLadingsUnit = (measurement: MeasurementName, value: unknown, unit: string): unknown => {
  const convert = units[measurement][unit]
  return convert && typeof value === 'number' ? rounded(convert(value)) : value
}

/** Takes away what binary arithmetic adds, as in 3.6 × 0.1: no sensor measures to the tenth decimal. */
export const rounded = (value: number) => Math.round(value * 1e9) / 1e9

/** Other ways of writing the same unit, without spaces, full stops and case. */
const spellings: Record<string, string> = {
  '°': 'deg',
  degree: 'deg',
  degrees: 'deg',
  c: '°C',
  degc: '°C',
  celsius: '°C',
  f: '°F',
  degf: '°F',
  fahrenheit: '°F',
  kelvin: 'K',
  percent: '%',
  '%rh': '%',
  kmh: 'km/h',
  kph: 'km/h',
  mps: 'm/s',
  kt: 'kn',
  kts: 'kn',
  knot: 'kn',
  knots: 'kn',
  lux: 'lx',
  millibar: 'mbar',
  meter: 'm',
  meters: 'm',
  metres: 'm',
  feet: 'ft',
}

/** The unit that a device means by what it writes, where this measurement has it. */
export const unitNamed = (measurement: MeasurementName, text: string): string | undefined => {
  const written = text.replace(/[\s.]/g, '').toLowerCase()
  const wanted = (spellings[written] ?? written).toLowerCase()
  return Object.keys(units[measurement]).find((unit) => unit.toLowerCase() === wanted)
}
