import { keyedHash, seal, unseal } from '../sealed.ts'
import { normalised } from '../shipment-contact/factor-hash.ts'

/** What is sealed of a subscription: where to write to, and what goes into the links of what is written. */
export type Sealed = {
  address: string
  secret: string
  pageToken?: string /** Of a browser: with which a note is sealed for it. */
  keys?: PushKeys
}

/** As browsers give them, URL-safe base64. */
export type PushKeys = { p256dh: string; auth: string }

/** More people than this do not wait for one shipment. */
export const addressesMax = 20

const purpose = 'news'

export const sealAddress = (dataKey: string, subscriptionId: string, what: Sealed) =>
  seal(dataKey, { purpose, owner: subscriptionId }, JSON.stringify(what))

export const unsealAddress = (dataKey: string, subscriptionId: string, sealed: string) =>
  JSON.parse(unseal(dataKey, { purpose, owner: subscriptionId }, sealed)) as Sealed

/** By which an address is known again among those of one shipment. */
export const addressHash = (dataKey: string, shipmentId: string, address: string) =>
  keyedHash(dataKey, { purpose, owner: shipmentId }, normalised.email(address))

/** By which it is known again wherever it is asked; kept for a day only. */
export const requestHash = (dataKey: string, address: string) =>
  keyedHash(dataKey, { purpose: 'news request', owner: '' }, normalised.email(address))
