import { describe, expect, it } from 'vitest'
import { arrivalOf } from '../../src/tracking-page/arrival.ts'
import { historyOf } from '../../src/tracking-page/history.ts'
import { stepsOf } from '../../src/tracking-page/steps.ts'
import { delivered, underway } from '../support/shipment.ts'

const stepsIn = (shipment = underway()) =>
  stepsOf(shipment).map(({ name, reached, current }) => `${name}${current ? ' (now)' : reached ? ' ✓' : ''}`)

describe('The steps', () => {
  it('go as far as the shipment has come.', () => {
    expect(stepsIn()).toEqual(['announced ✓', 'under-way ✓', 'in-country (now)', 'out-for-delivery', 'delivered'])
  })

  it('are all behind once it is delivered, also those that were never seen.', () => {
    const { legs } = delivered()
    const unseen = legs.map((leg) => ({ ...leg, arrival: { ...leg.arrival, actual: null } }))
    expect(stepsIn({ ...delivered(), legs: unseen })).toEqual([
      'announced ✓',
      'under-way ✓',
      'in-country ✓',
      'out-for-delivery ✓',
      'delivered (now)',
    ])
  })

  it('leave out what this journey does not have.', () => {
    const [sea, parcel] = underway().legs
    const domestic = { ...underway(), origin: { code: 'NLRTM', name: 'Rotterdam', country: 'NL' }, legs: [parcel as never] }
    expect(stepsIn(domestic)).not.toContain('in-country')
    expect(stepsIn({ ...underway(), legs: [sea as never] }).join()).not.toContain('out-for-delivery')
  })

  it('begin at the announcement.', () => {
    const { legs } = underway()
    const waiting = legs.map((leg) => ({
      ...leg,
      departure: { ...leg.departure, actual: null },
      arrival: { ...leg.arrival, actual: null },
    }))
    expect(stepsIn({ ...underway({ state: 'info-received' }), legs: waiting })[0]).toBe('announced (now)')
  })
})

describe('The history', () => {
  it('tells what really happened, newest first, without what was corrected or is of no use to a consumer.', () => {
    expect(historyOf(underway()).map(({ code, at, place }) => [code, at, place?.town])).toEqual([
      ['ARRI', '2026-03-28T05:30:00.000Z', 'Rotterdam'],
      ['DEPA', '2026-02-20T09:12:00.000Z', 'Shenzhen'],
      ['PICK', '2026-02-20T01:30:00.000Z', 'Shenzhen'],
    ])
  })

  it('makes one event of the arrival at the door and the delivery.', () => {
    expect(historyOf(delivered())[0]).toMatchObject({ code: 'DROP', place: { town: 'Utrecht', country: 'NL' } })
    expect(historyOf(delivered())[1]?.code).toBe('ARRI')
    expect(historyOf(delivered())[1]?.place?.town).toBe('Rotterdam')
  })

  it('puts the pick-up before the departure of the same moment.', () => {
    const milestones = underway()
      .milestones.slice(0, 2)
      .map((each) => ({ ...each, eventTime: '2026-02-20T09:12:00.000Z' }))
    expect(historyOf({ ...underway(), milestones }).map(({ code }) => code)).toEqual(['DEPA', 'PICK'])
  })
})

describe('The arrival', () => {
  const zone = 'Europe/Amsterdam'

  it('is the window of the newest estimate, and how far it moved since the first.', () => {
    expect(arrivalOf(underway(), zone)).toEqual({
      kind: 'window',
      from: '2026-03-30T10:00:00.000Z',
      until: '2026-03-30T14:00:00.000Z',
      zone,
      laterByMs: 48 * 3_600_000,
      sinceYesterdayMs: 0,
      why: null,
    })
  })

  it('is the moment of delivery afterwards.', () => {
    expect(arrivalOf(delivered(), zone)).toEqual({ kind: 'delivered', at: '2026-03-30T12:30:00.000Z', zone })
  })

  it('is not known without an estimate.', () => {
    expect(arrivalOf(underway({ eta: null }), zone)).toEqual({ kind: 'unknown' })
    expect(arrivalOf(underway({ state: 'expired' }), zone)).toEqual({ kind: 'unknown' })
  })
})
