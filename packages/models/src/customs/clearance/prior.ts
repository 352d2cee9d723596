import { byChannel, type Channel } from '@lading/shared/domain/customs-channel'
import { fromLogOdds, toLogOdds } from '../../probability/log-odds.ts'
import type { FiguresInForce } from './published-figures.ts'

/** How often each channel is taken, and how long it takes: mean and standard deviation of the logarithm of hours. */
export type Belief = { shares: Record<Channel, number>; logHours: Record<Channel, { mean: number; deviation: number }> }

/** The middle country of the published tables: hours of 187 countries in 2018, scores of 139 in 2023. */
export const middleCountry = { borderHours: 54, documentHours: 36, customsScore: 2.7 }

/**
 * Shares that surveys of forwarders give for the best and the worst customs (physical inspection in the Logistics Performance Index: some
 * 5 % and 25 %); between them the log-odds follow the score. A start, no more: outcomes soon outweigh it.
 */
const best = { score: 4.2, examination: 0.04, documents: 0.12 }
const worst = { score: 2, examination: 0.25, documents: 0.3 }

/** A factor of 2.2 either way covers two of three cases: published hours are of one standard consignment, real ones differ more. */
const logDeviation = 0.8

const between = (score: number, which: 'examination' | 'documents') => {
  const part = (Math.min(5, Math.max(1, score)) - worst.score) / (best.score - worst.score)
  return fromLogOdds(toLogOdds(worst[which]) + part * (toLogOdds(best[which]) - toLogOdds(worst[which])))
}

/** What is believed of a country before anything has been cleared there. Longer published hours never make any channel quicker. */
export const priorOf = (figures: FiguresInForce): Belief => {
  const score = figures.customsScore?.value ?? middleCountry.customsScore
  const border = figures.borderHours?.value ?? middleCountry.borderHours
  const documents = figures.documentHours?.value ?? middleCountry.documentHours
  const examined = between(score, 'examination')
  const asked = between(score, 'documents')
  // Border compliance includes the examination, which few goods go through; most of documentary compliance is done before arrival.
  const hours = { released: 1 + border / 20, documents: 4 + documents / 2 + border / 20, examination: 8 + border }
  return {
    shares: { released: 1 - examined - asked, documents: asked, examination: examined },
    logHours: byChannel((channel) => ({ mean: Math.log(hours[channel]), deviation: logDeviation })),
  }
}
