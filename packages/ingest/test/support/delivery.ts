import type { Delivery } from '@lading/ingest/delivery'

export const receivedAtMs = Date.UTC(2026, 5, 1, 12)

export const delivery = (topic: string, payload: unknown): Delivery => ({
  topic,
  payload: Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)),
  receivedAtMs,
  messageId: 1,
  connection: 'c',
})
