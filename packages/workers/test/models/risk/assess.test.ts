import type { RiskSubject } from '@lading/store/postgres/risk/load-due'
import type { Surroundings } from '@lading/store/postgres/risk/surroundings'
import { assessRisk } from '@lading/workers/models/risk/assess'
import type { RiskSeen } from '@lading/workers/models/risk/rule'
import { describe, expect, it } from 'vitest'
import { at, positionAt, threeLegs } from '../../a-journey.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** At sea after 6 hours, on its way as planned, with a promise that is kept with 9 in 10. */
const seen = (
  subject: Partial<RiskSubject> = {},
  around: { surroundings?: Partial<Surroundings>; hazards?: RiskSeen['hazards']; now?: Date } = {},
): RiskSeen => {
  const legs = threeLegs().map((leg, index) => (index === 0 ? { ...leg, actualDeparture: at(2) } : leg))
  return {
    subject: {
      ...{ id: id(1), trackingNumber: 'LD1', promisedAt: at(30), currentLeg: 1 },
      limits: { temperatureMinC: null, temperatureMaxC: null },
      position: { ...positionAt(legs, 6), at: at(6) },
      arrival: { p10: at(26), p50: at(28), p90: at(30), computedAt: at(6), missProbability: 0.1, stages: [] },
      ...{
        legs,
        alerts: [],
        milestones: [],
        entries: [],
        reports: [],
        ruleChanges: [],
        temperature: null,
        asked: 0,
        kept: null,
        scores: null,
      },
      ...subject,
    },
    surroundings: { indices: [], events: [], waiting: [], partners: [], ...around.surroundings },
    hazards: around.hazards ?? [],
    now: around.now ?? at(6),
  }
}

const report = (given: Partial<RiskSubject['reports'][number]>): RiskSubject['reports'][number] => ({
  ...{ id: id(50), shipmentId: id(1), claim: 'delivered', eventTime: at(5), recordTime: at(5), role: 'carrier', party: 'Example Lines' },
  ...{ legSequence: null, temperatureC: null, reference: null, recordedBy: null, settledAt: null },
  ...given,
})

const event = (given: Partial<Surroundings['events'][number]> = {}): Surroundings['events'][number] => ({
  ...{ id: id(60), country: 'GB', kind: 'strike', severity: 'critical', title: 'Strike in ports', validFrom: at(0), validUntil: at(48) },
  ...{ source: 'Example', reference: null, note: null, version: 1, createdAt: at(0), createdBy: null, updatedAt: at(0), updatedBy: null },
  ...{ removedAt: null, feed: null, feedKey: null, feedPart: null },
  ...given,
})

const whats = (its: RiskSeen) => assessRisk(its).evidence.map(({ what }) => what)

