import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'

/** Lowest and highest temperature that was measured on the way; nothing where nothing was measured. */
export type Measured = { minC: number; maxC: number }

/** Whether the goods stayed within the agreed temperatures: in words, never in degrees, which would tell what they are. */
export type Condition = { kind: 'kept' } | { kind: 'briefly' } | { kind: 'broken'; minutes: number; now: boolean }

/**
 * Nothing is said where nothing was agreed or nothing was measured. `briefly`: outside, but never for as long as the ten minutes
 * from which it counts. Minutes are those of the temperature alerts; one that is open counts up to its last reading.
 */
export const conditionOf = ({ limits, alerts }: ShownShipment, measured: Measured | undefined): Condition | null => {
  const { temperatureMinC: min, temperatureMaxC: max } = limits
  if ((min === null && max === null) || !measured) return null
  const excursions = alerts.filter(({ kind }) => kind === 'temperature')
  if (excursions.length > 0) {
    const minutes = excursions.reduce((sum, { facts, openedAt, updatedAt, closedAt }) => {
      const sinceMs = Date.parse(typeof facts.sinceAt === 'string' ? facts.sinceAt : openedAt)
      return sum + Math.max(1, Math.round((Date.parse(closedAt ?? updatedAt) - sinceMs) / 60_000))
    }, 0)
    return { kind: 'broken', minutes, now: excursions.some(({ closedAt }) => closedAt === null) }
  }
  const within = (min === null || measured.minC >= min) && (max === null || measured.maxC <= max)
  return { kind: within ? 'kept' : 'briefly' }
}
