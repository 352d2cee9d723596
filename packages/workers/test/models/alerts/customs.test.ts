import type { CustomsEvent } from '@lading/shared/contract/customs'
import type { EtaStage } from '@lading/shared/domain/eta'
import type { OpenAlert, TrackedCustoms, TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { customsDelay } from '@lading/workers/models/alerts/customs-delay'
import { customsHold } from '@lading/workers/models/alerts/customs-hold'
import { reconcileAlerts } from '@lading/workers/models/alerts/reconcile'
import type { Seen } from '@lading/workers/models/alerts/rule'
import { stateOf } from '@lading/workers/models/follow-legs/state-of'
import { describe, expect, test } from 'vitest'
import { at, threeLegs } from '../../a-journey.ts'
import { customsCase, entry } from '../customs/a-case.ts'
import { opened, seen } from './seen.ts'

const arrived = threeLegs().map((leg) => (leg.sequence === 1 ? { ...leg, actualDeparture: at(2), actualArrival: at(12) } : leg))
const gone = arrived.map((leg) => (leg.sequence === 2 ? { ...leg, actualDeparture: at(20) } : leg))
const asked = (documents: string[], hours: number): CustomsEvent => ({
  ...{ state: 'documents-required', eventTime: at(hours).toISOString(), recordTime: at(hours).toISOString() },
  ...{ source: 'partner', documents, note: null },
})
const seenWith = (customs: TrackedCustoms[], legs: TrackedLeg[] = arrived, some: Partial<Seen> = {}) =>
  seen({ shipment: { ...seen().shipment, customs }, legs, leg: legs.find(({ actualArrival }) => !actualArrival), now: at(16), ...some })

describe('goods that customs holds', () => {
  test.each([
    ['documents-required', 'warning', 'Customs of GB asks for documents: invoice, licence.'],
    ['examination', 'warning', 'Customs of GB examines the goods.'],
    ['detained', 'critical', 'Customs of GB detains the goods.'],
    ['refused', 'critical', 'Customs of GB refuses the goods; no arrival can be promised.'],
  ] as const)('for %s are an alert: %s', (state, severity, message) => {
    const events = state === 'documents-required' ? [asked(['invoice', 'licence'], 13)] : []
    const verdict = customsHold(seenWith([customsCase(entry({ state, stateAt: at(13), events }))]), undefined)
    expect(verdict).toMatchObject({
      severity,
      message,
      facts: { state, country: 'GB', legSequence: 2, hours: 3, sinceAt: at(13).toISOString() },
    })
  })

  test.each(['draft', 'lodged', 'accepted', 'released'] as const)('are not, where a declaration is %s', (state) =>
    expect(customsHold(seenWith([customsCase(entry({ state }))]), undefined)).toBe('over'),
  )

  test('are an alert before they are there, and none any more when they have left', () => {
    const customs = [customsCase(entry({ state: 'examination', stateAt: at(5) }))]
    expect(customsHold(seenWith(customs, threeLegs()), undefined)).toMatchObject({ severity: 'warning' })
    expect(customsHold(seenWith(customs, gone), undefined)).toBe('over')
    expect(customsHold(seenWith([customsCase()]), undefined)).toBe('over')
  })

  test('are one alert that is updated when customs wants something else or a document comes, and not for every look', () => {
    const events = [asked(['invoice', 'licence'], 13)]
    const first = seenWith([customsCase(entry({ state: 'documents-required', stateAt: at(13), events }))])
    const open = [opened('customs-hold', customsHold(first, undefined))]
    expect(reconcileAlerts(first, open)).toMatchObject({ opened: [], updated: [], closed: [] })
    const some = seenWith([customsCase(entry({ state: 'documents-required', stateAt: at(13), events, presentDocuments: ['licence'] }))])
    expect(reconcileAlerts(some, open).updated).toMatchObject([{ facts: { documents: 'invoice' } }])
    const examined = seenWith([customsCase(entry({ state: 'examination', stateAt: at(15), events }))])
    expect(reconcileAlerts(examined, open).updated).toMatchObject([{ facts: { state: 'examination' } }])
    const released = seenWith([customsCase(entry({ state: 'released', stateAt: at(15), closedAt: at(15), events }))])
    expect(reconcileAlerts(released, open).closed).toEqual([{ id: open[0]?.id }])
  })

  test('that somebody set aside want somebody again when customs wants something else, and not when a document has come', () => {
    const events = [asked(['invoice', 'licence, signed'], 13)]
    const first = seenWith([customsCase(entry({ state: 'documents-required', stateAt: at(13), events }))])
    const open = opened('customs-hold', customsHold(first, undefined))
    const { severity, facts } = open
    const resolved = [{ ...open, version: 4, resolvedAt: at(14), setAside: { severity, facts } }]
    const snoozed = [{ ...open, version: 4, snoozedUntil: at(40), setAside: { severity, facts } }]
    const returns = (some: Parameters<typeof entry>[0], aside: OpenAlert[] = resolved) =>
      reconcileAlerts(
        seenWith([customsCase(entry({ state: 'documents-required', stateAt: at(13), events, ...some }))]),
        aside,
      ).updated.some((update) => update.returns?.version === 4)
    expect(returns({})).toBe(false)
    expect(returns({ presentDocuments: ['invoice'] })).toBe(false)
    expect(returns({ state: 'examination', stateAt: at(15) })).toBe(true)
    expect(returns({ events: [...events, asked(['certificate'], 15)] })).toBe(true)
    expect(returns({ events: [...events, asked(['certificate'], 15)] }, snoozed)).toBe(true)
  })

  const held = (state: 'lodged' | 'documents-required' | 'refused' | 'released') => [customsCase(entry({ state, stateAt: at(13) }))]
  test('are an exception while they wait for it, and what they were when it lets them go', () => {
    const known = { state: 'in-transit' as const, saidState: null }
    expect(stateOf(arrived, { ...known, customs: held('lodged') })).toBe('in-transit')
    expect(stateOf(arrived, { ...known, customs: held('documents-required') })).toBe('exception')
    expect(stateOf(arrived, { ...known, customs: held('refused') })).toBe('exception')
    const underWay = threeLegs().map((leg) => (leg.sequence === 1 ? { ...leg, actualDeparture: at(2) } : leg))
    expect(stateOf(underWay, { ...known, customs: held('documents-required') })).toBe('in-transit')
    expect(stateOf(arrived, { state: 'exception', saidState: null, customs: held('released') })).toBe('in-transit')
    expect(stateOf(gone, { state: 'exception', saidState: null, customs: held('refused') })).toBe('in-transit')
  })

  test('stay an exception afterwards where people call them one, whether they did before or meanwhile', () => {
    const said = { state: 'exception' as const, saidState: 'exception' as const }
    expect(stateOf(arrived, { ...said, customs: held('refused') })).toBe('exception')
    expect(stateOf(arrived, { ...said, customs: held('released') })).toBe('exception')
    expect(stateOf(arrived, { ...said, saidState: null, customs: held('released') })).toBe('in-transit')
    expect(stateOf(arrived, { ...said, saidState: 'attempt-failed', customs: held('refused') })).toBe('attempt-failed')
  })
})

describe('before the departure, customs', () => {
  const stage: EtaStage = {
    ...{ sequence: 2, kind: 'customs', state: 'ahead', p10Hours: 0, p50Hours: 1, p90Hours: 50, shareOfSpread: 0.5, basis: null },
    customs: {
      ...{ country: 'GB', office: null, state: 'draft', since: null, left: null, basis: { level: 'published', outcomes: 0 } },
      hours: { p10Hours: 2, p50Hours: 7, p90Hours: 60 },
      channels: { released: 0.6, documents: 0.2, examination: 0.2 },
      reasons: [
        { code: 'missing-documents', documents: ['invoice', 'licence'], hoursAdded: 32 },
        { code: 'restricted-goods', restrictions: ['veterinary'], oddsOfExamination: 3, hours: 1.5 },
      ],
    },
  }
  const looking = (missProbability: number | null, missWithoutCustoms: number | null, some: Partial<Seen> = {}) =>
    seenWith([customsCase()], threeLegs(), {
      ...{
        eta: { p10: at(28), p50: at(30), p90: at(80), missProbability, missWithoutCustoms, stages: [stage] } as Seen['eta'],
        now: at(0),
      },
      ...some,
    })

  test('that puts a promise at risk is an alert, with what makes it so', () => {
    expect(customsDelay(looking(0.35, 0.05), undefined)).toMatchObject({
      severity: 'warning',
      facts: {
        ...{ countries: 'GB', p50Hours: 7, p90Hours: 60, examination: 0.2 },
        ...{ missingDocuments: 'invoice, licence', restrictions: 'veterinary', missProbability: 0.35, missWithoutCustoms: 0.05 },
      },
    })
    expect(customsDelay(looking(0.7, 0.3), undefined)).toMatchObject({ severity: 'critical' })
  })

  test.each([
    ['the promise is kept with it', 0.1, 0.05, 'over'],
    ['it is as late without it', 0.9, 0.8, 'over'],
    ['it is at risk without it too', 0.4, 0.25, 'over'],
    ['it is about the threshold', 0.18, 0.05, 'unclear'],
    ['nothing was promised', null, null, 'over'],
    ['it has left', 0.5, null, 'over'],
  ] as const)('is none where %s', (_, miss, without, verdict) => expect(customsDelay(looking(miss, without), undefined)).toBe(verdict))

  test('of a journey that began before it was announced says nothing until something is heard of it', () => {
    const { shipment } = looking(0.35, 0.05)
    const announced = { shipment: { ...shipment, createdAt: at(4), trackedUntil: null }, now: at(4.1) }
    expect(customsDelay(looking(0.35, 0.05, announced), undefined)).toBe('unclear')
  })
})
