import type { Cluster, MapView } from '@lading/shared/contract/map'
import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { signal } from '@preact/signals'

/** Shipments that the server sums up because there are too many in view to send one by one. */
export const clusters = signal<Cluster[]>([])

/** Which shipments the server shows one by one in a crowded view; `undefined` while it shows all of them. */
export const shownAlone = signal<ReadonlySet<string> | undefined>(undefined)

/** Whether the whole world is too much for one view; from then on the map is asked for box by box. */
export const crowded = signal(false)

export const showClusters = (view: MapView) => {
  clusters.value = view.clusters
  shownAlone.value = new Set(view.shipments.map(({ id }) => id))
}

/** Where nothing is summed up, what comes into view later is shown like the rest. */
export const showAlso = (shipments: readonly ShipmentSummary[]) => {
  const shown = shownAlone.value
  if (shown && shipments.some(({ id }) => !shown.has(id))) shownAlone.value = new Set([...shown, ...shipments.map(({ id }) => id)])
}
