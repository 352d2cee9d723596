import type { LivePosition } from '@lading/shared/contract/live'
import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { contains } from '@lading/shared/geo/bbox'
import type { Client } from './client.ts'
import { frame } from './frame.ts'

/** Something to say about a shipment, written as JSON once however many clients hear it. */
export type Told<Value> = { value: Value; json: string }

export const tell = <Value>(value: Value): Told<Value> => ({ value, json: JSON.stringify(value) })

/** The shipments of these positions whose summary the client needs first, because they came into its box. */
export const strangers = (client: Client, positions: LivePosition[]) =>
  new Set(
    positions.filter((position) => isInside(client, position) && !client.seen.has(position.shipmentId)).map(({ shipmentId }) => shipmentId),
  )

/**
 * Positions of shipments that the client knows, as one event; how many there were. A shipment that leaves the box is shown
 * once outside, so that it does not stay behind at the edge.
 */
export const sendPositions = (client: Client, positions: Told<LivePosition>[]) => {
  const wanted = positions.filter(({ value }) => {
    if (!client.seen.has(value.shipmentId)) return false
    if (!isInside(client, value)) return client.inside.delete(value.shipmentId)
    client.inside.add(value.shipmentId)
    return true
  })
  if (wanted.length > 0) client.send(frame('positions', `[${wanted.map(({ json }) => json).join()}]`))
  return wanted.length
}

/**
 * A summary, if the client's box has the shipment or had it, or `introduce` says that its newest position came into the box:
 * the summary itself still has the position that the workers saw last. Answers whether it was sent.
 */
export const sendShipment = (client: Client, { value, json }: Told<ShipmentSummary>, introduce = false) => {
  const inside = value.position !== null && isInside(client, value.position)
  if (client.bbox && !inside && !introduce && !client.seen.has(value.id)) return false
  client.seen.add(value.id)
  if (inside) client.inside.add(value.id)
  client.send(frame('shipment', json))
  return true
}

const isInside = ({ bbox }: Client, point: { lat: number; lon: number }) => bbox === undefined || contains(bbox, point)
