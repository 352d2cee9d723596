import type { CustomsState } from './customs-entry.ts'
import type { ShipmentState } from './shipment-state.ts'

/** What recipients may be told of, the most important first: several at once are told in this order. */
export const newsKinds = ['delivered', 'arriving', 'customs', 'delayed', 'window'] as const
export type NewsKind = (typeof newsKinds)[number]

/** By how many hours the window of arrival moves before that is news, for whoever wants to hear of it. */
export const windowHours = [3, 6, 12, 24] as const

/** What somebody wants to hear of. */
export type Wanted = { kinds: NewsKind[]; windowHours: number }

/** What is known of a shipment, as far as it can become news. Instants are milliseconds. */
export type Known = {
  state: ShipmentState
  window: { p10: number; p50: number; p90: number } | null
  /** The declaration that waits for somebody to do something, and since when. */
  customs: { entryId: string; state: CustomsState; at: number } | null
  /** It is out for delivery, waits to be picked up, or arrives within a day. */
  arriving: boolean
}

/** What somebody was told last, and when, in milliseconds of platform time; nothing where it was only seen that they need not be told. */
export type Told = Known & { toldAt?: number }

/** For so long after a message the window may move about: a forecast that cannot make up its mind is not news each time. */
export const windowQuietHours = 6

/** What a message tells: at least one kind of news, and what was known then. */
export type News = { kinds: NewsKind[]; known: Known; laterByMs: number }

/** An arrival that moves by so much is late for everybody, and a window that moves by so much has moved. */
export const largeMoveHours = 24
