import type { Cluster } from '@lading/shared/contract/map'
import { computed, signal } from '@preact/signals'

/** Shipments that the server sums up because there are too many in view to send one by one. */
export const clusters = signal<Cluster[]>([])

export const isCrowded = computed(() => clusters.value.length > 0)
