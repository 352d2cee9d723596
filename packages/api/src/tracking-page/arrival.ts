import type { Shipment } from '@lading/shared/contract/shipment'

/** When it arrives, in the time zone of the place where it does. */
export type Arrival =
  | { kind: 'window'; from: string; until: string; zone: string; laterByMs: number }
  | { kind: 'delivered'; at: string | null; zone: string }
  | { kind: 'unknown' }

export const arrivalOf = ({ state, legs, milestones, eta, etaHistory }: Shipment, zone: string): Arrival => {
  if (state === 'delivered') {
    const handedOver = milestones.find(({ code, classifier }) => code === 'DROP' && classifier === 'ACT')
    return { kind: 'delivered', at: handedOver?.eventTime ?? legs.at(-1)?.arrival.actual ?? null, zone }
  }
  if (!eta || state === 'expired') return { kind: 'unknown' }
  const first = etaHistory[0] ?? eta
  return { kind: 'window', from: eta.p10, until: eta.p90, zone, laterByMs: Date.parse(eta.p50) - Date.parse(first.p50) }
}
