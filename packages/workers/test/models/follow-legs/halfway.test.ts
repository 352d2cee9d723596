import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import { stageOutcomes } from '@lading/workers/models/eta/stage-outcomes'
import { hourMs } from '@lading/workers/models/fix'
import { followLegs } from '@lading/workers/models/follow-legs/follow-legs'
import { withHalfway } from '@lading/workers/models/follow-legs/halfway'
import { describe, expect, test } from 'vitest'
import { fixesOnPlan, startMs, threeLegs } from '../../a-journey.ts'

const onPlan = fixesOnPlan(threeLegs())
const until = (hours: number) => onPlan.filter(({ atMs }) => atMs <= startMs + hours * hourMs)
const halfwayHours = ({ halfwayAt }: TrackedLeg) => halfwayAt && Math.round(((halfwayAt.getTime() - startMs) / hourMs) * 10) / 10
const seen = (hours: number, fixes = until(hours)) => withHalfway(followLegs(threeLegs(), fixes).legs, fixes)

describe('half of the way', () => {
  test('is passed once a fix lies beyond it, and the time stays.', () => {
    expect(seen(6).map(halfwayHours)).toEqual([null, null, null])
    // From hour 2 to 12, 18 to 22 and 26 to 28.
    expect(seen(8).map(halfwayHours)).toEqual([7, null, null])
    expect(seen(29).map(halfwayHours)).toEqual([7, 20, 27])
    const before = seen(8)
    expect(withHalfway(followLegs(before, onPlan).legs, onPlan)[0]?.halfwayAt).toBe(before[0]?.halfwayAt)
  })

  test('is not known where nobody looked about that time.', () => {
    const asleep = until(13).filter(({ atMs }) => atMs < startMs + 4 * hourMs || atMs > startMs + 10 * hourMs)
    expect(seen(13, asleep).map(halfwayHours)).toEqual([null, null, null])
  })

  test('goes with the truth about the leg once it is over.', () => {
    const outcomes = stageOutcomes('a', threeLegs(), seen(13))
    const [leg] = outcomes.filter(({ kind }) => kind === 'leg')
    expect(leg?.halfwayHours).toBeGreaterThan(4)
    expect(leg?.halfwayHours).toBeLessThan(5.2)
    expect(stageOutcomes('a', seen(13), seen(19)).map(({ kind, halfwayHours: known }) => [kind, known])).toEqual([['border', null]])
  })
})
