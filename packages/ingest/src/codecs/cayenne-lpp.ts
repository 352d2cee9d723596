import type { Values } from './common-names.ts'
import { rounded } from './units.ts'

type Type = { bytes: number; read?: (data: Buffer) => Values }

const signed = (data: Buffer, at = 0) => data.readInt16BE(at)
const fraction = (value: number, steps: number) => rounded(value / steps)

/**
 * Every type of Cayenne LPP and of its common extension: how long its data are, and what they mean where Lading has a
 * measurement for it. Numbers are big-endian. See https://docs.mydevices.com/docs/lorawan/cayenne-lpp
 */
const types: Record<number, Type> = {
  0: { bytes: 1 }, // digital input
  1: { bytes: 1 }, // digital output
  2: { bytes: 2 }, // analog input
  3: { bytes: 2 }, // analog output
  100: { bytes: 4 }, // generic
  101: { bytes: 2, read: (data) => ({ lightLux: data.readUInt16BE() }) },
  102: { bytes: 1 }, // presence
  103: { bytes: 2, read: (data) => ({ temperatureC: fraction(signed(data), 10) }) },
  104: { bytes: 1, read: (data) => ({ humidityPct: fraction(data.readUInt8(), 2) }) },
  113: { bytes: 6, read: (data) => ({ shockG: rounded(Math.hypot(signed(data), signed(data, 2), signed(data, 4)) / 1000) }) },
  115: { bytes: 2, read: (data) => ({ pressureHpa: fraction(data.readUInt16BE(), 10) }) },
  116: { bytes: 2 }, // voltage
  117: { bytes: 2 }, // current
  118: { bytes: 4 }, // frequency
  120: { bytes: 1 }, // percentage, of whatever
  121: { bytes: 2 }, // altitude, without the place it belongs to
  125: { bytes: 2 }, // concentration
  128: { bytes: 2 }, // power
  130: { bytes: 4 }, // distance
  131: { bytes: 4 }, // energy
  132: { bytes: 2, read: (data) => ({ headingDeg: data.readUInt16BE() }) },
  133: { bytes: 4 }, // time
  134: { bytes: 6 }, // gyrometer
  135: { bytes: 3 }, // colour
  136: {
    bytes: 9,
    read: (data) => ({
      lat: fraction(data.readIntBE(0, 3), 10_000),
      lon: fraction(data.readIntBE(3, 3), 10_000),
      altitudeM: fraction(data.readIntBE(6, 3), 100),
    }),
  },
  142: { bytes: 1 }, // switch
}

/** What a Cayenne LPP payload measures, or why it cannot be read. Of several channels of a type the first one counts. */
export const readCayenneLpp = (payload: Buffer): { values: Values } | { problem: string } => {
  let values: Values = {}
  let at = 0
  while (at < payload.length) {
    const [channel, code = Number.NaN] = payload.subarray(at, at + 2)
    const type = types[code]
    if (Number.isNaN(code)) return { problem: `Cayenne LPP ends after channel ${channel}` }
    if (!type) return { problem: `type ${code} of channel ${channel} is none of Cayenne LPP` }
    const data = payload.subarray(at + 2, at + 2 + type.bytes)
    if (data.length < type.bytes) return { problem: `Cayenne LPP ends within channel ${channel}, type ${code}` }
    if (type.read) values = { ...type.read(data), ...values }
    at += 2 + type.bytes
  }
  return { values }
}
