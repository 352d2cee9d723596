import { asItHappened, courseOf, fitsCourse } from '@lading/shared/domain/customs-course'
import { type CustomsEventState, type CustomsState, customsStates, mayFollow } from '@lading/shared/domain/customs-entry'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const at = (hour: number) => new Date(Date.UTC(2026, 4, 1, hour))
const told = (state: CustomsEventState, hour: number) => ({ state, eventTime: at(hour) })

describe('The course of a declaration', () => {
  it('begins as a draft of which nothing was told', () => {
    expect(courseOf([])).toEqual({ state: 'draft', channel: null, lodgedAt: null, stateAt: null, closedAt: null })
  })

  it('is what was told last, since when, and under the heaviest channel on the way', () => {
    const events = [told('lodged', 8), told('accepted', 9), told('documents-required', 12), told('accepted', 20)]
    expect(courseOf(events)).toEqual({ state: 'accepted', channel: 'documents', lodgedAt: at(8), stateAt: at(20), closedAt: null })
    expect(courseOf([...events, told('released', 21)])).toMatchObject({ state: 'released', channel: 'documents', closedAt: at(21) })
  })

  it('does not go backwards when an earlier event is told late', () => {
    const events = [told('examination', 12), told('accepted', 9)]
    expect(courseOf(events)).toEqual({ state: 'examination', channel: 'examination', lodgedAt: at(9), stateAt: at(12), closedAt: null })
  })

  it('counts what happened in one instant in the usual order', () => {
    expect(courseOf([told('released', 8), told('accepted', 8), told('lodged', 8)])).toMatchObject({ state: 'released', stateAt: at(8) })
  })

  it.each<[string, CustomsEventState, number, boolean]>([
    ['a release in its turn', 'released', 13, true],
    ['a second acceptance', 'accepted', 9, false],
    ['a lodging that is told late', 'lodged', 7, true],
    ['a lodging after the acceptance', 'lodged', 13, false],
    ['a release before the examination', 'released', 11, false],
    ['a second examination', 'examination', 13, false],
    ['documents asked for in between', 'documents-required', 11, true],
  ])('takes or refuses %s', (_, state, hour, fits) => {
    expect(fitsCourse([told('accepted', 8), told('examination', 12)], told(state, hour)).fits).toBe(fits)
  })

  it('says what would fit instead', () => {
    expect(fitsCourse([told('accepted', 8), told('examination', 12)], told('refused', 10))).toEqual({
      fits: false,
      after: 'accepted',
      allowed: ['documents-required', 'detained'],
    })
    expect(fitsCourse([told('released', 8)], told('examination', 12))).toEqual({ fits: false, after: 'released', allowed: [] })
  })

  it('comes to the same in whatever order fitting events are told', () => {
    const events = [told('lodged', 8), told('accepted', 9), told('documents-required', 12), told('examination', 14), told('released', 20)]
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        const taken: typeof events = []
        for (const event of shuffled) {
          expect(fitsCourse(taken, event).fits).toBe(true)
          taken.push(event)
        }
        expect(courseOf(taken)).toEqual(courseOf(events))
      }),
    )
  })

  it('once taken never holds two neighbours that may not follow each other', () => {
    const event = fc.record({ state: fc.constantFrom(...customsStates.filter((state) => state !== 'draft')), hour: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (attempts) => {
        const taken: ReturnType<typeof told>[] = []
        for (const { state, hour } of attempts) if (fitsCourse(taken, told(state, hour)).fits) taken.push(told(state, hour))
        const states = ['draft' as const, ...asItHappened(taken).map(({ state }) => state)]
        for (const [index, state] of states.slice(1).entries()) expect(mayFollow(states[index] as CustomsState, state)).toBe(true)
        expect(courseOf(taken).state).toBe(states.at(-1))
      }),
    )
  })
})
