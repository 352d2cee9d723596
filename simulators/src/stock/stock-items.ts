import type { ShipmentItem } from '@lading/shared/contract/shipment'
import { asMade } from '../goods/as-made.ts'
import type { JourneyLeg } from '../journey/journey.ts'
import type { Random } from '../random/random.ts'
import { catalogue } from './catalogue.ts'
import { usualPerDay, warehouseCodes } from './sold-on.ts'

/** Two or three products for the warehouse where the journey ends: some weeks of each. */
export const stockItems = (random: Random, legs: JourneyLeg[]): ShipmentItem[] => {
  const warehouse = warehouseCodes.indexOf(legs.at(-1)?.destination.code ?? '')
  const first = random.integer(0, catalogue.length - 1)
  return Array.from({ length: random.integer(2, 3) }, (_, index) => {
    const line = catalogue[(first + index * 5) % catalogue.length] as (typeof catalogue)[number]
    const { sku, name, hsCode, cost, packSize = 1 } = line.product
    const quantity = Math.ceil((usualPerDay(line, warehouse) * 7 * random.between(2, 5)) / packSize) * packSize
    return {
      ...{ product: sku, description: name, hsCode: hsCode ?? '', quantity },
      value: { minorUnits: quantity * cost.minorUnits, currency: cost.currency },
      ...asMade(legs[0]?.origin.country ?? '', hsCode ?? '', quantity),
    }
  })
}
