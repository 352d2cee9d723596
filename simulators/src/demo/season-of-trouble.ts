import type { NewPlaybook } from '@lading/shared/contract/playbook'
import type { NewCountryEvent, NewShipmentReport } from '@lading/shared/contract/risk'
import type { Journey } from '../journey/journey.ts'
import type { Api } from '../platform/api.ts'
import { exampleIndex } from './example-index.ts'

/** Lasts for ten days from now. Made up, as everything here. */
const strike = (nowMs: number): NewCountryEvent => ({
  country: 'DE',
  kind: 'strike',
  severity: 'warning',
  title: 'Warning strikes at German ports',
  validUntil: new Date(nowMs + 10 * 86_400_000).toISOString(),
  source: 'Demonstration',
  note: 'Made up for the demonstration.',
})

export type UnderWay = { journey: Journey; shipmentId: string }

/** On its way, and nowhere near the end of it: half of the time is still ahead. */
const isHalfway = ({ journey: { startMs, deliveredMs } }: UnderWay, nowMs: number) =>
  nowMs > startMs && nowMs < startMs + 0.5 * (deliveredMs - startMs)

/** A carrier says that goods were delivered that are at sea or on the road far from it: of the longest journey, so that it stays seen. */
export const falseDelivery = (underWay: UnderWay[], nowMs: number): { shipmentId: string; report: NewShipmentReport } | undefined => {
  const [its] = underWay
    .filter((each) => isHalfway(each, nowMs))
    .toSorted((one, other) => other.journey.deliveredMs - one.journey.deliveredMs || (one.shipmentId < other.shipmentId ? -1 : 1))
  const last = its?.journey.legs.at(-1)
  if (!its || !last) return undefined
  const report = { claim: 'delivered', role: 'carrier', party: last.carrier, eventTime: new Date(nowMs).toISOString() } as const
  return { shipmentId: its.shipmentId, report: { ...report, reference: 'EXAMPLE-POD' } }
}

/** Whoever keeps a reefer says that it is at its set point while its unit has failed. */
export const saidCold = (underWay: UnderWay[], nowMs: number): { shipmentId: string; report: NewShipmentReport }[] =>
  underWay.flatMap(({ shipmentId, journey: { cargo, trouble, legs } }) => {
    const failing = trouble?.kind === 'reefer-failure' && trouble.fromMs <= nowMs && nowMs < trouble.untilMs
    const leg = legs.findLast(({ departureMs }) => departureMs <= nowMs)
    if (!failing || cargo.setPointC === null || !leg) return []
    const report = { claim: 'temperature', role: 'carrier', party: leg.carrier, temperatureC: cargo.setPointC } as const
    return [{ shipmentId, report: { ...report, eventTime: new Date(nowMs).toISOString() } }]
  })

const books: NewPlaybook[] = [
  {
    name: 'Example: a report that cannot be true',
    steps: [
      { title: 'Ask the carrier for the signature and the place of delivery', owner: 'Transport desk', withinMinutes: 30 },
      { title: 'Look at the last positions and whether the device is with the goods', owner: 'Transport desk', withinMinutes: 60 },
      {
        ...{ title: 'Tell the recipient what is known', owner: 'Service desk', withinMinutes: 120 },
        message:
          'Your shipment {number} was reported as delivered before it was. It is still on its way; we will write again when it is near.',
      },
    ],
  },
  {
    name: 'Example: a carrier who gets worse',
    steps: [
      { title: 'Look at what the score rests on, and ask the carrier about it', owner: 'Partner desk', withinMinutes: 480 },
      { title: 'Book what has not left yet with another carrier', owner: 'Transport desk', withinMinutes: 1440 },
      { title: 'Set a date by which it has to be better, or suspend the carrier', owner: 'Partner desk', withinMinutes: 4320 },
    ],
  },
  {
    name: 'Example: trouble on the way',
    steps: [
      { title: 'Ask the forwarder for another way or another day', owner: 'Transport desk', withinMinutes: 240 },
      { title: 'Decide whether stock is to be moved instead', owner: 'Planning', withinMinutes: 720 },
    ],
  },
  {
    name: 'Example: a currency that got dearer',
    steps: [
      { title: 'See which open orders it makes dearer, and by how much', owner: 'Buying desk', withinMinutes: 480 },
      {
        ...{ title: 'Ask suppliers for a price in the own currency, or for a later payment', owner: 'Buying desk', withinMinutes: 1440 },
        message:
          'We have open orders in {number}, which has become dearer for us. What would you ask in our currency, or for payment on arrival?',
      },
      { title: 'Decide what is paid ahead, bought forward or ordered elsewhere', owner: 'Finance', withinMinutes: 2880 },
    ],
  },
]

/** Rules with what to do then: one that nobody should sleep over, others for the day. */
const warn = async (api: Pick<Api, 'writePlaybook' | 'makeWarningRule'>) => {
  const [untrue, carrier, trouble] = await Promise.all(books.map((book) => api.writePlaybook(book)))
  await api.makeWarningRule({
    ...{ name: 'Example: somebody says what cannot be', kind: 'information', openAt: 0.6, closeAt: 0.4, severity: 'warning' },
    ...{ quiet: null, escalateAfterMinutes: 240, playbookId: untrue ?? null },
  })
  await api.makeWarningRule({
    ...{ name: 'Example: a carrier who is failing', kind: 'credit', openAt: 0.5, closeAt: 0.35, severity: 'warning' },
    ...{ quiet: null, escalateAfterMinutes: null, playbookId: carrier ?? null },
  })
  await api.makeWarningRule({
    ...{ name: 'Example: nature or weather', kind: 'natural', openAt: 0.45, closeAt: 0.3, severity: 'warning' },
    ...{ quiet: { from: '22:00', until: '06:00', zone: 'Europe/Berlin' }, escalateAfterMinutes: null, playbookId: trouble ?? null },
  })
}

/** What stands of countries, a strike in one of them, a delivery that never was and a reefer that is said to be cold: what risk is made of, besides the storm; and by which rules it warns. */
export const tellOfTrouble = async (
  api: Pick<Api, 'tellCountryIndex' | 'tellCountryEvent' | 'report' | 'writePlaybook' | 'makeWarningRule'>,
  underWay: UnderWay[],
  nowMs: number,
) => {
  await warn(api)
  const { edition, csv } = exampleIndex(nowMs)
  await api.tellCountryIndex(edition, csv)
  await api.tellCountryEvent(strike(nowMs))
  const delivery = falseDelivery(underWay, nowMs)
  for (const { shipmentId, report } of [...(delivery ? [delivery] : []), ...saidCold(underWay, nowMs)]) await api.report(shipmentId, report)
}
