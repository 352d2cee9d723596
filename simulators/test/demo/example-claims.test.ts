import type { ClaimMove, NewClaim } from '@lading/shared/contract/claim'
import { expect, it } from 'vitest'
import { seedClaims } from '../../src/demo/example-claims.ts'
import type { UnderWay } from '../../src/demo/season-of-trouble.ts'

const underWay = (shipmentId: string, carrier: string, deliveredMs: number) =>
  ({ shipmentId, journey: { startMs: 0, deliveredMs, legs: [{ carrier }] } }) as unknown as UnderWay

it('The example claims are of the false delivery, of the carrier getting worse, and of its score; each goes on as the states allow.', async () => {
  const opened: NewClaim[] = []
  const moved: [string, ClaimMove['state']][] = []
  const packed: string[] = []
  await seedClaims({
    api: {
      openClaim: async (claim) => `${opened.push(claim)}`,
      moveClaim: async (id, { state }) => void moved.push([id, state]),
      commentOnClaim: async () => {},
      packClaim: async (id) => void packed.push(id),
      badEvidence: async () => 'recorded/1',
    },
    underWay: [underWay('a', 'Roadstar Logistics', 200), underWay('b', 'Blue Anchor Shipping', 1000)],
    nowMs: 10,
  })
  expect(opened.map(({ kind, partner, shipmentId, evidenceId }) => [kind, partner, shipmentId ?? evidenceId])).toEqual([
    ['loss', 'blue-anchor', 'b'],
    ['damage', 'roadstar', 'a'],
    ['score', 'roadstar', 'recorded/1'],
  ])
  expect(moved.map(([id, state]) => `${id} ${state}`)).toEqual([
    '2 acknowledged',
    '2 under-review',
    '2 offered',
    '3 acknowledged',
    '3 under-review',
  ])
  expect(packed).toEqual(['1', '2'])
})
