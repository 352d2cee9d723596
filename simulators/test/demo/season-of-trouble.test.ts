import { describe, expect, it } from 'vitest'
import { falseDelivery, saidCold } from '../../src/demo/season-of-trouble.ts'
import type { Journey } from '../../src/journey/journey.ts'

const journey = (given: Partial<Journey>) =>
  ({
    ...{ startMs: 0, deliveredMs: 100, trouble: null, cargo: { setPointC: null, minC: null, maxC: null, humidityPct: 50 } },
    legs: [{ carrier: 'Example Lines', departureMs: 0 }],
    ...given,
  }) as unknown as Journey

describe('A season of trouble', () => {
  it('has one false delivery, of the journey that takes longest yet, and none where everything is nearly there.', () => {
    const underWay = [
      { shipmentId: 'short', journey: journey({ deliveredMs: 90 }) },
      { shipmentId: 'long', journey: journey({ deliveredMs: 1000 }) },
      { shipmentId: 'not begun', journey: journey({ startMs: 50, deliveredMs: 5000 }) },
    ]
    expect(falseDelivery(underWay, 10)).toMatchObject({ shipmentId: 'long', report: { claim: 'delivered', party: 'Example Lines' } })
    expect(falseDelivery(underWay.slice(0, 1), 80)).toBeUndefined()
  })

  it('lets a reefer be said to be cold only while its unit has failed.', () => {
    const failing = journey({
      cargo: { setPointC: 4, minC: 2, maxC: 8, humidityPct: 50 },
      trouble: { kind: 'reefer-failure', fromMs: 10, untilMs: 20 },
    })
    expect(saidCold([{ shipmentId: 'one', journey: failing }], 15)).toMatchObject([{ report: { claim: 'temperature', temperatureC: 4 } }])
    expect(saidCold([{ shipmentId: 'one', journey: failing }], 25)).toEqual([])
  })
})
