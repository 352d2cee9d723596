import type { EvidenceCode, PartnerEvidence } from '@lading/shared/contract/partner-evidence'
import { aspectOfClaim } from '@lading/shared/domain/claim'
import type { Mode } from '@lading/shared/domain/mode'
import type { PartnerAspect } from '@lading/shared/domain/partner'
import type {
  ClaimFact,
  CustomsFact,
  HistoryFact,
  LegFact,
  OrderFact,
  PartnerFacts,
  RecordedFact,
  ShipmentFact,
} from '@lading/shared/domain/partner-facts'
import type { Observation } from './score.ts'

/** Up to so many hours after the plan nobody calls it late. Our own choice: timetables of ships are kept by the day, rounds by the hour. */
export const toleranceHours: Record<Mode, number> = { sea: 24, rail: 12, air: 6, road: 4, parcel: 4 }
const otherTolerance = 12
const orderToleranceHours = 24
const hourMs = 3_600_000
const hoursBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / hourMs
const whole = (hours: number) => Math.round(hours * 10) / 10

/**
 * What is known of a partner, thing by thing, oldest first. What came to a carrier late already is not held against it, nor what is not
 * due yet. A thing may say something of several aspects.
 */
export const evidenceOf = (facts: PartnerFacts, now: Date): PartnerEvidence[] => {
  const disputes = new Map(facts.disputes.map(({ evidenceId, id: claim, ...dispute }) => [evidenceId, { claim, ...dispute }]))
  return [
    ...facts.legs.flatMap((leg) => ofLeg(leg, now)),
    ...facts.history.map(ofHistory),
    ...facts.shipments.map(ofShipment),
    ...facts.orders.flatMap((order) => ofOrder(order, now)),
    ...facts.customs.map(ofCustoms),
    ...facts.recorded.map(ofRecorded),
    ...facts.claims.flatMap(ofClaim),
  ]
    .map((one) => ({ ...one, dispute: disputes.get(one.id) ?? null }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : 1))
}

/** What counts: what was said to be wrong, and is, does not. */
export const observationsOf = (evidence: readonly PartnerEvidence[]): Observation[] =>
  evidence.filter(({ dispute }) => !dispute?.isUpheld).map(({ aspect, isGood, count, at }) => ({ aspect, isGood, count, at: new Date(at) }))

type Said = Pick<PartnerEvidence, 'id' | 'aspect' | 'isGood' | 'source' | 'code'> & { at: Date } & Partial<PartnerEvidence>
const evidence = ({ at, ...said }: Omit<Said, 'at'> & { at: Date }): PartnerEvidence => ({
  ...{ count: 1, facts: {}, shipment: null, order: null, note: null, claim: null, dispute: null },
  ...said,
  at: at.toISOString(),
})

const ofLeg = (leg: LegFact, now: Date): PartnerEvidence[] => {
  const { shipmentId, trackingNumber, sequence, mode, plannedArrival, actualArrival, alerts } = leg
  const about = { shipment: { id: shipmentId, trackingNumber }, source: 'leg' as const }
  const id = `leg/${shipmentId}/${sequence}`
  const lateHours = hoursBetween(plannedArrival, actualArrival ?? now) - leg.handedOverLateHours
  const isLate = lateHours > toleranceHours[mode]
  const found: PartnerEvidence[] = []
  const add = (aspect: PartnerAspect, isGood: boolean, code: EvidenceCode, at: Date, facts: PartnerEvidence['facts'] = {}) =>
    found.push(evidence({ ...about, id: `${id}/${aspect}`, aspect, isGood, code, at, facts: { leg: sequence, ...facts } }))
  if (actualArrival) add('on-time', !isLate, isLate ? 'leg-late' : 'leg-on-time', actualArrival, { mode, hours: whole(lateHours) })
  else if (isLate && leg.actualDeparture) {
    const since = new Date(plannedArrival.getTime() + (toleranceHours[mode] + leg.handedOverLateHours) * hourMs)
    add('on-time', false, 'leg-overdue', since, { mode, hours: whole(lateHours) })
  }
  const first = (kinds: string[]) =>
    alerts.filter(({ kind }) => kinds.includes(kind)).sort((one, other) => one.openedAt.getTime() - other.openedAt.getTime())[0]
  const excursion = first(['temperature', 'shock'])
  if (excursion) add('excursions', false, 'leg-excursion', excursion.openedAt, { kind: excursion.kind })
  else if (actualArrival && leg.hasLimits) add('excursions', true, 'leg-calm', actualArrival)
  const silent = first(['silent-device'])
  if (silent) add('data-quality', false, 'leg-silent', silent.openedAt)
  else if (actualArrival && leg.hasDevice) add('data-quality', true, 'leg-heard', actualArrival)
  return found
}

