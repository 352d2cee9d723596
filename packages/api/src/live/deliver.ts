import type { LivePosition } from '@lading/shared/contract/live'
import { contains } from '@lading/shared/geo/bbox'
import type { Point } from '@lading/shared/geo/point'
import type { Member } from '../fleet/fleet.ts'
import type { Client } from './client.ts'
import { frame } from './frame.ts'

/** Something to say about a shipment, written once however many clients hear it. */
export type ToldPosition = { value: LivePosition; json: string }
export type ToldShipment = Pick<Member, 'id' | 'position'> & { chunk: Buffer }

export const tellPosition = (value: LivePosition): ToldPosition => ({ value, json: JSON.stringify(value) })
export const tellShipment = ({ id, position, json }: Pick<Member, 'id' | 'position' | 'json'>): ToldShipment => ({
  ...{ id, position, chunk: frame('shipment', json) },
})

/** The shipments of these positions whose summary the client needs first, because they came into its box. */
export const strangers = (client: Client, positions: readonly ToldPosition[]): ReadonlySet<string> => {
  let met: Set<string> | undefined
  for (const { value } of positions)
    if (isInside(client, value) && !client.seen.has(value.shipmentId)) {
      met ??= new Set()
      met.add(value.shipmentId)
    }
  return met ?? nobody
}
export const nobody: ReadonlySet<string> = new Set()

/**
 * Positions of shipments that the client knows. A shipment that leaves the box is shown once outside, so that it does not stay behind at
 * the edge.
 */
export const positionsFor = (client: Client, positions: readonly ToldPosition[]) =>
  positions.filter(({ value }) => {
    if (!client.seen.has(value.shipmentId)) return false
    if (!isInside(client, value)) return client.inside.delete(value.shipmentId)
    client.inside.add(value.shipmentId)
    return true
  })

/**
 * Summaries of the shipments that the client's box has or had, and of those in `introduced`, whose newest position came into the box: the
 * summary itself still has the position that the workers saw last. In a view of clusters only those that were shown alone: another is
 * part of a cluster, which comes with the next snapshot.
 */
export const shipmentsFor = (client: Client, shipments: readonly ToldShipment[], introduced: ReadonlySet<string>, clustered: boolean) =>
  shipments.filter(({ id, position }) => {
    const known = client.seen.has(id)
    if (clustered && !known) return false
    const inside = position !== null && isInside(client, position)
    if (client.bbox && !inside && !known && !introduced.has(id)) return false
    client.seen.add(id)
    if (inside) client.inside.add(id)
    return true
  })

const isInside = ({ bbox }: Client, point: Point) => bbox === undefined || contains(bbox, point)

/** What a flush says, in the words that many clients share: all of it is written once, and a part for whoever needs that part. */
export const createWording = (shipments: readonly ToldShipment[], positions: readonly ToldPosition[]) => {
  const write = (some: readonly ToldShipment[], moved: readonly ToldPosition[]) =>
    Buffer.concat([
      ...some.map(({ chunk }) => chunk),
      ...(moved.length > 0 ? [frame('positions', `[${moved.map(({ json }) => json).join()}]`)] : []),
    ])
  let everything: Buffer | undefined
  return (some: readonly ToldShipment[], moved: readonly ToldPosition[]) => {
    if (some.length < shipments.length || moved.length < positions.length) return write(some, moved)
    everything ??= write(shipments, positions)
    return everything
  }
}
