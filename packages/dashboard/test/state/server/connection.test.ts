import { expect, test } from 'vitest'
import { afterLoss, offlineAfterMs } from '../../../src/state/server/connection.ts'

test('A connection that is lost for a moment is being restored; one that stays lost is offline since it was lost first.', () => {
  const lost = afterLoss({ status: 'live' }, 1000, true)
  expect(lost).toEqual({ status: 'reconnecting', sinceMs: 1000 })
  const again = afterLoss(lost, 4000, true)
  expect(again).toEqual({ status: 'reconnecting', sinceMs: 1000 })
  expect(afterLoss(again, 1000 + offlineAfterMs, true)).toEqual({ status: 'offline', sinceMs: 1000 })
})

test('A browser that knows it has no network need not wait to say so.', () => {
  expect(afterLoss({ status: 'live' }, 1000, false)).toEqual({ status: 'offline', sinceMs: 1000 })
})
