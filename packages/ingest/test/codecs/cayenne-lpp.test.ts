import { readCayenneLpp } from '@lading/ingest/codecs/cayenne-lpp'
import { expect, test } from 'vitest'

const read = (hex: string) => readCayenneLpp(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

test.each([
  // The first and the third are examples of the format's own description.
  ['two temperatures, of which the first counts', '03 67 01 10 05 67 00 ff', { temperatureC: 27.2 }],
  ['a frosty one and an acceleration', '01 67 ff d7 06 71 0b b8 f0 60 00 00', { temperatureC: -4.1, shockG: 5 }],
  ['a place, west of Greenwich', '01 88 06 76 5f f2 96 0a 00 03 e8', { lat: 42.3519, lon: -87.9094, altitudeM: 10 }],
  ['a place below the sea in the south', '01 88 fa 24 60 01 00 00 ff ff 9c', { lat: -38.3904, lon: 6.5536, altitudeM: -1 }],
  ['humidity in halves of a per cent', '02 68 5d', { humidityPct: 46.5 }],
  ['light beyond what a signed number holds', '04 65 ff ff', { lightLux: 65_535 }],
  ['pressure', '05 73 27 a4', { pressureHpa: 1014.8 }],
  ['a measurement behind others that are passed over', '01 00 01 02 02 0a 00 03 74 01 4a 04 67 00 00', { temperatureC: 0 }],
  ['nothing', '', {}],
])('%s', (_, hex, values) => {
  expect(read(hex)).toEqual({ values })
})

test.each([
  ['type 200 of channel 9 is none of Cayenne LPP', '01 67 00 10 09 c8 00'],
  ['ends within channel 1, type 103', '01 67 00'],
  ['ends after channel 7', '01 67 00 10 07'],
])('What cannot be read is named: %s.', (problem, hex) => {
  expect(read(hex)).toEqual({ problem: expect.stringContaining(problem) })
})
