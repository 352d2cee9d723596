import type { ClearanceModel } from '@lading/models/customs/clearance/clearance-model'
import type { Told } from '@lading/models/customs/clearance/time-to-release'
import { standardCdf } from '@lading/models/distribution/normal'
import type { Beside, Way } from '@lading/models/duration/combine-stages'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import { deviationsOf } from '@lading/models/duration/stage-hours'
import { byChannel, type Channel } from '@lading/shared/domain/customs-channel'
import type { CustomsState } from '@lading/shared/domain/customs-entry'
import type { EtaCustoms } from '@lading/shared/domain/eta'
import type { TrackedCustoms } from '@lading/store/postgres/tracking/tracked-shipment'
import { hourMs } from '../fix.ts'

/** A clearance beside the stage that waits for it. */
export type PlacedClearance = {
  legSequence: number
  customs: EtaCustoms
  /** Hours that goods have waited for customs after they would have left without it. */
  lostHours: number
  /** Nothing once they are released. */
  pending?: { beside: Beside; channels: Record<Channel, number>; usualHours: number }
}

type Where = {
  /** When the goods came to where they are cleared; nothing while they are not there. */
  presentAt: Date | null
  /** When they are expected, otherwise. */
  expectedMs: number
  /** How long the stage beside takes as a whole; where it is not there yet, nothing. */
  own: HoursQuantiles | null
  /** Whether that is known from experience, which has what customs ordinarily takes in it. */
  isLearnt: boolean
  now: Date
}

/**
 * How long until customs lets the goods go, by what was told of it. Nothing of a country where nothing is published and nothing was
 * cleared, while nothing is told: the plan is a better guess then than the middle of all countries.
 */
export const placeClearance = (its: TrackedCustoms, where: Where, model: ClearanceModel): PlacedClearance | undefined => {
  const { legSequence, entry, facts } = its
  const { now } = where
  const { country, office } = facts
  const lostHours = lostHoursOf(its, where)
  const about = { country, office, state: entry?.state ?? 'draft', since: entry?.stateAt ?? null } as const
  if (entry?.state === 'released') return { legSequence, customs: { ...about, ...whatItTook(its) }, lostHours }
  const told = toldOf(its, where)
  const known = caseOf(its)
  const { channels, hours, left, reasons, basis, ways } = model.timeToRelease(known, told, now.getTime())
  const isGuess = reasons.every(({ code }) => code === 'no-published-figures')
  if (isGuess && about.state === 'draft') return undefined
  const startMs = told.lodgedAtMs ?? told.presentAtMs
  const usualHours = Math.max(0, (startMs - now.getTime()) / hourMs + model.usualHours(country, now.getTime()))
  return {
    legSequence,
    customs: {
      ...about,
      hours: inHours(hours),
      left: inHours(left),
      channels: byChannel((channel) => rounded(channels[channel])),
      basis: { ...basis, outcomes: rounded(basis.outcomes) },
      reasons: [...(isAnew(about.state) ? [{ code: about.state }] : []), ...reasons.map(roundedReason)],
    },
    lostHours,
    pending: { beside: { ways, ...(where.isLearnt && !told.held && { ordinary: ordinaryOf(its, where, model) }) }, channels, usualHours },
  }
}

/** In these states a clearance begins anew, whatever it took before. */
const isAnew = (state: CustomsState) => state === 'detained' || state === 'refused'

/** What clears there as a rule, with all its documents, and of which nothing is told. */
const ordinaryOf = ({ facts: { country, office, mode } }: TrackedCustoms, where: Where, model: ClearanceModel): Way[] => {
  const usual = { country, ...(office !== null && { office }), ...(mode !== null && { mode }) }
  return model.timeToRelease(usual, untold(where), where.now.getTime()).ways
}

/** Goods that customs keeps have done their own waiting when it is over; what comes after that is lost to customs. */
const lostHoursOf = ({ entry }: TrackedCustoms, { presentAt, own, now }: Pick<Where, 'presentAt' | 'own' | 'now'>): number => {
  if (!presentAt || !own || !entry || entry.state === 'draft') return 0
  const until = entry.state === 'released' && entry.closedAt ? Math.min(Date.parse(entry.closedAt), now.getTime()) : now.getTime()
  return Math.max(0, (until - presentAt.getTime()) / hourMs - own.p50)
}

/** Documents that customs asked for later are in what its channel takes; those that were missing and have come are not missing. */
const caseOf = ({ entry, facts }: TrackedCustoms) => {
  const { country, office, hsCode, mode, party, missingDocuments, restrictions } = facts
  return {
    ...{ country, restrictions },
    missingDocuments: missingDocuments.filter((document) => !entry?.presentDocuments.includes(document)),
    ...(office !== null && { office }),
    ...(hsCode !== null && { hsCode }),
    ...(mode !== null && { mode }),
    ...(party !== null && { party }),
  }
}

const untold = ({ presentAt, expectedMs, own, now }: Where): Told => {
  const presentAtMs = presentAt ? Math.min(presentAt.getTime(), now.getTime()) : Math.max(expectedMs, now.getTime() + 1)
  const elapsed = (now.getTime() - presentAtMs) / hourMs
  return { presentAtMs, ...(presentAt && own && { chanceToHaveLeft: standardCdf(deviationsOf(own, elapsed)) }) }
}

const toldOf = ({ entry }: TrackedCustoms, where: Where): Told => {
  if (!entry || entry.state === 'draft') return untold(where)
  const { now } = where
  const { presentAtMs } = untold(where)
  const lodgedAtMs = Math.min(Date.parse(entry.lodgedAt ?? entry.stateAt ?? now.toISOString()), now.getTime())
  const anewSinceMs = Math.min(Date.parse(entry.stateAt ?? now.toISOString()), now.getTime())
  switch (entry.state) {
    case 'documents-required':
      return { presentAtMs, lodgedAtMs, held: { by: 'documents' } }
    case 'examination':
      return { presentAtMs, lodgedAtMs, held: { by: 'examination' } }
    case 'detained':
      return { presentAtMs, lodgedAtMs, held: { by: 'examination', anewSinceMs } }
    case 'refused':
      return { presentAtMs, lodgedAtMs, held: { by: 'refusal', anewSinceMs } }
    default:
      return { presentAtMs, lodgedAtMs }
  }
}

const whatItTook = ({ entry }: TrackedCustoms) => {
  const { lodgedAt, closedAt, channel } = entry ?? {}
  const hours = lodgedAt && closedAt ? Math.max(0, (Date.parse(closedAt) - Date.parse(lodgedAt)) / hourMs) : 0
  return {
    hours: inHours({ p10: hours, p50: hours, p90: hours }),
    left: null,
    channels: byChannel((each) => (each === (channel ?? 'released') ? 1 : 0)),
    basis: { level: 'told', outcomes: 0 },
    reasons: [],
  }
}

const inHours = ({ p10, p50, p90 }: HoursQuantiles) => ({ p10Hours: rounded(p10), p50Hours: rounded(p50), p90Hours: rounded(p90) })
const rounded = (value: number) => Math.round(value * 1000) / 1000
const roundedReason = (reason: { code: string } & Record<string, unknown>) =>
  Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value])) as {
    code: string
  }
