import type { Severity } from '@lading/shared/domain/alert'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type QueueKind, queueKinds } from '../../../src/state/queue/kinds.ts'
import { inUrgencyOrder, type Urgent, urgencyOf } from '../../../src/state/queue/order.ts'

const kinds = Object.keys(queueKinds) as QueueKind[]
const severities = ['info', 'warning', 'critical'] as const satisfies Severity[]

/** Facts of every kind at once: each kind reads its own. */
const facts = fc.record(
  Object.fromEntries(
    [
      'worstC',
      'limitMinC',
      'limitMaxC',
      'daysOfCover',
      'lateMinutes',
      'worstKm',
      'corridorKm',
      'worstG',
      'shockMaxG',
      'hours',
      'minutes',
      'batteryPct',
      'p90Hours',
    ].map((name) => [name, fc.option(fc.double({ min: -50, max: 5000, noNaN: true }), { nil: null })]),
  ),
)
const entry: fc.Arbitrary<Urgent> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...kinds),
  severity: fc.constantFrom(...severities),
  facts,
  probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  since: fc.option(
    fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
    { nil: null },
  ),
})
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 40 })

test('Every entry has an urgency between nothing and all.', () => {
  fc.assert(
    fc.property(entry, (one) => {
      const urgency = urgencyOf(one)
      expect(urgency).toBeGreaterThanOrEqual(0)
      expect(urgency).toBeLessThanOrEqual(1)
    }),
  )
})

test('The order is one and the same in whatever order the entries come: none is lost, and none swaps places without a reason.', () => {
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (all, chance) => {
      const ordered = inUrgencyOrder(all)
      const shuffled = all
        .map((one) => ({ one, at: chance.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(inUrgencyOrder(shuffled)).toEqual(ordered)
      expect(inUrgencyOrder(ordered)).toEqual(ordered)
      expect(new Set(ordered)).toEqual(new Set(all))
    }),
  )
})

test('One that leaves or comes moves no other past another.', () => {
  fc.assert(
    fc.property(entries, entry, (all, more) => {
      fc.pre(all.every(({ id }) => id !== more.id))
      expect(inUrgencyOrder([...all, more]).filter((one) => one !== more)).toEqual(inUrgencyOrder(all))
    }),
  )
})

const isWorseFirst = (milder: Urgent, worse: Urgent) => {
  expect(urgencyOf(worse)).toBeGreaterThanOrEqual(urgencyOf(milder))
}

test('More severe is never lower.', () => {
  fc.assert(
    fc.property(entry, fc.constantFrom(0, 1), (one, step) =>
      isWorseFirst({ ...one, severity: severities[step] as Severity }, { ...one, severity: severities[step + 1] as Severity }),
    ),
  )
})

test('More likely is never lower.', () => {
  fc.assert(
    fc.property(entry, fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), (one, [a, b]) =>
      isWorseFirst({ ...one, probability: Math.min(a, b) }, { ...one, probability: Math.max(a, b) }),
    ),
  )
})

/** What is worse of each kind: a fact that grows, or one that shrinks. */
const grows: [QueueKind, string, Record<string, number>][] = [
  ['declaration', 'findings', {}],
  ['late', 'lateMinutes', {}],
  ['temperature', 'worstC', { limitMaxC: 8 }],
  ['off-route', 'worstKm', { corridorKm: 20 }],
  ['shock', 'worstG', { shockMaxG: 5 }],
  ['stalled', 'hours', {}],
  ['silent-device', 'minutes', {}],
  ['customs-hold', 'hours', {}],
  ['customs-delay', 'p90Hours', {}],
]
const shrinks: [QueueKind, string, Record<string, number>][] = [
  ['stock-out', 'daysOfCover', {}],
  ['free-time', 'hoursLeft', {}],
  ['claim-due', 'hoursLeft', {}],
  ['low-battery', 'batteryPct', {}],
  ['temperature', 'worstC', { limitMinC: 2 }],
]

test.each([...grows.map((each) => [...each, 1] as const), ...shrinks.map((each) => [...each, -1] as const)])(
  'Of two alike (%s) the one that is further gone (%s) is never lower.',
  (kind, fact, others, sign) => {
    fc.assert(
      fc.property(
        entry,
        fc.double({ min: -100, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (one, value, more) => {
          const alike = { ...one, kind }
          isWorseFirst({ ...alike, facts: { ...others, [fact]: value } }, { ...alike, facts: { ...others, [fact]: value + sign * more } })
        },
      ),
    )
  },
)

test('What endangers goods stands before what endangers a device; of equals, what has waited longest is first.', () => {
  const one = (id: string, kind: QueueKind, severity: Severity, change: Partial<Urgent> = {}): Urgent => ({
    ...{ id, kind, severity, facts: {}, probability: null, since: '2026-08-01T10:00:00Z' },
    ...change,
  })
  const all = [
    one('battery', 'low-battery', 'critical'),
    one('warm', 'temperature', 'warning', { facts: { worstC: 14, limitMaxC: 8 } }),
    one('surely late', 'late', 'critical', { probability: 0.95 }),
    one('perhaps late', 'late', 'critical', { probability: 0.5 }),
    one('stalled, new', 'stalled', 'critical', { since: '2026-08-01T12:00:00Z' }),
    one('stalled, old', 'stalled', 'critical', { since: '2026-08-01T09:00:00Z' }),
    one('hot', 'temperature', 'critical'),
    one('shelf', 'stock-out', 'critical', { probability: 0.9, facts: { daysOfCover: 1 }, since: null }),
  ]
  expect(inUrgencyOrder(all).map(({ id }) => id)).toEqual([
    'shelf',
    'hot',
    'warm',
    'surely late',
    'stalled, old',
    'stalled, new',
    'perhaps late',
    'battery',
  ])
})
