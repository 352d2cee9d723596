import type { ReleasedEntry } from '@lading/store/postgres/clearance-prediction/unscored'
import { clearanceScores } from '@lading/workers/models/accuracy/clearance-scores'
import { expect, it } from 'vitest'
import { at } from '../../a-journey.ts'

const said = (madeAt: number, p50: number) => ({
  ...{ madeAt: at(madeAt), p10: p50 / 2, p50, p90: 3 * p50, naive: p50 + 1 },
  channels: { released: 0.6, documents: 0.2, examination: 0.2 },
})
const released = (predictions: ReleasedEntry['predictions']): ReleasedEntry => ({
  ...{ shipmentId: 's-1', legSequence: 2, country: 'GB', channel: 'documents', mode: 'sea' },
  ...{ lodgedAt: at(12), releasedAt: at(40), predictions },
  origin: { code: 'BEANR', country: 'BE', kind: 'port' },
  destination: { code: 'CONSIGNEE-1', country: 'GB', kind: 'address' },
})

it('Of each horizon the first prediction is scored, in hours from when it was made, and no doorstep is named.', () => {
  const scores = clearanceScores(released([said(0, 50), said(1, 40), said(20, 5), said(30, 4)]), at(41))
  expect(scores.map(({ horizon, madeAt, actual }) => [horizon, madeAt, actual])).toEqual([
    ['24-72 h', at(0), 40],
    ['0-6 h', at(20), 20],
  ])
  expect(scores[0]).toMatchObject({
    ...{ kind: 'clearance', key: 's-1/2', lane: 'BEANR → GB', mode: 'sea', country: 'GB' },
    ...{ p10: 25, p50: 50, p90: 150, naive: 51, actualAt: at(40), scoredAt: at(41) },
  })
})

it('What was said after the release is no prediction.', () => expect(clearanceScores(released([said(40, 1)]), at(41))).toEqual([]))
