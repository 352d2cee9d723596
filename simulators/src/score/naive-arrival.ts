import type { Leg } from '@lading/shared/contract/shipment'
import { fixOnRoute } from '@lading/shared/geo/along-route'
import { lengthKm } from '@lading/shared/geo/great-circle'
import type { Point } from '@lading/shared/geo/point'
import { hourMs } from '../movement/movement.ts'

/** What a careful person without a model takes for a way of carriage, km/h, stops not counted. */
const usualKmh = { sea: 30, air: 800, road: 70, rail: 50, parcel: 30 }

/** The yardstick: what is left of the route, leg by leg, divided by the usual speed. Waiting between legs is not in it. */
export const naiveArrival = (legs: Pick<Leg, 'mode' | 'route'>[], position: Point, at: Date): Date => {
  const places = legs.map(({ route }) => fixOnRoute(route, position))
  // Goods are on the leg whose route is nearest; where two meet, on the later one.
  const current = places.reduce((best, { asideKm }, index) => (asideKm <= (places[best]?.asideKm ?? 0) + 0.5 ? index : best), 0)
  const hours = legs.slice(current).reduce((sum, { mode, route }, index) => {
    const doneKm = index === 0 ? (places[current]?.alongKm ?? 0) : 0
    return sum + (lengthKm(route) - doneKm) / usualKmh[mode]
  }, 0)
  return new Date(at.getTime() + hours * hourMs)
}
