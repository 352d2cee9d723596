import type { Severity } from '@lading/shared/domain/alert'
import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { type CustomsState, isHeld } from '@lading/shared/domain/customs-entry'
import { isThere } from '../customs/where-cleared.ts'
import { hourMs } from '../fix.ts'
import type { Rule } from './rule.ts'

const sentences: Partial<Record<CustomsState, { severity: Severity; says: string }>> = {
  'documents-required': { severity: 'warning', says: 'asks for documents' },
  examination: { severity: 'warning', says: 'examines the goods' },
  detained: { severity: 'critical', says: 'detains the goods' },
  refused: { severity: 'critical', says: 'refuses the goods; no arrival can be promised' },
}

/** Customs wants something before goods go on, from when it says so: since when, and what. Closes when it releases them, or they left. */
export const customsHold: Rule = ({ shipment, legs, now }, open) => {
  const its = shipment.customs.find((one) => one.entry && isHeld(one.entry.state) && isThere(legs, one) !== undefined)
  const entry = its?.entry
  const sentence = entry && sentences[entry.state]
  if (!its || !entry || !sentence) return 'over'
  const { country, office, state, stateAt, events } = entry
  const asked = [...new Set(events.filter((event) => event.state === 'documents-required').flatMap(({ documents }) => documents))]
  const missing = asked.filter((document) => !entry.presentDocuments.includes(document))
  const documents = missing.join(', ') || null
  const note = events.findLast((event) => event.note !== null)?.note ?? null
  const sinceAt = stateAt ?? now.toISOString()
  const facts = {
    ...{ state, country, office, legSequence: its.legSequence, sinceAt, documents, note },
    hours: Math.max(0, Math.floor((now.getTime() - Date.parse(sinceAt)) / hourMs)),
  } satisfies FactsOf['customs-hold']
  return {
    severity: sentence.severity,
    message: `Customs of ${country} ${sentence.says}${documents ? `: ${documents}` : ''}.`,
    facts,
    figure: { name: 'hours', step: 24 },
    // A document that has come is nothing to look at again; one that nobody had asked for then is.
    isAnother: (before) =>
      before.state !== state || before.legSequence !== its.legSequence || missing.some((document) => !isAmong(before.documents, document)),
    isNews: open !== undefined && (open.facts.state !== state || open.facts.documents !== documents || open.facts.note !== note),
  }
}

// Names of documents may have commas in them.
const isAmong = (documents: string | number | null | undefined, one: string) => `, ${documents}, `.includes(`, ${one}, `)
