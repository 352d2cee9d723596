import { isFinished, type ShipmentState } from './shipment-state.ts'

/** What a recipient may wish to be done where nobody opens; `none` takes an earlier wish back. */
export const wishKinds = ['neighbour', 'safe-place', 'pick-up-point', 'another-day', 'none'] as const
export type WishKind = (typeof wishKinds)[number]

export const wishNoteLength = 200
/** From how many days one may be chosen. */
const days = 10
const dayMs = 24 * 3_600_000

/** Until it is on the vehicle, and again when it came back; afterwards whoever drives would not hear of it. */
export const mayWish = (state: ShipmentState) => !isFinished(state) && state !== 'out-for-delivery' && state !== 'available-for-pickup'

/**
 * The days that may be chosen, as dates at the door: from the day it may arrive first, which is not before tomorrow, ten in a row.
 * Where no arrival is known, from tomorrow.
 */
export const daysToChoose = ({ earliest, zone }: { earliest: string | null; zone: string }, now: Date): string[] => {
  const tomorrow = dateAt(now.getTime() + dayMs, zone)
  const arrives = earliest === null ? tomorrow : dateAt(Date.parse(earliest), zone)
  // Dates of ISO 8601 sort as text.
  const first = Date.parse(`${[arrives, tomorrow].toSorted().at(-1)}T12:00:00Z`)
  return Array.from({ length: days }, (_, day) => new Date(first + day * dayMs).toISOString().slice(0, 10))
}

// Swedish dates are written as in ISO 8601.
const dateAt = (ms: number, zone: string) => new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(new Date(ms))
