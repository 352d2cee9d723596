import type { LocationKind } from '@lading/shared/domain/location'
import type { Mode } from '@lading/shared/domain/mode'
import type { ShownLeg, ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'

/** Parts of a journey in a consumer's words: being carried, waiting on the way, at the border or for customs, and being handed over. */
export type CauseOf = Mode | 'port' | 'airport' | 'stop' | 'border' | 'customs' | 'handover'

/** What moved an arrival, by how much; `over` where that part of the journey is behind. */
export type Cause = { of: CauseOf; laterByMs: number; over: boolean }

/** Since the arrival that was expected a day before, or at first where that is not so long ago: the largest causes first. */
export type Causes = { against: 'day-before' | 'first'; causes: [Cause, ...Cause[]] }

// Within three hours nobody changes plans; saying it would only unsettle.
const worthSayingMs = 3 * 3_600_000
const mostCauses = 2
// Less than this share of the whole is not why.
const leastShare = 0.25

const hourMs = 3_600_000

/**
 * Why the arrival moved. Said of what made it move, and the way that it moved: nothing where the arrival hardly moved, where no part of
 * the journey explains it, and where it is the other way round from how far it moved in all, `laterByMs`. Parts of one kind count together,
 * so that no place and no carrier can be told from them.
 */
export const causesOf = ({ legs, eta, etaHistory, etaExplanation }: ShownShipment, laterByMs: number): Causes | null => {
  const { stages = [], changes } = etaExplanation ?? {}
  const then = etaHistory.find(({ computedAt }) => computedAt === changes?.since)
  if (!eta || !changes || !then) return null
  const movedMs = Date.parse(eta.p50) - Date.parse(then.p50)
  const turnedRound = isWorthSaying(laterByMs) && Math.sign(laterByMs) !== Math.sign(movedMs)
  if (!isWorthSaying(movedMs) || turnedRound) return null
  const isOver = ({ kind, sequence }: Change) =>
    stages.some((one) => one.kind === kind && one.sequence === sequence && one.state === 'done')
  const found = new Map<CauseOf, Cause>()
  for (const { of, hours, parts } of atBordersTogether(changes.stages)) {
    const name = nameOf(of, legs)
    if (!name) continue
    const { laterByMs = 0, over = true } = found.get(name) ?? {}
    found.set(name, { of: name, laterByMs: laterByMs + hours * hourMs, over: over && parts.every(isOver) })
  }
  const [first, ...others] = [...found.values()]
    .filter(({ laterByMs: by }) => isWorthSaying(by) && Math.sign(by) === Math.sign(movedMs) && by / movedMs >= leastShare)
    .sort((one, other) => Math.abs(other.laterByMs) - Math.abs(one.laterByMs))
    .slice(0, mostCauses)
  return first ? { against: changes.against, causes: [first, ...others] } : null
}

export const isWorthSaying = (ms: number) => Math.abs(ms) >= worthSayingMs

type Change = NonNullable<NonNullable<ShownShipment['etaExplanation']>['changes']>['stages'][number]

// Hours go over from the wait to customs and back as more is told: only both together say what became of the arrival.
const atBordersTogether = (stages: Change[]) =>
  [...Map.groupBy(stages, ({ sequence, kind }) => `${sequence} ${kind === 'customs' ? 'border' : kind}`).values()].flatMap((parts) => {
    const hours = parts.reduce((sum, part) => sum + part.hours, 0)
    // Of both it is the one that went the way of the two together.
    const of = parts.find((part) => Math.sign(part.hours) === Math.sign(hours))
    return of ? [{ of, hours, parts }] : []
  })

const nameOf = ({ sequence, kind }: Change, legs: ShownLeg[]): CauseOf | undefined => {
  const leg = legs.find((one) => one.sequence === sequence)
  if (kind === 'leg') return leg?.mode
  return kind === 'dwell' ? leg && waits[leg.origin.kind] : kind
}

const waits: Record<LocationKind, CauseOf> = {
  port: 'port',
  airport: 'airport',
  'rail-terminal': 'stop',
  'border-crossing': 'border',
  warehouse: 'stop',
  hub: 'stop',
  address: 'stop',
}
