import { computed } from '@preact/signals'
import { alerts, byUrgency } from './alerts.ts'
import { isFiltered, listedIds } from './listed.ts'

/** Open alerts of the shipments that match the filters, the most urgent first. */
export const queue = computed(() => {
  const all = [...alerts.value.values()].sort(byUrgency)
  return isFiltered.value ? all.filter(({ shipmentId }) => listedIds.value.has(shipmentId)) : all
})
