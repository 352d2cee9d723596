import type { NewCustomsEvent } from '@lading/shared/contract/customs'
import { asItHappened } from '@lading/shared/domain/customs-course'
import { type CustomsEventState, statesByEdifact } from '@lading/shared/domain/customs-entry'
import { tellingsOf } from '@lading/simulators/customs/tellings'
import type { Journey } from '@lading/simulators/journey/journey'
import type { Clearance } from '@lading/store/postgres/clearance-outcome/read'
import { casesFrom } from '@lading/store/postgres/customs/cases-of'
import { afterEvent, clearanceOf } from '@lading/store/postgres/customs/consequences'
import { type EntryRow, type EventRow, toEntry } from '@lading/store/postgres/customs/rows'
import type { TrackedCustoms, TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'

export type Declared = { customs: TrackedCustoms[]; cleared: Clearance[] }

/**
 * The declaration of a journey as its broker tells of it: what stands in it before anything happened, then what happened, known when it
 * happens. `until` answers what is known of customs by then, and clearances whose release was told since it was last asked.
 */
export const createDeclared = ({ trackingNumber, startMs, clearance, booking }: Journey) => {
  const tellings = clearance ? tellingsOf(clearance) : []
  const { items, parties } = booking
  let entry: EntryRow | undefined
  let events: EventRow[] = []
  let toldUntil = 0
  return {
    until: (nowMs: number, legs: TrackedLeg[]): Declared => {
      const goods = { items, parties, legs }
      const arrivedAt = (legSequence: number) => legs.find(({ sequence }) => sequence === legSequence)?.actualArrival ?? null
      const cleared: Clearance[] = []
      for (const { change, event } of tellings.slice(toldUntil).filter(({ atMs }) => atMs <= nowMs)) {
        toldUntil += 1
        entry = { ...(entry ?? draftOf(trackingNumber, clearance?.legSequence ?? 0, startMs)), ...change }
        if (!event) continue
        const told = toldOf(entry, event)
        events = asItHappened([...events, told])
        entry = { ...entry, ...afterEvent(entry, events, told) }
        const outcome = told.state === 'released' ? clearanceOf(goods, entry, events, arrivedAt) : undefined
        if (outcome) cleared.push(asKept(outcome))
      }
      const entries = entry ? [toEntry(entry, events)] : []
      return { customs: casesFrom(goods, entry ? [entry] : [], entries).map((its) => ({ ...its, kept: null })), cleared }
    },
  }
}

const draftOf = (shipmentId: string, legSequence: number, createdMs: number): EntryRow => ({
  ...{
    id: shipmentId,
    shipmentId,
    legSequence,
    country: '',
    office: null,
    reference: null,
    declarant: null,
    broker: null,
    documentsValidUntil: {},
    lastFreeDay: null,
    freeUntil: null,
    state: 'draft',
    channel: null,
  },
  ...{
    requiredDocuments: [],
    presentDocuments: [],
    missingAtLodging: null,
    restrictions: [],
    lodgedAt: null,
    stateAt: null,
    closedAt: null,
  },
  ...{ createdAt: new Date(createdMs), updatedAt: new Date(createdMs) },
})

const toldOf = ({ id }: EntryRow, { state, edifactCode = '', eventTime = '', documents = [] }: NewCustomsEvent): EventRow => ({
  ...{ id: `${id}/${eventTime}`, entryId: id, state: state ?? (statesByEdifact[edifactCode] as CustomsEventState), documents },
  ...{ eventTime: new Date(eventTime), recordTime: new Date(eventTime), source: 'partner', recordedBy: null, note: null },
})

/** As it would come back from where it is kept. */
const asKept = ({
  office = null,
  hsCode = null,
  mode = null,
  party = null,
  shipmentId = null,
  ...rest
}: NonNullable<ReturnType<typeof clearanceOf>>): Clearance => {
  const { missingDocuments = [], restrictions = [], ...known } = rest
  return { ...known, id: 0, office, hsCode, mode, party, shipmentId, missingDocuments, restrictions }
}
