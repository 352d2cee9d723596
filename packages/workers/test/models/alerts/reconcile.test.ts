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
