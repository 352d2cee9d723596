import { readCommonNames } from '@lading/ingest/codecs/common-names'
import { expect, test } from 'vitest'

test.each([
  [
    'plain',
    { temperature: 21.5, humidity: 40, battery: 87, pressure: 1013 },
    { temperatureC: 21.5, humidityPct: 40, batteryPct: 87, pressureHpa: 1013 },
  ],
  [
    'in any case and with any punctuation',
    { 'Air-Temperature': 1, battery_level: 2, lightLux: 3 },
    { temperatureC: 1, batteryPct: 2, lightLux: 3 },
  ],
  ['with their unit in the name', { speed_kn: 10, temp_f: 32 }, { speedKmh: 18.52, temperatureC: 0 }],
  [
    'as The Things Stack writes Cayenne LPP',
    { temperature_1: 27.2, temperature_2: 9, relative_humidity_3: 50, gps_4: { latitude: 1, longitude: 2, altitude: 3 }, luminosity_5: 6 },
    { temperatureC: 27.2, humidityPct: 50, lat: 1, lon: 2, altitudeM: 3, lightLux: 6 },
  ],
  [
    'as ChirpStack writes Cayenne LPP',
    {
      temperatureSensor: { '3': -4.5 },
      gpsLocation: { '1': { latitude: 1, longitude: 2, altitude: 3 } },
      accelerometer: { '2': { x: 0, y: 3, z: 4 } },
    },
    { temperatureC: -4.5, lat: 1, lon: 2, altitudeM: 3, shockG: 5 },
  ],
  ['zero', { temperature: 0, latitude: 0, longitude: 0 }, { temperatureC: 0, lat: 0, lon: 0 }],
  ['of the wrong type, for the contract to refuse', { temperature: 'warm' }, { temperatureC: 'warm' }],
])('Measurements are found by their names, %s.', (_, fields, values) => {
  expect(readCommonNames(fields)).toEqual(values)
})

test.each([
  ['a speed without a unit', { speed: 12 }],
  ['a voltage', { batV: 3.6, battery_voltage: 3.6 }],
  ['a measurement that the device has not got', { temperature: null }],
  ['a name of JavaScript', JSON.parse('{"__proto__":{"temperature":1},"constructor":2,"toString":3}')],
  ['something else', { button: true, mode: 'eco', readings: [1, 2] }],
])('%s is no measurement.', (_, fields) => {
  expect(readCommonNames(fields)).toEqual({})
})