describe('The risk of a shipment', () => {
  it('is what the arrival interval says where nothing else is known.', () => {
    const risk = assessRisk(seen())
    expect(risk.probability).toBeCloseTo(0.1)
    expect(risk.evidence.every(({ inArrival }) => inArrival)).toBe(true)
    expect(risk.removals).toEqual([])
    expect(risk.isWorthKeeping).toBe(true)
  })

  it('has no probability where nothing was promised, and scores all the same.', () => {
    const risk = assessRisk(seen({ promisedAt: null }, { surroundings: { events: [event()] } }))
    expect(risk.probability).toBeNull()
    expect(risk.scores.political).toBeGreaterThan(0.5)
    expect(risk.rank).toBeGreaterThan(0)
  })

  it('rises with a report of a delivery where no sensor sees the goods, and taking that away would help most.', () => {
    const its = seen({ reports: [report({})] })
    const risk = assessRisk(its)
    expect(risk.scores.information).toBeGreaterThan(0.9)
    expect(risk.probability as number).toBeGreaterThan(0.5)
    expect(risk.evidence[0]).toMatchObject({ what: 'delivered-elsewhere', source: { type: 'report', id: id(50) } })
    expect(risk.removals[0]).toMatchObject({ kind: 'information', probability: expect.closeTo(0.1) })
  })

  it('does not doubt a delivery where the goods are, or of which the last position is too old to tell.', () => {
    const there = threeLegs()[2]?.destination as { lat: number; lon: number }
    expect(whats(seen({ reports: [report({})], position: { lat: there.lat, lon: there.lon, at: at(6) } }))).not.toContain(
      'delivered-elsewhere',
    )
    expect(whats(seen({ reports: [report({ eventTime: at(28) })] }, { now: at(28) }))).not.toContain('delivered-elsewhere')
  })

  it('holds a temperature that somebody claims against the sensor that travels along.', () => {
    const temperature = { deviceId: 'reefer', temperatureC: 11.5, at: at(6) }
    const claimed = report({ claim: 'temperature', temperatureC: 4 })
    const [found] = assessRisk(seen({ reports: [claimed], temperature })).evidence.filter(({ what }) => what === 'said-cold-is-warm')
    expect(found?.facts).toMatchObject({ saidC: 4, measuredC: 11.5, deviceId: 'reefer' })
    expect(whats(seen({ reports: [claimed], temperature: { ...temperature, temperatureC: 5 } }))).not.toContain('said-cold-is-warm')
  })

  it('notices a milestone before its cause, of different sources, and not what is a matter of clocks.', () => {
    const departed = {
      ...{ id: id(70), shipmentId: id(1), code: 'DEPA' as const, classifier: 'ACT' as const, eventTime: at(2), recordTime: at(2) },
      ...{ legSequence: 1, locationCode: 'BEANR', lat: null, lon: null, source: 'device' as const, corrects: null },
    }
    const arrived = (hours: number) => report({ claim: 'arrived', legSequence: 1, eventTime: at(hours) })
    expect(whats(seen({ milestones: [departed], reports: [arrived(1)] }))).toContain('before-its-cause')
    expect(whats(seen({ milestones: [departed], reports: [arrived(1.9)] }))).not.toContain('before-its-cause')
  })

  it('counts a rule that changed since the goods were announced, what is forbidden most, and less and less.', () => {
    const change = (kind: 'prohibition' | 'duty'): RiskSubject['ruleChanges'][number] => ({
      ...{
        shipmentId: id(1),
        ruleId: id(95),
        key: 'eu-9405',
        kind,
        version: 2,
        destination: 'GB',
        source: 'Example',
        validFrom: '2026-01-01',
      },
      recordedAt: at(5),
    })
    const legal = (kind: 'prohibition' | 'duty', now = at(6)) => assessRisk(seen({ ruleChanges: [change(kind)] }, { now })).scores.legal
    expect(legal('prohibition')).toBeGreaterThan(legal('duty'))
    expect(legal('duty')).toBeGreaterThan(legal('duty', at(2_000)))
    const [found] = assessRisk(seen({ ruleChanges: [change('duty')] })).evidence.filter(({ what }) => what === 'rule-change')
    expect(found).toMatchObject({ source: { type: 'trade-rule', id: id(95) }, facts: { rule: 'eu-9405', kind: 'duty' } })
  })

  it('counts a declaration that is not in order, the more the worse it is.', () => {
    const open = (severity: 'warning' | 'critical'): RiskSubject['alerts'][number] =>
      ({
        ...{ id: id(96), kind: 'declaration', severity, version: 1, updatedAt: at(5), openedAt: at(5), acknowledgedAt: null },
        facts: { country: 'GB', findings: 2, codes: 'hs-form, origin-missing', documents: null },
      }) as unknown as RiskSubject['alerts'][number]
    const legal = (severity: 'warning' | 'critical') => assessRisk(seen({ alerts: [open(severity)] })).scores.legal
    expect(legal('critical')).toBeGreaterThan(legal('warning'))
    expect(legal('warning')).toBeGreaterThan(assessRisk(seen()).scores.legal)
  })

  it('counts what happens in a country only while the goods come through it.', () => {
    const of = (given: Partial<Surroundings['events'][number]>) => whats(seen({}, { surroundings: { events: [event(given)] } }))
    expect(of({})).toContain('country-event')
    expect(of({ country: 'FR' })).not.toContain('country-event')
    // The country that it left is behind it.
    expect(of({ country: 'BE' })).not.toContain('country-event')
    expect(of({ validFrom: at(200), validUntil: at(300) })).not.toContain('country-event')
  })

  it('believes an event without an end less and less.', () => {
    const score = (now: Date) => assessRisk(seen({}, { surroundings: { events: [event({ validUntil: null })] }, now })).scores.political
    expect(score(at(24))).toBeLessThan(score(at(6)))
  })

  it('takes an index on the scale that it is published on, the worst of each country.', () => {
    const index = (name: string, value: number, best: number, worst: number) => ({
      ...{ name, country: 'GB', of: '2026-01-01', value, best, worst, source: 'Example', importedAt: at(0) },
    })
    const indices = [index('A', -2, 2.5, -2.5), index('B', 40, 0, 100)]
    const found = assessRisk(seen({}, { surroundings: { indices } })).evidence.filter(({ what }) => what === 'country-index')
    expect(found).toHaveLength(1)
    expect(found[0]?.facts).toMatchObject({ index: 'A', danger: 0.9 })
  })

  it('counts a hazard on the way, the more the more certain it is.', () => {
    const hazard = (severity: 'info' | 'critical') => ({
      ...{
        id: id(80),
        kind: 'storm' as const,
        severity,
        title: 'Storm',
        validFrom: at(0),
        validUntil: at(48),
        source: null,
        reference: null,
      },
      ...{ note: null, version: 1, createdAt: at(0), createdBy: null, updatedAt: at(0), updatedBy: null, removedAt: null },
      ...{ feed: null, feedKey: null, feedPart: null },
      area: { shape: 'circle' as const, centre: [1.32, 51.95] as [number, number], radiusM: 40_000 },
    })
    const score = (severity: 'info' | 'critical') => assessRisk(seen({}, { hazards: [hazard(severity)] })).scores.natural
    expect(score('critical')).toBeGreaterThan(score('info'))
    expect(score('info')).toBeGreaterThan(0)
  })

  it('does not add a slip or a hold that the arrival time has in it, and says what either is worth.', () => {
    const entry = {
      id: id(90),
      shipmentId: id(1),
      state: 'examination',
      stateAt: at(1),
      country: 'GB',
      office: null,
      requiredDocuments: [],
    }
    const its = seen({
      arrival: { p10: at(33), p50: at(36), p90: at(40), computedAt: at(6), missProbability: 0.95, stages: [] },
      entries: [entry as unknown as RiskSubject['entries'][number]],
    })
    const risk = assessRisk(its)
    expect(risk.probability).toBeCloseTo(0.95)
    expect(risk.scores.logistics).toBeGreaterThan(0.5)
    expect(risk.scores.legal).toBeGreaterThan(0.5)
    expect(risk.removals[0]).toMatchObject({ kind: 'logistics', evidence: null })
    expect(risk.removals[0]?.probability).toBeLessThan(0.5)
  })

  it('holds a carrier that does worse than others of its kind against the goods that it still has to carry, as far as that is known.', () => {
    const partner = (score: number, low: number, high: number) => ({
      ...{
        code: 'EXAMPLE',
        name: 'Example Lines',
        names: ['example lines'],
        at: at(0),
        score,
        low,
        high,
        kindScore: 0.85,
        scoreBefore: 0.8,
      },
    })
    const credit = (...given: [number, number, number]) =>
      assessRisk(seen({}, { surroundings: { partners: [partner(...given)] } })).scores.credit
    expect(credit(0.4, 0.3, 0.5)).toBeGreaterThan(credit(0.4, 0.1, 0.9))
    expect(credit(0.9, 0.8, 0.95)).toBe(0)
    const other = { ...partner(0.4, 0.3, 0.5), names: ['somebody else'] }
    expect(assessRisk(seen({}, { surroundings: { partners: [other] } })).scores.credit).toBe(0)
  })

  it('knows of places ahead where many wait for longer than planned.', () => {
    const at2 = (overdue: number) => whats(seen({}, { surroundings: { waiting: [{ place: 'GBFXT', waiting: 5, overdue }] } }))
    expect(at2(4)).toContain('congestion')
    expect(at2(1)).not.toContain('congestion')
  })

  it('goes into the history only when it changed enough, or after a day.', () => {
    const first = assessRisk(seen())
    const kept = { shipmentId: id(1), at: at(5), base: first.base, probability: first.probability, scores: first.scores }
    expect(assessRisk(seen({ kept })).isWorthKeeping).toBe(false)
    expect(assessRisk(seen({ kept: { ...kept, at: at(-20) } })).isWorthKeeping).toBe(true)
    expect(assessRisk(seen({ kept, reports: [report({})] })).isWorthKeeping).toBe(true)
  })
})
