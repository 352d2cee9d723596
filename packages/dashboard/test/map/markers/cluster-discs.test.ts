import { afterEach, expect, test } from 'vitest'
import { discs } from '../../../src/map/markers/cluster-discs.ts'
import { address } from '../../../src/state/address/live-map.ts'
import { replayOf } from '../../../src/state/address/replay.ts'
import { clusters } from '../../../src/state/map/clusters.ts'

afterEach(() => {
  clusters.value = []
  address.value = { ...address.value, replay: undefined }
})

test('What is summed up is not shown while the past is replayed.', () => {
  clusters.value = [{ lat: 52, lon: 4, count: 1_700, openAlerts: 1 }]
  expect(discs.value.map(({ cluster }) => cluster.count)).toEqual([1_700])
  address.value = { ...address.value, replay: replayOf(['one']) }
  expect(discs.value).toEqual([])
})
