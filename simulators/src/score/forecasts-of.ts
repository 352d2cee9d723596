import type { Truth } from '../journey/truth-of.ts'
import type { Api } from '../platform/api.ts'
import { naiveArrival } from './naive-arrival.ts'
import type { Forecast } from './score-etas.ts'

/** Every arrival time that the platform gave for a shipment, beside the true one and the yardstick at the same moment. */
export const forecastsOf = async (api: Api, { shipmentId, arrivedAt }: Truth): Promise<Forecast[]> => {
  const shipment = await api.shipment(shipmentId)
  if (!shipment || shipment.etaHistory.length === 0) return []
  const { points } = await api.track(shipmentId)
  return shipment.etaHistory.map(({ computedAt, p10, p50, p90 }) => {
    const at = new Date(computedAt)
    // Only what was known then.
    const known = points.findLast(({ recordedAt }) => new Date(recordedAt) <= at)
    const naiveAt = known ? naiveArrival(shipment.legs, known, at) : null
    return { at, p10: new Date(p10), p50: new Date(p50), p90: new Date(p90), arrivedAt: new Date(arrivedAt), naiveAt }
  })
}
