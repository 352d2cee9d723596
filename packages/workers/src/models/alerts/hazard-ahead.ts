import type { Severity } from '@lading/shared/domain/alert'
import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { type Meeting, meets } from '../hazards/meets.ts'
import { isJustAnnounced } from './just-announced.ts'
import type { Rule } from './rule.ts'

const certainties = ['possible', 'likely', 'within'] as const
const severities: readonly Severity[] = ['info', 'warning', 'critical']

/** What is only possible is one step less severe. */
const severityOf = ({ hazard, certainty }: Meeting) =>
  severities[Math.max(0, severities.indexOf(hazard.severity) - (certainty === 'possible' ? 1 : 0))] as Severity

const rank = (meeting: Meeting) => 10 * severities.indexOf(severityOf(meeting)) + certainties.indexOf(meeting.certainty)

/**
 * In a hazard, or on a planned way that leads through one while it lasts. Closes when the hazard ends or is taken back, when the goods are
 * through, and when they are expected there at another time.
 */
export const hazardAhead: Rule = (seen, open) => {
  const { legs, fixes, eta, hazards, now } = seen
  if (isJustAnnounced(seen)) return 'unclear'
  const way = { legs, position: fixes.at(-1), eta, now }
  const met = hazards
    .flatMap(
      (hazard) => meets(hazard, way, open?.facts.hazardId === hazard.id ? (open.facts.certainty as Meeting['certainty']) : undefined) ?? [],
    )
    .toSorted((a, b) => rank(b) - rank(a) || a.kmAhead - b.kmAhead)
  const [worst] = met
  if (!worst) return 'over'
  const { hazard, certainty, kmAhead, expectedAt, leg } = worst
  const facts = {
    ...{ hazardId: hazard.id, kind: hazard.kind, title: hazard.title, others: met.length - 1, certainty },
    kmAhead: Math.round(kmAhead),
    expectedAt: expectedAt?.toISOString() ?? null,
    validUntil: hazard.validUntil?.toISOString() ?? null,
    ...{ from: leg.origin.name, to: leg.destination.name },
  } satisfies FactsOf['hazard-ahead']
  return {
    severity: severityOf(worst),
    message: sentences[certainty](facts),
    facts,
    figure: { name: 'kmAhead', step: Math.max(100, kmAhead / 2), material: -Math.max(300, kmAhead / 2) },
    isNews: open !== undefined && (open.facts.hazardId !== hazard.id || open.facts.certainty !== certainty),
  }
}

type Facts = FactsOf['hazard-ahead']
const ahead = ({ title, kmAhead, from, to }: Facts) => `${title} lies ${kmAhead} km ahead on the way from ${from} to ${to}`
const sentences: Record<Meeting['certainty'], (facts: Facts) => string> = {
  within: ({ title }) => `The goods are in the area of ${title}.`,
  likely: (facts) => `${ahead(facts)}, and is expected to last until they are there.`,
  possible: (facts) => `${ahead(facts)}, and may last until they are there.`,
}
