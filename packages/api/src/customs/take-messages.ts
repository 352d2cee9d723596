import type { CustomsMessage, CustomsMessageOutcome } from '@lading/shared/contract/customs'
import { statesByEdifact, statesByEmsevt } from '@lading/shared/domain/customs-entry'
import { legInQuestion } from '@lading/store/postgres/customs/leg-in-question'
import { recordCustomsEvent } from '@lading/store/postgres/customs/record-event'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { Db } from '@lading/store/postgres/open'
import { idsByNumber } from '@lading/store/postgres/shipment/ids-by-number'
import { refuseFuture } from './read-event.ts'

type Taken = { outcome: CustomsMessageOutcome; shipmentId?: string }

/**
 * Keeps what partners' messages say, oldest first, so that a batch may be in any order; each for itself, so that one that is wrong stops
 * none of the others. Answers what became of each, in the order they came in. Sent again, they are known and change nothing.
 */
export const takeMessages = async (db: Db, messages: CustomsMessage[], recordedBy: string | null, now: Date): Promise<Taken[]> => {
  const ids = await idsByNumber(db, [...new Set(messages.map(({ trackingNumber }) => trackingNumber))])
  const take = async ({ trackingNumber, code, eventTime: at, documents = [], note, leg }: CustomsMessage): Promise<Taken> => {
    const shipmentId = ids.get(trackingNumber)
    try {
      if (!shipmentId) throw new DomainError('shipment-not-found', `There is no shipment ${trackingNumber}.`)
      const eventTime = new Date(at)
      refuseFuture(eventTime, now)
      const legSequence = leg ?? (await legInQuestion(db, shipmentId))
      const news = { state: stateOf(code, documents), eventTime, documents, note: note ?? null, source: 'partner' as const, recordedBy }
      const { entry, isNew } = await recordCustomsEvent(db, { ...news, shipmentId, legSequence }, now)
      const outcome = { trackingNumber, outcome: isNew ? ('kept' as const) : ('known' as const), state: entry.state, problem: null }
      return isNew ? { outcome, shipmentId } : { outcome }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const { code, message, issues } = error
      const detail = [message, ...issues.map((issue) => `${issue.path} ${issue.message}.`)].join(' ')
      return { outcome: { trackingNumber, outcome: 'refused', state: null, problem: { code, detail } } }
    }
  }
  const taken: Taken[] = []
  const inTime = [...messages.entries()].sort(([, one], [, other]) => Date.parse(one.eventTime) - Date.parse(other.eventTime))
  for (const [index, message] of inTime) taken[index] = await take(message)
  return taken
}

const stateOf = (code: string, documents: string[]) => {
  const state = statesByEmsevt[code] ?? statesByEdifact[code]
  if (!state) throw new Error(`The schema lets in the code ${code}, which means nothing`)
  return code === 'EME' && documents.length > 0 ? 'documents-required' : state
}
