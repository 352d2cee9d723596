import type { Alert } from '@lading/shared/contract/alert'
import type { Shipment } from '@lading/shared/contract/shipment'
import { expect, test } from 'vitest'
import { eventBeside, replayEvents } from '../../../src/state/replay/events.ts'

const start = Date.UTC(2026, 7, 4)
const at = (hours: number) => start + hours * 3600_000
const iso = (hours: number) => new Date(at(hours)).toISOString()

const milestone = (id: string, hours: number, code: 'DEPA' | 'ARRI' | 'CUSR', more: Partial<Shipment['milestones'][number]> = {}) => ({
  ...{ id, code, classifier: 'ACT' as const, eventTime: iso(hours), recordTime: iso(hours), legSequence: 1, locationCode: 'NLRTM' },
  ...{ position: null, source: 'device' as const, corrects: null },
  ...more,
})
const shipment = (more: Partial<Shipment>) =>
  ({ id: 'one', trackingNumber: 'LD1', milestones: [], alerts: [], customs: [], ...more }) as unknown as Shipment
const told = (shipments: Shipment[]) =>
  replayEvents(shipments).map((event) => [
    (event.atMs - start) / 3600_000,
    event.trackingNumber,
    event.kind === 'milestone' ? event.code : event.kind === 'alert' ? event.alert : event.state,
  ])

test('What happened to several shipments is told in its order; what is planned, or was corrected, is not.', () => {
  const one = shipment({
    milestones: [milestone('a', 5, 'DEPA'), milestone('b', 4, 'DEPA', { corrects: 'a' }), milestone('c', 9, 'ARRI', { classifier: 'PLN' })],
  })
  const other = shipment({ id: 'other', trackingNumber: 'LD2', milestones: [milestone('d', 2, 'ARRI')] })
  expect(told([one, other])).toEqual([
    [2, 'LD2', 'ARRI'],
    [4, 'LD1', 'DEPA'],
  ])
})

test('An alert lasts until its cause was gone.', () => {
  const alert = (closedAt: string | null) => ({ kind: 'temperature', severity: 'critical', openedAt: iso(1), closedAt }) as Alert
  const [over, open] = replayEvents([shipment({ alerts: [alert(iso(3)), alert(null)] })])
  expect(over).toMatchObject({ kind: 'alert', atMs: at(1), untilMs: at(3) })
  expect(open).toMatchObject({ kind: 'alert', untilMs: undefined })
})

test('What customs told of a declaration is told once, not as a milestone as well.', () => {
  const customs = [{ country: 'NL', events: [{ state: 'released', eventTime: iso(7) }] }] as Shipment['customs']
  const milestones = [milestone('a', 7, 'CUSR'), milestone('b', 8, 'DEPA')]
  expect(told([shipment({ customs, milestones })])).toEqual([
    [7, 'LD1', 'released'],
    [8, 'LD1', 'DEPA'],
  ])
  expect(told([shipment({ milestones })])).toHaveLength(2)
})

test('From an event the next one is another one, in either direction.', () => {
  const events = replayEvents([shipment({ milestones: [2, 4, 6].map((hours) => milestone(String(hours), hours, 'ARRI')) })])
  expect([eventBeside(events, at(4), 1)?.atMs, eventBeside(events, at(4), -1)?.atMs]).toEqual([at(6), at(2)])
  expect([eventBeside(events, at(6), 1), eventBeside(events, at(2), -1)]).toEqual([undefined, undefined])
})
