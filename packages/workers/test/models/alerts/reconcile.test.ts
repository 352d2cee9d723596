import { lowBattery } from '@lading/workers/models/alerts/low-battery'
import { reconcileAlerts } from '@lading/workers/models/alerts/reconcile'
import { temperature } from '@lading/workers/models/alerts/temperature'
import { describe, expect, test } from 'vitest'
import { at } from '../../a-journey.ts'
import { opened, reading, seen } from './seen.ts'

const warm = (...values: number[]) => values.map((temperatureC, index) => reading(5 + index / 4, { temperatureC }))

describe('alerts, one per cause', () => {
  test('A cause that is there opens one alert, however often it is looked at.', () => {
    const now = seen({ readings: warm(9, 9.1, 9.2) })
    const first = reconcileAlerts(now, [])
    expect(first.opened.map(({ kind }) => kind)).toEqual(['temperature'])
    expect(first.opened[0]?.openedAt).toEqual(at(6))
    expect(reconcileAlerts(now, [opened('temperature', temperature(now, undefined))])).toEqual({ opened: [], updated: [], closed: [] })
  })

  test('It is updated when the figure moved by a step or the severity changed, not for a tenth of a degree.', () => {
    const open = opened('temperature', temperature(seen({ readings: warm(9, 9.1, 9.2) }), undefined))
    expect(reconcileAlerts(seen({ readings: warm(9.2, 9.3, 9.5) }), [open]).updated).toEqual([])
    expect(reconcileAlerts(seen({ readings: warm(9.2, 9.3, 9.8) }), [open]).updated).toMatchObject([
      { id: 'temperature', facts: { worstC: 9.8 } },
    ])
    expect(reconcileAlerts(seen({ readings: warm(9.2, 9.3, 11.5) }), [open]).updated).toMatchObject([{ severity: 'critical' }])
  })

  test('It closes when the cause is over.', () => {
    const open = opened('temperature', temperature(seen({ readings: warm(9, 9.1, 9.2) }), undefined))
    expect(reconcileAlerts(seen({ readings: warm(9.2, 5, 5) }), [open]).closed).toEqual([{ id: 'temperature' }])
  })

  test('A finished shipment keeps none open and opens none.', () => {
    const readings = warm(9, 9.1, 9.2)
    const open = opened('temperature', temperature(seen({ readings }), undefined))
    expect(reconcileAlerts(seen({ readings, leg: undefined }), [open])).toEqual({
      opened: [],
      updated: [],
      closed: [{ id: 'temperature' }],
    })
    expect(reconcileAlerts(seen({ readings, leg: undefined }), [])).toEqual({ opened: [], updated: [], closed: [] })
  })
})

describe('an alert that somebody set aside', () => {
  const atNine = opened('temperature', temperature(seen({ readings: warm(9, 9.1, 9.2) }), undefined))
  const { severity, facts } = atNine
  const resolved = { ...atNine, version: 4, resolvedAt: at(6), setAside: { severity, facts } }
  const snoozed = { ...atNine, version: 4, snoozedUntil: at(12), setAside: { severity, facts } }

  test('does not open again for a cause that is still there, and keeps another from opening.', () => {
    for (const aside of [resolved, snoozed])
      expect(reconcileAlerts(seen({ readings: warm(9.1, 9.2, 9.2) }), [aside])).toEqual({ opened: [], updated: [], closed: [] })
  })

  test('is told of smaller news without coming back.', () => {
    expect(reconcileAlerts(seen({ readings: warm(9.2, 9.3, 9.8) }), [resolved]).updated).toMatchObject([
      { id: 'temperature', facts: { worstC: 9.8 }, returns: undefined },
    ])
  })

  test('comes back when it gets more severe, or worse by what is material.', () => {
    for (const aside of [resolved, snoozed])
      expect(reconcileAlerts(seen({ readings: warm(9.2, 9.3, 11.5) }), [aside]).updated).toMatchObject([
        { severity: 'critical', from: 'warning', returns: { version: 4 } },
      ])
    const critical = {
      ...resolved,
      severity: 'critical' as const,
      setAside: { severity: 'critical' as const, facts: { ...facts, worstC: 11.5 } },
    }
    expect(reconcileAlerts(seen({ readings: warm(12, 13, 13.4) }), [critical]).updated).toMatchObject([{ returns: undefined }])
    expect(reconcileAlerts(seen({ readings: warm(12, 13, 13.5) }), [critical]).updated).toMatchObject([{ returns: { version: 4 } }])
  })

  test('has come back by itself once its time is over: then nothing has to bring it.', () => {
    const over = { ...snoozed, snoozedUntil: at(5) }
    expect(reconcileAlerts(seen({ readings: warm(9.2, 9.3, 11.5) }), [over]).updated).toMatchObject([{ returns: undefined }])
  })

  test('closes with its cause, and the cause that comes again opens another.', () => {
    expect(reconcileAlerts(seen({ readings: warm(9.2, 5, 5) }), [resolved]).closed).toEqual([{ id: 'temperature' }])
    expect(reconcileAlerts(seen({ readings: warm(9, 9.1, 9.2) }), []).opened).toHaveLength(1)
  })

  test('comes back where less is worse, such as a battery, when it is down further.', () => {
    const battery = (...levels: number[]) => levels.map((batteryPct, index) => reading(5 + index / 4, { batteryPct }))
    const low = opened('low-battery', lowBattery(seen({ readings: battery(12, 12) }), undefined))
    const aside = { ...low, resolvedAt: at(6), setAside: { severity: low.severity, facts: low.facts } }
    const returnsAt = (level: number) =>
      reconcileAlerts(seen({ readings: battery(level, level) }), [aside]).updated.map(({ returns }) => returns)
    expect(returnsAt(14)).toEqual([])
    expect(returnsAt(8)).toEqual([])
    expect(returnsAt(7)).toEqual([{ version: 1 }])
  })
})
