import { describe, expect, it } from 'vitest'
import { firstRequest, nextRequest } from '../../src/demo/plan-fleet.ts'
import { createJourney } from '../../src/journey/create-journey.ts'
import { hourMs, minuteMs } from '../../src/movement/movement.ts'

const nowMs = Date.parse('2026-11-22T10:00:00Z')
const speed = 60
const fleet = Array.from({ length: 40 }, (_, number) => createJourney(firstRequest('lading', number, { nowMs, speed })))

describe('the fleet of a demonstration', () => {
  it('shows every way of carriage', () => {
    expect(new Set(fleet.map(({ scenario }) => scenario))).toEqual(new Set(['sea', 'air', 'road', 'cold-chain', 'parcel', 'rail']))
  })

  it('is mostly on its way already', () => {
    const underWay = fleet.filter(({ legs, deliveredMs }) => (legs[0]?.departureMs ?? 0) < nowMs && deliveredMs > nowMs)
    expect(underWay.length).toBeGreaterThanOrEqual(30)
  })

  it('has some that arrive and some that leave within minutes', () => {
    const soon = 10 * minuteMs * speed
    expect(fleet.filter(({ deliveredMs }) => deliveredMs > nowMs && deliveredMs < nowMs + soon).length).toBeGreaterThanOrEqual(3)
    expect(fleet.filter(({ startMs }) => startMs > nowMs && startMs < nowMs + soon).length).toBeGreaterThanOrEqual(3)
  })

  it('has trouble on one in seven, different troubles, and each of them shows at once', () => {
    const troubled = fleet.flatMap(({ trouble }) => (trouble && trouble.kind !== 'customs-hold' ? trouble : []))
    expect(troubled.length / fleet.length).toBeGreaterThanOrEqual(0.1)
    expect(troubled.length / fleet.length).toBeLessThanOrEqual(0.15)
    expect(new Set(troubled.map(({ kind }) => kind)).size).toBe(troubled.length)
    for (const { fromMs } of troubled) expect(fromMs).toBeLessThan(nowMs)
  })

  it.each(Array.from({ length: 14 }, (_, half) => half * 12))(
    'has goods that customs holds, for documents and for an examination, %i h into the week too',
    (hours) => {
      const atMs = nowMs + hours * hourMs
      const held = [5, 20, 35].map((number) => createJourney(firstRequest('lading', number, { nowMs: atMs, speed })))
      expect(held.map(({ clearance }) => clearance?.channel)).toEqual(['documents', 'examination', 'documents'])
      for (const { trouble } of held) {
        expect(trouble?.kind).toBe('customs-hold')
        expect(trouble?.fromMs).toBeLessThan(atMs)
        expect(trouble?.untilMs).toBeGreaterThan(atMs)
      }
    },
  )

  it('is followed by others that leave soon', () => {
    for (const number of [40, 41, 42]) {
      const { startMs } = createJourney(nextRequest('lading', number, { nowMs, speed }))
      expect(startMs).toBeGreaterThan(nowMs)
      expect(startMs).toBeLessThan(nowMs + 61 * minuteMs)
    }
  })

  it('is followed by goods that customs will hold now and then', () => {
    const later = Array.from({ length: 60 }, (_, index) => createJourney(nextRequest('lading', 40 + index, { nowMs, speed })))
    expect(later.filter(({ trouble }) => trouble?.kind === 'customs-hold').length).toBeGreaterThanOrEqual(2)
  })

  it('has numbers that differ', () => {
    expect(new Set(fleet.map(({ trackingNumber }) => trackingNumber)).size).toBe(fleet.length)
  })
})
