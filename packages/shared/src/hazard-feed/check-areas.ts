import { type Area, pointsMost, radiusLimitsM } from '../domain/area.ts'
import { checkArea } from '../geo/area/check-area.ts'
import type { FeedMistake, HazardFeedRead } from './told-hazard.ts'

/** What was read with its areas as they are kept; a hazard whose area cannot be kept is left out, and said to be. */
export const withCheckedAreas = (read: HazardFeedRead): HazardFeedRead => {
  const mistakes: FeedMistake[] = [...read.mistakes]
  const messages = read.messages.map((message) => ({
    ...message,
    hazards: message.hazards.flatMap((hazard) => {
      const problem = sizeProblem(hazard.area)
      const { area, problems = [] } = problem ? { problems: [{ message: problem }] } : checkArea(hazard.area)
      for (const each of problems) mistakes.push({ path: message.key, message: `${hazard.title}: ${each.message}` })
      return area ? [{ ...hazard, area }] : []
    }),
  }))
  return { ...read, messages, mistakes }
}

const sizeProblem = (area: Area) =>
  area.shape === 'circle' && area.radiusM > radiusLimitsM.most
    ? `a radius is ${radiusLimitsM.most / 1000} km at most`
    : area.shape === 'polygon' && area.ring.length > pointsMost
      ? `a polygon has ${pointsMost} points at most`
      : undefined
