import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import type { ShownCode } from '../history.ts'
import type { StepName } from '../steps.ts'

const states: Record<ShipmentState, { headline: string; explanation: string }> = {
  pending: { headline: 'Not announced yet', explanation: 'The sender has not handed over the details of this shipment.' },
  'info-received': { headline: 'Announced', explanation: 'The sender has announced it. It has not been picked up yet.' },
  'in-transit': { headline: 'On its way', explanation: 'It is travelling towards its destination.' },
  'out-for-delivery': { headline: 'Out for delivery', explanation: 'It is on the vehicle that brings it to the door.' },
  'attempt-failed': { headline: 'Delivery was tried', explanation: 'Nobody could take it. The carrier will try again or leave a note.' },
  'available-for-pickup': { headline: 'Ready for pick-up', explanation: 'It waits at the pick-up point.' },
  delivered: { headline: 'Delivered', explanation: 'It has been handed over.' },
  exception: { headline: 'Held up', explanation: 'Something keeps it from travelling on. It is being looked at.' },
  expired: { headline: 'No longer followed', explanation: 'Nothing has been heard of it for a long time. Ask the sender.' },
}

const steps: Record<StepName, string> = {
  announced: 'Announced',
  'under-way': 'On its way',
  'in-country': 'In the country of destination',
  'out-for-delivery': 'Out for delivery',
  delivered: 'Delivered',
}

const events: Record<ShownCode, string> = {
  PICK: 'Picked up',
  DEPA: 'Departed',
  ARRI: 'Arrived',
  DROP: 'Delivered',
  CUSS: 'Declared to customs',
  CUSI: 'Inspected by customs',
  CUSR: 'Released by customs',
}

/** Everything that the tracking page says in English. */
export const en = {
  language: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  states,
  steps,
  events,
  title: (number: string, headline: string) => `${headline} – ${number}`,
  trackingNumber: 'Tracking number',
  route: (from: string, to: string) => `${from} → ${to}`,
  place: (town: string, country: string) => `${town}, ${country}`,
  arrives: 'Arrives',
  arrivesOn: (day: string, from: string, until: string) => `${day}, between ${from} and ${until}`,
  arrivesBetween: (from: string, until: string) => `between ${from} and ${until}`,
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  deliveredAt: (day: string, time: string) => `${day} at ${time}`,
  arrivalUnknown: 'The arrival time will be shown here once it is known.',
  localTime: (zone: string, offset: string) => `Local time at the destination: ${zone} (${offset})`,
  later: (duration: string) => `About ${duration} later than first expected.`,
  earlier: (duration: string) => `About ${duration} earlier than first expected.`,
  updated: (ago: string) => `Updated ${ago}`,
  progress: 'Progress',
  stepStates: { done: 'done', current: 'now', todo: 'still to come' },
  history: 'History',
  historyTime: (day: string, time: string, offset: string) => `${day}, ${time} (${offset})`,
  historyEmpty: 'Nothing has happened yet.',
  map: 'Map',
  mapNote: 'Roughly where it is, and the way it takes.',
  mapNeedsScript: 'The map needs JavaScript; everything else on this page does not.',
  footer: 'Times in the history are local to each place. Whoever has the address of this page can see it.',
  notFoundTitle: 'This link does not work',
  notFound: 'The link is not complete, or it has expired. Ask the sender for a new one.',
}

export type Texts = typeof en
