import { coldStart } from './cold-start.ts'
import { type FinishedJourney, givenNumber, type Journey, levels, type Triple } from './journey.ts'
import { fromScale, onScale, type Scale, type ScaleBase } from './scale.ts'
import { newSliding, quantileOf, type Sliding, slide } from './sliding-quantiles.ts'

/**
 * What was usual lately, without any model: the quantiles of the last journeys of the lane, of the destination and of all, on one scale.
 * Where the lane has had few, the destination counts more; where that has had few, all do. Where the world drifts, it is hard to beat.
 */
export type RecentExpert = { scale: Scale; groups: Map<string, Sliding> }

const lastOfGroup = 50
const lastOfAll = 200
/** A group counts as much as the wider one behind it once it has had so many. */
const halfTrusted = 5

export const newRecentExpert = (scale: Scale): RecentExpert => ({ scale, groups: new Map() })

const keysOf = ({ origin = '', destination = '' }: Journey) => ['', `\u001f${destination}`, `${origin}\u001f${destination}`]

/** Never without an answer: where nothing has been seen, it is that of the cold start. */
export const askRecent = ({ scale, groups }: RecentExpert, journey: Journey, base: ScaleBase): Triple => {
  const to = { planned: givenNumber(journey.plannedHours), recent: Number.NaN }
  const values = coldStart(journey).map((hours) => onScale(scale, hours, to, base)) as Triple
  for (const key of keysOf(journey)) {
    const inOrder = groups.get(key)?.inOrder
    if (!inOrder || inOrder.length === 0) continue
    const trust = inOrder.length / (inOrder.length + halfTrusted)
    for (let at = 0; at < levels.length; at += 1) {
      const wider = values[at] as number
      values[at] = wider + trust * (quantileOf(inOrder, levels[at] as number) - wider)
    }
  }
  return values.map((value) => fromScale(scale, value, to, base)) as Triple
}

export const tellRecent = ({ scale, groups }: RecentExpert, journey: FinishedJourney, base: ScaleBase) => {
  const value = onScale(scale, journey.actualHours, { planned: givenNumber(journey.plannedHours), recent: Number.NaN }, base)
  for (const key of keysOf(journey)) {
    let sliding = groups.get(key)
    if (!sliding) {
      sliding = newSliding(key === '' ? lastOfAll : lastOfGroup)
      groups.set(key, sliding)
    }
    slide(sliding, value)
  }
}
