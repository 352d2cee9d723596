import type { Location } from '@lading/shared/contract/location'
import { computed } from '@preact/signals'
import { stockAtRisk, stockedWarehouses } from '../stock/risk.ts'

/** A warehouse and how many of its products are likely to run out, among them those that have. */
export type WarehouseState = Pick<Location, 'code' | 'name' | 'lat' | 'lon'> & { atRisk: number; out: number }

export const warehouseStates = computed((): WarehouseState[] => {
  const lines = Map.groupBy(stockAtRisk.value, ({ warehouse }) => warehouse)
  return stockedWarehouses.value.map(({ code, name, lat, lon }) => {
    const own = lines.get(code) ?? []
    return { code, name, lat, lon, atRisk: own.length, out: own.filter(({ onHand }) => onHand <= 0).length }
  })
})
