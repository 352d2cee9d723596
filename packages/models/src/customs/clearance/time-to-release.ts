import { type Channel, channels } from '@lading/shared/domain/customs-channel'
import type { Way } from '../../duration/combine-stages.ts'
import { type HoursTable, longerOf, quantilesOfTable, tableOf } from '../../duration/hours-table.ts'
import { type Clearance, type ClearanceSettings, explainedBelief, workedAfter } from './clearance.ts'
import type { ClearanceCase } from './clearance-case.ts'
import type { ClearanceMemory } from './memory.ts'
import { type IsOpen, openHours } from './open-hours.ts'
import type { Belief } from './prior.ts'
import { longestHours, takesLonger, type Worked } from './quantiles.ts'

const hourMs = 3_600_000

/** How far a declaration is that is not released. Instants in milliseconds UTC. */
export type Told = {
  /** When the goods were there to be looked at, or when they are expected. */
  presentAtMs: number
  /** Not given while nobody told that it was lodged. */
  lodgedAtMs?: number
  /** What customs wants. Of a refusal or a detention, since when: its time begins anew. */
  held?: { by: 'documents' | 'examination' | 'refusal'; anewSinceMs?: number }
  /**
   * Of goods that are there, of which nothing was told: the chance that they would have left by now if customs were not in the way. The
   * higher, the more it looks as if customs is.
   */
  chanceToHaveLeft?: number
}

export type TimeToRelease = Clearance & {
  /** From now on. */
  left: { p10: number; p50: number; p90: number }
  /** The same for `combineStages`, in hours from now; what cannot begin before the goods are there begins with the stage beside it. */
  ways: Way[]
}

/** Wider than any other: nobody knows what becomes of goods that customs does not let in. */
const widerWhenRefused = 2
/** Closed for less, in hours, is not worth a word. */
const noticeable = 0.5
/** So few cases take this long that what is known says little of the rest. */
const hardlyAny = 1e-6

/**
 * How long until customs releases goods, given what was told and that it has not yet. Hours count from the lodging; an examination from
 * when the goods are there, as nobody opens a box at sea. Goods that are there and declared and not released yet are known not to be
 * among the fast ones; before they are there, silence says nothing, as many offices release on arrival only. By rule alone, what is
 * missing or restricted never makes it sooner.
 */
export const timeToRelease = (
  memory: ClearanceMemory,
  its: Omit<ClearanceCase, 'submittedAtMs'>,
  told: Told,
  nowMs: number,
  settings: ClearanceSettings = {},
): TimeToRelease => {
  const said = say(memory, its, told, nowMs, settings)
  const isRuled = Boolean(its.missingDocuments?.length || its.restrictions?.length)
  if (!isRuled || said.basis.level === 'rule') return said
  const plain = say(memory, { ...its, missingDocuments: [], restrictions: [] }, told, nowMs, settings)
  const ways = said.ways.map((way, at) => ({ ...way, hours: longerOf(way.hours, plain.ways[at]?.hours ?? way.hours) }))
  return { ...said, ways, hours: latest(said.hours, plain.hours), left: latest(said.left, plain.left) }
}

const latest = (one: Clearance['hours'], other: Clearance['hours']) => ({
  p10: Math.max(one.p10, other.p10),
  p50: Math.max(one.p50, other.p50),
  p90: Math.max(one.p90, other.p90),
})

