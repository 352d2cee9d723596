import {
  type CustomsState,
  channelAfter,
  customsStates,
  isClosed,
  isHeld,
  mayFollow,
  statesByEdifact,
  statesByEmsevt,
} from '@lading/shared/domain/customs-entry'
import { describe, expect, it } from 'vitest'

describe('a customs entry', () => {
  it.each<[CustomsState, CustomsState, boolean]>([
    ['draft', 'lodged', true],
    ['draft', 'examination', true],
    ['lodged', 'accepted', true],
    ['lodged', 'released', true],
    ['accepted', 'lodged', false],
    ['accepted', 'documents-required', true],
    ['documents-required', 'examination', true],
    ['examination', 'documents-required', true],
    ['detained', 'released', true],
    ['documents-required', 'accepted', true],
    ['documents-required', 'documents-required', true],
    ['examination', 'examination', false],
    ['accepted', 'accepted', false],
  ])('from %s to %s: %s', (from, to, may) => expect(mayFollow(from, to)).toBe(may))

  it('goes nowhere from where it has ended, and never back to a draft', () => {
    for (const from of customsStates) {
      expect(mayFollow(from, 'draft')).toBe(false)
      if (isClosed(from)) for (const to of customsStates) expect(mayFollow(from, to)).toBe(false)
    }
  })

  it('waits for somebody while documents, goods or a refusal are in the way', () => {
    expect(customsStates.filter(isHeld)).toEqual(['documents-required', 'examination', 'detained', 'refused'])
  })

  it('counts under the heaviest channel that it went through', () => {
    const through = (states: CustomsState[]) => states.reduce(channelAfter, null)
    expect(through(['lodged', 'accepted'])).toBeNull()
    expect(through(['lodged', 'released'])).toBe('released')
    expect(through(['lodged', 'documents-required', 'released'])).toBe('documents')
    expect(through(['lodged', 'documents-required', 'examination', 'documents-required', 'released'])).toBe('examination')
    expect(through(['detained', 'refused'])).toBe('examination')
  })

  it('understands the response codes of EDIFACT 7365', () => {
    expect([1, 2, 4, 5, 6, 7].map((code) => statesByEdifact[code])).toEqual([
      ...['accepted', 'refused', 'released', 'examination', 'documents-required', 'detained'],
    ])
    expect(statesByEdifact[3]).toBeUndefined()
  })

  it('understands the events of the post that are about import', () => {
    expect(['EDB', 'EME', 'EDC'].map((code) => statesByEmsevt[code])).toEqual(['lodged', 'detained', 'released'])
    expect(statesByEmsevt.EMD).toBeUndefined()
  })
})
