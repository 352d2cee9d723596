import type { Alert } from '../contract/alert.ts'

/**
 * The bus of live updates is MQTT, under `live/`. Messages are sent at most once (QoS 0): whoever misses one finds the
 * truth in PostgreSQL, so subscribers read it again on every connect.
 */
export const liveTopics = {
  all: 'live/#',
  positions: 'live/positions',
  shipments: 'live/shipments',
  alerts: 'live/alerts',
  assignments: 'live/assignments',
  currencies: 'live/currencies',
} as const

/** `live/positions`, from ingest: one array a batch, of devices whose latest position moved forward. */
export type LivePositionMessage = {
  deviceId: string
  lat: number
  lon: number
  recordedAtMs: number
  speedKmh?: number
  headingDeg?: number
}[]

/** `live/shipments`, from workers: shipments whose state, position, ETA or alerts changed; read them from the store. */
export type LiveShipmentMessage = { shipmentIds: string[] }

/** `live/alerts`, from workers: alerts that were opened, updated or closed. */
export type LiveAlertMessage = { alerts: Alert[] }

/** `live/assignments`, from the api: the assignments of this device changed. */
export type LiveAssignmentMessage = { deviceId: string }

/** `live/currencies`, from the api and workers: rates were told, or a currency was set aside or brought back; ask the api what that means. */
export type LiveCurrencyMessage = Record<string, never>
