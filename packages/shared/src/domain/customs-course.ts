import type { Channel } from './customs-channel.ts'
import { type CustomsEventState, type CustomsState, channelAfter, customsStates, isClosed, mayFollow } from './customs-entry.ts'

type Told = { state: CustomsEventState; eventTime: Date }

/** How far a declaration is by all that was told of it. */
export type CustomsCourse = {
  state: CustomsState
  channel: Channel | null
  /** The first that was told: its lodging, or what must have come after one. */
  lodgedAt: Date | null
  stateAt: Date | null
  closedAt: Date | null
}

/** As it happened, whatever order it was told in. Of one instant, the earlier state in the usual order of things comes first. */
export const asItHappened = <Event extends Told>(events: readonly Event[]): Event[] =>
  events.toSorted((one, other) => one.eventTime.getTime() - other.eventTime.getTime() || rank(one) - rank(other))

const rank = ({ state }: Told) => customsStates.indexOf(state)

export const courseOf = (events: readonly Told[]): CustomsCourse => {
  const happened = asItHappened(events)
  const last = happened.at(-1)
  return {
    state: last?.state ?? 'draft',
    channel: happened.reduce<Channel | null>((channel, { state }) => channelAfter(channel, state), null),
    lodgedAt: happened[0]?.eventTime ?? null,
    stateAt: last?.eventTime ?? null,
    closedAt: last && isClosed(last.state) ? last.eventTime : null,
  }
}

/**
 * Whether what is told fits between what came before and after it; if not, what would. So a message that comes late is kept in its place,
 * and a contradiction is not, in whichever order the two sides of it are told.
 */
export const fitsCourse = (
  events: readonly Told[],
  told: Told,
): { fits: true } | { fits: false; after: CustomsState; allowed: CustomsState[] } => {
  const happened = asItHappened([...events, told])
  const at = happened.indexOf(told)
  const before: CustomsState = happened[at - 1]?.state ?? 'draft'
  const next = happened[at + 1]?.state
  const allowed = customsStates.filter((state) => mayFollow(before, state) && (next === undefined || mayFollow(state, next)))
  return allowed.includes(told.state) ? { fits: true } : { fits: false, after: before, allowed }
}
