import type { Claim, ClaimDetail, ClaimPage, ClaimVerification } from '@lading/shared/contract/claim'
import type { PartnerDetail } from '@lading/shared/contract/partner'
import type { PartnerEvidenceList } from '@lading/shared/contract/partner-evidence'
import type { Shipment } from '@lading/shared/contract/shipment'
import { checkPack } from '@lading/store/claim/pack'
import { getClaim } from '@lading/store/postgres/claim/list'
import { moveClaim } from '@lading/store/postgres/claim/move'
import { commentOnClaim } from '@lading/store/postgres/claim/write'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithEvidence } from '../../../src/claim/open.ts'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

let now = new Date('2026-05-01T00:00:00Z')
const laterDays = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}
const claimed = { minorUnits: 120_000, currency: 'EUR' }

describe('Claims', () => {
  let api: TestApi
  let operator: Awaited<ReturnType<TestApi['as']>>
  let shipmentId: string
  const open = (change = {}) =>
    operator('POST', '/v1/claims', { kind: 'damage', partner: 'anchor', shipmentId, claimed, description: 'Crushed on board', ...change })
  const move = (id: string, body: object) => operator('POST', `/v1/claims/${id}/moves`, body)
  const through = async (id: string, ...states: string[]) => {
    for (const state of states) expect((await move(id, { state, reason: 'So it is' })).statusCode, state).toBe(200)
  }
  const verify = async (id: string, query = '') =>
    (await operator('GET', `/v1/claims/${id}/verification${query}`)).json<ClaimVerification>()
  const evidence = async () => (await operator('GET', '/v1/partners/anchor/evidence')).json<PartnerEvidenceList>().items

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    operator = await api.as('operator')
    for (const place of places) await operator('PUT', `/v1/locations/${place.code}`, place)
    shipmentId = (await operator('POST', '/v1/shipments', newShipment())).json<Shipment>().id
    await operator('PUT', '/v1/partners/anchor', { name: 'Blue Anchor Line', country: 'NL', roles: ['carrier'] })
    await operator('PUT', '/v1/partners/other', { name: 'Somebody Else', country: 'NL', roles: ['carrier'] })
  })
  afterAll(() => api?.stop())

  it('go their way from opening to the end, with what was agreed, and what may not follow is refused with what may.', async () => {
    const opened = (await open()).json<ClaimDetail>()
    expect(opened).toMatchObject({
      ...{
        state: 'opened',
        claimed,
        agreed: null,
        deadline: 'ahead',
        dueFrom: 'respondent',
        dueAt: '2026-05-04T00:00:00.000Z',
        lateAt: null,
      },
      ...{ shipment: { id: shipmentId }, partner: { code: 'anchor', name: 'Blue Anchor Line' } },
    })
    const { id } = opened
    const early = await move(id, { state: 'settled' })
    expect([early.statusCode, early.json().code, early.json().errors]).toEqual([
      ...[409, 'claim-state'],
      [{ path: '/state', message: 'may be acknowledged or withdrawn' }],
    ])
    laterDays(2)
    const due = async () => (await operator('GET', '/v1/claims?due=true&open=true')).json<ClaimPage>().items.map((each) => each.deadline)
    expect(await due()).toEqual(['near'])
    laterDays(2)
    expect(await due()).toEqual(['missed'])
    await through(id, 'acknowledged', 'under-review')
    expect((await move(id, { state: 'offered', reason: 'Half' })).json().errors).toEqual([
      { path: '/amount', message: 'has to say how much' },
    ])
    for (const amount of [
      { minorUnits: 120_001, currency: 'EUR' },
      { minorUnits: 5, currency: 'USD' },
    ])
      expect((await move(id, { state: 'offered', reason: 'Half', amount })).statusCode).toBe(422)
    expect((await move(id, { state: 'rejected' })).json().errors).toEqual([{ path: '/reason', message: 'has to be given' }])
    await move(id, { state: 'offered', reason: 'They pay two thirds', amount: { minorUnits: 80_000, currency: 'EUR' } })
    await through(id, 'accepted', 'settled')
    const closed = (await move(id, { state: 'closed' })).json<ClaimDetail>()
    expect(closed).toMatchObject({
      state: 'closed',
      decision: 'upheld',
      agreed: { minorUnits: 80_000 },
      dueAt: null,
      deadline: null,
      next: [],
    })
    expect(closed.chain.map(({ kind }) => kind)).toEqual([
      ...['opened', 'acknowledged', 'under-review', 'offered', 'accepted', 'settled', 'closed'],
    ])
    expect((await operator('POST', `/v1/claims/${id}/comments`, { text: 'Too late' })).statusCode).toBe(409)
    expect(await verify(id)).toMatchObject({ isIntact: true, entries: 7, head: closed.head })
    // What was upheld, and acknowledged too late, speaks against the partner.
    const found = (await evidence()).filter(({ source }) => source === 'claim')
    expect(found.map(({ aspect, code, isGood, claim }) => [aspect, code, isGood, claim?.id]).toSorted()).toEqual([
      ['claims', 'claim-late', false, id],
      ['damage', 'claim-upheld', false, id],
    ])
  })

  it('are about a shipment or an order that is there, in a currency, with a deadline that lies ahead.', async () => {
    const wrong = async (change: object) => {
      const { errors, code } = (await open(change)).json()
      return errors?.[0]?.path ?? code
    }
    expect(await wrong({ shipmentId: undefined })).toBe('/shipmentId')
    expect(await wrong({ shipmentId: '00000000-0000-4000-8000-000000000000' })).toBe('/shipmentId')
    expect(await wrong({ partner: 'nobody' })).toBe('partner-not-found')
    expect(await wrong({ claimed: { minorUnits: 1, currency: 'XQQ' } })).toBe('/claimed/currency')
    expect(await wrong({ claimed: undefined })).toBe('/claimed')
    expect(await wrong({ evidenceId: 'leg/1/2/on-time' })).toBe('/evidenceId')
    expect(await wrong({ dueBy: '2026-01-01T00:00:00Z' })).toBe('/dueBy')
    const viewer = await api.as('viewer')
    expect((await viewer('POST', '/v1/claims', { kind: 'damage', partner: 'anchor', description: 'No' })).statusCode).toBe(403)
  })

  it('of a score set a piece of evidence aside once upheld; a partner sees, opens and moves only what is its own.', async () => {
    await operator('POST', '/v1/partners/anchor/evidence', { aspect: 'payment', isGood: false, note: 'Not paid' })
    const evidenceId = (await evidence()).find(({ note }) => note === 'Not paid')?.id as string
    const { db } = api.database
    const actor = { userId: null, partner: 'anchor', now }
    const dispute = { kind: 'score', partner: 'anchor', evidenceId, description: 'It was paid on the day' } as const
    await expect(openWithEvidence(db, { ...dispute, evidenceId: 'nothing' }, actor)).rejects.toMatchObject({ code: 'not-valid' })
    await expect(openWithEvidence(db, dispute, { ...actor, partner: 'other' })).rejects.toMatchObject({ code: 'partner-not-found' })
    const id = await openWithEvidence(db, dispute, actor)
    await expect(openWithEvidence(db, dispute, actor)).rejects.toMatchObject({ code: 'claim-state' })
    await expect(getClaim(db, id, now, 'other')).rejects.toMatchObject({ code: 'claim-not-found' })
    await expect(commentOnClaim(db, id, 'Mine?', { ...actor, partner: 'other' })).rejects.toMatchObject({ code: 'claim-not-found' })
    await expect(moveClaim(db, id, { state: 'acknowledged' }, actor)).rejects.toMatchObject({
      issues: [{ path: '/state', message: 'may be withdrawn' }],
    })
    expect((await evidence()).find((one) => one.id === evidenceId)?.dispute).toMatchObject({ claim: id, isOpen: true, isUpheld: false })
    await through(id, 'acknowledged', 'under-review', 'accepted')
    expect((await evidence()).find((one) => one.id === evidenceId)?.dispute).toMatchObject({ isUpheld: true })
    const { chain } = await getClaim(db, id, now, 'anchor')
    expect(chain[0]).toMatchObject({ partner: 'anchor', body: { evidence: { id: evidenceId, aspect: 'payment', note: 'Not paid' } } })
    const { history } = (await operator('GET', '/v1/partners/anchor')).json<PartnerDetail>()
    expect(history.slice(0, 3).map(({ kind }) => kind)).toEqual(['dispute-upheld', 'dispute-opened', 'evidence-recorded'])
  })

  it('are taken along with everything that is known, in a pack that anybody can check, the same whenever it is asked for.', async () => {
    const { id } = (await open()).json<ClaimDetail>()
    await operator('POST', `/v1/claims/${id}/attachments`, { name: 'Photo of the damage', sha256: 'a'.repeat(64) })
    const packed = (await operator('POST', `/v1/claims/${id}/packs`)).json<ClaimDetail>()
    const sequence = packed.chain.at(-1)?.sequence
    expect([sequence, packed.chain.at(-1)?.kind]).toEqual([3, 'pack'])
    const take = async () => (await operator('GET', `/v1/claims/${id}/packs/3`)).body
    const pack = await take()
    expect(checkPack(Buffer.from(pack))).toMatchObject({ isIntact: true, claim: id, entries: 3, head: packed.head })
    expect(checkPack(Buffer.from(pack.replace('Crushed', 'Crashed')))).toMatchObject({ isIntact: false })
    expect(JSON.parse(pack).contents).toMatchObject({
      shipment: { known: { id: shipmentId, legs: [{ carrier: 'Blue Anchor Line' }, {}] }, customs: [], track: { fixes: 0 } },
    })
    await operator('POST', `/v1/claims/${id}/comments`, { text: 'They called' })
    expect(await take()).toBe(pack)
    expect(await verify(id, `?head=${packed.head}`)).toMatchObject({ isIntact: true, entries: 4, knowsHead: true })
    expect((await operator('GET', `/v1/claims/${id}/packs/2`)).statusCode).toBe(404)
    await api.database.sql`update claim_pack set contents = '{}' where claim_id = ${id}`
    expect(await verify(id)).toMatchObject({ isIntact: false, firstWrong: null, wrongPacks: [3] })
  })

  it('show every later change: of a word, of a time, of an entry that is gone, of the claim itself, and of a chain that was written anew.', async () => {
    const { id } = (await open()).json<ClaimDetail>()
    await operator('POST', `/v1/claims/${id}/comments`, { text: 'They called' })
    const { head } = (await operator('POST', `/v1/claims/${id}/comments`, { text: 'They wrote' })).json<Claim>()
    const { sql } = api.database
    const spoil = async (change: () => Promise<unknown>) => {
      const [claim] = await sql`select state, agreed_minor_units, entries, head from claim where id = ${id}`
      await sql`create table kept_entry as select * from claim_entry where claim_id = ${id}`
      await change()
      const { isIntact, firstWrong, differs, knowsHead } = await verify(id, `?head=${head}`)
      await sql`delete from claim_entry where claim_id = ${id}`
      await sql`insert into claim_entry select * from kept_entry`
      await sql`drop table kept_entry`
      await sql`update claim set ${sql(claim as object)} where id = ${id}`
      expect(await verify(id)).toMatchObject({ isIntact: true })
      return [isIntact, firstWrong, differs, knowsHead]
    }
    expect(await spoil(() => sql`update claim_entry set body = '{"text": "They came"}' where claim_id = ${id} and sequence = 2`)).toEqual([
      ...[false, 2, [], false],
    ])
    expect(await spoil(() => sql`update claim_entry set at = at + interval '1 day' where claim_id = ${id} and sequence = 1`)).toEqual([
      ...[false, 1, [], false],
    ])
    expect(await spoil(() => sql`delete from claim_entry where claim_id = ${id} and sequence = 2`)).toEqual([false, 2, [], false])
    expect(await spoil(() => sql`delete from claim_entry where claim_id = ${id} and sequence = 3`)).toEqual([false, 3, [], false])
    expect(await spoil(() => sql`update claim set state = 'accepted', agreed_minor_units = 1 where id = ${id}`)).toEqual([
      ...[false, null, ['state', 'agreedMinorUnits'], true],
    ])
    // Whoever takes the last entry away and says so in the claim too leaves a chain that is whole, but not the one whose head was kept.
    const hidden = async () => {
      await sql`delete from claim_entry where claim_id = ${id} and sequence = 3`
      await sql`update claim set entries = 2, head = (select hash from claim_entry where claim_id = ${id} and sequence = 2) where id = ${id}`
    }
    expect(await spoil(hidden)).toEqual([true, null, [], false])
  })
})
