import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { missThresholds, promiseStateOf, promiseStates } from '@lading/shared/domain/promise'
import { isJustAnnounced } from './just-announced.ts'
import { plain, type Rule } from './rule.ts'

/** Below this, as far under the threshold, it counts as over, so that an estimate about the threshold does not open and close alerts. */
const wellUnder = missThresholds.atRisk - 0.05

/**
 * Before the first departure, while something can be done about it: what was promised would be kept, or be less at risk, if customs took
 * no time. Nothing of shipments that left, whose arrival says by itself how late it is.
 */
export const customsDelay: Rule = (seen) => {
  const { eta, legs, now } = seen
  const { missProbability, missWithoutCustoms, stages = [] } = eta ?? {}
  if (typeof missProbability !== 'number' || typeof missWithoutCustoms !== 'number') return 'over'
  const planned = legs[0]?.plannedDeparture
  if (isJustAnnounced(seen) && planned && planned <= now) return 'unclear'
  const [withIt, without] = [promiseStateOf(missProbability), promiseStateOf(missWithoutCustoms)]
  if (rank(withIt) <= rank(without)) return missProbability >= wellUnder && missWithoutCustoms < wellUnder ? 'unclear' : 'over'
  const cleared = stages.flatMap(({ customs, state }) => (customs && state !== 'done' ? [customs] : []))
  const longest = cleared.reduce((most, each) => (each.hours.p90Hours > most.hours.p90Hours ? each : most), cleared[0] ?? nothing)
  const { hours, channels } = longest
  const said = (code: string, name: string) =>
    cleared.flatMap(({ reasons }) => reasons.flatMap((each) => (each.code === code ? each[name] : [])))
  const missing = said('missing-documents', 'documents').join(', ') || null
  const restrictions = said('restricted-goods', 'restrictions').join(', ') || null
  const countries = cleared.map(({ country }) => country).join(', ')
  return {
    severity: withIt === 'late' ? 'critical' : 'warning',
    message: `Customs of ${countries} takes ${plain(hours.p50Hours)} hours or more, up to ${plain(hours.p90Hours)}: with it, the promise is missed with a probability of ${Math.round(100 * missProbability)} %, without it of ${Math.round(100 * missWithoutCustoms)} %.`,
    facts: {
      ...{ countries, p50Hours: hours.p50Hours, p90Hours: hours.p90Hours, examination: channels.examination },
      ...{ missingDocuments: missing, restrictions, missProbability, missWithoutCustoms },
    } satisfies FactsOf['customs-delay'],
    figure: { name: 'missProbability', step: 0.1 },
  }
}

const nothing = { hours: { p50Hours: 0, p90Hours: 0 }, channels: { examination: 0 } }
const rank = (state: (typeof promiseStates)[number]) => promiseStates.indexOf(state)