const say = (
  memory: ClearanceMemory,
  its: Omit<ClearanceCase, 'submittedAtMs'>,
  told: Told,
  nowMs: number,
  given: ClearanceSettings,
): TimeToRelease => {
  const { presentAtMs, lodgedAtMs, held } = told
  const isPresent = presentAtMs <= nowMs
  const isEarly = lodgedAtMs !== undefined && !isPresent
  const begun = Math.max(lodgedAtMs ?? presentAtMs, presentAtMs)
  const startMs = held ? startOf(held, lodgedAtMs, presentAtMs) : isEarly ? lodgedAtMs : begun
  const { isOpen: givenHours, ...rest } = given
  const isNeverOpen = isNever(givenHours, startMs)
  const isOpen = isNeverOpen ? undefined : givenHours
  const { belief, reasons, basis } = explainedBelief(memory, { ...its, submittedAtMs: startMs }, { ...rest, ...(isOpen && { isOpen }) })
  if (isNeverOpen) reasons.push({ code: 'never-open' })
  const worked = workedAfter(startMs, isOpen)
  const elapsed = Math.max(0, (nowMs - startMs) / hourMs)
  const aheadHours = Math.max(0, (presentAtMs - nowMs) / hourMs)

  const answer = (shares: Record<Channel, number>, ways: Way[], hours: HoursTable, left: HoursTable, untilBegun = 0): TimeToRelease => {
    const remaining = quantilesOfTable(left)
    const beganMs = nowMs + untilBegun * hourMs
    const takes = remaining.p50 - untilBegun
    const closed = isOpen ? takes - openHours(isOpen, beganMs, beganMs + takes * hourMs) : 0
    // A release at once does not wait for the office.
    if (closed >= noticeable && shares.released < 0.5) reasons.push({ code: 'closed', hours: closed })
    return { channels: shares, hours: quantilesOfTable(hours), left: remaining, ways, reasons, basis }
  }

  if (isEarly && !held) {
    const { examination } = belief.shares
    const atOnce = lastsLonger(only(belief, ['released', 'documents']), worked)
    const examined = lastsLonger(only(belief, ['examination']), workedAfter(presentAtMs, isOpen))
    const inAll = (hours: number) => (1 - examination) * atOnce(hours) + examination * examined(hours - elapsed - aheadHours)
    const ways = [
      { share: 1 - examination, startsHours: 0, hours: tableOf((hours) => atOnce(elapsed + hours), longestHours) },
      { share: examination, startsHours: null, hours: tableOf(examined, longestHours) },
    ]
    const left = tableOf((hours) => inAll(elapsed + hours), longestHours)
    return answer(belief.shares, ways, tableOf(inAll, longestHours), left)
  }

  const asked = held?.by === 'refusal' ? refused(belief) : held ? only(belief, [held.by]) : belief
  const known = knownToLast(asked, worked, elapsed)
  const isTold = lodgedAtMs !== undefined || held !== undefined || !isPresent
  const pending = isTold ? 1 : chanceNotReleased(lastsLonger(asked, worked)(elapsed), told.chanceToHaveLeft ?? 1)
  const whole = tableOf((hours) => pending * known.lastsLonger(hours), longestHours)
  const waitsForGoods = !isPresent && startMs === presentAtMs
  const ways = [{ share: 1, startsHours: waitsForGoods ? null : 0, hours: whole }]
  const untilBegun = waitsForGoods ? aheadHours : 0
  return answer(known.shares, ways, whole.map(later(elapsed)), whole.map(later(untilBegun)), untilBegun)
}

/** Documents are looked at from the lodging on, goods once they are there; a refusal is one wherever they are. */
const startOf = ({ by, anewSinceMs }: NonNullable<Told['held']>, lodgedAtMs: number | undefined, presentAtMs: number) => {
  const toldMs = anewSinceMs ?? lodgedAtMs ?? presentAtMs
  return by === 'examination' ? Math.max(toldMs, presentAtMs) : toldMs
}

const later = (by: number) => (hours: number) => hours + by

const only = ({ shares, logHours }: Belief, those: Channel[]): Belief => {
  const all = those.reduce((sum, channel) => sum + shares[channel], 0)
  const share = (channel: Channel) => (those.includes(channel) ? (all > 0 ? shares[channel] / all : 1 / those.length) : 0)
  return { shares: { released: share('released'), documents: share('documents'), examination: share('examination') }, logHours }
}

/** At the best it begins anew with an examination. */
const refused = (belief: Belief): Belief => {
  const { shares, logHours } = only(belief, ['examination'])
  const { mean, deviation } = logHours.examination
  return { shares, logHours: { ...logHours, examination: { mean, deviation: widerWhenRefused * deviation } } }
}

const lastsLonger =
  ({ shares, logHours }: Belief, worked: Worked) =>
  (hours: number) => {
    if (hours <= 0) return 1
    let sum = 0
    for (const channel of channels) {
      const share = shares[channel]
      if (share > 0) sum += share * takesLonger(logHours[channel], worked[channel](hours))
    }
    return sum
  }

/** What is left of a case that is not cleared after so many hours, and which channel it is in then. */
const knownToLast = (belief: Belief, worked: Worked, elapsedHours: number) => {
  const longer = lastsLonger(belief, worked)
  // Beyond what hardly any case takes it goes on as the end of what is known does.
  let elapsed = elapsedHours
  while (elapsed > 0 && longer(elapsed) < hardlyAny) elapsed *= 0.8
  const leftNow = longer(elapsed)
  const shareLeft = (channel: Channel) =>
    elapsed > 0 && belief.shares[channel] > 0
      ? (belief.shares[channel] * takesLonger(belief.logHours[channel], worked[channel](elapsed))) / leftNow
      : belief.shares[channel]
  return {
    shares: { released: shareLeft('released'), documents: shareLeft('documents'), examination: shareLeft('examination') },
    lastsLonger: (hours: number) => longer(elapsed + hours) / leftNow,
  }
}

/**
 * The chance that goods which have not left are not released, where nobody tells: not yet cleared, out of all that keeps them, which is
 * customs or the place itself.
 */
const chanceNotReleased = (notCleared: number, chanceToHaveLeft: number) => {
  const kept = 1 - (1 - notCleared) * chanceToHaveLeft
  return kept > 0 ? notCleared / kept : 1
}

const neverMs = 60 * 24 * hourMs
const isNever = (isOpen: IsOpen | undefined, fromMs: number) => isOpen !== undefined && openHours(isOpen, fromMs, fromMs + neverMs) === 0
