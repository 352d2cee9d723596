import { placeOfClearance } from '@lading/shared/domain/customs-crossing'
import { type CustomsEventState, isHeld } from '@lading/shared/domain/customs-entry'
import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { type Place, publicPlace } from './place.ts'

/** What customs does with it, as far as whoever waits for it can do something with that. */
export type CustomsCard = {
  state: CustomsEventState
  since: string
  place: Place | null
  /** From declaration to release: half of such cases took no longer than the one, nine of ten no longer than the other. */
  usualHours: { half: number; most: number } | null
  /** Who has to do something about it: whoever clears it into the country. */
  whoActs: 'seller' | 'buyer' | null
  /** How much later it arrives because of customs than was expected a day before, or at first where that is not so long ago. */
  moved: { laterByMs: number; against: 'day-before' | 'first' } | null
}

/** The declaration that the goods wait for; one that is released only until they have gone on. The one that is held goes first. */
export const customsOf = (shipment: ShownShipment): CustomsCard | null => {
  const shown = shipment.customs.filter((entry) => isOfInterest(entry, shipment))
  const entry = shown.find(({ state }) => isHeld(state)) ?? shown[0]
  if (!entry || entry.state === 'draft' || !entry.stateAt) return null
  const { state, stateAt, legSequence, country } = entry
  const place = placeOfClearance(shipment.legs, legSequence, country)
  return {
    state,
    since: stateAt,
    place: place ? publicPlace(place, shipment.legs) : null,
    usualHours: usualHoursOf(shipment, legSequence),
    whoActs: asksSomebody.includes(state) ? (shipment.incoterm === 'DDP' ? 'seller' : 'buyer') : null,
    moved: movedBy(shipment, legSequence),
  }
}

/** Of all terms of delivery, only with DDP does the seller clear goods into the country (Incoterms 2020). */
const asksSomebody: CustomsEventState[] = ['documents-required', 'detained', 'refused']

const isOfInterest = ({ state, legSequence }: ShownShipment['customs'][number], { legs, state: of }: ShownShipment) => {
  if (state === 'draft' || of === 'delivered' || of === 'expired') return false
  return state !== 'released' || legs.find(({ sequence }) => sequence === legSequence)?.departure.actual === null
}

const usualHoursOf = ({ etaExplanation }: ShownShipment, leg: number) => {
  const customs = etaExplanation?.stages.find(({ kind, sequence }) => kind === 'customs' && sequence === leg)?.customs
  // What it took is in the history.
  return customs?.left ? { half: customs.hours.p50Hours, most: customs.hours.p90Hours } : null
}

// Hours go over from the wait to customs and back as more is told: only both together say what became of the arrival.
const movedBy = ({ etaExplanation }: ShownShipment, leg: number) => {
  const { changes } = etaExplanation ?? {}
  const atTheBorder = changes?.stages.filter(({ kind, sequence }) => sequence === leg && kind !== 'leg') ?? []
  if (!changes || !atTheBorder.some(({ kind }) => kind === 'customs' || kind === 'border')) return null
  return { laterByMs: atTheBorder.reduce((sum, { hours }) => sum + hours, 0) * 3_600_000, against: changes.against }
}
