import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { moveClaim } from '@lading/store/postgres/claim/move'
import { openClaim } from '@lading/store/postgres/claim/open'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { type Database, openDatabase } from '@lading/store/postgres/open'
import { getPartner } from '@lading/store/postgres/partner/list'
import { putPartners } from '@lading/store/postgres/partner/put'
import { recordEvidence, type ToldEvidence } from '@lading/store/postgres/partner/record-evidence'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPartnersJob } from '../../src/jobs/partners.ts'

const dayMs = 86_400_000
const begin = Date.parse('2026-05-04T09:00:00Z')

describe('The job that scores partners', () => {
  let database: Database
  let now = new Date(begin)
  const closers: (() => Promise<void>)[] = []
  const run = () => createPartnersJob({ db: database.db, clock: { now: () => now } })()
  const who = () => ({ userId: null, now })
  const scoresOf = async (code: string) => (await getPartner(database.db, code, now)).scores
  const onTime = (partner: string, isGood: boolean, daysAgo: number): ToldEvidence => ({
    ...{ partner, aspect: 'on-time', isGood, count: 5, externalId: `${daysAgo}` },
    at: new Date(begin - daysAgo * dayMs).toISOString(),
  })

  beforeAll(async () => {
    const directory = await temporaryDirectory()
    closers.push(directory.remove)
    const server = await startPostgres({ directory: directory.path })
    closers.push(server.stop)
    await migrateDatabase(server.url)
    database = openDatabase(server.url)
    closers.push(database.close)
    const partner = { country: 'NL', roles: ['carrier' as const] }
    const named = ['worse', 'steady', 'new'].map((code) => ({ code, partner: { ...partner, name: code } }))
    await putPartners(database.db, named, who())
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })

  it('scores those of whom nothing is known as their kind, and says so again only after a day.', async () => {
    await run()
    await run()
    const [first, ...more] = await scoresOf('new')
    expect([first?.at, more]).toEqual([now.toISOString(), []])
    const { score } = await getPartner(database.db, 'new', now)
    expect(score?.score).toBeCloseTo(score?.kindScore ?? 0, 12)
    now = new Date(begin + dayMs)
    await run()
    expect(await scoresOf('new')).toHaveLength(2)
  })

  it('scores the weeks before the first score once somebody tells of them, and sees who is getting worse.', async () => {
    const weeks = Array.from({ length: 12 }, (_, week) => 80 - 7 * week)
    const told = weeks.flatMap((daysAgo, week) => [onTime('steady', true, daysAgo), onTime('worse', week < 6, daysAgo)])
    // In two files: what the first one left out of the past is in it with the second.
    await recordEvidence(database.db, told.slice(0, 12), 'import', who())
    await run()
    await recordEvidence(database.db, told.slice(12), 'import', who())
    await run()
    const worse = await scoresOf('worse')
    expect(worse.length).toBeGreaterThanOrEqual(12)
    expect(worse.map(({ at }) => at)).toEqual(worse.map(({ at }) => at).toSorted())
    const best = Math.max(...worse.map(({ score }) => score))
    expect(worse.at(-1)?.score).toBeLessThan(best - 0.05)
    // No cliff at the end: it has been getting worse week by week.
    const weekBefore = worse.findLast(({ at }) => Date.parse(at) <= begin - 7 * dayMs)
    expect(weekBefore?.score).toBeLessThan(best - 0.04)
    const { score, aspects } = await getPartner(database.db, 'worse', now)
    expect(score?.before).toBeGreaterThan(score?.score ?? 1)
    expect(aspects.find(({ aspect }) => aspect === 'on-time')).toMatchObject({ observations: 60, bad: 30 })
    const count = (await scoresOf('steady')).length
    await run()
    expect(await scoresOf('steady')).toHaveLength(count)
  })

  it('scores a partner anew, and better, once a piece of evidence was found to be wrong.', async () => {
    const before = await getPartner(database.db, 'worse', now)
    const [wrong] = await database.sql`select id from partner_evidence where partner_code = 'worse' and not is_good order by at desc`
    const evidenceId = `recorded/${wrong?.id}`
    const id = await openClaim(database.db, { kind: 'score', partner: 'worse', evidenceId, description: 'They came in time' }, who())
    for (const state of ['acknowledged', 'under-review', 'accepted'] as const)
      await moveClaim(database.db, id, { state, reason: 'They did' }, who())
    now = new Date(now.getTime() + 60_000)
    await run()
    const after = await getPartner(database.db, 'worse', now)
    expect(after.aspects.find(({ aspect }) => aspect === 'on-time')).toMatchObject({ observations: 55, bad: 25 })
    expect(after.score?.score).toBeGreaterThan((before.score?.score ?? 1) + 0.001)
  })
})
