import { readCayenneLpp } from './cayenne-lpp.ts'
import { isObject, readCommonNames, type Values } from './common-names.ts'

type Uplink = { decoded: unknown; bytes: unknown; port: unknown }

export type Read = { values: Values } | { problem: string } | undefined

/** The port on which Cayenne LPP sends; on any other one bytes mean what their maker says. */
const cayenneLppPort = 1

/**
 * What a LoRaWAN device says: the fields that a payload formatter of the network made of it, else, on port 1, Cayenne LPP.
 * Nothing where the device sent no payload, as it does to answer the network.
 */
export const readLorawanPayload = ({ decoded, bytes, port }: Uplink): Read => {
  if (isObject(decoded) && Object.keys(decoded).length > 0) {
    const values = readCommonNames(decoded)
    if (Object.keys(values).length > 0) return { values }
    return { problem: `none of the decoded fields ${Object.keys(decoded).slice(0, 10).join(', ')} has a name that Lading knows` }
  }
  if (typeof bytes !== 'string' || bytes === '') return undefined
  if (port !== cayenneLppPort)
    return { problem: `the bytes of port ${port} are not decoded: add a payload formatter there, or send Cayenne LPP on port 1` }
  const read = readCayenneLpp(Buffer.from(bytes, 'base64'))
  if ('values' in read && Object.keys(read.values).length === 0) return { problem: 'Cayenne LPP without any measurement that Lading keeps' }
  return read
}
