import type { ShipmentPage } from '@lading/shared/contract/shipment'
import { askFor, type Filter } from '../../state/address/filter.ts'
import { filter } from '../../state/address/live-map.ts'
import { positions, positionsOf, withPositions } from '../../state/map/positions.ts'
import { listLoad, nextCursor, searching } from '../../state/shipment/list-load.ts'
import { found } from '../../state/shipment/listed.ts'
import { shipments, withShipments } from '../../state/shipment/shipments.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

// The api's largest page; four of them fill the list before anyone asks for more.
const pageSize = 500
const pagesAtOnce = 4

const take = ({ items }: ShipmentPage) => {
  shipments.value = withShipments(shipments.value, items)
  positions.value = withPositions(positions.value, positionsOf(items))
}

const readPages = async (cursor: string | null, pages: number): Promise<void> => {
  const result = await authorised<ShipmentPage>(`/v1/shipments${queryString({ limit: pageSize, cursor: cursor ?? undefined })}`)
  if (!result.ok) {
    listLoad.value = { status: 'failed', failure: result.failure }
    return
  }
  take(result.value)
  nextCursor.value = result.value.nextCursor
  listLoad.value = { status: 'ready' }
  if (result.value.nextCursor && pages > 1) await readPages(result.value.nextCursor, pages - 1)
}

/** Shipments that have no position yet are in no map view: the list brings them. */
export const loadList = async () => {
  listLoad.value = { status: 'loading' }
  await readPages(null, pagesAtOnce)
}

export const loadMore = async () => {
  if (nextCursor.value === null || listLoad.value.status === 'loading') return
  listLoad.value = { status: 'loading' }
  await readPages(nextCursor.value, 1)
}

/** Lets the server look where the summaries at hand cannot: devices, consignees, containers, places on the way, and shipments not loaded yet. */
export const search = async (wanted: Filter, signal: AbortSignal) => {
  searching.value = true
  const result = await authorised<ShipmentPage>(`/v1/shipments${queryString({ ...askFor(wanted), limit: pageSize })}`, { signal })
  if (wanted !== filter.value) return
  searching.value = false
  if (!result.ok) return
  take(result.value)
  found.value = { text: wanted.text, warehouse: wanted.warehouse, ids: new Set(result.value.items.map(({ id }) => id)) }
}
