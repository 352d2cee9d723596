import type { ListedPartner } from '@lading/shared/contract/partner'
import { describe, expect, it } from 'vitest'
import { readPartnerAddress, writePartnerAddress } from '../../src/state/partner-address.ts'
import { inExpiryOrder, trendOf } from '../../src/state/partners.ts'

const partner = (name: string, nextExpiry: string | null, expired?: string): ListedPartner => ({
  ...{ code: name, name, aliases: [], country: 'NL', roles: ['carrier'], identifiers: [], reviewDue: null, suspended: null, score: null },
  qualification: {
    status: 'qualified',
    reasons: expired ? [{ code: 'document-expired', status: 'not-qualified', document: 'insurance', day: expired, count: null }] : [],
    nextExpiry,
  },
})
const score = (now: number, before: number | null) => ({ score: now, low: 0, high: 1, kindScore: 0.9, at: '2026-01-01T00:00:00Z', before })

describe('Partners on the screen', () => {
  it('stand in the order in which their documents end, those that have ended first, and those that last by name.', () => {
    const all = [partner('z', null), partner('a', null), partner('soon', '2026-02-01'), partner('ended', '2027-01-01', '2025-12-01')]
    expect(inExpiryOrder(all).map(({ name }) => name)).toEqual(['ended', 'soon', 'a', 'z'])
  })

  it('rise or fall only by what is worth saying.', () => {
    expect([trendOf(score(0.9, 0.86)), trendOf(score(0.86, 0.9)), trendOf(score(0.9, 0.89))]).toEqual(['up', 'down', 'steady'])
    expect([trendOf(null), trendOf(score(0.9, null))]).toEqual(['unknown', 'unknown'])
  })

  it('are the same after their address was written and read, and what it does not know it leaves out.', () => {
    const register = { view: 'register', text: 'an & b', role: 'carrier', status: 'suspended', selected: 'blue-anchor' } as const
    const address = { ...register, claims: 'open', claim: undefined } as const
    expect(readPartnerAddress(writePartnerAddress(address))).toEqual(address)
    const nothing = {
      ...{ view: 'register', text: '', role: undefined, status: undefined, selected: undefined, claims: 'open', claim: undefined },
    } as const
    expect(readPartnerAddress('?role=pirate&status=fine')).toEqual(nothing)
    const claims = { ...nothing, view: 'claims', claims: 'rejected', claim: 'an-id' } as const
    expect(readPartnerAddress(writePartnerAddress(claims))).toEqual(claims)
    expect(readPartnerAddress('?view=claims&claims=lost')).toEqual({ ...nothing, view: 'claims' })
  })
})
