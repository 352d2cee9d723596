import type { CustomsEntryChange, NewCustomsEvent } from '@lading/shared/contract/customs'
import { type CustomsEventState, statesByEdifact } from '@lading/shared/domain/customs-entry'
import type { Clearance } from './clearance.ts'

/** What a broker tells Lading at a moment: what is known of a declaration, then what happened to it. */
export type Telling = { atMs: number; change?: CustomsEntryChange; event?: NewCustomsEvent }

/** In the order of time. What is known beforehand is told with the announcement, whenever that is. */
export const tellingsOf = (clearance: Clearance): Telling[] => {
  const { country, office, declarant, reference, requiredDocuments, missingDocuments, restrictions, steps } = clearance
  const present = requiredDocuments.filter((document) => !missingDocuments.includes(document))
  const announced: Telling = {
    atMs: Number.NEGATIVE_INFINITY,
    change: { country, office: office.code, declarant, requiredDocuments, presentDocuments: present, restrictions },
  }
  return [
    announced,
    ...steps.map(({ state, atMs, documents, present: handedIn }): Telling => {
      const event = { ...saidAs(state), eventTime: new Date(atMs).toISOString(), ...(documents && { documents }) }
      if (state === 'lodged') return { atMs, change: { reference, lastFreeDay: lastFreeDayOf(atMs) }, event }
      return handedIn ? { atMs, change: { presentDocuments: requiredDocuments }, event } : { atMs, event }
    }),
  ]
}

// Terminals keep a container for some days without charge; five are usual.
const freeDays = 5
const lastFreeDayOf = (atMs: number) => new Date(atMs + freeDays * 24 * 3_600_000).toISOString().slice(0, 10)

// What customs answers comes with its code, as it does in the messages that brokers get; lodging is the broker's own word.
const saidAs = (state: CustomsEventState): Pick<NewCustomsEvent, 'state' | 'edifactCode'> => {
  const edifactCode = Object.keys(statesByEdifact).find((code) => statesByEdifact[code] === state)
  return edifactCode === undefined ? { state } : { edifactCode }
}
