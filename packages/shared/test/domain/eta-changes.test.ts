import type { EtaStage } from '@lading/shared/domain/eta'
import { etaChanges } from '@lading/shared/domain/eta-changes'
import { promiseStateOf } from '@lading/shared/domain/promise'
import { expect, test } from 'vitest'

const stage = (sequence: number, kind: EtaStage['kind'], p50Hours: number): EtaStage => ({
  sequence,
  kind,
  state: 'ahead',
  p10Hours: p50Hours - 1,
  p50Hours,
  p90Hours: p50Hours + 1,
  shareOfSpread: 0,
  basis: null,
})

test('What moved an arrival time is said stage by stage, the largest first, and trifles are left out.', () => {
  const before = [stage(1, 'leg', 10), stage(2, 'border', 5), stage(2, 'leg', 4)]
  const after = [stage(1, 'leg', 10.2), stage(2, 'border', 3), stage(2, 'leg', 9)]
  expect(etaChanges(before, after)).toEqual([
    { sequence: 2, kind: 'leg', hours: 5 },
    { sequence: 2, kind: 'border', hours: -2 },
  ])
  expect(etaChanges(before, before)).toEqual([])
})

test('What customs adds is a change also where nothing was known of customs before; any other new part is none.', () => {
  const before = [stage(2, 'border', 5)]
  const after = [stage(2, 'border', 5), stage(2, 'customs', 40), stage(2, 'handover', 3)]
  expect(etaChanges(before, after)).toEqual([{ sequence: 2, kind: 'customs', hours: 40 }])
})

test('A promise that is missed once in five times is at risk, and late when it is missed more often than not.', () => {
  expect([0, 0.19, 0.2, 0.49, 0.5, 1].map(promiseStateOf)).toEqual(['on-time', 'on-time', 'at-risk', 'at-risk', 'late', 'late'])
})
