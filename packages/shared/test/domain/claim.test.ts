import { describe, expect, it } from 'vitest'
import { type ClaimState, claimDeadlines, claimKinds, claimMoves, claimStates, deadlineStateOf, nextOf } from '../../src/domain/claim.ts'

/** Rows are what a claim is, columns what it becomes, in the order of `claimStates`: whose move that is, or nobody's. */
const table: Record<ClaimState, string> = {
  //                o a u o a r a s w c
  opened: '         . R . . . . . . C .',
  acknowledged: '   . . R . . . . . C .',
  'under-review': ' . . . R R R . . C .',
  offered: '        . . C . C . . . C .',
  accepted: '       . . . . . . . C . C',
  rejected: '       . . . . . . C . . C',
  appealed: '       . . R . . . . . C .',
  settled: '        . . . . . . . . . C',
  withdrawn: '      . . . . . . . . . .',
  closed: '         . . . . . . . . . .',
}
const letters = { C: 'claimant', R: 'respondent', '.': undefined } as const

describe('A claim', () => {
  it.each(claimStates)('that is %s becomes only what it may, by whom it may.', (from) => {
    const allowed = table[from].trim().split(' ')
    expect(allowed).toHaveLength(claimStates.length)
    claimStates.forEach((to, at) => {
      expect(to === 'opened' ? undefined : claimMoves[from][to], `${from} → ${to}`).toBe(letters[allowed[at] as keyof typeof letters])
    })
  })

  it.each(claimKinds)('of %s can always be brought to an end, and has a deadline until then.', (kind) => {
    const isEnd = (state: ClaimState) => nextOf({ kind, state }).length === 0
    const ends = (from: ClaimState, seen: ClaimState[] = []): boolean =>
      isEnd(from) || nextOf({ kind, state: from }).some(({ state }) => !seen.includes(state) && ends(state, [...seen, from]))
    for (const state of claimStates) {
      expect(ends(state), state).toBe(true)
      expect(claimDeadlines[state] !== undefined || isEnd(state), state).toBe(true)
    }
    expect(claimStates.filter(isEnd)).toEqual(['withdrawn', 'closed'])
  })

  it('of a score has nothing to offer or to pay; all others are paid before they are closed.', () => {
    const follows = (kind: 'score' | 'damage', state: ClaimState) => nextOf({ kind, state }).map((next) => next.state)
    expect([follows('score', 'under-review'), follows('damage', 'under-review')]).toEqual([
      ['accepted', 'rejected', 'withdrawn'],
      ['offered', 'accepted', 'rejected', 'withdrawn'],
    ])
    expect([follows('score', 'accepted'), follows('damage', 'accepted')]).toEqual([['closed'], ['settled']])
  })

  it('has a deadline that is ahead, near two days before, and missed after it.', () => {
    const due = new Date('2026-05-10T12:00:00Z')
    const at = (text: string) => deadlineStateOf(due, new Date(text))
    expect([at('2026-05-08T11:59:59Z'), at('2026-05-08T12:00:00Z'), at('2026-05-10T12:00:00Z'), at('2026-05-10T12:00:01Z')]).toEqual([
      'ahead',
      'near',
      'near',
      'missed',
    ])
  })
})
