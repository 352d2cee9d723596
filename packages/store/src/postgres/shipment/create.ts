import type { NewShipment } from '@lading/shared/contract/shipment'
import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { inArray } from 'drizzle-orm'
import { takeOver } from '../device/take-over.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { device } from '../schema/device.ts'
import { leg } from '../schema/leg.ts'
import { location } from '../schema/location.ts'
import { shipment, shipmentItem, shipmentParty } from '../schema/shipment.ts'
import { keepContact } from '../shipment-contact/keep.ts'
import { newTrackingNumber } from './number.ts'
import { itemRows, partyRows } from './rows.ts'
import { unknownMerchant } from './unknown-merchant.ts'
import { unknownProducts } from './unknown-products.ts'

/** Saves a shipment with its legs, parties, items and contact, and sends its device along; all of it or nothing. Answers its id. */
export const createShipment = (db: Db, wanted: NewShipment, now: Date, dataKey?: string): Promise<string> =>
  db.transaction(async (tx) => {
    await checkReferences(tx, wanted)
    const [first, last] = [wanted.legs[0], wanted.legs.at(-1)]
    if (!first || !last) throw new DomainError('not-valid', 'A shipment has at least one leg.', [{ path: '/legs', message: 'is empty' }])
    const [created] = await tx
      .insert(shipment)
      .values({
        trackingNumber: wanted.trackingNumber ?? newTrackingNumber(),
        reference: wanted.reference,
        merchantCode: wanted.merchant,
        incoterm: wanted.incoterm,
        incotermPlace: wanted.incotermPlace,
        originCode: first.origin,
        destinationCode: last.destination,
        promisedAt: wanted.promisedAt ? new Date(wanted.promisedAt) : undefined,
        ...wanted.limits,
        containers: wanted.containers ?? [],
        mode: first.mode,
        carrier: first.carrier,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: shipment.trackingNumber })
      .returning({ id: shipment.id })
    if (!created) throw numberTaken(wanted.trackingNumber)
    const { id } = created
    await tx.insert(leg).values(wanted.legs.map((each, index) => legRow(id, index + 1, each)))
    if (wanted.parties.length > 0) await tx.insert(shipmentParty).values(partyRows(id, wanted.parties))
    if (wanted.items.length > 0) await tx.insert(shipmentItem).values(itemRows(id, wanted.items))
    if (wanted.contact) await keepContact(tx, id, wanted.contact, dataKey)
    if (wanted.deviceId)
      await takeOver(tx, { deviceId: wanted.deviceId, shipmentId: id, from: new Date(first.plannedDeparture), until: null })
    return id
  })

// A number that Lading gives has 50 random bits: a second one alike is a surprise, and the caller may simply try again.
const numberTaken = (trackingNumber = '') =>
  new DomainError('tracking-number-taken', `There is a shipment ${trackingNumber} already.`, [
    { path: '/trackingNumber', message: 'is taken' },
  ])

const legRow = (shipmentId: string, sequence: number, wanted: NewShipment['legs'][number]) => ({
  shipmentId,
  sequence,
  mode: wanted.mode,
  carrier: wanted.carrier,
  vessel: wanted.vessel,
  originCode: wanted.origin,
  destinationCode: wanted.destination,
  plannedDeparture: new Date(wanted.plannedDeparture),
  plannedArrival: new Date(wanted.plannedArrival),
  route: wanted.route ?? [],
})

/** Places and devices are named by code: every name that is not known is said at once, with where it stands. */
const checkReferences = async (tx: Transaction, { legs, items, deviceId, merchant }: NewShipment) => {
  const codes = [...new Set(legs.flatMap(({ origin, destination }) => [origin, destination]))]
  const known = new Set(
    (await tx.select({ code: location.code }).from(location).where(inArray(location.code, codes))).map(({ code }) => code),
  )
  const issues: Issue[] = legs.flatMap((each, index) =>
    (['origin', 'destination'] as const)
      .filter((end) => !known.has(each[end]))
      .map((end) => issueAt(`/legs/${index}/${end}`, 'location-unknown', { value: each[end] })),
  )
  issues.push(...(await unknownProducts(tx, items)), ...(await unknownMerchant(tx, merchant)))
  if (deviceId) {
    const devices = await tx
      .select({ id: device.id })
      .from(device)
      .where(inArray(device.id, [deviceId]))
    if (devices.length === 0) issues.push({ path: '/deviceId', message: `there is no device ${deviceId}` })
  }
  if (issues.length > 0) throw new DomainError('not-valid', 'The shipment names places or devices that are not known.', issues)
}
