import { describe, expect, it } from 'vitest'
import { partnerAddress, partnersQuery, readPartnerAddress, writePartnerAddress } from '../../src/state/address/partners.ts'
import { trendOf } from '../../src/state/partners.ts'

const score = (now: number, before: number | null) => ({ score: now, low: 0, high: 1, kindScore: 0.9, at: '2026-01-01T00:00:00Z', before })

describe('Partners on the screen', () => {
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

  it('are asked for by what they are filtered by, whoever is open.', () => {
    partnerAddress.value = { ...readPartnerAddress('?view=claims&claim=1'), text: ' an & b ', role: 'carrier', selected: 'blue-anchor' }
    expect(partnersQuery.value).toBe('role=carrier&q=an+%26+b')
  })
})
