import { tellingsOf } from '../customs/tellings.ts'
import type { Journey } from '../journey/journey.ts'
import type { Api } from '../platform/api.ts'

export type CustomsBroker = {
  /** Tells what is due by now; resolves when Lading knows it. A failure leaves it due: what is told twice is known once. */
  tell: (nowMs: number) => Promise<void>
  /** Undefined as long as nothing was told. */
  toldUntilMs: () => number | undefined
}

type Options = { api: Api; journey: Journey; shipmentId: string; toldUntilMs?: number }

/** Declares the goods of one journey, and passes on what customs says. */
export const createCustomsBroker = ({ api, journey: { clearance }, shipmentId, toldUntilMs }: Options): CustomsBroker => {
  const tellings = clearance ? tellingsOf(clearance) : []
  let doneMs = toldUntilMs
  return {
    tell: async (nowMs) => {
      const due = tellings.filter(({ atMs }) => (doneMs === undefined || atMs > doneMs) && atMs <= nowMs)
      for (const { change, event } of due) {
        if (change) await api.putCustoms(shipmentId, clearance?.legSequence ?? 0, change)
        if (event) await api.tellCustoms(shipmentId, clearance?.legSequence ?? 0, event)
      }
      doneMs = nowMs
    },
    toldUntilMs: () => doneMs,
  }
}