const ofHistory = ({ key, mode, startedAt, plannedHours, actualHours }: HistoryFact): PartnerEvidence => {
  const hours = actualHours - plannedHours
  const isGood = hours <= (toleranceHours[mode as Mode] ?? otherTolerance)
  return evidence({
    ...{ id: `history/${key}`, aspect: 'on-time', isGood, source: 'history', code: isGood ? 'history-on-time' : 'history-late' },
    at: new Date(startedAt.getTime() + actualHours * hourMs),
    facts: { mode, hours: whole(hours) },
  })
}

const ofShipment = ({ shipmentId, trackingNumber, mode, dueAt, arrivedAt }: ShipmentFact): PartnerEvidence => {
  const hours = hoursBetween(dueAt, arrivedAt)
  const isGood = hours <= (mode ? toleranceHours[mode] : otherTolerance)
  return evidence({
    ...{ id: `shipment/${shipmentId}`, aspect: 'on-time', isGood, source: 'shipment', code: isGood ? 'shipment-on-time' : 'shipment-late' },
    ...{ at: arrivedAt, facts: { hours: whole(hours) }, shipment: { id: shipmentId, trackingNumber } },
  })
}

/** In full and on time, as suppliers are measured everywhere; what is open and overdue is late already. */
const ofOrder = (line: OrderFact, now: Date): PartnerEvidence[] => {
  const { orderId, number, product, quantity, received, expectedAt, cameAt, lastAt, isClosed } = line
  const about = { id: `order/${orderId}/${product}`, aspect: 'on-time' as const, source: 'order' as const, order: { id: orderId, number } }
  const facts = { product, quantity, received }
  const hours = hoursBetween(expectedAt, cameAt ?? now)
  const late = { ...facts, days: whole(hours / 24) }
  if (cameAt) {
    const isGood = hours <= orderToleranceHours
    return [evidence({ ...about, isGood, code: isGood ? 'order-in-full' : 'order-late', at: cameAt, facts: late })]
  }
  if (isClosed) return [evidence({ ...about, isGood: false, code: 'order-short', at: lastAt ?? expectedAt, facts })]
  if (hours <= orderToleranceHours) return []
  const since = new Date(expectedAt.getTime() + orderToleranceHours * hourMs)
  return [evidence({ ...about, isGood: false, code: 'order-overdue', at: since, facts: late })]
}

const ofCustoms = ({ shipmentId, trackingNumber, legSequence, lodgedAt, missing }: CustomsFact): PartnerEvidence => {
  const isGood = missing.length === 0
  return evidence({
    ...{ id: `customs/${shipmentId}/${legSequence}`, aspect: 'data-quality', isGood, source: 'customs', at: lodgedAt },
    ...{
      code: isGood ? 'documents-complete' : 'documents-asked',
      facts: { missing: missing.length, documents: missing.join(', ') || null },
    },
    shipment: { id: shipmentId, trackingNumber },
  })
}

const ofRecorded = (fact: RecordedFact): PartnerEvidence => {
  const { id, aspect, isGood, count, at, source, note, shipmentId, trackingNumber, orderId, number } = fact
  return evidence({
    ...{ id: `recorded/${id}`, aspect, isGood, count, at, source, note, code: isGood ? 'recorded-good' : 'recorded-bad' },
    shipment: shipmentId && trackingNumber ? { id: shipmentId, trackingNumber } : null,
    order: orderId && number ? { id: orderId, number } : null,
  })
}

/** What was upheld speaks against it in what it was about; how it answers claims is said by whether that came in time. */
const ofClaim = (fact: ClaimFact): PartnerEvidence[] => {
  const { id, number, kind, decision, decidedAt, lateAt, shipmentId, trackingNumber, orderId, orderNumber } = fact
  const about = {
    ...{ source: 'claim' as const, claim: { id, number }, facts: { number } },
    shipment: shipmentId && trackingNumber ? { id: shipmentId, trackingNumber } : null,
    order: orderId && orderNumber ? { id: orderId, number: orderNumber } : null,
  }
  const found: PartnerEvidence[] = []
  if (decision === 'upheld' && decidedAt)
    found.push(
      evidence({ ...about, id: `claim/${id}/upheld`, aspect: aspectOfClaim[kind], isGood: false, code: 'claim-upheld', at: decidedAt }),
    )
  if (lateAt) found.push(evidence({ ...about, id: `claim/${id}/late`, aspect: 'claims', isGood: false, code: 'claim-late', at: lateAt }))
  else if (decision && decidedAt)
    found.push(evidence({ ...about, id: `claim/${id}/in-time`, aspect: 'claims', isGood: true, code: 'claim-in-time', at: decidedAt }))
  return found
}
