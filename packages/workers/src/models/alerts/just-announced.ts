import { minuteMs } from '../fix.ts'
import type { Seen } from './rule.ts'

/** How long what is known of a journey that began already may take to come in. */
const graceMs = 30 * minuteMs

/** Whether the shipment was announced a moment ago and nothing was heard of it yet: its past may be on its way. */
export const isJustAnnounced = ({ shipment: { createdAt, trackedUntil }, now }: Pick<Seen, 'shipment' | 'now'>) =>
  trackedUntil === null && now.getTime() - createdAt.getTime() < graceMs
