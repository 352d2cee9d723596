import { setTimeout } from 'node:timers/promises'
import { oldestAnswerMs } from '../../src/tracking-page/known-links.ts'
import type { TestApi } from './platform.ts'

type Position = { lat: number; lon: number; at: string; state?: string }

/** What workers write when a shipment has moved. */
export const moveTo = ({ database: { sql } }: TestApi, id: string, { lat, lon, at, state = 'in-transit' }: Position) =>
  sql`update shipment set lat = ${lat}, lon = ${lon}, position_at = ${at}, updated_at = ${at}, state = ${state}::shipment_state where id = ${id}`

/** What workers write when something is wrong with a shipment. */
export const openAlert = ({ database: { sql } }: TestApi, shipmentId: string, kind: string, severity: string, at: string) =>
  sql`insert into alert (shipment_id, kind, severity, message, facts, opened_at, updated_at)
    values (${shipmentId}, ${kind}::alert_kind, ${severity}::severity, 'Something is wrong.', '{}', ${at}, ${at})`

/** Until every api process has heard of what was written behind its back, as whoever asks for a tracking page next sees. */
export const untilPagesKnow = () => setTimeout(2 * oldestAnswerMs)
