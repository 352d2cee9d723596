import type { EtaStage } from '@lading/shared/domain/eta'
import { late } from '@lading/workers/models/alerts/late'
import { losesMost } from '@lading/workers/models/alerts/loses-most'
import { describe, expect, test } from 'vitest'
import { at, threeLegs } from '../../a-journey.ts'
import { opened, seen } from './seen.ts'

const customs = (sequence: number, p50Hours: number): EtaStage => ({
  ...{ sequence, kind: 'customs', state: 'ahead', p10Hours: 0, p50Hours, p90Hours: 99, shareOfSpread: 0, basis: null },
})

const planned = '2-12 18-22 26-28'
/** The first leg as it was, the others as they are expected, in hours. */
const journey = (hours: string, stages: EtaStage[] = []) => {
  const times = hours.split(' ').map((each) => each.split('-').map((hour) => at(Number(hour))) as [departure: Date, arrival: Date])
  const [[actualDeparture, actualArrival] = [at(0), at(0)], ...expected] = times
  return {
    legs: threeLegs().map((leg, index) => (index === 0 ? { ...leg, actualDeparture, actualArrival } : leg)),
    eta: { legs: expected.map(([departure, arrival], index) => ({ sequence: index + 2, departure, arrival })), stages },
  }
}
const of = (...told: Parameters<typeof journey>) => {
  const { legs, eta } = journey(...told)
  return losesMost(legs, eta)
}

describe('What loses most of the time', () => {
  test.each([
    ['a leg took longer', '2-17 23-27 31-33', { cause: 'leg', from: 'Antwerp', to: 'Felixstowe', lostMs: 5 * 3_600_000 }],
    ['a wait is longer', '2-13 29-33 37-39', { cause: 'wait', from: 'Felixstowe', lostMs: 10 * 3_600_000 }],
    ['it left late', '9-19 25-29 33-35', { cause: 'wait', from: 'Antwerp', lostMs: 7 * 3_600_000 }],
    ['one loses and another makes good', '2-20 21-25 29-31', { cause: 'leg', from: 'Antwerp' }],
  ])('is said: %s.', (_, times, expected) => expect(of(times)).toMatchObject(expected))

  test('A wait is customs where that makes at least half of what is lost in it.', () => {
    expect(of('2-12 28-32 36-38', [customs(2, 5)])).toMatchObject({ cause: 'customs', from: 'Felixstowe' })
    expect(of('2-12 28-32 36-38', [customs(2, 4), customs(3, 9)])).toMatchObject({ cause: 'wait', from: 'Felixstowe' })
  })

  test.each([
    ['several lose alike', '4-17 26-33 37-40'],
    ['nothing is lost', planned],
    ['a time is not known', '2-12 28-32'],
  ])('is not said where %s.', (_, times) => expect(of(times)).toBeUndefined())
})

test('An alert says what makes goods late, and says so anew where that is something else, but not where it can no longer be told.', () => {
  const told = (...times: Parameters<typeof journey>) => {
    const { legs, eta } = journey(...times)
    return seen({ legs, eta: { p10: at(31), p50: at(38), ...eta } })
  }
  const found = late(told('2-12 26-30 34-36'), undefined)
  expect(found).toMatchObject({
    message: 'Expected 8 hours later than promised, mostly by the wait at Felixstowe.',
    facts: { cause: 'wait', causeFrom: 'Felixstowe', causeTo: null },
    isNews: false,
  })
  const open = opened('late', found)
  expect(late(told('2-12 26-30 34-36', [customs(2, 8)]), open)).toMatchObject({ facts: { cause: 'customs' }, isNews: true })
  expect(late(told('4-17 26-33 37-40'), open)).toMatchObject({ facts: { cause: null }, isNews: false })
})
