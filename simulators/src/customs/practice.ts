import type { Channel } from '@lading/shared/domain/customs-channel'
import type { GoodsName } from '../goods/goods.ts'
import { bellNoise } from '../random/hash.ts'
import { restrictionsOn } from './documents.ts'
import { published } from './published.ts'

/** How customs of this world truly works: how often each channel is taken, and its usual hours; of people's work, working hours. */
export type Practice = { shares: Record<Exclude<Channel, 'released'>, number>; hours: Record<Channel, number> }

/** Where nothing is published. */
const elsewhere = { borderHours: 20, documentHours: 12, customsScore: 3 }

/**
 * Invented. What is published says which countries are slow and strict, and each has ways of its own besides, so that there is something
 * to learn from outcomes. Goods under a control of their own are examined more often.
 */
export const practiceOf = (country: string, goods: GoodsName): Practice => {
  const { borderHours, documentHours, customsScore } = published[country] ?? elsewhere
  const pace = Math.exp(0.3 * bellNoise('customs', country, 'pace'))
  const strictness = Math.exp(0.25 * bellNoise('customs', country, 'strictness')) * (1 + (4 - customsScore) / 4)
  const controlled = restrictionsOn(goods).length > 0
  return {
    shares: { documents: 0.09 * strictness, examination: Math.min(0.3, 0.05 * strictness * (controlled ? 2 : 1)) },
    hours: {
      released: 0.7 + borderHours / 30,
      documents: pace * (5 + documentHours / 4),
      examination: pace * (11 + borderHours / 4) * (controlled ? 1.3 : 1),
    },
  }
}
