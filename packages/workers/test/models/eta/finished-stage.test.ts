import { finishedStage } from '@lading/workers/models/eta/finished-stage'
import { describe, expect, it } from 'vitest'

describe('an outcome that is learnt from', () => {
  const ended = { startedAt: new Date(0), actualHours: 500, features: {} }
  const outcome = { ...ended, key: 'shipment/7/leg/1', kind: 'leg', mode: 'sea', source: 'live' } as const

  it('says which shipment it was a stage of, so that delays of one shipment can be seen together; what was imported is of none', () => {
    expect(finishedStage({ ...outcome, shipmentId: '7' }).partOf).toBe('7')
    expect(finishedStage({ ...outcome, shipmentId: null })).not.toHaveProperty('partOf')
  })

  it('leaves out what is not known, and keeps a zero that is', () => {
    const known = finishedStage({ ...outcome, carrier: null, plannedHours: 0, halfwayHours: null })
    expect(known.plannedHours).toBe(0)
    for (const unknown of ['carrier', 'halfwayHours', 'distanceKm']) expect(known).not.toHaveProperty(unknown)
  })
})
