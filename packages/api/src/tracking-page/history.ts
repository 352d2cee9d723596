import type { MilestoneCode } from '@lading/shared/domain/milestone'
import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { type Place, publicPlace } from './place.ts'

// What happens inside a terminal is of no use to a consumer, and anything new is shown only once somebody adds it here.
const shown = ['PICK', 'DEPA', 'ARRI', 'DROP', 'CUSS', 'CUSI', 'CUSR'] as const satisfies MilestoneCode[]
export type ShownCode = (typeof shown)[number]

/** Something that happened, where and when. */
export type Event = { code: ShownCode; at: string; place: Place | null }

/** What really happened, newest first; facts that were put right later are left out. */
export const historyOf = ({ milestones, legs }: ShownShipment): Event[] => {
  const corrected = new Set(milestones.map(({ corrects }) => corrects))
  const places = new Map(legs.flatMap(({ origin, destination }) => [origin, destination]).map((location) => [location.code, location]))
  const handedOver = milestones.some(({ code, classifier }) => code === 'DROP' && classifier === 'ACT')
  return (
    milestones
      .filter(({ id, classifier }) => classifier === 'ACT' && !corrected.has(id))
      // Arriving at the door and being handed over are one event to whoever opens it.
      .filter(({ code, legSequence }) => !(handedOver && code === 'ARRI' && legSequence === legs.length))
      .flatMap(({ code, eventTime, locationCode }) => {
        const location = locationCode === null ? undefined : places.get(locationCode)
        return isShown(code) ? [{ code, at: eventTime, place: location ? publicPlace(location, legs) : null }] : []
      })
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : order(b.code) - order(a.code)))
  )
}

const isShown = (code: MilestoneCode): code is ShownCode => (shown as readonly MilestoneCode[]).includes(code)

// Of what happens at the same time: picked up before it leaves.
const order = (code: ShownCode) => shown.indexOf(code)
